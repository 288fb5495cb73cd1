package org.decisiongates.jira.summary;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.web.ExecutingHttpRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.Before;
import org.junit.Test;

public class ProjectWeekPanelTest {

    private final ProjectWeekPage page = mock(ProjectWeekPage.class);
    private final ProjectManager projects = mock(ProjectManager.class);
    private final JiraAuthenticationContext authentication = mock(JiraAuthenticationContext.class);
    private final ApplicationUser reader = mock(ApplicationUser.class);
    private final Project shop = mock(Project.class);
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final ProjectWeekPanel panel = new ProjectWeekPanel(page, projects, authentication);

    @Before
    public void logIn() throws Exception {
        when(authentication.getLoggedInUser()).thenReturn(reader);
        when(projects.getProjectByCurrentKey("SHOP")).thenReturn(shop);
        when(request.getParameter("week")).thenReturn("2026-W10");
        when(request.getParameter("compare")).thenReturn("previous");
        when(request.getParameter("owner")).thenReturn("Maya");
        when(page.html(shop, reader, new ProjectWeekQuestion("2026-W10", "previous", "Maya"))).thenReturn("week 10");
        when(page.html(shop, reader, new ProjectWeekQuestion(null, null, null))).thenReturn("this week");
        when(page.unknown()).thenReturn("which project?");
        when(page.failed()).thenReturn("failed");
    }

    @Test
    public void findsTheProjectByEachDocumentedName() {
        for (Map<String, Object> context : List.<Map<String, Object>>of(Map.of("project", shop), Map.of("projectKey", "SHOP"),
                Map.of("pathEncodedProjectKey", "SHOP"), Map.of("projectKey", "GONE", "pathEncodedProjectKey", "SHOP"))) {
            assertEquals(context + "", "this week", panel.getHtml(context));
        }
    }

    @Test
    public void showsTheWeekOfTheAddressWhereTheRequestIsGiven() {
        assertEquals("week 10", panel.getHtml(Map.of("project", shop, "request", request)));
    }

    @Test
    public void showsTheWeekOfTheAddressWhereTheRequestIsOnlyAtHand() {
        ExecutingHttpRequest.set(request, null);
        try {
            assertEquals("week 10", panel.getHtml(Map.of("projectKey", "SHOP")));
        } finally {
            ExecutingHttpRequest.clear();
        }
    }

    @Test
    public void saysSoWhenNothingIsKnown() {
        for (Map<String, Object> context : List.<Map<String, Object>>of(Map.of(), Map.of("project", "SHOP"), Map.of("projectKey", "GONE"),
                Map.of("request", request))) {
            assertEquals(context + "", "which project?", panel.getHtml(context));
        }
    }

    @Test
    public void saysSoWhenThePageCannotBeDrawn() throws Exception {
        when(page.html(shop, reader, new ProjectWeekQuestion(null, null, null))).thenThrow(new IllegalStateException("broken"));
        assertEquals("failed", panel.getHtml(Map.of("project", shop)));
    }
}
