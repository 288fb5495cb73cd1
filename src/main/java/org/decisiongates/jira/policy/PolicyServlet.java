package org.decisiongates.jira.policy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.platform.web.FormPages;
import org.decisiongates.jira.platform.web.FormServlet;
import org.decisiongates.jira.platform.web.ScopeAccess;
import org.decisiongates.policy.Scope;

/**
 * Serves the pages of policies: of all projects to administrators of Jira, with {@code project} of a project to its administrators. It
 * admits everybody, as an administrator need not have application access, and {@link ScopeAccess} decides.
 */
@UnrestrictedAccess
public final class PolicyServlet extends FormServlet<Scope> {

    private static final long serialVersionUID = 1L;
    private static final String LIST = "/jira/policy/policies.vm";
    private static final String HISTORY = "/jira/policy/history.vm";
    private static final String[] EDITOR = {"/jira/policy/policy.vm", "/jira/policy/policy-approvals.vm",
            "/jira/policy/policy-tests.vm"};

    private final transient ScopeAccess pageAccess;
    private final transient PolicyPages policies;
    private final transient JiraAuthenticationContext authentication;
    private final transient JiraTexts texts;

    public PolicyServlet(FormPages pages, ScopeAccess pageAccess, PolicyPages policies, JiraAuthenticationContext authentication,
            JiraTexts texts) {
        super(pages, "org.decisiongates.decision-gates:policy");
        this.pageAccess = pageAccess;
        this.policies = policies;
        this.authentication = authentication;
        this.texts = texts;
    }

    @Override
    protected Optional<Scope> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return pageAccess.scope(request, response);
    }

    @Override
    protected Optional<Project> settingsOf(Scope scope) {
        return pageAccess.project(scope);
    }

    /** Shows the list, or the policy that the address names. */
    @Override
    protected void show(FormPage form, Scope scope, List<String> errors) throws IOException {
        String key = form.parameter("key");
        PolicyPages.Page page = PolicyPages.Page.of(form);
        if (key.isEmpty()) {
            form.render(policies.list(page, scope, errors), LIST);
            return;
        }
        try {
            if (form.parameter("history").isEmpty()) {
                form.render(policies.opened(page, scope, key, form.parameter("from"), errors), EDITOR);
            } else {
                form.render(policies.history(page, scope, key), HISTORY);
            }
        } catch (ProblemException e) {
            form.render(policies.list(page, scope, texts.texts(e.messages())), LIST);
        }
    }

    @Override
    protected void submit(FormPage form, Scope scope) throws IOException {
        ApplicationUser user = authentication.getLoggedInUser();
        String key = form.parameter("key");
        PolicyPages.Page page = PolicyPages.Page.of(form);
        if (key.isEmpty()) {
            form.render(policies.imported(page, scope, user, form.parameters()), LIST);
            return;
        }
        try {
            if (form.parameter("history").isEmpty()) {
                form.render(policies.submitted(page, scope, key, user, form.parameters()), EDITOR);
            } else {
                form.render(policies.reverted(page, scope, key, user, form.parameters()), HISTORY);
            }
        } catch (ProblemException e) {
            form.render(policies.list(page, scope, texts.texts(e.messages())), LIST);
        }
    }
}
