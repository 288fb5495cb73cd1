package org.decisiongates.review;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.issue.ThreadSection;
import org.decisiongates.issue.ThreadState;
import org.decisiongates.review.ReviewService.Action;
import org.decisiongates.review.ReviewService.Conflict;
import org.decisiongates.review.ReviewService.Denied;
import org.decisiongates.review.ReviewService.Full;
import org.decisiongates.review.ReviewService.Gone;
import org.decisiongates.review.ReviewService.Invalid;
import org.decisiongates.review.ReviewService.Outcome;
import org.decisiongates.review.ReviewService.Stored;
import org.decisiongates.review.ThreadStep.Kind;
import org.decisiongates.text.Message;

public class ReviewServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00.123Z");
    private static final long ISSUE = 10200;
    private static final String OUTCOME = "Support answers within a day";
    private static final ThreadRights READS = new ThreadRights(false, false, true, false, false, true, moment -> true);
    private static final ThreadRights COMMENTS = new ThreadRights(true, false, true, false, false, true, moment -> true);
    private static final ThreadRights OWNS = new ThreadRights(true, true, true, false, false, true, moment -> true);
    private static final ThreadRights EDITS = new ThreadRights(true, false, true, true, false, true, moment -> true);

    private final ThreadsInMemory threads = new ThreadsInMemory();
    private final ReviewService service = new ReviewService(threads);

    @Test
    public void keepsEveryStep() {
        ReviewThread thread = opened();
        assertEquals(1, thread.number());
        assertEquals(ThreadState.OPEN, thread.state());
        assertEquals("Refund by card?", thread.subject().anchor().quoted());

        stored(service.askForOwnerAction(action("rita", COMMENTS, ""), Optional.empty()));
        stored(service.reply(action("otto", OWNS, "I am on it")));
        thread = stored(service.resolve(action("otto", OWNS, OUTCOME)));

        assertEquals(ThreadState.RESOLVED, thread.state());
        assertEquals(List.of("rita OPENED Is it fast enough?", "rita OWNER_ACTION ", "otto REPLIED I am on it", "otto RESOLVED " + OUTCOME),
                thread.steps().stream().map(step -> step.actor() + " " + step.kind() + " " + step.text()).toList());
        assertEquals(OUTCOME, thread.closing().orElseThrow().text());
        assertEquals(Optional.empty(), stored(service.reopen(action("rita", COMMENTS, ""))).closing());
        assertEquals(2, stored(service.open(opening("Another?"), "rita", COMMENTS, NOW)).number());
    }

    @Test
    public void letsOnlyThoseActWhoMay() {
        assertTrue(service.open(opening("Why?"), "rita", READS, NOW) instanceof Denied);
        ReviewThread thread = opened();
        for (Kind kind : Kind.values()) {
            assertTrue(kind.name(), kind == Kind.OPENED || take(kind, "rita", READS, OUTCOME) instanceof Denied);
        }
        assertEquals(EnumSet.of(Kind.REPLIED, Kind.OWNER_ACTION, Kind.DISPUTED), service.allowed(thread, "someone", COMMENTS));
        assertEquals(EnumSet.of(Kind.REPLIED, Kind.OWNER_ACTION, Kind.DISPUTED, Kind.RESOLVED, Kind.DECLINED),
                service.allowed(thread, "rita", COMMENTS));
        assertEquals(EnumSet.of(Kind.REPLIED, Kind.OWNER_ACTION, Kind.DISPUTED, Kind.RESOLVED, Kind.DECLINED),
                service.allowed(thread, "otto", OWNS));
        assertEquals(EnumSet.of(Kind.REPLIED, Kind.OWNER_ACTION, Kind.DISPUTED, Kind.RESOLVED, Kind.DECLINED),
                service.allowed(thread, "ed", EDITS));
        assertEquals("the owner may end it without a right to comment", EnumSet.of(Kind.RESOLVED, Kind.DECLINED),
                service.allowed(thread, "otto", new ThreadRights(false, true, true, false, false, true, moment -> true)));
        assertTrue(take(Kind.RESOLVED, "someone", COMMENTS, OUTCOME) instanceof Denied);
    }

    /** Or the owner would pass a gate without an outcome. */
    @Test
    public void letsTheOwnerDropNoActionThatOthersAskedFor() {
        opened();
        stored(take(Kind.OWNER_ACTION, "quinn", COMMENTS, ""));
        assertTrue(take(Kind.OWNER_ACTION_DROPPED, "otto", new ThreadRights(true, true, true, true, false, true, moment -> true),
                "") instanceof Denied);
        assertTrue(take(Kind.OWNER_ACTION_DROPPED, "someone", COMMENTS, "") instanceof Denied);
        assertEquals("who asked for it", ThreadState.OPEN, stored(take(Kind.OWNER_ACTION_DROPPED, "quinn", COMMENTS, "")).state());
        stored(take(Kind.OWNER_ACTION, "quinn", COMMENTS, ""));
        assertEquals("who opened the thread", ThreadState.OPEN, stored(take(Kind.OWNER_ACTION_DROPPED, "rita", COMMENTS, "")).state());
    }

    @Test
    public void endsWithAnOutcomeOnly() {
        opened();
        for (Kind end : List.of(Kind.RESOLVED, Kind.DECLINED)) {
            for (String text : List.of("", "  ", "TBD", "n/a", "So be it", "x".repeat(4_001), "\u0000 was agreed with support")) {
                assertEquals(text, Set.of("text"), ((Invalid) take(end, "otto", OWNS, text)).members().keySet());
            }
        }
        assertEquals(ThreadState.DECLINED, stored(take(Kind.DECLINED, "otto", OWNS, OUTCOME)).state());
    }

    @Test
    public void opensOnlyWhatSaysWhatItIsAbout() {
        refuses("text", opening(" "));
        refuses("text", opening("x".repeat(4_001)));
        refuses("objective", opening(ThreadSection.QUESTION, OptionalLong.empty(), Optional.of("Refund?"), " "));
        refuses("objective", opening(ThreadSection.QUESTION, OptionalLong.empty(), Optional.of("Refund?"), "x".repeat(201)));
        refuses("section", opening(ThreadSection.QUESTION, OptionalLong.empty(), Optional.empty(), "Clarity"));
        refuses("row", opening(ThreadSection.QUESTION, OptionalLong.of(1), Optional.empty(), "Clarity"));
        refuses("row", opening(ThreadSection.OPTION, OptionalLong.empty(), Optional.of(""), "Clarity"));
        refuses("row", opening(ThreadSection.OPTION, OptionalLong.of(1), Optional.empty(), "Clarity"));
        assertEquals(List.of(), service.ofIssue(ISSUE));
    }

    @Test
    public void takesNoStepThatDoesNotFollow() {
        opened();
        assertEquals("decision-gates.review.open", conflict(take(Kind.REOPENED, "rita", COMMENTS, "")));
        assertEquals("decision-gates.review.open", conflict(take(Kind.OWNER_ACTION_DROPPED, "rita", COMMENTS, "")));
        stored(take(Kind.OWNER_ACTION, "rita", COMMENTS, ""));
        assertEquals("decision-gates.review.asked-already", conflict(take(Kind.OWNER_ACTION, "rita", COMMENTS, "")));
        stored(take(Kind.RESOLVED, "rita", COMMENTS, OUTCOME));
        for (Kind kind : List.of(Kind.REPLIED, Kind.OWNER_ACTION, Kind.OWNER_ACTION_DROPPED, Kind.RESOLVED, Kind.DECLINED)) {
            assertEquals("decision-gates.review.closed", conflict(take(kind, "rita", OWNS, OUTCOME)));
        }
        assertTrue(service.resolve(new Action(ISSUE, 1, 7, 1, OUTCOME, "otto", OWNS, NOW)) instanceof Gone);
        assertTrue(service.reply(new Action(ISSUE, 1, 7, 1, OUTCOME, "otto", OWNS, NOW)) instanceof Gone);
    }

    @Test
    public void resolvesNothingBehindAReplyThatWasNotSeen() {
        opened();
        Action seen = action("otto", OWNS, OUTCOME);
        stored(take(Kind.REPLIED, "rita", COMMENTS, "One more thing"));
        assertEquals("decision-gates.review.changed", conflict(service.resolve(seen)));
        threads.meanwhile(() -> stored(take(Kind.REPLIED, "rita", COMMENTS, "And another")));
        assertEquals("decision-gates.review.changed", conflict(take(Kind.RESOLVED, "otto", OWNS, OUTCOME)));
        assertEquals(ThreadState.OPEN, service.ofIssue(ISSUE).get(0).state());
    }

    @Test
    public void putsAReplyBehindWhatOthersWroteMeanwhile() {
        opened();
        threads.meanwhile(() -> stored(take(Kind.REPLIED, "quinn", COMMENTS, "First")));
        assertEquals(List.of("Is it fast enough?", "First", "Second"),
                stored(take(Kind.REPLIED, "otto", OWNS, "Second")).steps().stream().map(ThreadStep::text).toList());
        threads.meanwhile(() -> stored(take(Kind.RESOLVED, "rita", COMMENTS, OUTCOME)));
        assertEquals("decision-gates.review.closed", conflict(take(Kind.REPLIED, "otto", OWNS, "Third")));
        threads.meanwhile(() -> stored(service.open(opening("At the same time"), "quinn", COMMENTS, NOW)));
        assertEquals(3, stored(service.open(opening("As well"), "otto", OWNS, NOW)).number());
    }

    @Test
    public void takesNoStepBeforeTheOneInFrontOfIt() {
        opened();
        ReviewThread thread = stored(
                service.reply(new Action(ISSUE, 10000, 1, 1, "By a clock behind", "otto", OWNS, NOW.minusSeconds(60))));
        assertEquals(NOW, thread.newest().at());
    }

    @Test
    public void keepsTheLastPlaceOfAThreadForItsEnd() {
        opened();
        for (int step = 2; step < ReviewThreads.MAX_STEPS; step++) {
            stored(take(Kind.REPLIED, "otto", OWNS, "Reply " + step));
        }
        assertTrue(take(Kind.REPLIED, "otto", OWNS, "One more") instanceof Full);
        assertEquals(EnumSet.of(Kind.RESOLVED, Kind.DECLINED), service.allowed(service.ofIssue(ISSUE).get(0), "otto", OWNS));
        stored(take(Kind.RESOLVED, "otto", OWNS, OUTCOME));
        assertTrue(take(Kind.REOPENED, "otto", OWNS, "") instanceof Full);
    }

    @Test
    public void opensNoMoreThanAnIssueCanHave() {
        for (int number = 1; number <= ReviewThreads.MAX; number++) {
            stored(service.open(opening("Why?"), "rita", COMMENTS, NOW));
        }
        assertTrue(service.open(opening("Why?"), "rita", COMMENTS, NOW) instanceof Full);
    }

    @Test
    public void freezesADisputedThreadUntilItIsSettled() {
        opened();
        stored(take(Kind.OWNER_ACTION, "rita", COMMENTS, ""));
        for (String reason : List.of("", "TBD", "No")) {
            assertEquals(Set.of("text"), ((Invalid) take(Kind.DISPUTED, "quinn", COMMENTS, reason)).members().keySet());
        }
        ReviewThread disputed = stored(take(Kind.DISPUTED, "quinn", COMMENTS, "Support was never asked"));
        assertEquals(ThreadState.DISPUTED, disputed.state());
        assertEquals("quinn", disputed.dispute().orElseThrow().actor());
        for (Kind kind : List.of(Kind.OWNER_ACTION, Kind.DISPUTED, Kind.RESOLVED, Kind.DECLINED)) {
            assertEquals("decision-gates.review.disputed", conflict(take(kind, "rita", OWNS, OUTCOME)));
        }
        assertEquals(EnumSet.of(Kind.REPLIED, Kind.DISPUTE_SETTLED), service.allowed(disputed, "otto", OWNS));
        assertEquals(Set.of("text"), ((Invalid) take(Kind.DISPUTE_SETTLED, "otto", OWNS, "ok")).members().keySet());

        ReviewThread settled = stored(take(Kind.DISPUTE_SETTLED, "otto", OWNS, OUTCOME));
        assertEquals("what was asked for before is still asked for", ThreadState.NEEDS_OWNER_ACTION, settled.state());
        assertEquals("decision-gates.review.undisputed", conflict(take(Kind.DISPUTE_SETTLED, "otto", OWNS, OUTCOME)));
    }

    @Test
    public void letsTheOwnerWhoeverDisputedAndAdministratorsSettle() {
        ThreadRights administers = new ThreadRights(false, false, true, false, true, true, moment -> true);
        opened();
        stored(take(Kind.DISPUTED, "quinn", COMMENTS, "Support was never asked"));
        ReviewThread thread = service.ofIssue(ISSUE).get(0);
        assertEquals("who opened it", EnumSet.of(Kind.REPLIED), service.allowed(thread, "rita", COMMENTS));
        assertEquals("who edits", EnumSet.of(Kind.REPLIED), service.allowed(thread, "ed", EDITS));
        assertEquals(EnumSet.of(Kind.REPLIED, Kind.DISPUTE_SETTLED), service.allowed(thread, "quinn", COMMENTS));
        assertEquals(EnumSet.of(Kind.DISPUTE_SETTLED), service.allowed(thread, "ada", administers));
        assertTrue(take(Kind.DISPUTE_SETTLED, "rita", COMMENTS, OUTCOME) instanceof Denied);
    }

    /** Who may edit an issue can make themselves its owner, and would settle what holds it up. */
    @Test
    public void letsNobodySettleWhoBecameTheOwnerForIt() {
        opened();
        stored(take(Kind.DISPUTED, "quinn", COMMENTS, "Support was never asked"));
        ThreadRights since = new ThreadRights(true, true, true, true, false, true, moment -> moment.isAfter(NOW));
        assertEquals(EnumSet.of(Kind.REPLIED), service.allowed(service.ofIssue(ISSUE).get(0), "ed", since));
        assertTrue(take(Kind.DISPUTE_SETTLED, "ed", since, OUTCOME) instanceof Denied);
        ThreadRights before = new ThreadRights(true, true, true, true, false, true, NOW::equals);
        stored(take(Kind.DISPUTE_SETTLED, "otto", before, OUTCOME));
    }

    @Test
    public void asksNobodyToActWhereNobodyOwnsTheIssue() {
        opened();
        ThreadRights nobodysIssue = new ThreadRights(true, false, false, true, true, true, moment -> true);
        Denied denied = (Denied) take(Kind.OWNER_ACTION, "quinn", nobodysIssue, "");
        assertEquals("decision-gates.review.no-owner", denied.why().key());
        assertEquals(ThreadState.OPEN, service.ofIssue(ISSUE).get(0).state());
        assertFalse(service.allowed(service.ofIssue(ISSUE).get(0), "quinn", nobodysIssue).contains(Kind.OWNER_ACTION));
    }

    @Test
    public void onlyEndsThreadsOfAnIssueThatIsFull() {
        int steps = 0;
        ReviewThread thread = null;
        while (steps < ReviewThreads.MAX_OF_ISSUE) {
            thread = stored(steps % 150 == 0 ? service.open(opening("Again?"), "rita", COMMENTS, NOW)
                    : service.reply(
                            new Action(ISSUE, 10000, thread.number(), thread.newest().step(), "Agreed so far", "quinn", COMMENTS, NOW)));
            steps++;
        }
        assertTrue(take(Kind.REPLIED, "quinn", COMMENTS, "One more") instanceof Full);
        assertTrue(service.open(opening("Once more?"), "rita", COMMENTS, NOW) instanceof Full);
        assertEquals(ThreadState.RESOLVED, stored(take(Kind.RESOLVED, "otto", OWNS, OUTCOME)).state());
    }

    @Test
    public void disputesDecisionsOnly() {
        opened();
        ThreadRights ofABlocker = new ThreadRights(true, true, true, true, true, false, moment -> true);
        assertTrue(take(Kind.DISPUTED, "quinn", ofABlocker, "Support was never asked") instanceof Denied);
    }

    @Test
    public void keepsTwoPlacesOfADisputedThread() {
        opened();
        stored(take(Kind.DISPUTED, "quinn", COMMENTS, "Support was never asked"));
        while (service.ofIssue(ISSUE).get(0).newest().step() < ReviewThreads.MAX_STEPS - 2) {
            stored(take(Kind.REPLIED, "otto", OWNS, "Let us see"));
        }
        assertTrue(take(Kind.REPLIED, "otto", OWNS, "One more") instanceof Full);
        stored(take(Kind.DISPUTE_SETTLED, "otto", OWNS, OUTCOME));
        assertTrue(take(Kind.DISPUTED, "quinn", COMMENTS, "Support was never asked") instanceof Full);
        stored(take(Kind.RESOLVED, "otto", OWNS, OUTCOME));
    }

    @Test
    public void namesWhatTheHostFindsWrongBesideTheRest() {
        OpenThreadRequest opening = new OpenThreadRequest(ISSUE, 10000, ThreadSection.WHOLE, OptionalLong.empty(), Optional.of(""), "",
                "Why?", OptionalLong.of(7), Map.of("copyRestricted", Message.of("few")));
        assertEquals(Set.of("copyRestricted", "objective"),
                ((Invalid) service.open(opening, "rita", COMMENTS, NOW)).members().keySet());
        assertEquals(List.of(), service.ofIssue(ISSUE));
    }

    private ReviewThread opened() {
        return stored(service.open(opening("Is it fast enough?"), "rita", COMMENTS, NOW));
    }

    private static OpenThreadRequest opening(String text) {
        return new OpenThreadRequest(ISSUE, 10000, ThreadSection.QUESTION, OptionalLong.empty(), Optional.of("Refund by card?"), "Speed",
                text, OptionalLong.of(7), Map.of());
    }

    private static OpenThreadRequest opening(ThreadSection section, OptionalLong row, Optional<String> current, String objective) {
        return new OpenThreadRequest(ISSUE, 10000, section, row, current, objective, "Why?", OptionalLong.empty(), Map.of());
    }

    private void refuses(String member, OpenThreadRequest opening) {
        assertEquals(Set.of(member), ((Invalid) service.open(opening, "rita", COMMENTS, NOW)).members().keySet());
    }

    private Action action(String actor, ThreadRights rights, String text) {
        return new Action(ISSUE, 10000, 1, service.ofIssue(ISSUE).get(0).newest().step(), text, actor, rights, NOW);
    }

    private Outcome take(Kind kind, String actor, ThreadRights rights, String text) {
        Action action = action(actor, rights, text);
        return switch (kind) {
            case REPLIED -> service.reply(action);
            case OWNER_ACTION -> service.askForOwnerAction(action, Optional.empty());
            case OWNER_ACTION_DROPPED -> service.dropOwnerAction(action);
            case DISPUTED -> service.dispute(action, Optional.empty());
            case DISPUTE_SETTLED -> service.settleDispute(action);
            case RESOLVED -> service.resolve(action);
            case DECLINED -> service.decline(action);
            case REOPENED -> service.reopen(action);
            case OPENED -> throw new IllegalArgumentException("it is open");
        };
    }

    private static String conflict(Outcome outcome) {
        return ((Conflict) outcome).why().key();
    }

    private static ReviewThread stored(Outcome outcome) {
        assertTrue(outcome.toString(), outcome instanceof Stored);
        return ((Stored) outcome).thread();
    }
}
