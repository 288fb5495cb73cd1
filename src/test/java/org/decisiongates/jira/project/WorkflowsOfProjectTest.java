package org.decisiongates.jira.project;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.endsWith;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.jira.workflow.AssignableWorkflowScheme;
import com.atlassian.jira.workflow.WorkflowSchemeManager;
import com.atlassian.query.Query;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.platform.issuetype.IssueTypeFixture;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.text.Message;

public class WorkflowsOfProjectTest {

    private static final List<OwnIssueType> BOTH = List.of(OwnIssueType.values());

    private final WorkflowSchemeManager schemes = mock(WorkflowSchemeManager.class);
    private final SearchService search = mock(SearchService.class);
    private final PluginSettingsFactory settings = mock(PluginSettingsFactory.class);
    private final Project shop = mock(Project.class);
    private final AssignableWorkflowScheme scheme = mock(AssignableWorkflowScheme.class);
    private Scheme workflows;

    @Before
    public void aProjectWithASchemeOfItsOwn() throws Exception {
        PluginSettings remembered = mock(PluginSettings.class);
        when(remembered.get(anyString())).thenAnswer(call -> call.getArgument(0, String.class).contains("workflow")
                ? "ours of " + call.getArgument(0) : call.getArgument(0, String.class).endsWith("blocker") ? "20"
                : "10");
        when(remembered.get(endsWith("type-maps"))).thenReturn(null);
        when(settings.createGlobalSettings()).thenReturn(remembered);
        workflows = new WorkflowsOfProject(schemes, IssueTypeFixture.ownIssueTypes(settings),
                new IssueCount(search, mock(JiraAuthenticationContext.class)));
        when(scheme.getName()).thenReturn("SHOP: workflows");
        when(schemes.getWorkflowSchemeObj(shop)).thenReturn(scheme);
        when(schemes.getWorkflowName(eq(shop), anyString())).thenReturn("some other workflow");
        when(schemes.getProjectsUsing(scheme)).thenReturn(List.of(shop));
        when(search.parseQuery(any(), anyString())).thenReturn(new SearchService.ParseResult(mock(Query.class), new MessageSetImpl()));
    }

    @Test
    public void extendsASchemeThatOnlyThisProjectUses() {
        assertEquals(List.of(), workflows.plans().apply(shop, BOTH).obstacles());
    }

    @Test
    public void refusesWhileIssuesWouldHaveToBeMigrated() throws Exception {
        when(search.searchCountOverrideSecurity(any(), any())).thenReturn(3L);

        assertEquals(List.of(Message.of("decision-gates.jira.project.needs-migration", 3L, "Decision"),
                Message.of("decision-gates.jira.project.needs-migration", 3L, "Blocker")), workflows.plans().apply(shop, BOTH).obstacles());
    }

    @Test
    public void refusesWhileTheSchemeHasADraft() {
        when(schemes.hasDraft(scheme)).thenReturn(true);

        assertEquals(List.of(Message.of("decision-gates.jira.project.draft-scheme", "SHOP: workflows")),
                workflows.plans().apply(shop, BOTH).obstacles());
    }

    @Test
    public void asksNeitherForDraftsNorForOtherProjectsWhereTheProjectGetsItsOwnCopy() {
        when(scheme.isDefault()).thenReturn(true);
        when(schemes.hasDraft(scheme)).thenReturn(true);

        assertEquals(List.of(), workflows.plans().apply(shop, BOTH).obstacles());
    }
}
