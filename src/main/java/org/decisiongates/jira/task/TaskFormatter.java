package org.decisiongates.jira.task;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.MomentFormatter;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.report.GateReport;
import org.decisiongates.task.BackgroundTask;

/** Words a background task for its owner. */
@JiraComponent
public class TaskFormatter {

    /** The kind of a task that enables a project; its own page says what came of it. */
    public static final String SET_UP = "set-up";

    /** The kind of a task that takes out a project; its own page leads to the file. */
    public static final String TAKE_OUT = "take-out";

    /** The kind of a task that checks a file before it is imported. */
    public static final String IMPORT_CHECK = "import-check";

    /** The kind of a task that imports such a file; one page shows both. */
    public static final String IMPORT = "import";

    private static final String PAGE = "/plugins/servlet/decision-gates/tasks?id=";
    private static final String SET_UP_PAGE = "/plugins/servlet/decision-gates/get-started?project=";
    private static final String TAKE_OUT_PAGE = "/plugins/servlet/decision-gates/take-out?project=";
    private static final String IMPORT_PAGE = "/plugins/servlet/decision-gates/import?task=";
    private static final String POLICIES = "/plugins/servlet/decision-gates/policies";
    private static final String BULK_CHECK = "/plugins/servlet/decision-gates/bulk-check";
    /** Kinds that have a name of their own. */
    private static final Set<String> NAMED = Set.of("dry-run", "replay", "bulk-check");
    /** Kinds that begin at a policy. */
    private static final Set<String> OF_POLICIES = Set.of("dry-run", "replay");

    private final Access access;
    private final JiraTexts texts;
    private final ApplicationProperties application;
    private final MomentFormatter moments;
    private final ReportFormatter reports;

    TaskFormatter(Access access, JiraTexts texts, ApplicationProperties application, MomentFormatter moments, ReportFormatter reports) {
        this.access = access;
        this.texts = texts;
        this.application = application;
        this.moments = moments;
        this.reports = reports;
    }

    /**
     * @param report what came of it; empty unless it is done, and can be read
     * @param start  which of its entries is shown first
     * @param errors why what was asked of the task was not done
     */
    TaskView view(BackgroundTask task, Optional<GateReport> report, int start, String tokenName, String tokenValue, List<String> errors) {
        String page = addressOf(task);
        String rest = addressInRest(task);
        return new TaskView(tokenName, tokenValue, errors, kind(task), task.title(), ways(task), state(task, report.isPresent()),
                task.state().isOver() ? List.of() : List.of(progress(task, page, rest)),
                report.map(found -> reports.view(found, start, page, rest, context())).stream().toList());
    }

    /** What there is to say where the reader has no such task, the same whatever the reason; with ways to where one is started. */
    TaskView none() {
        LinkView check = new LinkView(texts.text("decision-gates.readiness.check.title"), context() + BULK_CHECK, "check");
        return new TaskView("", "", List.of(), texts.text("decision-gates.jira.task.kind.other"), "",
                access.isAdmin() ? List.of(policies(""), check) : List.of(check),
                new MarkView(texts.text("decision-gates.jira.task.none"), "warning"), List.of(), List.of());
    }

    /** The page of the task. */
    String addressOf(BackgroundTask task) {
        return context() + PAGE + encoded(task.id());
    }

    /** The page that tells what came of a task that enables a project. */
    public String setUpPage(BackgroundTask task) {
        return context() + SET_UP_PAGE + encoded(task.scope()) + "&task=" + encoded(task.id());
    }

    /** The page that leads to what a task took out. */
    public String takeOutPage(BackgroundTask task) {
        return context() + TAKE_OUT_PAGE + encoded(task.scope()) + "&task=" + encoded(task.id());
    }

    /** The page that tells what came of a check or an import. */
    public String importPage(BackgroundTask task) {
        return context() + IMPORT_PAGE + encoded(task.id());
    }

    private String kind(BackgroundTask task) {
        return texts.text("decision-gates.jira.task.kind." + (NAMED.contains(task.kind()) ? task.kind() : "other"));
    }

    private List<LinkView> ways(BackgroundTask task) {
        if (OF_POLICIES.contains(task.kind())) {
            return List.of(policies(task.scope().isEmpty() ? "" : "?project=" + encoded(task.scope())));
        }
        return task.kind().equals("bulk-check")
                ? List.of(new LinkView(texts.text("decision-gates.jira.task.again"), context() + BULK_CHECK + query(task), "again"))
                : List.of();
    }

    private LinkView policies(String query) {
        return new LinkView(texts.text("decision-gates.jira.task.policies"), context() + POLICIES + query, "policies");
    }

    /** The query of a bulk check is its title, unless that is too long for one. */
    private static String query(BackgroundTask task) {
        return task.title().endsWith("\u2026") ? "" : "?jql=" + encoded(task.title());
    }

    private MarkView state(BackgroundTask task, boolean isReadable) {
        String started = moments.withZone(task.startedAt());
        String ended = task.endedAt().map(moments::withZone).orElse("");
        return switch (task.state()) {
            case QUEUED, RUNNING -> new MarkView(texts.text("decision-gates.jira.task.state.running", started), "info");
            case DONE -> isReadable ? new MarkView(texts.text("decision-gates.jira.task.state.done", ended), "success")
                    : new MarkView(texts.text("decision-gates.jira.task.unreadable"), "warning");
            case CANCELLED -> new MarkView(texts.text("decision-gates.jira.task.state.cancelled"), "warning");
            case FAILED -> new MarkView(texts.text("decision-gates.jira.task.state.failed", task.fault()), "error");
            case LOST -> new MarkView(texts.text("decision-gates.jira.task.state.lost"), "error");
        };
    }

    /** How far a task is that is under way, for a page other than its own. */
    public ProgressView progress(BackgroundTask task) {
        return progress(task, addressOf(task), addressInRest(task));
    }

    private ProgressView progress(BackgroundTask task, String page, String rest) {
        return new ProgressView(page, rest, task.done(), Math.max(1, task.total()), task.total() == 0
                ? texts.text("decision-gates.jira.task.waiting")
                : texts.text("decision-gates.jira.task.progress", task.done(), task.total()),
                texts.text("decision-gates.jira.task.progress", "{0}", "{1}"));
    }

    private String addressInRest(BackgroundTask task) {
        return context() + "/rest/decision-gates/1.0/tasks/" + encoded(task.id());
    }

    private String context() {
        return application.getBaseUrl(UrlMode.RELATIVE);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
