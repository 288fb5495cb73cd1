package org.decisiongates.jira.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.fields.config.FieldConfigScheme;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.policy.Scope;

/**
 * Whether the app's fields are what set-up made, are locked, and are there for Decisions and Blockers of every project that has these. That
 * a field is gone is for {@link SetupHealthCheck} to say. Reads what Jira holds in memory.
 */
@JiraComponent
class FieldHealthCheck implements HealthCheck {

    private static final String FIELDS = "/secure/admin/ViewCustomFields.jspa";
    private static final int MAX_NAMED = 5;

    private final FieldSteps steps;
    private final OwnFields ownFields;
    private final OwnIssueTypes types;
    private final CustomFieldManager fields;
    private final ProjectManager projects;
    private final FieldLocks locks;

    FieldHealthCheck(FieldSteps steps, OwnFields ownFields, OwnIssueTypes types, CustomFieldManager fields, ProjectManager projects,
            FieldLocks locks) {
        this.steps = steps;
        this.ownFields = ownFields;
        this.types = types;
        this.fields = fields;
        this.projects = projects;
        this.locks = locks;
    }

    @Override
    public String key() {
        return "fields";
    }

    @Override
    public List<HealthFinding> findings(Scope scope) {
        List<Project> looked = projects.getProjectObjects().stream()
                .filter(project -> scope.isGlobal() || scope.equals(Scope.of(project.getId()))).toList();
        List<HealthFinding> findings = new ArrayList<>();
        for (OwnField own : OwnField.values()) {
            Optional<CustomField> found = ownFields.idOf(own).map(fields::getCustomFieldObject);
            if (found.isPresent()) {
                findings.addAll(findings(own, found.get(), looked, scope));
            }
        }
        if (scope.isGlobal()) {
            unlocked().ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<HealthFinding> unlocked() {
        List<String> names = locks.lockable().stream().filter(field -> !locks.isLocked(field)).map(CustomField::getFieldName).toList();
        return names.isEmpty() ? Optional.empty()
                : Optional.of(HealthFinding.warning("fields.not-locked", String.join(", ", names.stream().limit(MAX_NAMED).toList()),
                        Math.max(0, names.size() - MAX_NAMED)).repairedBy(FieldLockRepair.KEY));
    }

    private List<HealthFinding> findings(OwnField own, CustomField field, List<Project> looked, Scope scope) {
        if (!steps.typeOf(own).equals(field.getCustomFieldType().getKey())) {
            return scope.isGlobal() ? List.of(HealthFinding.error("fields.foreign", field.getFieldName(), field.getId())) : List.of();
        }
        List<FieldConfigScheme> schemes = field.getConfigurationSchemes();
        List<String> without = looked.stream().filter(project -> isMissing(schemes, project)).map(Project::getKey).sorted().toList();
        return without.isEmpty() ? List.of()
                : List.of(HealthFinding.error("fields.no-context", field.getFieldName(),
                        String.join(", ", without.stream().limit(MAX_NAMED).toList()), Math.max(0, without.size() - MAX_NAMED))
                        .fixedAt(FIELDS));
    }

    /** Whether the project has a type of the app whose issues do not have the field. */
    private boolean isMissing(List<FieldConfigScheme> schemes, Project project) {
        List<String> ofProject = project.getIssueTypes().stream().map(type -> type.getId()).toList();
        return Arrays.stream(OwnIssueType.values()).flatMap(type -> types.idsIn(type, project.getId()).stream()).filter(ofProject::contains)
                .anyMatch(type -> schemes.stream().noneMatch(scheme -> covers(scheme, project, type)));
    }

    private static boolean covers(FieldConfigScheme scheme, Project project, String typeId) {
        return (scheme.isAllProjects() || scheme.getAssociatedProjectIds().contains(project.getId()))
                && (scheme.isAllIssueTypes()
                        || scheme.getAssociatedIssueTypes().stream().anyMatch(type -> type != null && type.getId().equals(typeId)));
    }
}
