package org.decisiongates.approval;

import static org.decisiongates.approval.ApprovedIssue.NOON;
import static org.decisiongates.approval.ApprovedIssue.by;
import static org.decisiongates.approval.ApprovedIssue.stored;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

import org.junit.Test;

import org.decisiongates.approval.ApprovalService.Action;
import org.decisiongates.approval.ApprovalService.Conflict;
import org.decisiongates.approval.ApprovalService.Full;
import org.decisiongates.approval.ApprovalService.Invalid;
import org.decisiongates.approval.ApprovalService.Outcome;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApprovalRequirement;

/** Approvals of which the policy says that whoever gives one is asked for their password, which is their key here. */
public class ApprovalPasswordTest {

    private static final LocalDate TODAY = NOON.toLocalDate();
    private static final RequiredApproval LEGAL = asking(by("legal", 1, ApprovalQuorum.people(1), "ann", "ben"));
    private static final RequiredApproval SUPPORT = by("support", 1, ApprovalQuorum.people(1), "ann", "cleo");
    private static final RequiredApproval BOARD = asking(by("board", 2, ApprovalQuorum.people(1), "ann", "cleo"));

    private final ApprovedIssue issue = new ApprovedIssue(LEGAL, SUPPORT, BOARD).requested();

    @Test
    public void asksForItWhateverIsSaid() {
        List<Function<Action, Outcome>> all = List.of(issue.service()::approve, issue.service()::abstain, issue.service()::needDiscussion);
        for (Function<Action, Outcome> say : all) {
            assertEquals("missing", fault(say.apply(issue.action("ann", "Read it", Password.NONE))));
            assertEquals("wrong", fault(say.apply(issue.action("ann", "Read it", new Password("ben")))));
            List<ApprovalStep> steps = stored(say.apply(issue.action("ann", "Read it", new Password("ann"))));
            assertTrue(steps.get(steps.size() - 1).reauthenticated());
        }
        assertEquals(OptionalInt.empty(), issue.approvals().brokenAt());
        assertFalse("asking for approvals takes none", issue.approvals().steps().get(0).reauthenticated());
        List<ApprovalStep> withdrawn = stored(issue.service().withdraw(issue.action("ann", "")));
        assertFalse("nor does taking it back", withdrawn.get(withdrawn.size() - 1).reauthenticated());
    }

    @Test
    public void asksWhoeverGivesItNotWhomTheyStandInFor() {
        issue.delegating(new Delegation(1, "ann", "otto", TODAY, TODAY, Set.of()));
        assertEquals("wrong", fault(issue.service().approve(issue.action("otto", "ann", "", new Password("ann")))));
        assertTrue(stored(issue.service().approve(issue.action("otto", "ann", "", new Password("otto")))).get(1).reauthenticated());
        assertEquals(List.of("otto", "otto"), issue.checked);
    }

    /** One click is about every requirement; where none of those that are open asks for it, a password is not even looked at. */
    @Test
    public void asksOnlyWhereSomethingThatIsOpenDoes() {
        assertFalse(stored(issue.service().approve(issue.action("cleo", "", new Password("any")))).get(1).reauthenticated());
        assertEquals("another function, and another stage", List.of(), issue.checked);
        assertFalse(AllowedApprovalSteps.needsPassword(issue.approvals(), "cleo", List.of("cleo")));
        assertTrue("by the first function", AllowedApprovalSteps.needsPassword(issue.approvals(), "ann", List.of("ann")));
        assertTrue("for somebody", AllowedApprovalSteps.needsPassword(issue.approvals(), "cleo", List.of("cleo", "ann")));
        stored(issue.service().approve(issue.action("ben", "", new Password("ben"))));
        assertTrue("its turn", AllowedApprovalSteps.needsPassword(issue.approvals(), "cleo", List.of("cleo")));
        assertEquals("missing", fault(issue.service().approve(issue.action("cleo", ""))));
        stored(issue.service().approve(issue.action("cleo", "", new Password("cleo"))));
        assertTrue(issue.isApproved());
        assertFalse("before anybody asked for approvals",
                AllowedApprovalSteps.needsPassword(new ApprovedIssue(LEGAL).approvals(), "ann", List.of("ann")));
    }

    /** Nobody learns of a password, or uses up a try, where it would come to nothing. */
    @Test
    public void looksAtItLast() {
        Action seen = issue.action("ann", "", new Password("ann"));
        assertTrue(issue.service().needDiscussion(seen) instanceof Invalid);
        issue.edit("otto", SealedSection.QUESTION, "Refund by cheque?");
        Action stale = new Action(issue.subject(), seen.shown(), "", "ann", Optional.empty(), new Password("ann"), NOON);
        assertTrue(issue.service().approve(stale) instanceof Conflict);
        issue.service().approve(issue.action("otto", "", new Password("otto")));
        assertEquals(List.of(), issue.checked);
    }

    @Test
    public void saysAtOnceThatCommentAndPasswordAreMissing() {
        assertEquals(Set.of("comment", "password"), members(issue.service().needDiscussion(issue.action("ann", ""))));
        assertEquals(Set.of("comment"), members(issue.service().needDiscussion(issue.action("ann", "", new Password("ben")))));
        assertEquals(Set.of("password"), members(issue.service().needDiscussion(issue.action("ann", "Read it"))));
        assertEquals("nothing of it asks for one", Set.of("comment"), members(issue.service().needDiscussion(issue.action("cleo", ""))));
        assertEquals(List.of(), issue.checked);
    }

    /** Of an issue, one person takes a hundred steps: the next one comes to nothing, so it tells nothing of a password. */
    @Test
    public void looksAtNoneWhereNoStepIsLeft() {
        for (int i = 0; i < 50; i++) {
            stored(issue.service().abstain(issue.action("ann", "", new Password("ann"))));
            stored(issue.service().withdraw(issue.action("ann", "")));
        }
        issue.checked.clear();
        assertTrue(issue.service().abstain(issue.action("ann", "", new Password("ben"))) instanceof Full);
        assertEquals(List.of(), issue.checked);
    }

    @Test
    public void asksOnceHoweverOftenOthersAreFaster() {
        issue.steps.meanwhile(() -> stored(issue.service().approve(issue.action("cleo", "", Password.NONE))));
        List<ApprovalStep> steps = stored(issue.service().approve(issue.action("ann", "", new Password("ann"))));
        assertEquals(List.of("otto", "cleo", "ann"), steps.stream().map(ApprovalStep::actor).toList());
        assertEquals(List.of("ann"), issue.checked);
    }

    /** It says how an approval is given: those that count go on to count. */
    @Test
    public void leavesWhatWasGivenBeforeThePolicyAskedForIt() {
        ApprovedIssue before = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann"));
        before.requested().approvedBy("ann");
        before.require(List.of(asking(by("legal", 1, ApprovalQuorum.people(1), "ann"))));
        assertTrue(before.isApproved());
    }

    private static RequiredApproval asking(RequiredApproval one) {
        ApprovalRequirement of = one.requirement();
        return new RequiredApproval(one.id(),
                new ApprovalRequirement(of.key(), of.name(), of.stage(), of.approvers(), of.quorum(), of.when(),
                        of.sections(), of.commentRequired(), true),
                one.separationOfDuties(), 0);
    }

    private static Set<String> members(Outcome outcome) {
        return ((Invalid) outcome).members().keySet();
    }

    private static String fault(Outcome outcome) {
        return ((Invalid) outcome).members().get("password").key().replaceFirst(".*\\.", "");
    }
}
