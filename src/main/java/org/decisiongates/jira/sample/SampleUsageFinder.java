package org.decisiongates.jira.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.review.ReviewThreads;
import org.decisiongates.text.Message;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Changes;
import org.decisiongates.waiver.Waivers;

/** Finds what somebody has done with the issues of a sample beside whoever asked for it. */
@JiraComponent
class SampleUsageFinder {

    private static final String TEXTS = "decision-gates.jira.sample.used.";
    /** Jira writes the time of an issue and that of its history one after the other. */
    private static final Duration TOGETHER = Duration.ofSeconds(10);

    private final CommentManager comments;
    private final IssueLinkManager links;
    private final ChangeHistoryManager histories;
    private final Changes journal;
    private final ReviewThreads threads;
    private final Waivers waivers;
    private final ApprovalSteps approvals;

    SampleUsageFinder(CommentManager comments, IssueLinkManager links, ChangeHistoryManager histories, Changes journal,
            ReviewThreads threads,
            Waivers waivers, ApprovalSteps approvals) {
        this.comments = comments;
        this.links = links;
        this.histories = histories;
        this.journal = journal;
        this.threads = threads;
        this.waivers = waivers;
        this.approvals = approvals;
    }

    /** Why the sample is not a mere sample any more, a sentence an issue; none while nobody has used it. */
    List<Message> of(List<Issue> sample, String reporter, ApplicationUser caller) {
        Set<Long> ids = sample.stream().map(Issue::getId).collect(Collectors.toSet());
        return sample.stream().flatMap(issue -> use(issue, ids, reporter, caller)
                .map(use -> Message.of(TEXTS + use, issue.getKey(), issue.getSummary())).stream()).toList();
    }

    /** Whether the app keeps steps of people about the issue, which cannot be removed and would go with it. */
    boolean hasSteps(Issue issue) {
        return !threads.ofIssue(issue.getId()).isEmpty() || !waivers.ofIssue(issue.getId()).isEmpty()
                || !approvals.ofIssue(issue.getId()).isEmpty();
    }

    private Optional<String> use(Issue issue, Set<Long> sample, String reporter, ApplicationUser caller) {
        // neither Jira nor the journal knows of them
        if (hasSteps(issue)) {
            return Optional.of("steps");
        }
        if (!comments.getCommentsForUser(issue, caller).isEmpty()) {
            return Optional.of("comment");
        }
        Stream<Long> linked = Stream.concat(links.getOutwardLinks(issue.getId()).stream().map(IssueLink::getDestinationId),
                links.getInwardLinks(issue.getId()).stream().map(IssueLink::getSourceId));
        if (!linked.allMatch(sample::contains)) {
            return Optional.of("link");
        }
        List<ChangeHistory> changes = histories.getChangeHistories(issue);
        // rows of records and impact lines are in the journal alone
        Stream<String> authors = Stream.concat(changes.stream().map(ChangeHistory::getAuthorKey),
                journal.recorded(List.of(issue.getId())).stream().map(Change::actor).filter(actor -> !actor.isEmpty()));
        if (!authors.allMatch(reporter::equals)) {
            return Optional.of("change");
        }
        // what the history does not have, such as a comment that is hidden from the caller
        return isTouched(issue, changes) ? Optional.of("touch") : Optional.empty();
    }

    private static boolean isTouched(Issue issue, List<ChangeHistory> changes) {
        List<Instant> known = new ArrayList<>(List.of(issue.getCreated().toInstant()));
        changes.forEach(change -> known.add(change.getTimePerformed().toInstant()));
        Instant last = known.stream().max(Instant::compareTo).orElseThrow();
        return issue.getUpdated() != null && issue.getUpdated().toInstant().isAfter(last.plus(TOGETHER));
    }
}
