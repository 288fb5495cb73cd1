package org.decisiongates.jira.takeout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.record.RecordPart;
import org.decisiongates.takeout.ImportPlan;
import org.decisiongates.takeout.ImportedIssue;
import org.decisiongates.takeout.ImportedIssues;
import org.decisiongates.takeout.NumberedValues;
import org.decisiongates.takeout.TakenIssue;
import org.decisiongates.takeout.TakenLink;
import org.decisiongates.takeout.TakenProject;
import org.decisiongates.takeout.TakenProjectParser;

/** Finds out what an import of a file would do, and whom and what it names that is not here. Changes nothing. */
@JiraComponent
class ImportPlanner {

    private static final Set<String> FIRST = Set.of(DecisionPhase.DRAFT.name(), BlockerPhase.OPEN.name());
    private static final List<OwnField> PEOPLE = List.of(OwnField.OWNER, OwnField.RISK_APPROVER);

    private final ImportedIssues imported;
    private final ImportedLinks links;
    private final UserManager users;

    ImportPlanner(ImportedIssues imported, ImportedLinks links, UserManager users) {
        this.imported = imported;
        this.links = links;
        this.users = users;
    }

    /** Begins to find out. @param head the file without its issues */
    Survey survey(TakenProject head, Project into) {
        return new Survey(head, into);
    }

    /** Those who are responsible for something: what happened names more, as text. */
    private static Stream<String> people(TakenIssue issue) {
        return Stream
                .concat(PEOPLE.stream().map(field -> issue.field(field.key())), issue.records().stream().flatMap(ImportPlanner::people))
                .filter(user -> !user.isEmpty());
    }

    private static Stream<String> people(NumberedValues row) {
        return TakenProjectParser.kind(row).stream().flatMap(kind -> RecordPart.of(kind).stream())
                .filter(part -> part.form() == RecordPart.Form.PERSON).map(part -> row.value(part.key()));
    }

    /** What was found out of the issues so far. */
    final class Survey {

        private final TakenProject head;
        private final Project into;
        private final Set<String> named = new TreeSet<>();
        private final Set<String> types = new TreeSet<>();
        private final Set<String> fields = new TreeSet<>();
        private final Map<String, Integer> statuses = new TreeMap<>();
        private int decisions;
        private int blockers;
        private int found;
        private int history;

        private Survey(TakenProject head, Project into) {
            this.head = head;
            this.into = into;
        }

        /** One statement. */
        void add(TakenIssue issue) {
            people(issue).forEach(named::add);
            issue.links().stream().map(TakenLink::type).forEach(types::add);
            issue.fields().keySet().stream().filter(name -> OwnFields.keyed(name).isEmpty()).forEach(fields::add);
            if (issue.phase().filter(FIRST::contains).isEmpty()) {
                statuses.merge(issue.status(), 1, Integer::sum);
            }
            found += imported.find(ImportedIssue.origin(head.address(), issue.id())).filter(ImportedIssue::done).isPresent() ? 1 : 0;
            decisions += issue.isDecision() ? 1 : 0;
            blockers += issue.isDecision() ? 0 : 1;
            history += issue.waivers().size() + issue.gates().size();
        }

        /** @param parts in how many parts the file was stored */
        ImportPlan plan(int parts) {
            types.removeIf(name -> links.type(name).isPresent());
            return new ImportPlan(head.address(), head.key(), into.getKey(), parts, decisions, blockers, found,
                    named.stream().map(this::person).toList(), statuses, List.copyOf(types), List.copyOf(fields), history);
        }

        private ImportPlan.Person person(String user) {
            String here = Optional.ofNullable(users.getUserByName(user)).map(ApplicationUser::getUsername).orElse("");
            return new ImportPlan.Person(user, Optional.of(head.person(user)).filter(name -> !name.equals(user)).orElse(""), here);
        }
    }
}
