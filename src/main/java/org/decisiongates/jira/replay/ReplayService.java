package org.decisiongates.jira.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.QueryParameters;
import org.decisiongates.jira.platform.search.BadQueryException;
import org.decisiongates.jira.platform.search.IssueTypeJql;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.ScopeResolver;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.task.TaskProgress;
import org.decisiongates.jira.platform.task.TaskRunner;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.GateComposer;
import org.decisiongates.policy.InvalidPolicyException;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyRevision;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.replay.GateReplay;
import org.decisiongates.replay.HistoryReading;
import org.decisiongates.replay.RecordedRules;
import org.decisiongates.report.ReportJson;
import org.decisiongates.task.BackgroundTask;

/**
 * Replays a policy over the history of the last weeks, in the background and with the rights of who asks: issues that they may not browse
 * are not there. The other policies are asked as they are in force now.
 */
@JiraComponent
public class ReplayService {

    /** Kind of the task. */
    public static final String KIND = "replay";

    static final int MAX_WEEKS = 52;
    /** Jira answers no search beyond so many results. */
    static final int MAX_ISSUES = 10_000;
    private static final Duration WEEK = Duration.ofDays(7);

    private final TaskRunner tasks;
    private final Searches searches;
    private final ScopeResolver scopes;
    private final IssueTypeJql types;
    private final Policies policies;
    private final ReplayReader reader;
    private final ReplayFormatter formatter;
    private final ProjectTime time;
    private final JiraTexts texts;

    ReplayService(TaskRunner tasks, Searches searches, ScopeResolver scopes, IssueTypeJql types, Policies policies, ReplayReader reader,
            ReplayFormatter formatter, ProjectTime time, JiraTexts texts) {
        this.tasks = tasks;
        this.searches = searches;
        this.scopes = scopes;
        this.types = types;
        this.policies = policies;
        this.reader = reader;
        this.formatter = formatter;
        this.time = time;
        this.texts = texts;
    }

    /**
     * Starts to replay a policy, stored or not. Throws {@link ProblemException} where the question is wrong, or nothing can be started.
     *
     * @param project key of its project; empty text for a policy of all projects
     * @param jql     which issues; empty text for all that the policy is about
     * @param weeks   how many weeks back, 1 to {@value #MAX_WEEKS}, unchecked as people typed it
     */
    public BackgroundTask start(Policy policy, String project, String jql, String weeks, ApplicationUser caller) throws BadQueryException {
        int back = weeks.matches("[0-9]{1,3}") ? Integer.parseInt(weeks) : 0;
        if (back < 1 || back > MAX_WEEKS) {
            throw new ProblemException(400, "decision-gates.jira.replay.weeks", MAX_WEEKS, weeks);
        }
        QueryParameters.requireShortJql(jql);
        String condition = condition(policy, caller, jql.isBlank() ? "" : scopes.of(caller, jql).condition());
        long found = searches.count(caller, condition);
        if (found == 0) {
            throw new ProblemException(400, "decision-gates.jira.replay.no-issues");
        }
        if (found > MAX_ISSUES) {
            throw new ProblemException(400, "decision-gates.jira.replay.too-many", found, MAX_ISSUES);
        }
        Instant until = time.now().toInstant();
        ReplayReader.Span span = new ReplayReader.Span(until.minus(WEEK.multipliedBy(back)), until);
        String title = title(policy, back, jql.isBlank() ? texts.text("decision-gates.jira.replay.all-issues") : jql);
        return tasks.start(KIND, caller.getKey(), project, title, progress -> run(policy, condition, span, caller, progress));
    }

    /** A draft has the number that it would be stored under, which another version may get. */
    private String title(Policy policy, int weeks, String issues) {
        return version(policy)
                .map(version -> texts.text("decision-gates.jira.replay.title", policy.name(), version.version(), weeks, issues))
                .orElseGet(() -> texts.text("decision-gates.jira.replay.title-draft", policy.name(), weeks, issues));
    }

    /** The version that is stored and holds this; empty for a draft in which something was changed. Policies in force are in memory. */
    private Optional<PolicyVersion> version(Policy policy) {
        Optional<Policy> newest = policies.inForce().policy(policy.scope(), policy.key());
        if (newest.isEmpty()) {
            return policies.history(policy.scope(), policy.key()).stream().map(PolicyRevision::version).filter(policy.version()::equals)
                    .findFirst();
        }
        return Optional.of(policy.version()).filter(version -> version.version() <= newest.get().version().version())
                .or(() -> newest.map(Policy::version).filter(version -> policy.as(version).equals(newest.get())));
    }

    private String run(Policy policy, String condition, ReplayReader.Span span, ApplicationUser caller, TaskProgress progress) {
        GateReplay replay = new GateReplay(new GateComposer(policies.inForce().with(policy), Rules::of), policy.version(),
                new RecordedRules(versions(), Rules::of), time.zone());
        HistoryReading reading = reader.begin();
        ReplayFormatter.Report report = formatter.begin();
        String ordered = JqlBuilder.byKey(condition);
        int start = 0;
        while (start < MAX_ISSUES) {
            Searches.Found page = searches.page(caller, ordered, start, ReplayReader.TOGETHER);
            progress.total((int) Math.min(page.total(), MAX_ISSUES));
            int before = start;
            List<Issue> issues = page.issues();
            reader.replay(issues, caller, span, replay, reading, found -> {
                report.take(found);
                progress.done(before + issues.indexOf(found.issue()) + 1);
            });
            start += ReplayReader.TOGETHER;
            if (start >= page.total()) {
                break;
            }
        }
        return ReportJson.write(report.finished());
    }

    /** Each version that was in force once is read once. */
    private Function<PolicyVersion, Optional<Policy>> versions() {
        Map<PolicyVersion, Optional<Policy>> read = new HashMap<>();
        return version -> read.computeIfAbsent(version, asked -> {
            try {
                return policies.version(asked);
            } catch (InvalidPolicyException e) {
                return Optional.empty();
            }
        });
    }

    /** Of the issues that are asked for those that the policy is about. */
    private String condition(Policy policy, ApplicationUser caller, String asked) {
        Optional<OwnIssueType> own = OwnIssueType.keyed(policy.issueType());
        String ofType = own.isEmpty() ? "issuetype = " + JqlBuilder.quoted(policy.issueType())
                : types.of(own.get(), caller)
                        .orElseThrow(() -> new IllegalStateException("the issue type " + own.get().label() + " is not set up"));
        String ofScope = policy.scope().project().isPresent() ? "project = " + policy.scope().project().getAsLong() + " AND " + ofType
                : ofType;
        return JqlBuilder.and(ofScope, asked);
    }
}
