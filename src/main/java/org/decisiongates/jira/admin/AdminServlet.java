package org.decisiongates.jira.admin;

import java.io.IOException;
import java.util.Map;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import com.atlassian.templaterenderer.TemplateRenderer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.platform.web.AdminAccess;
import org.decisiongates.web.AllowedMethods;

/**
 * Serves the administrator's page; what it shows and does is {@link AdminPage}'s. Without an annotation Jira would let in licensed people
 * only, and an administrator need not have application access: it admits everybody, and {@link AdminAccess} decides.
 */
@UnrestrictedAccess
public final class AdminServlet extends HttpServlet {

    private static final String TEMPLATE = "/jira/admin/admin.vm";
    private static final AllowedMethods METHODS = AllowedMethods.of("GET", "POST");

    private final transient AdminAccess door;
    private final transient AdminPage page;
    private final transient XsrfTokenAccessor tokens;
    private final transient XsrfTokenValidator tokenCheck;
    private final transient TemplateRenderer renderer;

    public AdminServlet(AdminAccess door, AdminPage page, XsrfTokenAccessor tokens, XsrfTokenValidator tokenCheck,
            TemplateRenderer renderer) {
        this.door = door;
        this.page = page;
        this.tokens = tokens;
        this.tokenCheck = tokenCheck;
        this.renderer = renderer;
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
            render(FormOutcome.NONE, request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!door.letsIn(request, response)) {
            return;
        }
        if (!tokenCheck.validateFormEncodedToken(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            render(page.withoutToken(), request, response);
        } else if (request.getParameter("set-up") != null) {
            render(page.completeSetUp(), request, response);
        } else {
            render(page.enable(request.getParameter("project")), request, response);
        }
    }

    private void render(FormOutcome outcome, HttpServletRequest request, HttpServletResponse response) throws IOException {
        AdminView view = page.view(tokenCheck.getXsrfParameterName(), tokens.getXsrfToken(request, response, true), outcome);
        response.setContentType("text/html;charset=UTF-8");
        renderer.render(TEMPLATE, Map.of("view", view), response.getWriter());
    }
}
