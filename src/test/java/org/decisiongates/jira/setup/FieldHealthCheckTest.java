package org.decisiongates.jira.setup;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.customfields.CustomFieldType;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.fields.config.FieldConfigScheme;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.health.HealthFinding;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.policy.Scope;

public class FieldHealthCheckTest {

    private static final String FIELDS = "/secure/admin/ViewCustomFields.jspa";

    private final FieldSteps steps = mock(FieldSteps.class);
    private final OwnFields ownFields = mock(OwnFields.class);
    private final OwnIssueTypes types = mock(OwnIssueTypes.class);
    private final CustomFieldManager fields = mock(CustomFieldManager.class);
    private final ProjectManager projects = mock(ProjectManager.class);
    private final CustomField owner = mock(CustomField.class);
    private final CustomFieldType<?, ?> type = mock(CustomFieldType.class);
    private final FieldConfigScheme context = mock(FieldConfigScheme.class);
    private final IssueType decision = mock(IssueType.class);
    private final FieldLocks locks = mock(FieldLocks.class);
    private final FieldHealthCheck check = new FieldHealthCheck(steps, ownFields, types, fields, projects, locks);

    @Before
    public void setUp() {
        when(decision.getId()).thenReturn("10005");
        when(types.idsIn(any(), any())).thenReturn(List.of());
        when(types.idsIn(eq(OwnIssueType.DECISION), any())).thenReturn(List.of("10005"));
        when(ownFields.idOf(any())).thenReturn(Optional.empty());
        when(ownFields.idOf(OwnField.OWNER)).thenReturn(Optional.of("customfield_10200"));
        when(fields.getCustomFieldObject("customfield_10200")).thenReturn(owner);
        when(owner.getId()).thenReturn("customfield_10200");
        when(owner.getFieldName()).thenReturn("Owner");
        when(owner.getCustomFieldType()).thenAnswer(call -> type);
        when(type.getKey()).thenReturn("userpicker");
        when(steps.typeOf(OwnField.OWNER)).thenReturn("userpicker");
        when(owner.getConfigurationSchemes()).thenReturn(List.of(context));
        when(context.isAllProjects()).thenReturn(true);
        when(context.isAllIssueTypes()).thenReturn(true);
        projects(1);
    }

    @Test
    public void findsNothingInFieldsAsSetUpMadeThem() {
        assertEquals(List.of(), check.findings(Scope.GLOBAL));
        when(context.isAllIssueTypes()).thenReturn(false);
        when(context.getAssociatedIssueTypes()).thenReturn(Set.of(decision));
        assertEquals("a context for the type alone", List.of(), check.findings(Scope.GLOBAL));
    }

    @Test
    public void namesFieldsThatAreNotLocked() {
        when(locks.lockable()).thenReturn(List.of(owner));
        assertEquals(List.of(HealthFinding.warning("fields.not-locked", "Owner", 0).repairedBy("lock-fields")),
                check.findings(Scope.GLOBAL));
        assertEquals("no project can mend it", List.of(), check.findings(Scope.of(1)));
        when(locks.isLocked(owner)).thenReturn(true);
        assertEquals(List.of(), check.findings(Scope.GLOBAL));
    }

    @Test
    public void namesAFieldOfAnotherType() {
        when(type.getKey()).thenReturn("textfield");
        assertEquals(List.of(HealthFinding.error("fields.foreign", "Owner", "customfield_10200")), check.findings(Scope.GLOBAL));
        assertEquals("no project can mend it", List.of(), check.findings(Scope.of(1)));
    }

    @Test
    public void namesProjectsWhoseIssuesDoNotHaveTheField() {
        when(context.isAllProjects()).thenReturn(false);
        when(context.getAssociatedProjectIds()).thenReturn(List.of(1L));
        projects(3);
        assertEquals(List.of(HealthFinding.error("fields.no-context", "Owner", "P2, P3", 0).fixedAt(FIELDS)), check.findings(Scope.GLOBAL));
        assertEquals(List.of(), check.findings(Scope.of(1)));
        assertEquals(List.of(HealthFinding.error("fields.no-context", "Owner", "P3", 0).fixedAt(FIELDS)), check.findings(Scope.of(3)));
        projects(8);
        assertEquals(List.of(HealthFinding.error("fields.no-context", "Owner", "P2, P3, P4, P5, P6", 2).fixedAt(FIELDS)),
                check.findings(Scope.GLOBAL));
    }

    @Test
    public void leavesProjectsAloneThatDoNotHaveTheTypes() {
        when(context.isAllIssueTypes()).thenReturn(false);
        when(types.idsIn(eq(OwnIssueType.DECISION), any())).thenReturn(List.of("10999"));
        assertEquals(List.of(), check.findings(Scope.GLOBAL));
    }

    private void projects(int count) {
        List<Project> all = LongStream.rangeClosed(1, count).mapToObj(this::project).toList();
        when(projects.getProjectObjects()).thenReturn(all);
    }

    private Project project(long id) {
        Project project = mock(Project.class);
        when(project.getId()).thenReturn(id);
        when(project.getKey()).thenReturn("P" + id);
        when(project.getIssueTypes()).thenReturn(List.of(decision));
        return project;
    }
}
