package org.decisiongates.jira.policy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.Scope;
import org.decisiongates.web.AllowedMethods;

/**
 * Serves the pages of policies: of all projects to administrators of Jira, with {@code project} of a project to its administrators. It
 * admits everybody, as an administrator need not have application access, and decides by itself.
 */
@UnrestrictedAccess
public final class PolicyServlet extends HttpServlet {

    private static final String WEB_RESOURCE = "org.decisiongates.decision-gates:policy";
    private static final List<String> LIST = List.of("/jira/policy/policies.vm");
    private static final List<String> HISTORY = List.of("/jira/policy/history.vm");
    private static final List<String> EDITOR = List.of("/jira/policy/policy.vm", "/jira/policy/policy-tests.vm");
    private static final AllowedMethods METHODS = AllowedMethods.of("GET", "POST");

    private final transient PolicyPageAccess pageAccess;
    private final transient PolicyPages pages;
    private final transient JiraAuthenticationContext authentication;
    private final transient XsrfTokenAccessor tokens;
    private final transient XsrfTokenValidator tokenCheck;
    private final transient JiraTexts texts;
    private final transient TemplateRenderer renderer;
    private final transient PageBuilderService pageBuilder;

    public PolicyServlet(PolicyPageAccess pageAccess, PolicyPages pages, JiraAuthenticationContext authentication, XsrfTokenAccessor tokens,
            XsrfTokenValidator tokenCheck, JiraTexts texts, TemplateRenderer renderer, PageBuilderService pageBuilder) {
        this.pageAccess = pageAccess;
        this.pages = pages;
        this.authentication = authentication;
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
        Optional<Scope> scope = pageAccess.scope(request, response);
        if (scope.isPresent()) {
            show(request, response, scope.get(), List.of());
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Scope> scope = pageAccess.scope(request, response);
        if (scope.isEmpty()) {
            return;
        }
        if (!tokenCheck.validateFormEncodedToken(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            show(request, response, scope.get(), List.of(texts.text("decision-gates.jira.admin.no-token")));
            return;
        }
        ApplicationUser user = authentication.getLoggedInUser();
        String key = parameter(request, "key");
        if (key.isEmpty()) {
            render(LIST, pages.imported(page(request, response), scope.get(), user, request.getParameterMap()), response);
        } else if (!parameter(request, "history").isEmpty()) {
            render(HISTORY, pages.reverted(page(request, response), scope.get(), key, user, request.getParameterMap()), response);
        } else {
            render(EDITOR, pages.submitted(page(request, response), scope.get(), key, user, request.getParameterMap()), response);
        }
    }

    /** Shows the list, or the policy that the address names. */
    private void show(HttpServletRequest request, HttpServletResponse response, Scope scope, List<String> errors) throws IOException {
        String key = parameter(request, "key");
        PolicyPages.Page page = page(request, response);
        if (key.isEmpty()) {
            render(LIST, pages.list(page, scope, errors), response);
            return;
        }
        try {
            if (parameter(request, "history").isEmpty()) {
                render(EDITOR, pages.opened(page, scope, key, parameter(request, "from"), errors), response);
            } else {
                render(HISTORY, pages.history(page, scope, key), response);
            }
        } catch (ProblemException e) {
            render(LIST, pages.list(page, scope, texts.texts(e.messages())), response);
        }
    }

    private PolicyPages.Page page(HttpServletRequest request, HttpServletResponse response) {
        return new PolicyPages.Page(parameter(request, "project"), tokenCheck.getXsrfParameterName(),
                tokens.getXsrfToken(request, response, true));
    }

    /** A long page has several templates, rendered one behind the other. */
    private void render(List<String> templates, Object view, HttpServletResponse response) throws IOException {
        pageBuilder.assembler().resources().requireWebResource(WEB_RESOURCE);
        response.setContentType("text/html;charset=UTF-8");
        for (String template : templates) {
            renderer.render(template, Map.of("view", view), response.getWriter());
        }
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }
}
