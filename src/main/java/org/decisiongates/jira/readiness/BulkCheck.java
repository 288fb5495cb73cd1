package org.decisiongates.jira.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.QueryParameters;
import org.decisiongates.jira.platform.search.BadQueryException;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.ScopeResolver;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.task.TaskProgress;
import org.decisiongates.jira.platform.task.TaskRunner;
import org.decisiongates.jira.readiness.ReadinessService.CheckedGate;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.readiness.RuleReadiness;
import org.decisiongates.report.GateReport;
import org.decisiongates.report.ReportCounter;
import org.decisiongates.report.ReportEntry;
import org.decisiongates.report.ReportJson;
import org.decisiongates.report.ReportOutcome;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.text.Abbreviation;

/**
 * Asks the gates before the issues of a query, in the background and with the rights of who asks. One search, and one reading of links,
 * records and waivers, for each {@value #PAGE} issues.
 */
@JiraComponent
public class BulkCheck {

    static final String KIND = "bulk-check";
    /** Jira answers no search beyond these. */
    static final int MAX_ISSUES = 10_000;
    private static final int PAGE = 200;
    private static final int MAX_TITLE_LENGTH = 250;

    private final ScopeResolver scopes;
    private final Searches searches;
    private final ReadinessService readiness;
    private final ReadinessFormatter formatter;
    private final TaskRunner tasks;

    BulkCheck(ScopeResolver scopes, Searches searches, ReadinessService readiness, ReadinessFormatter formatter, TaskRunner tasks) {
        this.scopes = scopes;
        this.searches = searches;
        this.readiness = readiness;
        this.formatter = formatter;
        this.tasks = tasks;
    }

    /**
     * Starts it; what Jira says against the query, and that there are too many issues, is said at once.
     *
     * @param jql in Jira's language; the order it wants does not matter
     */
    BackgroundTask start(String jql, ApplicationUser caller) throws BadQueryException {
        if (jql.isBlank()) {
            throw new ProblemException(400, "decision-gates.readiness.check.no-query");
        }
        QueryParameters.requireShortJql(jql);
        String query = JqlBuilder.byKey(scopes.of(caller, jql).condition());
        long found = searches.count(caller, query);
        if (found > MAX_ISSUES) {
            throw new ProblemException(400, "decision-gates.readiness.too-many", found, MAX_ISSUES);
        }
        return tasks.start(KIND, caller.getKey(), "", Abbreviation.of(jql.strip().replaceAll("\\s+", " "), MAX_TITLE_LENGTH),
                progress -> ReportJson.write(check(query, caller, progress)));
    }

    /** The caller's check that is under way. */
    Optional<BackgroundTask> underWay(ApplicationUser caller) {
        return tasks.underWay(KIND, caller.getKey());
    }

    private GateReport check(String query, ApplicationUser caller, TaskProgress progress) {
        ReportCounter counter = new ReportCounter(GateReport.Subject.ISSUE);
        int done = 0;
        Searches.Found found = searches.page(caller, query, 0, PAGE);
        progress.total((int) Math.min(found.total(), MAX_ISSUES));
        while (!found.issues().isEmpty() && done < MAX_ISSUES) {
            readiness.check(found.issues(), caller, (issue, gates) -> take(counter, issue, gates));
            done += found.issues().size();
            progress.done(done);
            found = searches.page(caller, query, done, PAGE);
        }
        return counter.report();
    }

    private void take(ReportCounter counter, Issue issue, List<CheckedGate> gates) {
        List<RuleReadiness> rules = new ArrayList<>();
        List<ReportEntry> entries = new ArrayList<>();
        gates.forEach(gate -> gate.rules().forEach(rule -> {
            rules.add(rule);
            if (ReportOutcome.of(rule).compareTo(ReportOutcome.PASSED) < 0) {
                entries.add(entry(issue, gate, rule));
            }
        }));
        counter.take(ReportOutcome.ofIssue(rules), Optional.empty(), entries);
    }

    private ReportEntry entry(Issue issue, CheckedGate gate, RuleReadiness rule) {
        return new ReportEntry(issue.getKey(), gate.transition(), nameOf(gate.gate()), rule.rule(), ReportOutcome.of(rule),
                Optional.empty(), rule.findings().stream().map(finding -> formatter.shown(rule, finding).message())
                        .collect(Collectors.joining(" ")),
                Optional.empty(), Optional.empty());
    }

    private static String nameOf(Gate gate) {
        return gate.policy().equals(PolicyVersion.OF_THE_WORKFLOW) ? "" : gate.policy().journalKey() + "/" + gate.key();
    }
}
