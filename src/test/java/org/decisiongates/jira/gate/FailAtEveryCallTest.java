package org.decisiongates.jira.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.issue.status.category.StatusCategory;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.web.ExecutingHttpRequest;
import com.opensymphony.workflow.InvalidInputException;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.Test;

import org.decisiongates.fixture.TestTime;
import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.jira.gate.CountedCalls.Failure;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.waiver.WaivedRule;
import org.decisiongates.waiver.WaiverStep;

/**
 * Lets each call that a gate makes fail in each way, one at a time: to the platform, to what the platform hands out, and to what is stored.
 * Nothing gets through that would not have otherwise, or that is not in the journal, and afterwards the gate answers as ever.
 */
public class FailAtEveryCallTest {

    private static final Map<String, String> OF_A_POLICY = Map.of("gate.policy", "decision", "gate.key", "decide");
    private static final Map<String, String> WRITTEN = Map.of("gate.rules",
            "has-owner,has-due-date,has-acceptance-criteria,has-fallback");
    /** Long enough that only an interruption ends it. */
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);

    /** An issue without an id is being created, and a link without an issue at its other end leads to one that was deleted. */
    private static final Set<String> NOTHING_IS_AN_ANSWER = Set.of("MutableIssue.getId", "IssueLink.getSourceObject");

    private final TransitionFixture jira = new TransitionFixture();
    private HttpServletRequest request;

    @Test
    public void refusesWhereRulesOfTheWorkflowWouldHaveBeenMet() throws Exception {
        complete();
        failEverywhere(WRITTEN, true, 43);
    }

    @Test
    public void refusesWhereRulesOfTheWorkflowAreNotMet() throws Exception {
        askedByAProgram();
        failEverywhere(WRITTEN, false, 67);
    }

    @Test
    public void refusesWhereAnIssueIsCreated() throws Exception {
        jira.creating().onScreen(TransitionFixture.OWNER_FIELD);
        failEverywhere(WRITTEN, false, 60);
    }

    @Test
    public void refusesWhereAPolicyWouldHaveBeenMet() throws Exception {
        complete().inForce(policy(Enforcement.ENFORCE, "has-owner", "has-due-date"));
        failEverywhere(OF_A_POLICY, true, 47);
    }

    @Test
    public void refusesWhereAPolicyIsNotMet() throws Exception {
        inForce(policy(Enforcement.ENFORCE, "has-owner", "has-due-date"));
        failEverywhere(OF_A_POLICY, false, 53);
    }

    @Test
    public void refusesWhereARecordWouldHaveBeenComplete() throws Exception {
        record(Criterion.State.VERIFIED).inForce(policy(Enforcement.ENFORCE, "all-criteria-verified"));
        failEverywhere(OF_A_POLICY, true, 38);
    }

    @Test
    public void refusesWhereARecordIsNotComplete() throws Exception {
        record(Criterion.State.OPEN).inForce(policy(Enforcement.ENFORCE, "all-criteria-verified"));
        failEverywhere(OF_A_POLICY, false, 46);
    }

    @Test
    public void refusesWhereAGapWouldHaveBeenFollowedUp() throws Exception {
        followedUp("indeterminate").inForce(followUpsRequired());
        failEverywhere(OF_A_POLICY, true, 51);
    }

    @Test
    public void refusesWhereAFollowUpWasClosed() throws Exception {
        followedUp("done").inForce(followUpsRequired());
        failEverywhere(OF_A_POLICY, false, 59);
    }

    @Test
    public void refusesWhereAWaiverWouldHaveCovered() throws Exception {
        waived(WaiverStep.State.GRANTED).inForce(policy(Enforcement.ENFORCE, "has-owner"));
        failEverywhere(OF_A_POLICY, true, 41);
    }

    @Test
    public void refusesWhereAWaiverWasTakenBack() throws Exception {
        waived(WaiverStep.State.WITHDRAWN).inForce(policy(Enforcement.ENFORCE, "has-owner"));
        failEverywhere(OF_A_POLICY, false, 49);
    }

    @Test
    public void refusesWhereALinkedDecisionIsDecided() throws Exception {
        blockedBy("decided").inForce(policy(Enforcement.ENFORCE, "no-open-blocking-decision"));
        failEverywhere(OF_A_POLICY, true, 63);
    }

    @Test
    public void refusesWhereALinkedDecisionIsOpen() throws Exception {
        blockedBy("in-review").inForce(policy(Enforcement.ENFORCE, "no-open-blocking-decision"));
        failEverywhere(OF_A_POLICY, false, 69);
    }

    @Test
    public void letsThroughWhatIsOnlyAdvisedAndStillWritesItDown() throws Exception {
        inForce(policy(Enforcement.ADVISE, "has-owner"));
        failEverywhere(OF_A_POLICY, true, 41);
    }

    /** @param calls how many calls the gate makes where none fails */
    private void failEverywhere(Map<String, String> gate, boolean passes, int calls) throws Exception {
        Asked clean = new Asked(gate);
        clean.calls.count();
        clean.ask();
        clean.writer.destroy();
        List<String> sites = clean.calls.made();
        assertEquals(clean.answer(), passes, clean.isPassed());
        assertEquals(sites.toString(), calls, sites.size());
        for (int number = 1; number <= sites.size(); number++) {
            for (Failure failure : Failure.values()) {
                assertSafe(number, failure, sites.get(number - 1), clean);
            }
        }
    }

    private void assertSafe(int number, Failure failure, String site, Asked clean) throws Exception {
        String where = failure + " at call " + number + ", " + site;
        jira.journal.clear();
        Asked asked = new Asked(clean.gate);
        asked.calls.fail(number, failure);
        if (failure == Failure.HANGS || failure == Failure.IS_LATE) {
            asked.askAndWait(where, failure);
        } else {
            asked.ask();
        }
        assertTrue(where + " was reached", asked.calls.hasFailed());
        boolean passed = asked.isPassed();
        if (passed) {
            assertTrue(where + " is no pass",
                    clean.isPassed() || failure == Failure.ANSWERS_NOTHING && NOTHING_IS_AN_ANSWER.contains(site));
            assertEquals(where + " is in the journal", 1, passesInTheJournal());
        }
        if (failure == Failure.IS_LATE) {
            assertEquals(where, clean.answer(), asked.answer());
        }
        asked.calls.count();
        asked.ask();
        asked.writer.destroy();
        assertEquals("after " + where, clean.answer(), asked.answer());
        long refusals = (passed ? 0 : 1) + (clean.isPassed() ? 0 : 1);
        boolean nobodyCouldWrite = clean.isPassed() && site.equals("GateEvents.append");
        assertTrue("no refusal is lost: " + where, jira.journal.size() - passesInTheJournal() >= refusals || nobodyCouldWrite);
    }

    private long passesInTheJournal() {
        return jira.journal.stream().filter(GateEvent::letsThrough).count();
    }

    private FailAtEveryCallTest complete() {
        ApplicationUser owner = jira.user("owner", true, true);
        jira.value(TransitionFixture.OWNER_FIELD, owner).due(TestTime.TODAY.plusDays(7), null)
                .value(TransitionFixture.CRITERIA_FIELD, "Checkout answers within 2 s for 95 % of requests")
                .value(TransitionFixture.FALLBACK_FIELD, "Switch the promotion off within one hour");
        return this;
    }

    private FailAtEveryCallTest inForce(Policy policy) {
        jira.inForce = new PoliciesInForce(List.of(policy), List.of());
        return this;
    }

    private FailAtEveryCallTest record(Criterion.State state) {
        when(jira.records.recordsOf(10200)).thenReturn(
                IssueRecords.of(List.of(new Criterion("No refund is lost", Optional.empty(), Optional.of("lead"), state))));
        return this;
    }

    private FailAtEveryCallTest followedUp(String category) {
        when(jira.records.recordsOf(10200)).thenReturn(IssueRecords.of(List.of(new Criterion(1, "No refund is lost", Optional.empty(),
                Optional.empty(), Criterion.State.NOT_DEMONSTRABLE, Optional.of(12L)))));
        MutableIssue followUp = mock(MutableIssue.class);
        Status status = mock(Status.class);
        StatusCategory of = mock(StatusCategory.class);
        when(of.getKey()).thenReturn(category);
        when(status.getStatusCategory()).thenReturn(of);
        when(followUp.getStatus()).thenReturn(status);
        when(followUp.getId()).thenReturn(12L);
        ApplicationUser lead = jira.user("lead", true, true);
        when(followUp.getAssignee()).thenReturn(lead);
        when(followUp.getDueDate()).thenReturn(Timestamp.from(Instant.EPOCH));
        when(jira.issueManager.getIssueObject(12L)).thenReturn(followUp);
        return this;
    }

    private static Policy followUpsRequired() {
        return policy(Enforcement.ENFORCE, List.of(PolicyRule.of("criteria-have-evidence").with(
                Map.of("nothing-verified", "accept", "follow-up", "required"))));
    }

    private FailAtEveryCallTest waived(WaiverStep.State state) {
        WaiverStep step = new WaiverStep(10200, 10000, 1, 1, WaiverStep.State.ASKED,
                new WaivedRule(Scope.GLOBAL, "decision", "has-owner", "owner"), "On leave", TestTime.NOW.plusSeconds(60), "lead",
                TestTime.NOW);
        jira.waivers.append(step);
        jira.waivers.append(step.next(WaiverStep.State.GRANTED, "", "boss", TestTime.NOW));
        if (state != WaiverStep.State.GRANTED) {
            jira.waivers.append(step.next(WaiverStep.State.GRANTED, "", "boss", TestTime.NOW).next(state, "", "boss", TestTime.NOW));
        }
        return this;
    }

    private FailAtEveryCallTest blockedBy(String status) {
        jira.ids.put("issue-type.decision", "10001");
        jira.ids.put("status.decided", "decided-id");
        jira.ids.put("status.in-review", "in-review-id");
        MutableIssue other = mock(MutableIssue.class);
        Status its = mock(Status.class);
        when(its.getName()).thenReturn(status);
        when(other.getId()).thenReturn(10300L);
        when(other.getKey()).thenReturn("SHOP-2");
        when(other.getIssueTypeId()).thenReturn("10001");
        when(other.getStatusId()).thenReturn(status + "-id");
        when(other.getStatus()).thenReturn(its);
        IssueLinkType type = mock(IssueLinkType.class);
        when(type.getName()).thenReturn("Blocks");
        when(type.getInward()).thenReturn("is blocked by");
        when(type.getOutward()).thenReturn("blocks");
        when(jira.linkTypes.getIssueLinkTypes()).thenReturn(List.of(type));
        IssueLink link = mock(IssueLink.class);
        when(link.getSourceObject()).thenReturn(other);
        when(link.getIssueLinkType()).thenReturn(type);
        when(link.getLinkTypeId()).thenReturn(10000L);
        when(jira.links.getInwardLinks(10200L)).thenReturn(List.of(link));
        when(jira.links.getOutwardLinks(10200L)).thenReturn(List.of());
        when(jira.hidden.seenOf(anyCollection(), any())).thenReturn(Set.of(10300L));
        return this;
    }

    private void askedByAProgram() {
        request = mock(HttpServletRequest.class);
        when(request.getRequestURI()).thenReturn("/rest/api/2/issue/SHOP-1/transitions");
        when(request.getContextPath()).thenReturn("");
    }

    private static Policy policy(Enforcement enforcement, String... rules) {
        return policy(enforcement, List.of(rules).stream().map(PolicyRule::of).toList());
    }

    private static Policy policy(Enforcement enforcement, List<PolicyRule> rules) {
        return new Policy(new PolicyVersion(Scope.GLOBAL, "decision", 3), "decision", "10001", false, WaiverTerms.NONE, ApprovalTerms.NONE,
                Map.of(),
                List.of(new PolicyGate("decide", "Decide", Optional.empty(), enforcement, rules)),
                List.of());
    }

    /** A gate of its own, with nothing remembered, and what it last said. */
    private final class Asked {

        private final CountedCalls calls = new CountedCalls();
        private final RefusalWriter writer = jira.writer(calls, AS_LONG_AS_IT_TAKES);
        private final GateValidator validator = jira.validator(calls, writer);
        private final Map<String, String> gate;
        private InvalidInputException refusal;

        private Asked(Map<String, String> gate) {
            this.gate = gate;
        }

        private String ask() {
            refusal = null;
            // of the thread
            ExecutingHttpRequest.set(request == null ? null : calls.to(request), null);
            try {
                validator.validate(calls.toAll(jira.variables), new HashMap<>(gate), null);
            } catch (InvalidInputException e) {
                refusal = e;
            } finally {
                ExecutingHttpRequest.clear();
            }
            return answer();
        }

        private boolean isPassed() {
            return refusal == null;
        }

        private String answer() {
            return refusal == null ? "passes" : refusal.getErrors() + " " + refusal.getGenericErrors();
        }

        /** Somebody waits for a call that does not return. */
        private void askAndWait(String where, Failure failure) throws InterruptedException {
            List<String> answers = new ArrayList<>();
            Thread mover = new Thread(() -> answers.add(ask()));
            mover.start();
            calls.awaitFailure();
            assertTrue(where + " lets nobody through", answers.isEmpty() && jira.journal.stream().noneMatch(GateEvent::letsThrough));
            if (failure == Failure.HANGS) {
                mover.interrupt();
                mover.join();
                calls.release();
            } else {
                calls.release();
                mover.join();
            }
            assertEquals(where + " is answered once", 1, answers.size());
        }
    }
}
