package org.decisiongates.jira.readiness;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import com.atlassian.templaterenderer.TemplateRenderer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.search.BadQueryException;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.web.AllowedMethods;

/** Takes the query of a bulk check, and leads to the page of the task. Without an annotation Jira lets in licensed people only. */
public final class BulkCheckServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    static final String ADDRESS = "/plugins/servlet/decision-gates/bulk-check";
    private static final String TASK = "/plugins/servlet/decision-gates/tasks?id=";
    private static final String TEMPLATE = "/jira/readiness/bulk-check.vm";
    private static final AllowedMethods METHODS = AllowedMethods.of("GET", "POST");

    private final transient BulkCheck check;
    private final transient JiraAuthenticationContext authentication;
    private final transient JiraTexts texts;
    private final transient ApplicationProperties application;
    private final transient XsrfTokenAccessor tokens;
    private final transient XsrfTokenValidator tokenCheck;
    private final transient TemplateRenderer renderer;

    public BulkCheckServlet(BulkCheck check, JiraAuthenticationContext authentication, JiraTexts texts, ApplicationProperties application,
            XsrfTokenAccessor tokens, XsrfTokenValidator tokenCheck, TemplateRenderer renderer) {
        this.check = check;
        this.authentication = authentication;
        this.texts = texts;
        this.application = application;
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
        show(request, response, List.of());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ApplicationUser caller = authentication.getLoggedInUser();
        if (!tokenCheck.validateFormEncodedToken(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            show(request, response, List.of(texts.text("decision-gates.jira.admin.no-token")));
            return;
        }
        try {
            response.sendRedirect(addressOf(check.start(jql(request), caller)));
        } catch (BadQueryException e) {
            refuse(request, response, 400, e.messages());
        } catch (ProblemException e) {
            refuse(request, response, e.status(), texts.texts(e.messages()));
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status, List<String> problems) throws IOException {
        response.setStatus(status);
        show(request, response, problems);
    }

    private void show(HttpServletRequest request, HttpServletResponse response, List<String> problems) throws IOException {
        List<LinkView> underWay = check.underWay(authentication.getLoggedInUser()).stream()
                .map(task -> new LinkView(texts.text("decision-gates.readiness.check.under-way", task.title()), addressOf(task), "task"))
                .toList();
        response.setContentType("text/html;charset=UTF-8");
        renderer.render(TEMPLATE, Map.of("view", new BulkCheckView(tokenCheck.getXsrfParameterName(),
                tokens.getXsrfToken(request, response, true), application.getBaseUrl(UrlMode.RELATIVE) + ADDRESS, jql(request), problems,
                underWay)), response.getWriter());
    }

    private String addressOf(BackgroundTask task) {
        return application.getBaseUrl(UrlMode.RELATIVE) + TASK + task.id();
    }

    private static String jql(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("jql")).orElse("");
    }
}
