package org.decisiongates.jira.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.fields.screen.FieldScreenScheme;
import com.atlassian.jira.issue.fields.screen.FieldScreenSchemeItem;
import com.atlassian.jira.issue.fields.screen.FieldScreenTab;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.jira.platform.web.AdminAccess;
import org.decisiongates.jira.platform.web.FormPages;

public class ScreenFieldServletTest {

    private final TransitionFixture jira = new TransitionFixture();
    private final AdminAccess door = mock(AdminAccess.class);
    private final ApplicationUser admin = mock(ApplicationUser.class);
    private final XsrfTokenAccessor tokens = mock(XsrfTokenAccessor.class);
    private final XsrfTokenValidator check = mock(XsrfTokenValidator.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);
    private final FieldScreenTab tab = mock(FieldScreenTab.class);
    private final List<ScreenFieldView> shown = new ArrayList<>();
    private ScreenFieldServlet servlet;

    @Before
    public void aScreenWithOneField() throws Exception {
        jira.onScreen(TransitionFixture.OWNER_FIELD);
        when(jira.screen.getName()).thenReturn("Decide screen");
        when(jira.screen.getTabs()).thenReturn(List.of(tab));
        when(jira.screen.getTab(0)).thenReturn(tab);
        when(tab.getName()).thenReturn("Fields");
        when(door.admit(any(), any())).thenReturn(Optional.of(admin));
        when(check.getXsrfParameterName()).thenReturn("atl_token");
        when(check.validateFormEncodedToken(any())).thenReturn(true);
        when(tokens.getXsrfToken(any(), any(), anyBoolean())).thenReturn("token");
        when(response.getWriter()).thenReturn(new PrintWriter(new StringWriter()));
        JiraWorkflow workflow = mock(JiraWorkflow.class);
        when(workflow.getName()).thenReturn("Delivery");
        when(workflow.getAllActions()).thenReturn(List.of(jira.action));
        when(jira.action.getName()).thenReturn("Decide");
        when(jira.workflows.getWorkflows()).thenReturn(List.of(workflow));
        FieldScreenScheme scheme = mock(FieldScreenScheme.class);
        FieldScreenSchemeItem item = mock(FieldScreenSchemeItem.class);
        when(item.getFieldScreenId()).thenReturn(7L);
        when(scheme.getName()).thenReturn("Shared");
        when(scheme.getFieldScreenSchemeItems()).thenReturn(List.of(item));
        when(jira.fieldScreenSchemes.getFieldScreenSchemes()).thenReturn(List.of(scheme));
        TemplateRenderer renderer = mock(TemplateRenderer.class);
        doAnswer(call -> shown.add((ScreenFieldView) call.<Map<String, Object>>getArgument(1).get("view"))).when(renderer).render(any(),
                any(), any());
        FormPages pages = new FormPages(tokens, check, jira.texts(), renderer, mock(PageBuilderService.class, RETURNS_DEEP_STUBS));
        servlet = new ScreenFieldServlet(pages, door, jira.screenFields(), jira.fields(), jira.texts());
    }

    @Test
    public void asksWithWhatElseShowsTheScreen() throws Exception {
        servlet.service(request("GET", "7", "fallback"), response);
        assertEquals(List.of("Workflow Delivery, transition Decide", "Screen scheme Shared"), shown.get(0).users());
        golden("typical");
        verify(tab, never()).addFieldScreenLayoutItem(any());
    }

    @Test
    public void addsTheFieldOnce() throws Exception {
        servlet.service(request("POST", "7", "fallback"), response);
        verify(tab).addFieldScreenLayoutItem(TransitionFixture.FALLBACK_FIELD);
        assertTrue(shown.get(0).done(), shown.get(0).done().contains("To undo this, open the screen"));
        golden("empty");
        jira.onScreen(TransitionFixture.OWNER_FIELD, TransitionFixture.FALLBACK_FIELD);
        servlet.service(request("POST", "7", "fallback"), response);
        verify(tab, times(1)).addFieldScreenLayoutItem(any());
        assertTrue(shown.get(1).done(), shown.get(1).done().contains("Nothing was changed."));
    }

    @Test
    public void addsNothingWithoutProofOfTheFormAndForNobodyElse() throws Exception {
        when(check.validateFormEncodedToken(any())).thenReturn(false);
        servlet.service(request("POST", "7", "fallback"), response);
        verify(response).setStatus(403);
        assertTrue(shown.get(0).problem(), !shown.get(0).problem().isEmpty() && !shown.get(0).question().isEmpty());
        when(check.validateFormEncodedToken(any())).thenReturn(true);
        when(door.admit(any(), any())).thenReturn(Optional.empty());
        servlet.service(request("POST", "7", "fallback"), response);
        servlet.service(request("GET", "7", "fallback"), response);
        assertEquals(1, shown.size());
        verify(tab, never()).addFieldScreenLayoutItem(any());
    }

    @Test
    public void addsNoFieldThatIsNotThereOrThatNobodyFillsIn() throws Exception {
        String[][] wrong = {{"8", "fallback"}, {"", "fallback"}, {"x' or 1=1", "fallback"}, {"9".repeat(40), "fallback"}, {"7", ""},
                {"7", "created"}, {"7", "customfield_999999"}, {"7", GoldenHtml.HOSTILE}, {null, null}};
        for (String[] one : wrong) {
            servlet.service(request("POST", one[0], one[1]), response);
        }
        verify(response, times(wrong.length)).setStatus(404);
        verify(tab, never()).addFieldScreenLayoutItem(any());
    }

    @Test
    public void showsTextsAsTexts() throws Exception {
        when(jira.screen.getName()).thenReturn(GoldenHtml.HOSTILE);
        when(jira.action.getName()).thenReturn(GoldenHtml.HOSTILE);
        servlet.service(request("GET", "7", "fallback"), response);
        golden("hostile");
    }

    private void golden(String scenario) {
        GoldenHtml.of("jira/gate/screen-field.vm").with("view", shown.get(0)).matches(scenario);
    }

    private static HttpServletRequest request(String method, String screen, String field) {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getMethod()).thenReturn(method);
        when(request.getParameter("screen")).thenReturn(screen);
        when(request.getParameter("field")).thenReturn(field);
        return request;
    }
}
