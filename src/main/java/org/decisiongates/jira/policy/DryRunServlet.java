package org.decisiongates.jira.policy;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.search.BadQueryException;
import org.decisiongates.jira.platform.task.TaskRunner;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.platform.web.FormPages;
import org.decisiongates.jira.platform.web.FormServlet;
import org.decisiongates.jira.platform.web.ScopeAccess;
import org.decisiongates.jira.replay.ReplayService;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyJson;
import org.decisiongates.policy.Scope;
import org.decisiongates.task.BackgroundTask;

/**
 * Serves the page on which a dry run or a replay is started: of the policy as the editor submits it, or of the newest version. It admits
 * everybody, as an administrator need not have application access, and {@link ScopeAccess} decides.
 */
@UnrestrictedAccess
public final class DryRunServlet extends FormServlet<Scope> {

    private static final long serialVersionUID = 1L;
    private static final String FOUR_WEEKS = "4";

    private final transient ScopeAccess pageAccess;
    private final transient PolicyAccess access;
    private final transient PolicyEditor editor;
    private final transient PolicyService policies;
    private final transient DryRunService dryRuns;
    private final transient ReplayService replays;
    private final transient TaskRunner tasks;
    private final transient JiraAuthenticationContext authentication;
    private final transient JiraTexts texts;

    public DryRunServlet(FormPages pages, ScopeAccess pageAccess, PolicyAccess access, PolicyEditor editor, PolicyService policies,
            DryRunService dryRuns, ReplayService replays, TaskRunner tasks, JiraAuthenticationContext authentication, JiraTexts texts) {
        super(pages, "org.decisiongates.decision-gates:policy");
        this.pageAccess = pageAccess;
        this.access = access;
        this.editor = editor;
        this.policies = policies;
        this.dryRuns = dryRuns;
        this.replays = replays;
        this.tasks = tasks;
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

    @Override
    protected void show(FormPage form, Scope scope, List<String> errors) throws IOException {
        PolicyPages.Page page = PolicyPages.Page.of(form);
        String key = form.parameter("key");
        String name = key;
        String back = page.policy(key);
        String text = "";
        Set<String> wrong = new LinkedHashSet<>(errors);
        try {
            Policy draft = draft(form, scope);
            policies.check(draft);
            name = draft.name();
            text = PolicyJson.write(draft);
        } catch (ProblemException e) {
            wrong.addAll(texts.texts(e.messages()));
            if (key.isEmpty() || e.status() == HttpServletResponse.SC_NOT_FOUND) {
                name = texts.text("decision-gates.jira.policy.title");
                back = page.list();
            }
        }
        List<String> running = Stream.of(DryRunService.KIND, ReplayService.KIND)
                .flatMap(kind -> tasks.underWay(kind, user().getKey()).stream()).map(task -> taskPage(form, task)).toList();
        String weeks = form.parameter("weeks").isEmpty() ? FOUR_WEEKS : form.parameter("weeks");
        String jql = form.isSubmitted() ? form.parameter("jql") : "";
        String query = jql.isEmpty() ? project(form).map(project -> "project = \"" + project.getKey() + "\"").orElse("") : jql;
        form.render(new DryRunView(page.tokenName(), page.tokenValue(), page.project(), back, page.dryRun(key), name, text,
                query, weeks, running, List.copyOf(wrong)), "/jira/policy/dry-run.vm");
    }

    /** Shows the form for a policy that is being edited; of the form itself, starts the dry run or the replay. */
    @Override
    protected void submit(FormPage form, Scope scope) throws IOException {
        if (form.parameter("draft").isEmpty()) {
            show(form, scope, List.of());
            return;
        }
        String jql = form.parameter("jql");
        try {
            Policy draft = draft(form, scope);
            BackgroundTask task = form.parameter("do").equals("replay")
                    ? replays.start(draft, form.parameter("project"), jql, form.parameter("weeks"), user())
                    : dryRuns.start(user(), draft, project(form), jql);
            form.redirect(taskPage(form, task));
        } catch (BadQueryException e) {
            show(form, scope, e.messages());
        } catch (ProblemException e) {
            show(form, scope, texts.texts(e.messages()));
        }
    }

    /** The policy that is tried: the newest version, or what the editor or this form has sent. */
    private Policy draft(FormPage form, Scope scope) {
        String key = form.parameter("key");
        if (key.isEmpty()) {
            throw new ProblemException(400, "decision-gates.jira.policy.dry-run.no-key", "key");
        }
        if (!form.isSubmitted()) {
            return policies.version(policies.newest(scope, key).version());
        }
        return form.parameter("draft").isEmpty() ? editor.draft(scope, key, form.parameters())
                : policies.read(form.sent("draft"), scope, policies.nextVersion(scope, key).version());
    }

    private Optional<Project> project(FormPage form) {
        return Optional.of(form.parameter("project")).filter(key -> !key.isEmpty()).map(access::project);
    }

    private ApplicationUser user() {
        return authentication.getLoggedInUser();
    }

    private static String taskPage(FormPage form, BackgroundTask task) {
        return form.contextPath() + "/plugins/servlet/decision-gates/tasks?id=" + task.id();
    }
}
