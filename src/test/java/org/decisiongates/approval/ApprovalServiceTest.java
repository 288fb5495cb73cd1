package org.decisiongates.approval;

import static org.decisiongates.approval.ApprovedIssue.NOON;
import static org.decisiongates.approval.ApprovedIssue.by;
import static org.decisiongates.approval.ApprovedIssue.required;
import static org.decisiongates.approval.ApprovedIssue.stored;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

import org.junit.Test;

import org.decisiongates.approval.ApprovalService.Action;
import org.decisiongates.approval.ApprovalService.Conflict;
import org.decisiongates.approval.ApprovalService.Denied;
import org.decisiongates.approval.ApprovalService.Full;
import org.decisiongates.approval.ApprovalService.Invalid;
import org.decisiongates.approval.ApprovalService.Outcome;
import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.approval.Verdict.Standing;
import org.decisiongates.issue.ApprovalState;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueApproval;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.ApproverSources;
import org.decisiongates.policy.RuleCondition;
import org.decisiongates.policy.When;
import org.decisiongates.text.Message;

public class ApprovalServiceTest {

    private static final LocalDate TODAY = NOON.toLocalDate();
    private static final Field SPONSOR = new Field("customfield_10200");

    @Test
    public void isMetOnceEnoughApproversApprovedWhatTheIssueSays() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(2), "ann", "ben", "cleo"));
        assertEquals(ApprovalState.NOT_REQUESTED, issue.state(0).state());
        issue.requested();
        assertEquals(List.of(ApprovalState.OPEN, List.of("ann", "ben", "cleo")), List.of(issue.state(0).state(), issue.state(0).missing()));
        issue.approvedBy("ann");
        assertEquals(List.of(1, 2, List.of("ben", "cleo")),
                List.of(issue.state(0).given(), issue.state(0).needed(), issue.state(0).missing()));
        issue.approvedBy("cleo");
        assertTrue(issue.isApproved());
        assertEquals(List.of(), issue.state(0).missing());
    }

    /** As often as what is approved changes; what was said of what the issue says goes on to count. */
    @Test
    public void isAskedForAgainOnceWhatIsApprovedHasChanged() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann", "ben")).requested();
        assertEquals("decision-gates.approval.requested-already",
                ((Conflict) issue.service().request(issue.action("otto", ""), true)).why().get(0).key());
        issue.approvedBy("ann").edit("cleo", SealedSection.FALLBACK, "In cash");
        assertEquals(Set.of(Kind.REQUESTED), issue.allowed().own(issue.approvals(), "otto", true));
        stored(issue.service().request(issue.action("otto", "The fallback is new"), true));
        assertEquals("The fallback is new", issue.approvals().request().orElseThrow().comment());
        assertEquals("once for each change", Set.of(), issue.allowed().own(issue.approvals(), "otto", true));
        assertTrue(issue.approvedBy("ben").isApproved());
        issue.edit("cleo", SealedSection.FALLBACK, "By voucher");
        assertTrue("the very content is restored", issue.isApproved());
        assertEquals("nothing is missing", Set.of(), issue.allowed().own(issue.approvals(), "otto", true));
    }

    /** An owner who steps down and asks again is none who may approve. */
    @Test
    public void remembersTheFirstRequestForWhoWasTheOwner() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann", "ben")).ownedBy("ann").requested();
        issue.ownedBy("otto").edit("cleo", SealedSection.FALLBACK, "In cash").requested();
        assertTrue(issue.service().approve(issue.action("ann", "")) instanceof Denied);
    }

    /** Whoever writes to the database makes no approval of it, and nobody adds to what they wrote. */
    @Test
    public void countsNothingWhereAStepIsNotAsItWasSealed() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann", "ben"),
                by("board", 2, ApprovalQuorum.percent(50), "ann", "ben"));
        issue.requested();
        stored(issue.service().abstain(issue.action("ann", "")));
        issue.steps.alter(2, step -> new ApprovalStep(step.issueId(), step.projectId(), step.step(), Kind.APPROVED.name(),
                step.requirements(), step.digests(), step.content(), step.comment(), step.actor(), step.onBehalfOf(), step.at()));

        Approvals broken = issue.approvals();
        assertEquals(OptionalInt.of(2), broken.brokenAt());
        assertEquals(List.of(ApprovalState.CHAIN_BROKEN, ApprovalState.CHAIN_BROKEN),
                broken.states().stream().map(RequirementState::state).toList());
        assertEquals(List.of(ApprovalState.CHAIN_BROKEN, ApprovalState.CHAIN_BROKEN),
                broken.seenByRules().stream().map(IssueApproval::state).toList());
        assertEquals(List.of(0, Standing.CHAIN_BROKEN),
                List.of(issue.state(0).given(), issue.state(0).verdicts().get(0).standing()));
        assertEquals("nobody is asked for what would not count", List.of(), broken.waitingFor("ben", "ben"));
        assertEquals(Set.of(), issue.allowed().own(broken, "ann", true));
        assertEquals(Map.of(), issue.allowed().onBehalf(broken, "ann", NOON));
        List<Outcome> outcomes = List.of(issue.service().approve(issue.action("ben", "")),
                issue.service().withdraw(issue.action("ann", "")),
                issue.service().request(issue.action("otto", ""), true));
        for (Outcome outcome : outcomes) {
            assertEquals(new Conflict(List.of(Message.of("decision-gates.approval.chain-broken", 2))), outcome);
        }
    }

    @Test
    public void goesStaleWithWhatIsSealedAndCountsAgainOnceThatIsRestored() {
        ApprovedIssue issue = new ApprovedIssue(
                required("legal", 1, ApprovalQuorum.people(1), people("ann"), SealedSection.QUESTION),
                required("support", 1, ApprovalQuorum.people(1), people("ben"), SealedSection.FALLBACK));
        issue.requested().approvedBy("ann", "ben");

        issue.edit("otto", SealedSection.FALLBACK, "By cheque");
        assertEquals("approval of another section", ApprovalState.MET, issue.state(0).state());
        assertEquals(ApprovalState.OPEN, issue.state(1).state());
        Verdict stale = issue.state(1).verdicts().get(0);
        assertEquals(List.of(Standing.STALE, List.of("fallback")), List.of(stale.standing(), stale.changed()));
        SealedContent approved = issue.steps.contents(10200, List.of(stale.step().content())).get(stale.step().content());
        assertEquals(List.of(new SealedContent.Difference("fallback", List.of(List.of("field", "fallback", "By voucher")),
                List.of(List.of("field", "fallback", "By cheque")))), issue.subject().content().since(approved));

        issue.edit("otto", SealedSection.FALLBACK, "By voucher");
        assertTrue(issue.isApproved());
    }

    /** The one thing that no interleaving may break. */
    @Test
    public void refusesWhatTheActorWasNotShown() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann"));
        Action seen = issue.action("ann", "");
        issue.edit("otto", SealedSection.QUESTION, "Refund by cheque?");
        Action stale = new Action(issue.subject(), seen.shown(), "", "ann", Optional.empty(), Password.NONE, NOON);
        Outcome request = issue.service().request(stale, true);
        issue.requested();
        for (Outcome outcome : List.of(request, issue.service().approve(stale), issue.service().abstain(stale))) {
            assertEquals("decision-gates.approval.content-changed", ((Conflict) outcome).why().get(0).key());
        }
        stored(issue.service().approve(seen));
        assertEquals("it was read before the edit, and is bound to that", Standing.STALE, issue.state(0).verdicts().get(0).standing());
    }

    @Test
    public void letsNeitherTheOwnerNorAnEditorApprove() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann", "ben", "cleo"));
        issue.ownedBy("ann").edit("ben", SealedSection.QUESTION, "Refund?").requested();
        assertEquals("decision-gates.approval.is-owner", denied(issue.service().approve(issue.action("ann", ""))));
        assertEquals("decision-gates.approval.is-editor", denied(issue.service().approve(issue.action("ben", ""))));
        assertEquals("decision-gates.approval.no-approver", denied(issue.service().approve(issue.action("otto", ""))));
        issue.approvedBy("cleo");

        assertEquals("asked again with the next owner", Standing.EXCLUDED,
                issue.ownedBy("cleo").state(0).verdicts().get(0).standing());
        assertEquals("nobody is left", ApprovalState.TOO_FEW_APPROVERS, issue.state(0).state());
    }

    @Test
    public void takesAnEditThatChangesNothingForOne() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "cleo")).requested().approvedBy("cleo");
        issue.edit("cleo", SealedSection.FALLBACK, "By voucher");
        assertEquals(Standing.EXCLUDED, issue.state(0).verdicts().get(0).standing());
    }

    /** Handing the issue over for a minute is no way to approve one's own. */
    @Test
    public void takesWhoeverOwnedTheIssueSinceItWasAskedForForAnOwner() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann", "ben", "cleo"));
        issue.ownedBy("ben").ownedBy("ann").requested().ownedBy("otto");
        assertEquals("decision-gates.approval.is-owner", denied(issue.service().approve(issue.action("ann", ""))));
        issue.approvedBy("cleo");
        assertEquals(Standing.EXCLUDED, issue.ownedBy("cleo").ownedBy("otto").state(0).verdicts().get(0).standing());
        issue.approvedBy("ben");
        assertEquals("an owner of before", ApprovalState.MET, issue.state(0).state());
    }

    @Test
    public void letsThemWhereThePolicySaysSo() {
        ApprovalRequirement requirement = by("legal", 1, ApprovalQuorum.people(1), "ann").requirement();
        ApprovedIssue issue = new ApprovedIssue(new RequiredApproval("decision/legal", requirement, false, 0));
        issue.ownedBy("ann").edit("ann", SealedSection.QUESTION, "Refund?").requested().approvedBy("ann");
        assertTrue(issue.isApproved());
    }

    @Test
    public void refusesToAskWhereNobodyCouldApproveAndNamesTheRequirement() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann"),
                required("gtm", 1, ApprovalQuorum.people(1), groups("gone"), SealedSection.SCOPE),
                required("qa", 2, ApprovalQuorum.people(2), groups("qa"), SealedSection.SCOPE));
        issue.issue = issue.issue.inGroup("ben", "qa").inGroup("retired", "qa");
        issue.account("retired", false);
        Conflict refused = (Conflict) issue.service().request(issue.action("otto", ""), true);
        assertEquals(
                List.of("decision-gates.approval.too-few-approvers [gtm, 1, 0]", "decision-gates.approval.too-few-approvers [qa, 2, 1]"),
                refused.why().stream().map(why -> why.key() + " " + why.arguments()).toList());
        assertTrue(issue.service().request(issue.action("otto", ""), false) instanceof Denied);
        assertEquals(List.of(), issue.steps.ofIssue(10200));
        assertTrue(new ApprovedIssue().service().request(new ApprovedIssue().action("otto", ""), true) instanceof Conflict);
    }

    @Test
    public void takesApproversFromPeopleGroupsRolesAndFields() {
        ApprovedIssue issue = new ApprovedIssue(required("all", 1, ApprovalQuorum.percent(100),
                new ApproverSources(List.of("ann"), List.of("qa"), List.of("10100"), List.of(SPONSOR)), SealedSection.QUESTION));
        issue.issue = issue.issue.inGroup("ben", "qa").inRole("cleo", "10100").with(SPONSOR, new Person("dora", "Dora", true, true));
        issue.account("dora", true).requested();
        assertEquals(Set.of("ann", "ben", "cleo", "dora"), Set.copyOf(issue.state(0).missing()));
        issue.approvedBy("dora", "cleo", "ben");
        assertEquals(ApprovalState.OPEN, issue.state(0).state());
        issue.account("ann", false);
        assertEquals("nobody waits for an account that is out of use", ApprovalState.MET, issue.state(0).state());
    }

    @Test
    public void asksOnlyWhereTheConditionHolds() {
        Field messaging = new Field("customfield_10300");
        ApprovalRequirement gtm = new ApprovalRequirement("gtm", "GTM", 1, people("ann"), ApprovalQuorum.people(1),
                When.all(RuleCondition.isSet(messaging)), Set.of(SealedSection.QUESTION), false);
        ApprovedIssue issue = new ApprovedIssue(new RequiredApproval("decision/gtm", gtm, true, 0));
        assertEquals(List.of(), issue.approvals().states());
        assertTrue(issue.isApproved());
        issue.issue = issue.issue.with(messaging, "yes");
        assertEquals(1, issue.approvals().states().size());
        issue.issue = issue.issue.without(messaging);
        assertEquals("nothing goes unasked because a field is gone", 1, issue.approvals().states().size());
    }

    @Test
    public void asksInTurns() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann"),
                by("board", 3, ApprovalQuorum.people(1), "ben")).requested();
        assertEquals(ApprovalState.NOT_ITS_TURN, issue.state(1).state());
        assertEquals("decision-gates.approval.not-its-turn",
                ((Conflict) issue.service().approve(issue.action("ben", ""))).why().get(0).key());
        issue.approvedBy("ann");
        assertEquals(ApprovalState.OPEN, issue.state(1).state());
        issue.approvedBy("ben");
        assertTrue(issue.isApproved());
    }

    /** Who cannot see the issue could never approve it, and would be waited for. */
    @Test
    public void countsNobodyWhoMayNotSeeTheIssue() {
        RequiredApproval legal = required("legal", 1, ApprovalQuorum.people(1), groups("lawyers"), SealedSection.QUESTION);
        ApprovedIssue issue = new ApprovedIssue(legal);
        issue.issue = issue.issue.inGroup("ann", "lawyers").inGroup("ben", "lawyers");
        Conflict refused = (Conflict) issue.service().request(action(hidden(issue, legal, "ann", "ben"), "otto"), true);
        assertEquals("decision-gates.approval.too-few-approvers", refused.why().get(0).key());
        issue.requested();
        ApprovalSubject hidden = hidden(issue, legal, "ann");
        assertEquals(List.of("ben"), issue.service().of(hidden).states().get(0).missing());
        assertTrue(issue.service().approve(action(hidden, "ann")) instanceof Denied);
        assertTrue(issue.service().approve(action(hidden, "ben")) instanceof ApprovalService.Stored);
    }

    /** Else whoever sets the security level would lift an objection. */
    @Test
    public void keepsTheObjectionOfAnApproverWhoMayNotSeeTheIssueAnyMore() {
        RequiredApproval legal = by("legal", 1, ApprovalQuorum.people(1), "ann", "ben");
        ApprovedIssue issue = new ApprovedIssue(legal).requested();
        stored(issue.service().needDiscussion(issue.action("ben", "What of cards?")));
        issue.approvedBy("ann");
        assertEquals(ApprovalState.NEEDS_DISCUSSION, issue.service().of(hidden(issue, legal, "ben")).states().get(0).state());
    }

    private static Action action(ApprovalSubject subject, String user) {
        return new Action(subject, subject.content().digest(), "", user, Optional.empty(), Password.NONE, NOON);
    }

    private static ApprovalSubject hidden(ApprovedIssue issue, RequiredApproval required, String... users) {
        IssueView hidden = (IssueView) Proxy.newProxyInstance(IssueView.class.getClassLoader(), new Class<?>[] {IssueView.class},
                (proxy, method, arguments) -> method.getName().equals("maySee") ? !List.of(users).contains(arguments[0])
                        : method.invoke(issue.issue, arguments));
        return new ApprovalSubject(issue.subject().issueId(), issue.subject().projectId(), hidden, List.of(required),
                () -> EditorsAndOwners.NONE);
    }

    @Test
    public void countsAShareOfThoseWhoDoNotAbstain() {
        ApprovedIssue issue = new ApprovedIssue(by("half", 1, ApprovalQuorum.percent(50), "ann", "ben", "cleo")).requested();
        assertEquals(2, issue.state(0).needed());
        stored(issue.service().abstain(issue.action("ann", "")));
        assertEquals(1, issue.state(0).needed());
        issue.edit("otto", SealedSection.QUESTION, "Refund?");
        assertEquals("she may want a part in what it says now", 2, issue.state(0).needed());
        for (String user : List.of("ann", "ben", "cleo")) {
            stored(issue.service().abstain(issue.action(user, "")));
        }
        assertEquals("nobody is left", ApprovalState.TOO_FEW_APPROVERS, issue.state(0).state());
    }

    @Test
    public void tellsNoShareOfTooMany() {
        ApprovedIssue issue = new ApprovedIssue(required("all", 1, ApprovalQuorum.percent(1), groups("staff"), SealedSection.QUESTION));
        for (int number = 0; number <= ApproverDirectory.MAX_MEMBERS; number++) {
            issue.issue = issue.issue.inGroup("user" + number, "staff");
            issue.account("user" + number, true);
        }
        assertEquals("decision-gates.approval.too-many-approvers",
                ((Conflict) issue.service().request(issue.action("otto", ""), true)).why().get(0).key());
    }

    /** Editing the issue does not make an objection go away. */
    @Test
    public void isNotMetWhileAnApproverWantsItDiscussed() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann", "ben")).requested();
        assertEquals(Set.of("comment"), ((Invalid) issue.service().needDiscussion(issue.action("ben", " "))).members().keySet());
        stored(issue.service().needDiscussion(issue.action("ben", "What of gift cards?")));
        issue.approvedBy("ann");
        assertEquals(ApprovalState.NEEDS_DISCUSSION, issue.state(0).state());
        issue.edit("otto", SealedSection.QUESTION, "Refund?").approvedBy("ann");
        assertEquals(ApprovalState.NEEDS_DISCUSSION, issue.state(0).state());
        assertEquals("nobody could take it back", ApprovalState.MET, issue.account("ben", false).state(0).state());
        issue.account("ben", true);
        stored(issue.service().withdraw(issue.action("ben", "")));
        assertEquals(ApprovalState.MET, issue.state(0).state());
        assertTrue(issue.service().withdraw(issue.action("ben", "")) instanceof Conflict);
    }

    @Test
    public void letsADelegateStandInWhileAndWhereTheDelegationLasts() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann")).requested();
        assertEquals("decision-gates.approval.no-delegation",
                denied(issue.service().approve(issue.action("ben", Optional.of("ann"), NOON))));
        issue.delegating(new Delegation(0, "ann", "ben", TODAY, TODAY.plusDays(1), Set.of(10000L)));
        assertTrue(issue.service().approve(issue.action("ben", Optional.of("ann"), NOON.minusDays(1))) instanceof Denied);
        assertTrue(issue.service().approve(issue.action("ben", Optional.of("ann"), NOON.plusDays(2))) instanceof Denied);
        assertTrue("not in their own name", issue.service().approve(issue.action("ben", "")) instanceof Denied);

        ApprovalStep last = stored(issue.service().approve(issue.action("ben", Optional.of("ann"), NOON.plusDays(1)))).get(1);
        assertEquals(List.of("ben", Optional.of("ann"), "ann"), List.of(last.actor(), last.onBehalfOf(), last.approver()));
        assertEquals(ApprovalState.MET, issue.state(0).state());
    }

    @Test
    public void letsNoDelegateApproveWhatTheDutyRulesKeepThemFrom() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann", "cleo"))
                .delegating(new Delegation(0, "ann", "ben", TODAY, TODAY, Set.of()))
                .delegating(new Delegation(0, "ben", "cleo", TODAY, TODAY, Set.of())).ownedBy("ben").requested();
        assertEquals("the owner stands in for nobody", "decision-gates.approval.is-owner",
                denied(issue.service().approve(issue.action("ben", Optional.of("ann"), NOON))));
        issue.ownedBy("ann");
        assertEquals("and nobody for the owner", "decision-gates.approval.is-owner",
                denied(issue.service().approve(issue.action("ben", Optional.of("ann"), NOON))));
        assertTrue("nor for somebody who stands in",
                issue.service().approve(issue.action("cleo", Optional.of("ann"), NOON)) instanceof Denied);
    }

    @Test
    public void excludesADelegateWhoBecomesTheOwner() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann"))
                .delegating(new Delegation(0, "ann", "ben", TODAY, TODAY, Set.of())).requested();
        stored(issue.service().approve(issue.action("ben", Optional.of("ann"), NOON)));
        assertEquals("asked again when the delegate becomes the owner", Standing.EXCLUDED,
                issue.ownedBy("ben").state(0).verdicts().get(0).standing());
    }

    @Test
    public void offersWhatADelegateMayDoForOthers() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann", "cleo"))
                .delegating(new Delegation(0, "ann", "ben", TODAY, TODAY, Set.of()))
                .delegating(new Delegation(0, "cleo", "ben", TODAY, TODAY, Set.of(10001L)))
                .delegating(new Delegation(0, "otto", "ben", TODAY, TODAY, Set.of()));
        assertEquals("nobody asked", Map.of(), issue.allowed().onBehalf(issue.approvals(), "ben", NOON));
        assertTrue("nobody asks for others",
                issue.service().request(issue.action("ben", Optional.of("ann"), NOON), true) instanceof Denied);
        issue.requested();
        assertEquals("not in another project, and for approvers only",
                Map.of("ann", Set.of(Kind.APPROVED, Kind.ABSTAINED, Kind.NEEDS_DISCUSSION)),
                issue.allowed().onBehalf(issue.approvals(), "ben", NOON));
        assertEquals("over", Map.of(), issue.allowed().onBehalf(issue.approvals(), "ben", NOON.plusDays(1)));
        assertEquals("nothing in the own name", Set.of(), issue.allowed().own(issue.approvals(), "ben", false));
        stored(issue.service().approve(issue.action("ben", Optional.of("ann"), NOON)));
        issue.edit("ben", SealedSection.QUESTION, "Refund by mail?");
        assertEquals("a delegate who edited it does nothing more", Map.of(), issue.allowed().onBehalf(issue.approvals(), "ben", NOON));
        assertEquals("decision-gates.approval.is-editor", denied(issue.service().withdraw(issue.action("ben", Optional.of("ann"), NOON))));
        assertEquals("the approver does", Set.of(Kind.APPROVED, Kind.ABSTAINED, Kind.NEEDS_DISCUSSION, Kind.WITHDRAWN),
                issue.allowed().own(issue.approvals(), "ann", false));
        issue.account("ann", false);
        assertTrue("for nobody whose account is off",
                issue.service().approve(issue.action("ben", Optional.of("ann"), NOON)) instanceof Denied);
    }

    /** Who owns an issue does not lift an objection to it in another's name. */
    @Test
    public void letsNoOwnerTakeBackAnObjectionForAnother() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann", "cleo"))
                .delegating(new Delegation(0, "ann", "ben", TODAY, TODAY, Set.of())).ownedBy("ben").requested();
        stored(issue.service().needDiscussion(issue.action("ann", "What of refunds?")));
        issue.approvedBy("cleo");
        assertEquals("decision-gates.approval.is-owner", denied(issue.service().withdraw(issue.action("ben", Optional.of("ann"), NOON))));
        assertEquals(Map.of(), issue.allowed().onBehalf(issue.approvals(), "ben", NOON));
        assertEquals(ApprovalState.NEEDS_DISCUSSION, issue.state(0).state());
    }

    /** What somebody said is theirs; a delegate speaks where they are silent, or where what they said has gone stale. */
    @Test
    public void letsNoDelegateChangeWhatAnApproverSaidInPerson() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann", "cleo"))
                .delegating(new Delegation(0, "ann", "ben", TODAY, TODAY, Set.of())).requested().approvedBy("ann");
        Supplier<Action> forAnn = () -> issue.action("ben", Optional.of("ann"), NOON);
        assertEquals(Map.of(), issue.allowed().onBehalf(issue.approvals(), "ben", NOON));
        for (Outcome outcome : List.of(issue.service().withdraw(forAnn.get()), issue.service().abstain(forAnn.get()))) {
            assertEquals("decision-gates.approval.said-in-person", ((Conflict) outcome).why().get(0).key());
        }
        issue.edit("otto", SealedSection.QUESTION, "Refund by mail?");
        stored(issue.service().approve(forAnn.get()));
        assertEquals(ApprovalState.MET, issue.state(0).state());
        stored(issue.service().withdraw(forAnn.get()));
        stored(issue.service().needDiscussion(issue.action("ann", "What of refunds?")));
        issue.edit("otto", SealedSection.QUESTION, "Refund by cheque?");
        assertEquals("an objection stays hers, edited or not", "decision-gates.approval.said-in-person",
                ((Conflict) issue.service().approve(forAnn.get())).why().get(0).key());
    }

    @Test
    public void asksForNoApprovalsOfWhatHasEnded() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann"));
        issue.issue = issue.issue.movedTo(IssueSnapshot.statusOf(DecisionPhase.CLOSED));
        assertEquals("decision-gates.approval.over",
                ((Conflict) issue.service().request(issue.action("otto", ""), true)).why().get(0).key());
        assertEquals(Set.of(), issue.allowed().own(issue.approvals(), "otto", true));
    }

    /** Two approvals by one person are no four eyes: the second is refused, and its approver can still add themselves. */
    @Test
    public void countsADelegateWhoApprovesAsWellOnce() {
        ApprovedIssue issue = new ApprovedIssue(by("two", 1, ApprovalQuorum.people(2), "ann", "ben"))
                .delegating(new Delegation(0, "ann", "ben", TODAY, TODAY, Set.of())).requested().approvedBy("ben");
        assertEquals("decision-gates.approval.counts-once",
                ((Conflict) issue.service().approve(issue.action("ben", Optional.of("ann"), NOON))).why().get(0).key());
        assertEquals("an objection is one more all the same", Map.of("ann", Set.of(Kind.ABSTAINED, Kind.NEEDS_DISCUSSION)),
                issue.allowed().onBehalf(issue.approvals(), "ben", NOON));
        assertEquals(List.of(), issue.approvals().waitingFor("ben", "ann"));
        issue.approvedBy("ann");
        assertEquals(ApprovalState.MET, issue.state(0).state());
    }

    @Test
    public void letsAnApproverApproveForWhomADelegateDidWhoCountsAnyway() {
        ApprovedIssue issue = new ApprovedIssue(by("two", 1, ApprovalQuorum.people(2), "ann", "ben"))
                .delegating(new Delegation(0, "ann", "ben", TODAY, TODAY, Set.of())).requested();
        stored(issue.service().approve(issue.action("ben", Optional.of("ann"), NOON)));
        assertEquals("ann is said for", List.of(), issue.approvals().waitingFor("ann", "ann"));
        issue.approvedBy("ben");
        assertEquals("and no more", List.of(1, ApprovalState.OPEN, List.of("ann")),
                List.of(issue.state(0).given(), issue.state(0).state(), issue.state(0).missing()));
        assertEquals(1, issue.approvals().waitingFor("ann", "ann").size());
        issue.delegating(new Delegation(0, "ann", "cleo", TODAY, TODAY, Set.of()));
        assertEquals("or through somebody else", 1, issue.approvals().waitingFor("cleo", "ann").size());
        stored(issue.service().approve(issue.action("cleo", Optional.of("ann"), NOON)));
        assertEquals(ApprovalState.MET, issue.state(0).state());
        issue.approvedBy("ann");
        assertEquals(List.of(2, ApprovalState.MET), List.of(issue.state(0).given(), issue.state(0).state()));
    }

    /** Somebody who stands in for two is one, whichever of them approves in person then. */
    @Test
    public void countsADelegateOfTwoOnce() {
        ApprovedIssue issue = new ApprovedIssue(by("two", 1, ApprovalQuorum.people(2), "ann", "ben"))
                .delegating(new Delegation(0, "ann", "cleo", TODAY, TODAY, Set.of()))
                .delegating(new Delegation(0, "ben", "cleo", TODAY, TODAY, Set.of())).requested();
        stored(issue.service().approve(issue.action("cleo", Optional.of("ann"), NOON)));
        assertEquals("decision-gates.approval.counts-once",
                ((Conflict) issue.service().approve(issue.action("cleo", Optional.of("ben"), NOON))).why().get(0).key());
        issue.approvedBy("ben");
        assertEquals(ApprovalState.MET, issue.state(0).state());
    }

    /** Of a share each approver counts, whoever spoke for them. */
    @Test
    public void countsApproversOfAShareByTheirDelegates() {
        ApprovedIssue issue = new ApprovedIssue(by("all", 1, ApprovalQuorum.percent(100), "ann", "ben"))
                .delegating(new Delegation(0, "ann", "ben", TODAY, TODAY, Set.of())).requested().approvedBy("ben");
        stored(issue.service().approve(issue.action("ben", Optional.of("ann"), NOON)));
        assertEquals(ApprovalState.MET, issue.state(0).state());
    }

    @Test
    public void keepsEveryStepInAChain() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann")).requested().approvedBy("ann");
        assertEquals("decision-gates.approval.said-already",
                ((Conflict) issue.service().approve(issue.action("ann", ""))).why().get(0).key());
        stored(issue.service().withdraw(issue.action("ann", "A mistake")));
        List<SealedApprovalStep> steps = issue.steps.ofIssue(10200);
        assertEquals(List.of("1 REQUESTED", "2 APPROVED", "3 WITHDRAWN"),
                steps.stream().map(one -> one.step().step() + " " + one.step().word()).toList());
        assertEquals(OptionalInt.empty(), SealedApprovalStep.firstBroken(steps, any -> false));
        assertEquals(Set.of("question", "fallback"), steps.get(1).step().digests().keySet());
    }

    /** Of two who approve at once both do. */
    @Test
    public void goesBehindWhatOthersDidMeanwhile() {
        ApprovedIssue issue = new ApprovedIssue(by("two", 1, ApprovalQuorum.people(2), "ann", "ben")).requested();
        issue.steps.meanwhile(() -> issue.approvedBy("ben"));
        issue.approvedBy("ann");
        assertTrue(issue.isApproved());
    }

    @Test
    public void holdsNoMoreThanAnIssueMayHaveButLetsPeopleWithdraw() {
        ApprovedIssue issue = new ApprovedIssue(by("legal", 1, ApprovalQuorum.people(1), "ann")).requested().approvedBy("ann");
        while (issue.steps.ofIssue(10200).size() < ApprovalSteps.MAX - 100) {
            List<SealedApprovalStep> before = issue.steps.ofIssue(10200);
            ApprovalStep step = new ApprovalStep(10200, 10000, before.size() + 1, "REQUESTED", List.of(), Map.of(), "", "", "otto",
                    Optional.empty(), NOON.toInstant());
            issue.steps.append(new SealedApprovalStep(step, ApprovalSeal.on(step, "salt", before.get(before.size() - 1).seal().hash()),
                    Optional.empty()), Optional.empty());
        }
        issue.edit("otto", SealedSection.QUESTION, "Refund?");
        assertTrue(issue.service().approve(issue.action("ann", "")) instanceof Full);
        stored(issue.service().withdraw(issue.action("ann", "")));
    }

    @Test
    public void asksForACommentWhereThePolicyDoes() {
        ApprovalRequirement requirement = new ApprovalRequirement("legal", "Legal", 1, people("ann"), ApprovalQuorum.people(1),
                When.ALWAYS, Set.of(SealedSection.QUESTION), true);
        ApprovedIssue issue = new ApprovedIssue(new RequiredApproval("decision/legal", requirement, true, 0)).requested();
        assertEquals("decision-gates.approval.fault.no-comment", fault(issue.service().approve(issue.action("ann", ""))));
        assertEquals("decision-gates.approval.fault.long", fault(issue.service().approve(issue.action("ann", "x".repeat(4_001)))));
        assertEquals("decision-gates.approval.fault.characters", fault(issue.service().approve(issue.action("ann", "a\u0000"))));
        stored(issue.service().approve(issue.action("ann", "Read with counsel")));
    }

    private static String fault(Outcome outcome) {
        return ((Invalid) outcome).members().get("comment").key();
    }

    private static String denied(Outcome outcome) {
        return ((Denied) outcome).why().key();
    }

    private static ApproverSources people(String... people) {
        return new ApproverSources(List.of(people), List.of(), List.of(), List.of());
    }

    private static ApproverSources groups(String... groups) {
        return new ApproverSources(List.of(), List.of(groups), List.of(), List.of());
    }
}
