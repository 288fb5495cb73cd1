package org.decisiongates.approval;

import static org.decisiongates.approval.ApprovedIssue.NOON;
import static org.decisiongates.approval.ApprovedIssue.by;
import static org.decisiongates.approval.ApprovedIssue.stored;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.issue.ApprovalState;
import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApproverSources;

public class WaitingApprovalsTest {

    private static final LocalDate TODAY = NOON.toLocalDate();

    @Test
    public void waitForThoseWhoseTurnItIsUntilTheySaySomething() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(2), "ann", "cleo"),
                by("board", 2, ApprovalQuorum.people(1), "ann"));
        assertEquals("nobody asked", List.of(), waiting(issue, "ann"));
        issue.requested();
        assertEquals(List.of("legal"), waiting(issue, "ann"));
        assertEquals("no approver", List.of(), waiting(issue, "ben"));
        issue.approvedBy("ann");
        assertEquals("said", List.of(), waiting(issue, "ann"));
        stored(issue.service().needDiscussion(issue.action("cleo", "What of refunds?")));
        assertEquals("said", List.of(), waiting(issue, "cleo"));
        issue.edit("otto", SealedSection.QUESTION, "Refund by mail?");
        assertEquals("stale", List.of("legal"), waiting(issue, "ann"));
        assertEquals("what was not seen is to be said again", List.of("legal"), waiting(issue, "cleo"));
        issue.approvedBy("ann", "cleo");
        assertEquals("the next turn", List.of("board"), waiting(issue, "ann"));
        issue.approvedBy("ann");
        assertEquals(List.of(), waiting(issue, "ann"));
    }

    @Test
    public void waitForThoseWhoAreLeftWhereThatIsTooFew() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(2), "ann", "cleo")).requested();
        issue.account("cleo", false);
        assertEquals(ApprovalState.TOO_FEW_APPROVERS, issue.state(0).state());
        assertEquals(List.of("legal"), waiting(issue, "ann"));
    }

    /** What was said is asked of each issue that a query looks at, and takes nobody who could still approve. */
    @Test
    public void tellWhatWasSaidWithoutAskingWhoElseCouldApprove() {
        ApprovedIssue issue = new ApprovedIssue(ApprovedIssue.required("legal", 1, ApprovalQuorum.people(2),
                new ApproverSources(List.of(), List.of("board"), List.of(), List.of()), SealedSection.QUESTION));
        issue.issue = issue.issue.inGroup("ann", "board").inGroup("cleo", "board");
        issue.requested().approvedBy("ann");
        ApproverDirectory silent = (ApproverDirectory) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {ApproverDirectory.class}, (proxy, method, arguments) -> {
                    throw new AssertionError(method.getName());
                });
        Approvals asked = new Approvals(issue.subject(), issue.steps.ofIssue(10200), silent);
        assertEquals(List.of("ann"), asked.verdicts().stream().map(verdict -> verdict.step().actor()).toList());
    }

    @Test
    public void waitForNobodyWhomTheDutyRulesKeepFromIt() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann", "cleo")).requested();
        assertEquals(List.of("legal"), names(issue.approvals().waitingFor("ben", "ann")));
        issue.edit("ben", SealedSection.FALLBACK, "By mail");
        assertEquals("who stands in edited it", List.of(), names(issue.approvals().waitingFor("ben", "ann")));
        issue.ownedBy("ann");
        assertEquals("the owner", List.of(), waiting(issue, "ann"));
        assertEquals("for the owner", List.of(), names(issue.approvals().waitingFor("otto", "ann")));
    }

    @Test
    public void areStaleForWhoGaveThemAndForWhomTheyWereGiven() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann"))
                .delegating(new Delegation(0, "ann", "ben", TODAY, TODAY, Set.of())).requested();
        stored(issue.service().approve(issue.action("ben", Optional.of("ann"), NOON)));
        assertEquals(List.of(), issue.approvals().staleOf("ann"));
        issue.edit("otto", SealedSection.FALLBACK, "By mail");
        for (String user : List.of("ann", "ben")) {
            assertEquals(user, List.of(List.of("fallback")), issue.approvals().staleOf(user).stream().map(Verdict::changed).toList());
        }
        assertEquals(List.of(), issue.approvals().staleOf("cleo"));
        issue.edit("otto", SealedSection.FALLBACK, "By voucher");
        assertEquals("restored", List.of(), issue.approvals().staleOf("ann"));
    }

    @Test
    public void arePendingUntilAllAreCurrentOrTheIssueIsOver() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann"));
        assertFalse("nobody asked", issue.approvals().arePending());
        assertTrue(issue.requested().approvals().arePending());
        assertFalse(issue.approvedBy("ann").approvals().arePending());
        assertTrue("stale", issue.edit("otto", SealedSection.FALLBACK, "By mail").approvals().arePending());
        issue.issue = issue.issue.movedTo(status(DecisionPhase.REJECTED));
        assertFalse("over", issue.approvals().arePending());
    }

    @Test
    public void areCountedByRequirementAndStaleOnesByApproval() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann"),
                by("support", 1, ApprovalQuorum.people(2), "ann", "ben"), by("board", 2, ApprovalQuorum.people(1), "cleo"));
        assertEquals("nobody asked", "0 pending, 0 stale", counted(issue));
        assertEquals("those of a later stage, too", "3 pending, 0 stale", counted(issue.requested()));
        assertEquals("one for two requirements, of which one needs another", "2 pending, 0 stale", counted(issue.approvedBy("ann")));
        assertEquals("1 pending, 0 stale", counted(issue.approvedBy("ben")));
        assertEquals("an approval of two requirements is one", "3 pending, 2 stale", counted(issue.edit("otto", SealedSection.FALLBACK,
                "By mail")));
        assertEquals("3 pending, 2 stale", issue.approvals().states().stream().filter(one -> !one.isMet()).count() + " pending, "
                + issue.approvals().stale() + " stale");
        issue.issue = issue.issue.movedTo(status(DecisionPhase.REJECTED));
        assertEquals("nothing waits of what is over", "0 pending, 2 stale", counted(issue));
    }

    /** Jira has its history issue by issue. */
    @Test
    public void areCountedWithoutReadingWhoEditedAnIssueOfWhichNobodySaidAnything() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.percent(50), "ann", "ben")).requested();
        Approvals approvals = new Approvals(new ApprovalSubject(10200, 10000, issue.issue, issue.subject().required(), () -> {
            throw new AssertionError("read");
        }), issue.steps.ofIssue(10200), issue);
        assertEquals(1, approvals.pending());
        assertEquals(0, approvals.stale());
    }

    private static String counted(ApprovedIssue issue) {
        return issue.approvals().pending() + " pending, " + issue.approvals().stale() + " stale";
    }

    @Test
    public void areThoseOfTheOwnerWhateverTheyAreWorth() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann")).requested().approvedBy("ann");
        assertEquals(Optional.empty(), issue.approvals().owner());
        assertEquals(Optional.of("ann"), issue.ownedBy("ann").approvals().owner());
        assertTrue(issue.approvals().subject().issue().type().equals("decision"));
        assertEquals(List.of(true), issue.approvals().verdicts().stream().map(verdict -> verdict.isApprovalBy("ann")).toList());
        assertEquals(List.of(false), issue.approvals().verdicts().stream().map(verdict -> verdict.isApprovalBy("ben")).toList());
    }

    @Test
    public void tellWhoAsked() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann"));
        assertEquals(Optional.empty(), issue.approvals().request());
        issue.requested();
        assertEquals(Optional.of("otto"), issue.approvals().request().map(ApprovalStep::actor));
    }

    @Test
    public void endWithTheIssue() {
        for (DecisionPhase phase : DecisionPhase.values()) {
            boolean ended = Set.of("CLOSED", "REJECTED", "SUPERSEDED").contains(phase.name());
            assertEquals(phase.name(), ended, ApprovalReader.hasEnded(IssueSnapshot.EMPTY.movedTo(status(phase))));
        }
        for (BlockerPhase phase : BlockerPhase.values()) {
            assertEquals(phase.name(), !phase.isOpen(), ApprovalReader.hasEnded(IssueSnapshot.EMPTY.movedTo(status(phase))));
        }
        assertFalse("in no phase", ApprovalReader.hasEnded(IssueSnapshot.EMPTY));
    }

    private static IssueStatus status(Enum<?> phase) {
        return new IssueStatus("1", "Any", Optional.of(phase.name()));
    }

    private static List<String> waiting(ApprovedIssue issue, String user) {
        return names(issue.approvals().waitingFor(user, user));
    }

    private static List<String> names(List<RequirementState> states) {
        return states.stream().map(state -> state.required().requirement().name()).toList();
    }
}
