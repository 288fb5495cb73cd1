package org.decisiongates.jira.platform.web;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.Texts;

public class FormServletTest {

    private final XsrfTokenAccessor tokens = mock(XsrfTokenAccessor.class);
    private final XsrfTokenValidator tokenCheck = mock(XsrfTokenValidator.class);
    private final TemplateRenderer renderer = mock(TemplateRenderer.class);
    private final PageBuilderService pageBuilder = mock(PageBuilderService.class, RETURNS_DEEP_STUBS);
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);
    private final List<String> calls = new ArrayList<>();
    private Optional<String> admitted = Optional.of("somebody");
    private Optional<Project> settingsOf = Optional.empty();

    private final FormServlet<String> servlet = new FormServlet<>(
            new FormPages(tokens, tokenCheck, Texts.english(), renderer, pageBuilder), "app:one", "app:two") {

        private static final long serialVersionUID = 1L;

        @Override
        protected Optional<String> admit(HttpServletRequest asked, HttpServletResponse answered) {
            calls.add("admit");
            return admitted;
        }

        @Override
        protected Optional<Project> settingsOf(String who) {
            return settingsOf;
        }

        @Override
        protected void show(FormPage page, String who, List<String> errors) throws java.io.IOException {
            calls.add("show " + who + " " + page.parameter("text") + errors.size());
            page.render(page.tokenName() + "=" + page.tokenValue(), "/one.vm", "/two.vm");
        }

        @Override
        protected void submit(FormPage page, String who) {
            calls.add("submit " + who + " " + page.parameter("text"));
        }
    };

    @Before
    public void setUp() {
        when(tokenCheck.getXsrfParameterName()).thenReturn("atl_token");
        when(tokens.getXsrfToken(request, response, true)).thenReturn("t");
        when(request.getParameter("text")).thenReturn(" typed ");
    }

    @Test
    public void showsThePageToWhomItAdmits() throws Exception {
        answer("GET");
        assertEquals(List.of("admit", "show somebody typed0"), calls);
        verify(response).setContentType("text/html;charset=UTF-8");
        verify(response).setHeader("Cache-Control", "no-store");
        verify(pageBuilder.assembler().resources()).requireWebResource("app:one");
        verify(pageBuilder.assembler().resources()).requireWebResource("app:two");
        verify(renderer).render("/one.vm", Map.of("view", "atl_token=t"), response.getWriter());
        verify(renderer).render("/two.vm", Map.of("view", "atl_token=t"), response.getWriter());
        verify(response, never()).setStatus(anyInt());
    }

    @Test
    public void leadsFromThePageOfAProjectBackToIt() throws Exception {
        Project shop = mock(Project.class);
        when(shop.getKey()).thenReturn("SHOP");
        when(shop.getName()).thenReturn("Storefront");
        settingsOf = Optional.of(shop);
        when(request.getContextPath()).thenReturn("/jira");
        StringWriter written = new StringWriter();
        when(response.getWriter()).thenReturn(new PrintWriter(written));
        for (String template : List.of("/one.vm", "/two.vm", "/jira/platform/project-breadcrumbs.vm")) {
            doAnswer(call -> {
                call.<Writer>getArgument(2).write(template.equals("/one.vm") ? "<head></head><body><h2>One</h2>"
                        : template.equals("/two.vm") ? "two</body>"
                        : call.<Map<String, Object>>getArgument(1).get("view").toString());
                return null;
            }).when(renderer).render(eq(template), any(), any());
        }
        answer("GET");
        assertEquals("<head></head><body>" + new ProjectBreadcrumbsView("Storefront", "/jira/projects/SHOP") + "<h2>One</h2>two</body>",
                written.toString());
    }

    @Test
    public void doesWhatAFormOfThePageAsks() throws Exception {
        when(tokenCheck.validateFormEncodedToken(request)).thenReturn(true);
        answer("POST");
        assertEquals(List.of("admit", "submit somebody typed"), calls);
    }

    @Test
    public void showsThePageAgainAndDoesNothingForAFormFromElsewhere() throws Exception {
        answer("POST");
        assertEquals(List.of("admit", "show somebody typed1"), calls);
        verify(response).setStatus(403);
    }

    @Test
    public void doesNothingForWhomItDoesNotAdmit() throws Exception {
        admitted = Optional.empty();
        when(tokenCheck.validateFormEncodedToken(request)).thenReturn(true);
        answer("GET");
        answer("POST");
        assertEquals(List.of("admit", "admit"), calls);
        verify(renderer, never()).render(any(), any(), any());
    }

    @Test
    public void asksNobodyAboutAMethodThatItDoesNotTake() throws Exception {
        answer("PUT");
        assertEquals(List.of(), calls);
        verify(response).sendError(405);
    }

    private void answer(String method) throws Exception {
        when(request.getMethod()).thenReturn(method);
        servlet.service(request, response);
    }
}
