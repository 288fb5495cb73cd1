package org.decisiongates.jira.audit;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.AdminAccess;
import org.decisiongates.web.AllowedMethods;

/**
 * Serves the page on which a person is erased. An administrator need not have application access: it admits everybody, and
 * {@link AdminAccess} decides, which also asks for a confirmed session.
 */
@UnrestrictedAccess
public final class ErasureServlet extends HttpServlet {

    private static final String TEMPLATE = "/jira/audit/erasure.vm";
    private static final String WEB_RESOURCE = "org.decisiongates.decision-gates:audit";
    private static final AllowedMethods METHODS = AllowedMethods.of("GET", "POST");

    private final transient AdminAccess door;
    private final transient ErasurePage page;
    private final transient XsrfTokenAccessor tokens;
    private final transient XsrfTokenValidator tokenCheck;
    private final transient JiraTexts texts;
    private final transient TemplateRenderer renderer;
    private final transient PageBuilderService pageBuilder;

    public ErasureServlet(AdminAccess door, ErasurePage page, XsrfTokenAccessor tokens, XsrfTokenValidator tokenCheck, JiraTexts texts,
            TemplateRenderer renderer, PageBuilderService pageBuilder) {
        this.door = door;
        this.page = page;
        this.tokens = tokens;
        this.tokenCheck = tokenCheck;
        this.texts = texts;
        this.renderer = renderer;
        this.pageBuilder = pageBuilder;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (METHODS.admit(request, response)) {
            super.service(request, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (door.letsIn(request, response)) {
            render(page.empty(tokenCheck.getXsrfParameterName(), token(request, response), List.of()), response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!door.letsIn(request, response)) {
            return;
        }
        if (tokenCheck.validateFormEncodedToken(request)) {
            render(page.submitted(tokenCheck.getXsrfParameterName(), token(request, response), request::getParameter), response);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            render(page.empty(tokenCheck.getXsrfParameterName(), token(request, response),
                    List.of(texts.text("decision-gates.jira.admin.no-token"))), response);
        }
    }

    private String token(HttpServletRequest request, HttpServletResponse response) {
        return tokens.getXsrfToken(request, response, true);
    }

    private void render(ErasureView view, HttpServletResponse response) throws IOException {
        pageBuilder.assembler().resources().requireWebResource(WEB_RESOURCE);
        response.setContentType("text/html;charset=UTF-8");
        renderer.render(TEMPLATE, Map.of("view", view), response.getWriter());
    }
}
