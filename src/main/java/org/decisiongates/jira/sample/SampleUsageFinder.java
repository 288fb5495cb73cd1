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

import org.decisiongates.text.Message;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Changes;

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

    SampleUsageFinder(CommentManager comments, IssueLinkManager links, ChangeHistoryManager histories, Changes journal) {
        this.comments = comments;
        this.links = links;
        this.histories = histories;
        this.journal = journal;
    }

    /** Why the sample is not a mere sample any more, a sentence an issue; none while nobody has used it. */
    List<Message> of(List<Issue> sample, String reporter, ApplicationUser caller) {
        Set<Long> ids = sample.stream().map(Issue::getId).collect(Collectors.toSet());
        return sample.stream().flatMap(issue -> use(issue, ids, reporter, caller)
                .map(use -> Message.of(TEXTS + use, issue.getKey(), issue.getSummary())).stream()).toList();
    }

    private Optional<String> use(Issue issue, Set<Long> sample, String reporter, ApplicationUser caller) {
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
