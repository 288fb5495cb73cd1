package org.decisiongates.jira.takeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;

import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.gate.CreationRefusalPreview;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.record.RecordPart;
import org.decisiongates.takeout.ImportPlan;
import org.decisiongates.takeout.ImportedIssue;
import org.decisiongates.takeout.NumberedValues;
import org.decisiongates.takeout.TakenIssue;
import org.decisiongates.takeout.TakenLink;
import org.decisiongates.takeout.TakenProject;
import org.decisiongates.takeout.TakenRowParser;

/** Finds out what an import of a file would do, and whom and what it names that is not here. Changes nothing. */
@JiraComponent
class ImportPlanner {

    private static final List<OwnField> PEOPLE = List.of(OwnField.OWNER, OwnField.RISK_APPROVER);

    private final EarlierImportLookup earlier;
    private final IssueImport issues;
    private final ImportedLinks links;
    private final ImportedIssueCreation creation;
    private final CreationRefusalPreview gates;
    private final UserManager users;
    private final ProjectManager projects;
    private final PermissionManager permissions;
    private final ApplicationProperties application;

    ImportPlanner(EarlierImportLookup earlier, IssueImport issues, ImportedLinks links, ImportedIssueCreation creation,
            CreationRefusalPreview gates,
            UserManager users,
            ProjectManager projects, PermissionManager permissions, ApplicationProperties application) {
        this.earlier = earlier;
        this.issues = issues;
        this.links = links;
        this.creation = creation;
        this.gates = gates;
        this.users = users;
        this.projects = projects;
        this.permissions = permissions;
        this.application = application;
    }

    /** Begins to find out. @param head the file without its issues */
    Survey survey(TakenProject head, Project into, ApplicationUser caller) {
        return new Survey(head, into, caller);
    }

    /** Whether the file was taken out of this very project of this Jira, under its key of now or of before. */
    boolean isOf(TakenProject head, Project into) {
        if (!ImportedIssue.canonical(head.address()).equals(ImportedIssue.canonical(application.getBaseUrl(UrlMode.CANONICAL)))) {
            return false;
        }
        Project known = projects.getProjectByCurrentKey(head.key());
        Project from = known == null ? projects.getProjectObjByKey(head.key()) : known;
        return from != null && from.getId().equals(into.getId());
    }

    /** Whether gates take this person as an owner. */
    boolean isAssignable(ApplicationUser user, Project project) {
        return user.isActive() && permissions.hasPermission(ProjectPermissions.ASSIGNABLE_USER, project, user);
    }

    /** Those who are responsible for something: what happened names more, as text. */
    private static Stream<String> people(TakenIssue issue) {
        return Stream
                .concat(PEOPLE.stream().map(field -> issue.field(field.key())), issue.records().stream().flatMap(ImportPlanner::people))
                .filter(user -> !user.isEmpty());
    }

    private static Stream<String> people(NumberedValues row) {
        return TakenRowParser.kind(row).stream().flatMap(kind -> RecordPart.of(kind).stream())
                .filter(part -> part.form() == RecordPart.Form.PERSON).map(part -> row.value(part.key()));
    }

    /** What was found out of the issues so far. */
    final class Survey {

        private final TakenProject head;
        private final Project into;
        private final ApplicationUser caller;
        private final Set<String> owners = new TreeSet<>();
        private final Set<String> named = new TreeSet<>();
        private final Set<String> types = new TreeSet<>();
        private final Set<String> fields = new TreeSet<>();
        private final Map<String, Integer> statuses = new TreeMap<>();
        private int decisions;
        private int blockers;
        private int found;
        private int anew;
        private final Map<String, Integer> securityLevels = new TreeMap<>();
        private int history;
        private ImportPlan.Findings unmet = ImportPlan.Findings.NONE;
        private ImportPlan.Findings refused = ImportPlan.Findings.NONE;

        private Survey(TakenProject head, Project into, ApplicationUser caller) {
            this.head = head;
            this.into = into;
            this.caller = caller;
        }

        /** One statement; Jira and the gates are asked about what was not imported before. */
        void add(TakenIssue issue) {
            people(issue).forEach(named::add);
            Optional.of(issue.field(OwnField.OWNER.key())).filter(owner -> !owner.isEmpty()).ifPresent(owners::add);
            issue.links().stream().map(TakenLink::type).forEach(types::add);
            issue.fields().keySet().stream().filter(name -> OwnFields.keyed(name).isEmpty()).forEach(fields::add);
            if (issue.hasLeftFirstStatus()) {
                statuses.merge(issue.status(), 1, Integer::sum);
            }
            ImportPersonMapping alike = new ImportPersonMapping(
                    people(issue).distinct().collect(Collectors.toMap(user -> user, user -> user)), users);
            IssueImport.Target target = new IssueImport.Target(head.address(), into, caller, alike, true);
            EarlierImportLookup.Found before = earlier.of(issue, target);
            switch (before.state()) {
                case DONE -> found++;
                case ELSEWHERE -> refused = refused.with(issue.key(), List.of(issues.elsewhere(before.issue().orElseThrow())));
                default -> {
                    anew += before.state() == EarlierImportLookup.State.GONE ? 1 : 0;
                    issue.securityLevel().ifPresent(level -> securityLevels.merge(level, 1, Integer::sum));
                    tryToCreate(issue, target);
                }
            }
            decisions += issue.isDecision() ? 1 : 0;
            blockers += issue.isDecision() ? 0 : 1;
            history += issue.waivers().size() + issue.gates().size();
        }

        private void tryToCreate(TakenIssue issue, IssueImport.Target target) {
            try {
                Issue draft = creation.prepare(issue, target, new ArrayList<>())
                        .checked().getIssue();
                List<String> reasons = gates.sentences(draft, caller.getKey());
                unmet = reasons.isEmpty() ? unmet : unmet.with(issue.key(), reasons);
            } catch (ImportedIssueCreation.RefusedException e) {
                refused = refused.with(issue.key(), e.reasons());
            }
        }

        /** @param parts in how many parts the file was stored */
        ImportPlan plan(int parts) {
            types.removeIf(name -> links.type(name).isPresent());
            return new ImportPlan(head.address(), head.key(), into.getKey(), parts, decisions, blockers, found, anew, securityLevels,
                    named.stream().map(this::person).toList(), statuses, List.copyOf(types), List.copyOf(fields), history, unmet, refused);
        }

        private ImportPlan.Person person(String user) {
            Optional<ApplicationUser> here = Optional.ofNullable(users.getUserByName(user));
            return new ImportPlan.Person(user, Optional.of(head.person(user)).filter(name -> !name.equals(user)).orElse(""),
                    here.map(ApplicationUser::getUsername).orElse(""), owners.contains(user),
                    here.filter(one -> isAssignable(one, into)).isPresent());
        }
    }
}
