package org.decisiongates.approval;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.approval.ApprovalService.Action;
import org.decisiongates.approval.ApprovalService.Conflict;
import org.decisiongates.approval.ApprovalService.Full;
import org.decisiongates.approval.ApprovalService.Stored;
import org.decisiongates.approval.Verdict.Standing;
import org.decisiongates.issue.ApprovalState;
import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.ApproverSources;
import org.decisiongates.policy.RuleCondition;
import org.decisiongates.policy.When;

/** Ways to have something approved that nobody who may approve it has approved, tried one by one. */
public class ApprovalLoopholesTest {

    private static final Field SPONSOR = new Field("customfield_10200");
    private static final String ROLE = "10100";

    @Test
    public void nobodyBecomesAnApproverByAFieldForAMinute() {
        ApprovedIssue issue = new ApprovedIssue(by(new ApproverSources(List.of(), List.of(), List.of(), List.of(SPONSOR))));
        sponsor(issue, "ann").requested();
        sponsor(issue, "ben").approvedBy("ben");
        assertEquals(ApprovalState.MET, issue.state(0).state());
        sponsor(issue, "ann");
        assertEquals(ApprovalState.OPEN, issue.state(0).state());
        assertEquals(Standing.NO_APPROVER, issue.state(0).verdicts().get(0).standing());
        assertEquals(List.of("ann"), issue.state(0).missing());
    }

    @Test
    public void whoIsAnApproverBesideTheFieldGoesOnToCount() {
        ApprovedIssue issue = new ApprovedIssue(by(new ApproverSources(List.of("ben"), List.of(), List.of(), List.of(SPONSOR))));
        sponsor(issue, "ben").requested().approvedBy("ben");
        sponsor(issue, "ann");
        assertEquals(ApprovalState.MET, issue.state(0).state());
    }

    @Test
    public void nobodyApprovesInAnotherProject() {
        RequiredApproval legal = by(new ApproverSources(List.of(), List.of(), List.of(ROLE), List.of()));
        ApprovedIssue issue = new ApprovedIssue(legal);
        issue.issue = issue.issue.inRole("ann", ROLE);
        issue.requested();
        IssueSnapshot there = issue.issue.inRole("ben", ROLE);
        ApprovalSubject moved = new ApprovalSubject(10200, 20000, there, List.of(legal), () -> EditorsAndOwners.NONE);
        assertTrue(issue.service()
                .approve(new Action(moved, moved.content().digest(), "", "ben", Optional.empty(), Password.NONE,
                        ApprovedIssue.NOON)) instanceof Stored);
        assertEquals("moved back", ApprovalState.OPEN, issue.state(0).state());
        assertEquals(Standing.NO_APPROVER, issue.state(0).verdicts().get(0).standing());
    }

    @Test
    public void objectionsOutliveEditsAndNewOwners() {
        ApprovedIssue issue = new ApprovedIssue(ApprovedIssue.by("legal", 1, ApprovalQuorum.people(1), "ann", "ben")).requested();
        ApprovedIssue.stored(issue.service().needDiscussion(issue.action("ben", "What of refunds?")));
        issue.approvedBy("ann");
        issue.ownedBy("ben");
        assertEquals("its author became the owner", ApprovalState.NEEDS_DISCUSSION, issue.state(0).state());
        issue.ownedBy("otto").edit("ben", SealedSection.FALLBACK, "By voucher");
        assertEquals("its author edited the issue", ApprovalState.NEEDS_DISCUSSION, issue.state(0).state());
        ApprovedIssue.stored(issue.service().withdraw(issue.action("ben", "")));
        assertEquals(ApprovalState.MET, issue.state(0).state());
    }

    @Test
    public void nobodyFillsTheApprovalsOfAnIssueForOthers() {
        ApprovedIssue issue = new ApprovedIssue(ApprovedIssue.by("legal", 1, ApprovalQuorum.people(1), "ann", "ben")).requested();
        assertEquals("decision-gates.approval.requested-already",
                ((Conflict) issue.service().request(issue.action("otto", ""), true)).why().get(0).key());
        ApprovalService.Outcome last = null;
        for (int round = 0; round < 60; round++) {
            last = issue.service().approve(issue.action("ann", ""));
            if (last instanceof Stored) {
                ApprovedIssue.stored(issue.service().withdraw(issue.action("ann", "")));
            }
        }
        assertTrue(String.valueOf(last), last instanceof Full);
        assertEquals("one request, and a hundred of one person", 101, issue.steps.ofIssue(10200).size());
        assertTrue(issue.service().approve(issue.action("ben", "")) instanceof Stored);
    }

    @Test
    public void whoHasNoPlaceLeftTakesBackAllTheSame() {
        ApprovedIssue issue = new ApprovedIssue(ApprovedIssue.by("legal", 1, ApprovalQuorum.people(1), "ann", "ben")).requested();
        for (int round = 0; round < 50; round++) {
            ApprovedIssue.stored(issue.service().abstain(issue.action("ann", "")));
            ApprovedIssue.stored(issue.service().needDiscussion(issue.action("ann", "What of refunds?")));
        }
        assertTrue(issue.service().approve(issue.action("ann", "")) instanceof Full);
        ApprovedIssue.stored(issue.service().withdraw(issue.action("ann", "")));
        assertEquals(List.of(), issue.approvals().takenBackBy("ann", "ann"));
    }

    @Test
    public void turnsAreKeptWhateverKeepsALaterOneFromBeingMet() {
        ApprovedIssue issue = new ApprovedIssue(ApprovedIssue.by("legal", 1, ApprovalQuorum.people(1), "ann"),
                ApprovedIssue.by("board", 2, ApprovalQuorum.people(2), "ben", "cleo")).requested();
        issue.account("cleo", false);
        assertEquals(ApprovalState.TOO_FEW_APPROVERS, issue.state(1).state());
        assertEquals("decision-gates.approval.not-its-turn",
                ((Conflict) issue.service().approve(issue.action("ben", ""))).why().get(0).key());
        assertEquals(EnumSet.noneOf(ApprovalStep.Kind.class), issue.allowed().own(issue.approvals(), "ben", false));
        issue.approvedBy("ann", "ben");
    }

    @Test
    public void whatNobodyCanTellIsAsked() {
        Field risk = new Field("customfield_10300");
        RequiredApproval legal = new RequiredApproval("decision/legal", new ApprovalRequirement("legal", "Legal", 1,
                new ApproverSources(List.of("ann"), List.of(), List.of(), List.of(SPONSOR)), ApprovalQuorum.people(1),
                When.all(RuleCondition.isSet(SPONSOR), RuleCondition.fieldIs(risk, "10")), EnumSet.of(SealedSection.QUESTION), false),
                true, 0);
        ApprovedIssue issue = new ApprovedIssue(legal);
        issue.issue = issue.issue.with(risk, "a text by now").with(SPONSOR, new Choice("7", "no person"));
        assertEquals(ApprovalState.MET, issue.requested().approvedBy("ann").state(0).state());
    }

    private static RequiredApproval by(ApproverSources approvers) {
        return ApprovedIssue.required("legal", 1, ApprovalQuorum.people(1), approvers, SealedSection.QUESTION);
    }

    private static ApprovedIssue sponsor(ApprovedIssue issue, String user) {
        issue.issue = issue.issue.with(SPONSOR, new Person(user, user, true, true));
        return issue;
    }
}
