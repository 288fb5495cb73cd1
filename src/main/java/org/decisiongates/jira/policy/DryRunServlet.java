package org.decisiongates.jira.policy;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.jira.project.Project;
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
import org.decisiongates.jira.platform.search.BadQueryException;
import org.decisiongates.jira.platform.task.TaskRunner;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.replay.ReplayService;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyJson;
import org.decisiongates.policy.Scope;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.web.AllowedMethods;

/**
 * Serves the page on which a dry run or a replay is started: of the policy as the editor submits it, or of the newest version. It admits
 * everybody, as an administrator need not have application access, and {@link PolicyPageAccess} decides.
 */
@UnrestrictedAccess
public final class DryRunServlet extends HttpServlet {

    private static final String WEB_RESOURCE = "org.decisiongates.decision-gates:policy";
    private static final String TEMPLATE = "/jira/policy/dry-run.vm";
    private static final String FOUR_WEEKS = "4";
    private static final AllowedMethods METHODS = AllowedMethods.of("GET", "POST");

    private final transient PolicyPageAccess pageAccess;
    private final transient PolicyAccess access;
    private final transient PolicyEditor editor;
    private final transient PolicyService policies;
    private final transient DryRunService dryRuns;
    private final transient ReplayService replays;
    private final transient TaskRunner tasks;
    private final transient JiraAuthenticationContext authentication;
    private final transient XsrfTokenAccessor tokens;
    private final transient XsrfTokenValidator tokenCheck;
    private final transient JiraTexts texts;
    private final transient TemplateRenderer renderer;
    private final transient PageBuilderService pageBuilder;

    public DryRunServlet(PolicyPageAccess pageAccess, PolicyAccess access, PolicyEditor editor, PolicyService policies,
            DryRunService dryRuns,
            ReplayService replays, TaskRunner tasks, JiraAuthenticationContext authentication, XsrfTokenAccessor tokens,
            XsrfTokenValidator tokenCheck,
            JiraTexts texts, TemplateRenderer renderer, PageBuilderService pageBuilder) {
        this.pageAccess = pageAccess;
        this.access = access;
        this.editor = editor;
        this.policies = policies;
        this.dryRuns = dryRuns;
        this.replays = replays;
        this.tasks = tasks;
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

    /** Shows the form, for the newest version. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Scope> scope = pageAccess.scope(request, response);
        if (scope.isPresent()) {
            serve(request, response, () -> policies.version(policies.newest(scope.get(), parameter(request, "key")).version()), "",
                    List.of());
        }
    }

    /** Shows the form for a policy that is being edited; of the form itself, starts the dry run or the replay. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Scope> scope = pageAccess.scope(request, response);
        if (scope.isEmpty()) {
            return;
        }
        String key = parameter(request, "key");
        String sent = Optional.ofNullable(request.getParameter("draft")).orElse("");
        String jql = parameter(request, "jql");
        Draft edited = sent.isEmpty() ? () -> editor.draft(scope.get(), key, request.getParameterMap())
                : () -> policies.read(sent, scope.get(), version(request));
        if (!tokenCheck.validateFormEncodedToken(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            serve(request, response, edited, jql, List.of(texts.text("decision-gates.jira.admin.no-token")));
        } else if (sent.isEmpty()) {
            serve(request, response, edited, jql, List.of());
        } else {
            start(request, response, edited, jql);
        }
    }

    private void start(HttpServletRequest request, HttpServletResponse response, Draft edited, String jql) throws IOException {
        try {
            Policy draft = edited.policy();
            BackgroundTask task = parameter(request, "do").equals("replay")
                    ? replays.start(draft, parameter(request, "project"), jql, parameter(request, "weeks"), user())
                    : dryRuns.start(user(), draft, project(request), jql);
            response.sendRedirect(taskPage(request, task.id()));
        } catch (BadQueryException e) {
            serve(request, response, edited, jql, e.messages());
        } catch (ProblemException e) {
            serve(request, response, edited, jql, texts.texts(e.messages()));
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, Draft read, String jql, List<String> errors)
            throws IOException {
        String key = parameter(request, "key");
        PolicyPages.Page page = new PolicyPages.Page(parameter(request, "project"), tokenCheck.getXsrfParameterName(),
                tokens.getXsrfToken(request, response, true));
        String name = key;
        String text = "";
        Set<String> wrong = new LinkedHashSet<>(errors);
        try {
            Policy draft = read.policy();
            policies.check(draft);
            name = draft.name();
            text = PolicyJson.write(draft);
        } catch (ProblemException e) {
            wrong.addAll(texts.texts(e.messages()));
        }
        List<String> running = Stream.of(DryRunService.KIND, ReplayService.KIND)
                .flatMap(kind -> tasks.underWay(kind, user().getKey()).stream()).map(task -> taskPage(request, task.id())).toList();
        String weeks = parameter(request, "weeks").isEmpty() ? FOUR_WEEKS : parameter(request, "weeks");
        String query = jql.isEmpty() && !page.project().isEmpty() ? "project = " + project(request).get().getKey() : jql;
        pageBuilder.assembler().resources().requireWebResource(WEB_RESOURCE);
        response.setContentType("text/html;charset=UTF-8");
        renderer.render(TEMPLATE, Map.of("view", new DryRunView(page.tokenName(), page.tokenValue(), page.project(), page.policy(key),
                page.dryRun(key), name, text, query, weeks, running, List.copyOf(wrong))), response.getWriter());
    }

    /** The number that the draft would be stored under. */
    private int version(HttpServletRequest request) {
        String key = parameter(request, "key");
        Scope scope = project(request).map(project -> Scope.of(project.getId())).orElse(Scope.GLOBAL);
        return policies.nextVersion(scope, key).version();
    }

    private Optional<Project> project(HttpServletRequest request) {
        return Optional.of(parameter(request, "project")).filter(key -> !key.isEmpty()).map(access::project);
    }

    private ApplicationUser user() {
        return authentication.getLoggedInUser();
    }

    private static String taskPage(HttpServletRequest request, String id) {
        return request.getContextPath() + "/plugins/servlet/decision-gates/tasks?id=" + id;
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }

    /** Reads the policy that is tried; throws a {@link ProblemException} where it cannot be. */
    private interface Draft {
        Policy policy();
    }
}
