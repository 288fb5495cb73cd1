package org.decisiongates.jira.timeline;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;

import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.project.Project;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.platform.project.EnabledProjects;

public class HasGatesConditionTest {

    private final EnabledProjects projects = mock(EnabledProjects.class);
    private final GatedTypes types = mock(GatedTypes.class);
    private final Project project = mock(Project.class);
    private final JiraHelper helper = mock(JiraHelper.class);
    private final HasGatesCondition condition = new HasGatesCondition(projects, types);

    @Before
    public void aProjectWithTwoTypes() {
        List<IssueType> both = List.of(type("10"), type("11"));
        when(project.getId()).thenReturn(10000L);
        when(project.getIssueTypes()).thenReturn(both);
        when(helper.getProject()).thenReturn(project);
    }

    @Test
    public void holdsWhereTheAppIsEnabled() {
        when(projects.isOffering(project)).thenReturn(true);
        assertTrue(condition.shouldDisplay(null, helper));
    }

    @Test
    public void holdsWhereAnyIssueTypeGoesThroughGates() {
        when(types.contains(10000L, "11")).thenReturn(true);
        assertTrue(condition.shouldDisplay(null, helper));
    }

    @Test
    public void failsWhereThereIsNothingOfTheApp() {
        assertFalse(condition.shouldDisplay(null, helper));
        when(helper.getProject()).thenReturn(null);
        assertFalse("a page of no project", condition.shouldDisplay(null, helper));
    }

    private static IssueType type(String id) {
        IssueType type = mock(IssueType.class);
        when(type.getId()).thenReturn(id);
        return type;
    }
}
