package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.issue.LinkedIssue.Link;
import org.decisiongates.policy.RuleExample;

/** Linked issues for the examples of rules. */
final class ExampleLinks {

    /** The id of a type of link that says that two issues are related. */
    static final String RELATES = "10003";
    /** The id of a status in which an issue of another type is done. */
    static final String DONE = "10001";

    private static final Link RELATED = new Link(RELATES, true, false);
    private static final Link BLOCKED_BY = new Link("10000", false, true);

    private ExampleLinks() {
    }

    /** Examples of a rule that is met where {@link LinkSelection#leadBeyondDecisions} is. */
    static List<RuleExample> leadingBeyondDecisions(String missing) {
        IssueSnapshot toADecision = IssueSnapshot.EMPTY.linkedTo(related(11, DecisionPhase.DRAFT));
        Map<String, String> related = Map.of("link-types", RELATES);
        return List.of(
                RuleExample.passes("it is linked to an issue of another type", IssueSnapshot.EMPTY.linkedTo(relatedRequest(11, "1"))),
                RuleExample.passes("it is linked to a Decision, and that type of link was chosen", toADecision).with(related),
                RuleExample.fails("it is linked to nothing", IssueSnapshot.EMPTY, missing),
                RuleExample.fails("it is linked to Decisions only", toADecision, missing),
                RuleExample.fails("it is linked by another type of link than the chosen one",
                        IssueSnapshot.EMPTY.linkedTo(blockingTask(11)), missing).with(related));
    }

    static LinkedIssue related(long number, DecisionPhase phase) {
        return LinkedIssue.visible(RELATED, number, "SHOP-" + number, "decision", IssueSnapshot.statusOf(phase));
    }

    static LinkedIssue related(long number, BlockerPhase phase) {
        return LinkedIssue.visible(RELATED, number, "SHOP-" + number, "blocker",
                new IssueStatus(phase.name(), phase.label(), Optional.of(phase.name())));
    }

    /** An issue of another type. */
    static LinkedIssue relatedRequest(long number, String status) {
        return LinkedIssue.visible(RELATED, number, "SHOP-" + number, "10002",
                new IssueStatus(status, "Status " + status, Optional.empty()));
    }

    /** One that the actor may not see. */
    static LinkedIssue relatedHidden(long number, DecisionPhase phase) {
        return LinkedIssue.hidden(RELATED, number, "decision", IssueSnapshot.statusOf(phase));
    }

    static LinkedIssue blocking(long number, DecisionPhase phase) {
        return LinkedIssue.visible(BLOCKED_BY, number, "SHOP-" + number, "decision", IssueSnapshot.statusOf(phase));
    }

    /** A Decision in a status that no phase stands for. */
    static LinkedIssue blockingWithoutPhase(long number) {
        return LinkedIssue.visible(BLOCKED_BY, number, "SHOP-" + number, "decision", new IssueStatus("3", "On hold", Optional.empty()));
    }

    /** An issue of another type. */
    static LinkedIssue blockingTask(long number) {
        return LinkedIssue.visible(BLOCKED_BY, number, "SHOP-" + number, "10002", new IssueStatus("1", "To do", Optional.empty()));
    }

    /** One that the actor may not see. */
    static LinkedIssue blockingHidden(long number, DecisionPhase phase) {
        return LinkedIssue.hidden(BLOCKED_BY, number, "decision", IssueSnapshot.statusOf(phase));
    }
}
