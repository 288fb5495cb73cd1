package org.decisiongates.jira.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.IssueView;
import org.decisiongates.jira.gate.IssueViewFactory;
import org.decisiongates.jira.timeline.IssueHistories;
import org.decisiongates.record.Records;
import org.decisiongates.replay.CurrentIssue;
import org.decisiongates.replay.GateReplay;
import org.decisiongates.replay.HistoryReading;
import org.decisiongates.replay.IssueHistory;
import org.decisiongates.replay.JournalOfIssues;
import org.decisiongates.replay.MomentFinder;
import org.decisiongates.replay.RecordsInTime;
import org.decisiongates.replay.ReplayMoment;
import org.decisiongates.replay.ReplayedGate;
import org.decisiongates.replay.ReplayedIssue;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ContinuityOrdering;
import org.decisiongates.timeline.IssueGates;
import org.decisiongates.timeline.Pages;
import org.decisiongates.waiver.Waiver;
import org.decisiongates.waiver.Waivers;

/**
 * Asks gates of the past of some issues, at most {@value #TOGETHER} at a time. What the journal of gates and the waivers have of them is
 * read for all of them together, the history of Jira and of the record issue by issue, the latter only where a rule asks for it.
 */
@JiraComponent
class ReplayReader {

    static final int TOGETHER = 200;
    private static final int EVENTS = 5_000;

    private final IssueViewFactory views;
    private final IssueHistories histories;
    private final JiraHistoryReading readings;
    private final WorkflowTransitions transitions;
    private final IssueGates events;
    private final Waivers waivers;
    private final Records records;

    ReplayReader(IssueViewFactory views, IssueHistories histories, JiraHistoryReading readings, WorkflowTransitions transitions,
            IssueGates events, Waivers waivers, Records records) {
        this.views = views;
        this.histories = histories;
        this.readings = readings;
        this.transitions = transitions;
        this.events = events;
        this.waivers = waivers;
        this.records = records;
    }

    /** What a replay has looked up, for all of its parts. */
    HistoryReading begin() {
        return readings.begin();
    }

    /**
     * What the gates say of the moments of {@code issues} from one instant on and before another one.
     *
     * @param viewer who asks, and may browse all of the issues
     * @param found  takes what was found of one issue at a time
     */
    void replay(List<Issue> issues, ApplicationUser viewer, Span span, GateReplay replay, HistoryReading reading,
            Consumer<ReplayedOfIssue> found) {
        List<Long> ids = issues.stream().map(Issue::getId).toList();
        JournalOfIssues recorded = recorded(ids, span);
        Map<Long, List<Waiver>> waived = waivers.ofIssues(ids);
        List<IssueView> seen = views.before(issues, viewer.getKey());
        for (int i = 0; i < issues.size(); i++) {
            Issue issue = issues.get(i);
            if (!recorded.isWhole(issue.getId())) {
                found.accept(new ReplayedOfIssue(issue, Optional.empty()));
                continue;
            }
            IssueHistory history = IssueHistory.of(histories.groups(issue));
            List<ReplayMoment> moments = new MomentFinder(history, recorded.of(issue.getId()),
                    (action, status) -> transitions.mayLead(issue, action, status)).between(span.from(), span.until());
            ReplayedIssue past = new ReplayedIssue(current(issue, seen.get(i)), history, reading, () -> recordsOf(issue.getId()));
            List<ReplayedGate> gates = new ArrayList<>();
            moments.forEach(moment -> gates.addAll(replay.at(moment, past, transitions.screenOf(issue, moment),
                    waived.getOrDefault(issue.getId(), List.of()))));
            found.accept(new ReplayedOfIssue(issue, Optional.of(gates)));
        }
    }

    private JournalOfIssues recorded(List<Long> ids, Span span) {
        // the gate of the first transition may have been asked a moment before it
        Instant from = span.from().minus(ContinuityOrdering.SKEW);
        return new JournalOfIssues(new Pages<>(after -> events.ofIssues(ids, from, span.until(), after, EVENTS)));
    }

    private RecordsInTime recordsOf(long issueId) {
        List<Change> history = records.history(issueId);
        return new RecordsInTime(records.ofIssue(issueId), history, history.size() < Records.MAX_HISTORY);
    }

    private static CurrentIssue current(Issue issue, IssueView view) {
        return new CurrentIssue(issue.getId(), issue.getKey(), issue.getProjectId(), issue.getIssueTypeId(), issue.getStatusId(), view);
    }

    /** The time that is replayed, without its end. */
    record Span(Instant from, Instant until) {
    }

    /**
     * What was found of one issue.
     *
     * @param gates in the order of time; empty where the journal has too much of the issue
     */
    record ReplayedOfIssue(Issue issue, Optional<List<ReplayedGate>> gates) {
    }
}
