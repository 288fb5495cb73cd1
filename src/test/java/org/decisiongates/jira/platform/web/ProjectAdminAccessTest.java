package org.decisiongates.jira.platform.web;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;

public class ProjectAdminAccessTest {

    private final UserAccess users = mock(UserAccess.class);
    private final Access access = mock(Access.class);
    private final TemplateRenderer renderer = mock(TemplateRenderer.class);
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);
    private final Project project = mock(Project.class);
    private final ProjectAdminAccess door = new ProjectAdminAccess(users, access, new FormPages(mock(XsrfTokenAccessor.class),
            mock(XsrfTokenValidator.class), Texts.english(), renderer, mock(PageBuilderService.class, RETURNS_DEEP_STUBS)));

    @Before
    public void loggedIn() throws Exception {
        when(users.admit(request, response)).thenReturn(Optional.of(mock(ApplicationUser.class)));
        when(access.administered("SHOP")).thenReturn(project);
        when(access.administered("GONE")).thenThrow(new ProblemException(404, "decision-gates.jira.rest.no-such-project", "GONE"));
    }

    @Test
    public void admitsToTheProjectThatIsNamed() throws Exception {
        when(request.getParameter("project")).thenReturn("SHOP");
        assertEquals(Optional.of(Optional.of(project)), door.admit(request, response));
        when(request.getParameter("project")).thenReturn(" ");
        assertEquals("the page says that none is named", Optional.of(Optional.empty()), door.admit(request, response));
        verify(response, never()).setStatus(anyInt());
    }

    @Test
    public void saysOnAPageWhatIsNotThere() throws Exception {
        when(request.getParameter("project")).thenReturn("GONE");
        assertEquals(Optional.empty(), door.admit(request, response));
        verify(response).setStatus(404);
        verify(response, never()).sendError(anyInt());
        verify(renderer).render("/jira/platform/refusal.vm",
                Map.of("view", new RefusalView(List.of("There is no project \u201CGONE\u201D, or you may not see it."))),
                response.getWriter());
    }

    @Test
    public void leavesTheAnswerToTheLogin() throws Exception {
        when(users.admit(request, response)).thenReturn(Optional.empty());
        assertEquals(Optional.empty(), door.admit(request, response));
        verify(renderer, never()).render(any(), any(), any());
    }

    @Test
    public void showsReasonsAsTexts() {
        page("There is no project \u201CGONE\u201D, or you may not see it.").matches("typical");
        page(GoldenHtml.HOSTILE).matches("hostile");
        GoldenHtml.of("jira/platform/refusal.vm").with("view", new RefusalView(List.of())).matches("empty");
    }

    private static GoldenHtml page(String reason) {
        return GoldenHtml.of("jira/platform/refusal.vm").with("view", new RefusalView(List.of(reason)));
    }
}
