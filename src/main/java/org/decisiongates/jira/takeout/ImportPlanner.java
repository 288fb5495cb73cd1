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
import org.decisiongates.jira.platform.task.TaskProgress;
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

    /** @param parts in how many parts the file was stored */
    ImportPlan plan(TakenProject taken, Project into, int parts, TaskProgress progress) {
        Set<String> named = new TreeSet<>();
        Set<String> types = new TreeSet<>();
        Set<String> fields = new TreeSet<>();
        Map<String, Integer> statuses = new TreeMap<>();
        int found = 0;
        int done = 0;
        for (TakenIssue issue : taken.issues()) {
            people(issue).forEach(named::add);
            issue.links().stream().map(TakenLink::type).forEach(types::add);
            issue.fields().keySet().stream().filter(name -> OwnFields.keyed(name).isEmpty()).forEach(fields::add);
            if (issue.phase().filter(FIRST::contains).isEmpty()) {
                statuses.merge(issue.status(), 1, Integer::sum);
            }
            found += imported.find(ImportedIssue.origin(taken.address(), issue.id())).filter(ImportedIssue::done).isPresent() ? 1 : 0;
            progress.done(++done);
        }
        types.removeIf(name -> links.type(name).isPresent());
        int decisions = (int) taken.issues().stream().filter(TakenIssue::isDecision).count();
        return new ImportPlan(taken.address(), taken.key(), into.getKey(), parts, decisions, taken.issues().size() - decisions, found,
                named.stream().map(user -> person(user, taken)).toList(), statuses, List.copyOf(types), List.copyOf(fields),
                taken.issues().stream().mapToInt(issue -> issue.waivers().size() + issue.gates().size()).sum());
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

    private ImportPlan.Person person(String user, TakenProject taken) {
        String here = Optional.ofNullable(users.getUserByName(user)).map(ApplicationUser::getUsername).orElse("");
        return new ImportPlan.Person(user, Optional.of(taken.person(user)).filter(name -> !name.equals(user)).orElse(""), here);
    }
}
