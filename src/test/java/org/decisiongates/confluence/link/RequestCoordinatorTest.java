package org.decisiongates.confluence.link;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.Test;

import org.decisiongates.confluence.link.InFlightRequest.Kind;
import org.decisiongates.confluence.link.InFlightRequest.PreparedCall;
import org.decisiongates.confluence.link.InFlightRequest.Reply;
import org.decisiongates.confluence.link.JiraAnswer.Found;
import org.decisiongates.confluence.link.JiraAnswer.Missing;
import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.confluence.link.RequestCoordinator.Key;
import org.decisiongates.confluence.link.RequestCoordinator.Lookup;

public class RequestCoordinatorTest {

    private static final Key LEADS = key("lead");
    private static final URI JIRA = URI.create("http://jira.example");

    private final ManualClock clock = new ManualClock();
    private final ManualExecutor calls = new ManualExecutor();
    private final RequestCoordinator coordinator = new RequestCoordinator(clock, calls, new SplittableRandom(7));
    private Reply says = good();
    /** What comes of asking whether Jira is there, unless it fails anyway. */
    private Reply probe = Reply.of(Kind.ALIVE, Reason.ASKING, "");

    @Test
    public void asksOnceForAThousandWhoComeTogether() {
        List<Lookup> looks = IntStream.range(0, 1_000).mapToObj(any -> lookUp(LEADS)).toList();

        assertEquals(1, calls.started());
        assertEquals(RequestCoordinator.MAX_WAITING, looks.stream().filter(lookup -> lookup.answer().isEmpty()).count());
        assertEquals(996, looks.stream().filter(lookup -> reason(lookup).equals(Optional.of(Reason.ASKING))).count());
        calls.makeAll();
        looks.stream().filter(lookup -> lookup.answer().isEmpty())
                .forEach(lookup -> assertTrue(coordinator.answerAfterWaiting(lookup) instanceof Found));
        assertTrue(answerFor(LEADS) instanceof Found);
        assertEquals(1, calls.started());
        assertEquals(0, coordinator.waiting());
    }

    @Test
    public void givesAnAnswerForAMinuteGiveOrTakeATenth() {
        List<Key> keys = IntStream.range(0, 100).mapToObj(i -> key("reader-" + i)).toList();
        keys.forEach(this::fetched);
        clock.advance(Duration.ofMillis(53_999));
        keys.forEach(this::answerFor);
        assertEquals(100, calls.started());

        clock.advance(Duration.ofSeconds(6));
        keys.forEach(this::answerFor);
        int soonAfter = calls.pending();
        assertTrue("not all at once: " + soonAfter, soonAfter > 20 && soonAfter < 80);

        clock.advance(Duration.ofSeconds(1));
        calls.makeAll();
        clock.advance(Duration.ofMillis(5_001));
        keys.forEach(this::answerFor);
        assertEquals(200, calls.started());
    }

    @Test
    public void showsAnOldAnswerAtOnceWhileOneCallFetchesANewOne() {
        fetched(LEADS);
        clock.advance(Duration.ofSeconds(90));

        for (int i = 0; i < 100; i++) {
            Found old = (Found) answerFor(LEADS);
            assertEquals(Duration.ofSeconds(90), old.age());
            assertFalse(old.isStale());
        }
        assertEquals(2, calls.started());
        calls.makeAll();

        assertEquals(Duration.ZERO, ((Found) answerFor(LEADS)).age());
    }

    @Test
    public void waitsALittleForANewerAnswerThanOneOfTwoMinutesAgo() {
        fetched(LEADS);
        clock.advance(Duration.ofMinutes(10));

        Lookup lookup = lookUp(LEADS);
        assertEquals(AnswerCache.SHORT_WAIT.toNanos(), lookup.nanos());
        clock.advance(AnswerCache.SHORT_WAIT);
        Found old = (Found) coordinator.answerAfterWaiting(lookup);
        assertEquals(Optional.of(Reason.ASKING), old.whyStale());
        calls.makeAll();
        assertFalse(((Found) answerFor(LEADS)).isStale());

        clock.advance(Duration.ofMinutes(10));
        Lookup luckier = lookUp(LEADS);
        calls.makeAll();
        assertEquals(Duration.ZERO, ((Found) coordinator.answerAfterWaiting(luckier)).age());
    }

    @Test
    public void marksAnOldAnswerForThoseWhoCannotWait() {
        fetched(LEADS);
        clock.advance(Duration.ofMinutes(10));
        for (int i = 0; i < RequestCoordinator.MAX_WAITING; i++) {
            lookUp(LEADS);
        }

        assertEquals(Optional.of(Reason.ASKING), ((Found) answerFor(LEADS)).whyStale());
    }

    @Test
    public void forgetsAtOnceWhatJiraNoLongerShows() {
        for (Reason reason : List.of(Reason.NO_PERMISSION, Reason.NO_MATCHING_USER, Reason.LOG_IN, Reason.AUTHORISE,
                Reason.APP_MISSING_OR_OLDER)) {
            Key reader = key("reader of " + reason);
            fetched(reader);
            clock.advance(Duration.ofSeconds(70));
            says = Reply.of(Kind.DENIED, reason, "SHOP");
            answerFor(reader);
            calls.makeAll();

            Lookup after = lookUp(reader);
            calls.makeAll();
            assertEquals(Missing.because(reason, "SHOP"), after.answer().orElseGet(() -> coordinator.answerAfterWaiting(after)));
            says = Reply.of(Kind.FAILED, Reason.UNREACHABLE, "");
            clock.advance(Duration.ofSeconds(12));
            Lookup later = lookUp(reader);
            calls.makeAll();
            assertEquals("no copy comes back", Missing.because(Reason.UNREACHABLE, ""),
                    later.answer().orElseGet(() -> coordinator.answerAfterWaiting(later)));
            says = good();
        }
    }

    @Test
    public void showsNobodyACopyOlderThanTwoMinutesWhileJiraAnswers() {
        fetched(LEADS);
        says = Reply.of(Kind.DENIED, Reason.NO_PERMISSION, "SHOP");
        clock.advance(AnswerCache.STALE_WHILE_REVALIDATE);

        Lookup lookup = lookUp(LEADS);
        assertTrue(lookup.answer().isEmpty());
        calls.makeAll();
        assertEquals(Missing.because(Reason.NO_PERMISSION, "SHOP"), coordinator.answerAfterWaiting(lookup));
    }

    @Test
    public void forgetsWhatAReaderSawWhenHeHasToApproveAnew() {
        fetched(LEADS);
        clock.advance(Duration.ofSeconds(90));
        Missing authorise = new Missing(Reason.AUTHORISE, "Jira", Optional.of(JIRA));
        Reply unauthorised = new Reply(Kind.UNAUTHORISED, authorise, 0, Optional.empty());

        assertEquals(Optional.of(authorise),
                coordinator.lookUp(LEADS, Freshness.CACHED, wanted -> PreparedCall.known(unauthorised)).answer());
        assertEquals(Optional.of(authorise),
                coordinator.lookUp(LEADS, Freshness.CACHED, wanted -> PreparedCall.known(unauthorised)).answer());
        assertEquals(1, calls.started());
    }

    @Test
    public void asksAboutARefusalOnceInTenSeconds() {
        says = Reply.of(Kind.DENIED, Reason.NO_PERMISSION, "SHOP");
        fetched(LEADS);
        clock.advance(Duration.ofMillis(8_999));
        assertEquals(Missing.because(Reason.NO_PERMISSION, "SHOP"), answerFor(LEADS));
        assertEquals(1, calls.started());
        clock.advance(Duration.ofMillis(2_001));
        lookUp(LEADS);
        assertEquals(2, calls.started());
    }

    @Test
    public void keepsTheLastGoodCopyForADayWhileJiraIsAway() {
        fetched(LEADS);
        says = Reply.of(Kind.FAILED, Reason.UNREACHABLE, "");
        for (int minute = 3; minute < 24 * 60; minute++) {
            clock.advance(Duration.ofMinutes(1));
            Lookup lookup = lookUp(LEADS);
            calls.makeAll();
            Found copy = (Found) lookup.answer().orElseGet(() -> coordinator.answerAfterWaiting(lookup));
            assertEquals(Duration.ofMinutes(minute - 2), copy.age());
            assertEquals(minute < 5 ? copy.whyStale() : Optional.of(Reason.UNREACHABLE), copy.whyStale());
        }
        clock.advance(Duration.ofMinutes(3));
        Lookup lookup = lookUp(LEADS);
        calls.makeAll();
        assertEquals(Missing.because(Reason.UNREACHABLE, ""), lookup.answer().orElseGet(() -> coordinator.answerAfterWaiting(lookup)));
    }

    @Test
    public void letsNobodyWaitForAJiraThatIsAwayAndFindsItWithinHalfAMinute() {
        says = Reply.of(Kind.FAILED, Reason.UNREACHABLE, "");
        for (int i = 0; i < CircuitBreaker.IN_A_ROW; i++) {
            fetched(key("reader-" + i));
        }
        for (int i = 0; i < 1_000; i++) {
            assertEquals(Missing.because(Reason.UNREACHABLE, ""), answerFor(key("other-" + i)));
        }
        assertEquals(CircuitBreaker.IN_A_ROW, calls.started());
        for (int second = 0; second < 600; second++) {
            clock.advance(Duration.ofSeconds(1));
            assertEquals(Missing.because(Reason.UNREACHABLE, ""), answerFor(LEADS));
            calls.makeAll();
        }
        assertEquals("no question, only whether it is there", CircuitBreaker.IN_A_ROW, calls.started());
        assertTrue("a call now and then: " + calls.probes().started(), calls.probes().started() > 20 && calls.probes().started() < 50);

        says = good();
        int seconds = 0;
        while (!(shown(LEADS) instanceof Found)) {
            clock.advance(Duration.ofSeconds(1));
            seconds++;
        }
        assertTrue("back after " + seconds, seconds <= 30);
        fetched(key("somebody else"));
    }

    @Test
    public void opensTheBreakerWhenHalfOfTheCallsFail() {
        for (int i = 0; calls.started() == i && i < 20; i++) {
            says = i % 2 == 0 ? good() : Reply.of(Kind.FAILED, Reason.BROKEN, "");
            lookUp(key("reader-" + i));
            calls.makeAll();
        }
        assertTrue("" + calls.started(), calls.started() >= 9 && calls.started() <= 11);
    }

    @Test
    public void holdsBackOnlyTheReaderWhomJiraToldToWait() {
        fetched(LEADS);
        fetched(key("owner"));
        clock.advance(Duration.ofSeconds(70));
        says = new Reply(Kind.RATE_LIMITED, Missing.because(Reason.BUSY, "Jira"), 0, Optional.of(Duration.ofSeconds(40)));
        answerFor(LEADS);
        calls.makeAll();
        says = good();
        for (int second = 0; second < 39; second++) {
            assertEquals(Optional.of(Reason.BUSY), ((Found) answerFor(LEADS)).whyStale());
            clock.advance(Duration.ofSeconds(1));
        }
        assertEquals(3, calls.started());
        answerFor(key("owner"));
        calls.makeAll();
        assertFalse(((Found) answerFor(key("owner"))).isStale());
        clock.advance(Duration.ofSeconds(2));
        answerFor(LEADS);
        calls.makeAll();
        assertFalse(((Found) answerFor(LEADS)).isStale());
    }

    @Test
    public void waitsNoLongerThanFiveMinutesWhateverJiraSays() {
        says = new Reply(Kind.RATE_LIMITED, Missing.because(Reason.BUSY, "Jira"), 0, Optional.of(Duration.ofDays(365)));
        fetched(LEADS);
        clock.advance(CircuitBreaker.MAX_THROTTLE);
        lookUp(LEADS);
        assertEquals(2, calls.started());
    }

    @Test
    public void asksAnewWhenSomebodyWantsItOnceInFiveSeconds() {
        fetched(LEADS);
        clock.advance(Duration.ofMillis(4_999));
        assertTrue(coordinator.lookUp(LEADS, Freshness.NEW, this::opened).answer().isPresent());
        clock.advance(Duration.ofMillis(1));
        Lookup anew = coordinator.lookUp(LEADS, Freshness.NEW, this::opened);
        Lookup impatient = coordinator.lookUp(LEADS, Freshness.NEW, this::opened);
        assertTrue(anew.answer().isEmpty());
        assertEquals(2, calls.started());
        calls.makeAll();
        assertEquals(Duration.ZERO, ((Found) coordinator.answerAfterWaiting(anew)).age());
        assertEquals(Duration.ZERO, ((Found) coordinator.answerAfterWaiting(impatient)).age());
    }

    @Test
    public void doesNotPassTheBreakerForSomebodyWhoWantsToKnowAnew() {
        says = Reply.of(Kind.FAILED, Reason.UNREACHABLE, "");
        for (int i = 0; i < CircuitBreaker.IN_A_ROW; i++) {
            fetched(key("reader-" + i));
        }
        assertEquals(Optional.of(Reason.UNREACHABLE), reason(coordinator.lookUp(LEADS, Freshness.NEW, this::opened)));
        assertEquals(CircuitBreaker.IN_A_ROW, calls.started());
    }

    @Test
    public void ignoresAnAnswerThatComesTooLate() {
        Lookup lookup = lookUp(LEADS);
        clock.advance(RequestCoordinator.BUDGET);
        assertEquals(Missing.because(Reason.ASKING, ""), coordinator.answerAfterWaiting(lookup));
        clock.advance(InFlightRequest.MAX_CALL);
        lookUp(key("somebody else"));
        assertEquals("nobody had started", Optional.of(Kind.NOT_ASKED), lookup.request().reply(LEADS).map(Reply::kind));
        assertEquals(1, calls.pending());
        calls.makeAll();

        Reply late = says;
        Lookup slowly = coordinator.lookUp(LEADS, Freshness.CACHED, wanted -> PreparedCall.ready(overdue -> {
            clock.advance(InFlightRequest.MAX_CALL);
            assertEquals(Optional.of(Reason.TOO_SLOW), reason(lookUp(LEADS)));
            assertTrue(overdue.getAsBoolean());
            return List.of(late);
        }));
        calls.make(0);
        assertEquals(Missing.because(Reason.TOO_SLOW, ""), coordinator.answerAfterWaiting(slowly));
        assertEquals(Optional.of(Reason.TOO_SLOW), reason(lookUp(LEADS)));
    }

    @Test
    public void fillsALargePageAsJiraGetsOn() {
        List<Key> keys = questions("lead", 20);
        List<Integer> batches = new ArrayList<>();
        coordinator.prepare(keys, wanted -> PreparedCall.ready(overdue -> {
            batches.add(wanted.size());
            return IntStream.range(0, wanted.size()).mapToObj(i -> i < 4 ? good() : Reply.of(Kind.PENDING, Reason.ASKING, "")).toList();
        }));
        calls.makeAll();

        keys.forEach(key -> assertTrue(answerFor(key) instanceof Found));
        assertEquals(List.of(20, 16, 12, 8, 4), batches);
        assertEquals(1, calls.started());
    }

    @Test
    public void showsWhatJiraHasAnsweredWhileItIsAskedForTheRest() {
        List<Key> keys = questions("lead", 3);
        coordinator.prepare(keys, wanted -> PreparedCall.ready(overdue -> {
            if (wanted.size() == 2) {
                assertTrue(answerFor(keys.get(0)) instanceof Found);
                clock.advance(RequestCoordinator.BUDGET);
                assertEquals(Optional.of(Reason.ASKING), reason(lookUp(keys.get(1))));
            }
            return IntStream.range(0, wanted.size()).mapToObj(i -> i < 1 ? good() : Reply.of(Kind.PENDING, Reason.ASKING, "")).toList();
        }));
        calls.makeAll();
        keys.forEach(key -> assertTrue(answerFor(key) instanceof Found));
    }

    @Test
    public void leavesForTheNextViewWhatJiraDoesNotComeTo() {
        List<Key> keys = questions("lead", 3);
        coordinator.prepare(keys,
                wanted -> PreparedCall.ready(overdue -> Collections.nCopies(wanted.size(), Reply.of(Kind.PENDING, Reason.ASKING, ""))));
        calls.makeAll();
        keys.forEach(key -> assertEquals(Optional.of(Reason.ASKING), reason(lookUp(key))));
        assertEquals(1, calls.started());

        clock.advance(AnswerCache.FAILED);
        coordinator.prepare(keys, this::opened);
        calls.makeAll();
        keys.forEach(key -> assertTrue(answerFor(key) instanceof Found));
        assertEquals(2, calls.started());
    }

    @Test
    public void waitsForAllMacrosOfAPageNoLongerThanForOne() {
        List<Key> keys = questions("lead", 20);
        coordinator.prepare(keys, this::opened);
        Lookup first = lookUp(keys.get(0));
        assertEquals(RequestCoordinator.BUDGET.toNanos(), first.nanos());
        clock.advance(RequestCoordinator.BUDGET);
        assertEquals(Missing.because(Reason.ASKING, ""), coordinator.answerAfterWaiting(first));

        keys.forEach(key -> assertEquals(Optional.of(Reason.ASKING), reason(lookUp(key))));
        calls.makeAll();
        keys.forEach(key -> assertTrue(answerFor(key) instanceof Found));
    }

    @Test
    public void closesJiraToNobodyForQuestionsThatAreSlow() {
        for (int i = 0; i < 10; i++) {
            Key slow = new Key("jira", "jql=" + i, "lead");
            Key other = key("reader-" + i);
            Lookup lookup = coordinator.lookUp(slow, Freshness.CACHED, wanted -> PreparedCall.ready(overdue -> {
                clock.advance(RequestCoordinator.BUDGET);
                assertTrue("others are answered", shown(other) instanceof Found);
                clock.advance(InFlightRequest.MAX_CALL);
                return List.of(Reply.of(Kind.SLOW, Reason.TOO_SLOW, ""));
            }));
            calls.make(0);
            assertEquals(Missing.because(Reason.TOO_SLOW, ""), coordinator.answerAfterWaiting(lookup));
            assertEquals(Optional.of(Reason.TOO_SLOW), reason(lookUp(slow)));
        }
    }

    @Test
    public void asksASlowQuestionLessAndLessOften() {
        says = Reply.of(Kind.SLOW, Reason.TOO_SLOW, "");
        for (int second = 0; second < 3_600; second++) {
            shown(LEADS);
            clock.advance(Duration.ofSeconds(1));
        }
        assertTrue("" + calls.started(), calls.started() > 12 && calls.started() < 20);
        assertEquals("only whether it is there at all", 0, calls.probes().started());

        says = good();
        clock.advance(AnswerCache.MAX_BACK_OFF);
        assertTrue(shown(LEADS) instanceof Found);
        clock.advance(Duration.ofMinutes(10));
        says = Reply.of(Kind.SLOW, Reason.TOO_SLOW, "");
        Found copy = (Found) shown(LEADS);
        assertEquals(Optional.of(Reason.TOO_SLOW), copy.whyStale());
        int started = calls.started();
        clock.advance(AnswerCache.BACK_OFF.minusMillis(1));
        shown(LEADS);
        coordinator.lookUp(LEADS, Freshness.NEW, this::opened);
        assertEquals("not for the asking either", started, calls.started());
        clock.advance(Duration.ofMillis(1));
        shown(LEADS);
        assertEquals(started + 1, calls.started());
    }

    @Test
    public void asksWhatWasSlowOnItsOwnTheNextTime() {
        List<Key> keys = questions("lead", 3);
        says = Reply.of(Kind.SLOW, Reason.TOO_SLOW, "");
        shown(keys.get(1));
        says = good();
        clock.advance(AnswerCache.BACK_OFF);
        List<List<Key>> asked = new ArrayList<>();
        coordinator.prepare(keys, wanted -> {
            asked.add(wanted);
            return opened(wanted);
        });
        assertEquals(List.of(List.of(keys.get(0), keys.get(2)), List.of(keys.get(1))), asked);
    }

    @Test
    public void findsOutWhetherAJiraThatSaysNothingIsThere() {
        Key silent = key("silent");
        probe = Reply.of(Kind.SLOW, Reason.TOO_SLOW, "");
        Lookup lookup = coordinator.lookUp(silent, Freshness.CACHED,
                wanted -> wanted.isEmpty() ? opened(wanted) : PreparedCall.ready(overdue -> {
                    clock.advance(RequestCoordinator.BUDGET);
                    assertTrue("so far it is only slow", lookUp(key("other")).answer().isEmpty());
                    assertEquals(1, calls.probes().pending());
                    calls.probes().make(0);
                    assertEquals(Optional.of(Reason.TOO_SLOW), reason(lookUp(key("another"))));
                    assertTrue("nobody waits for it any longer", overdue.getAsBoolean());
                    return List.of(good());
                }));
        calls.make(0);
        assertEquals(Missing.because(Reason.TOO_SLOW, ""), coordinator.answerAfterWaiting(lookup));
    }

    @Test
    public void endsAProbeThatIsNotAnsweredWithinTwoSeconds() {
        Lookup lookup = coordinator.lookUp(LEADS, Freshness.CACHED, wanted -> PreparedCall.ready(overdue -> {
            clock.advance(RequestCoordinator.BUDGET);
            coordinator.lookUp(key("other"), Freshness.CACHED, others -> PreparedCall.ready(late -> {
                clock.advance(RequestCoordinator.BUDGET);
                assertEquals(Optional.of(Reason.TOO_SLOW), reason(lookUp(key("another"))));
                assertTrue(late.getAsBoolean());
                return List.of(Reply.of(Kind.ALIVE, Reason.ASKING, ""));
            }));
            calls.probes().make(0);
            return List.of(good());
        }));
        calls.make(0);
        assertEquals(Missing.because(Reason.TOO_SLOW, ""), coordinator.answerAfterWaiting(lookup));
        assertEquals(Optional.of(Reason.TOO_SLOW), reason(lookUp(key("another"))));
    }

    @Test
    public void asksJiraAfterThreeBrokenAnswersWhetherItIsThere() {
        says = Reply.of(Kind.INVALID, Reason.BROKEN, "");
        for (int i = 0; i < 10; i++) {
            assertEquals(Missing.because(Reason.BROKEN, ""), shown(new Key("jira", "jql=" + i, "lead")));
        }
        assertEquals(10, calls.started());
        assertEquals(1, calls.probes().started());
        says = good();
        assertTrue("one page's broken questions close Jira to nobody", shown(LEADS) instanceof Found);

        says = Reply.of(Kind.INVALID, Reason.BROKEN, "");
        probe = says;
        clock.advance(CircuitBreaker.BETWEEN_PROBES);
        for (int i = 0; i < 10; i++) {
            shown(new Key("jira", "jql=again" + i, "lead"));
        }
        assertEquals(Optional.of(Reason.BROKEN), reason(lookUp(key("reader"))));
    }

    @Test
    public void letsNobodyTakeAllCallsForHimself() {
        for (int i = 0; i < RequestCoordinator.MAX_PER_READER; i++) {
            lookUp(new Key("jira", "jql=" + i, "lead"));
        }
        assertEquals(RequestCoordinator.MAX_PER_READER, calls.started());
        assertEquals(Optional.of(Reason.ASKING), reason(lookUp(LEADS)));
        lookUp(key("owner"));
        assertEquals(RequestCoordinator.MAX_PER_READER + 1, calls.started());
    }

    @Test
    public void givesUpASlowQuestionAtOnceWhereItWouldHoldUpOthers() {
        calls.letsDetach(0);
        Lookup lookup = coordinator.lookUp(LEADS, Freshness.CACHED, wanted -> PreparedCall.ready(overdue -> {
            assertFalse(overdue.getAsBoolean());
            clock.advance(RequestCoordinator.BUDGET);
            lookUp(key("other"));
            assertTrue(overdue.getAsBoolean());
            return List.of(good());
        }));
        calls.make(0);
        assertEquals(Missing.because(Reason.TOO_SLOW, ""), coordinator.answerAfterWaiting(lookup));
    }

    @Test
    public void saysBusyWhenThereIsNoRoomForAnotherCall() {
        calls.takesAtMost(0);
        assertEquals(Optional.of(Reason.BUSY), reason(lookUp(LEADS)));
        calls.takesAtMost(1);
        assertTrue(lookUp(LEADS).answer().isEmpty());
    }

    @Test
    public void forgetsACallThatCouldNotBeMade() {
        assertThrows(IllegalStateException.class, () -> coordinator.lookUp(LEADS, Freshness.CACHED, wanted -> {
            throw new IllegalStateException("the link is gone");
        }));
        assertTrue(lookUp(LEADS).answer().isEmpty());
        assertEquals(1, calls.started());
    }

    @Test
    public void asksForTwentyMacrosInOneCall() {
        List<Key> keys = IntStream.range(0, 20).mapToObj(i -> new Key("jira", "project=P" + i, "lead")).toList();
        for (int i = 0; i < 20; i++) {
            coordinator.prepare(keys, this::opened);
            Lookup lookup = lookUp(keys.get(i));
            calls.makeAll();
            assertTrue(lookup.answer().orElseGet(() -> coordinator.answerAfterWaiting(lookup)) instanceof Found);
        }
        assertEquals(1, calls.started());

        clock.advance(Duration.ofSeconds(67));
        coordinator.prepare(keys, this::opened);
        keys.forEach(key -> assertTrue(answerFor(key) instanceof Found));
        assertEquals(2, calls.started());
    }

    @Test
    public void preparesOnlyWhatIsNeitherKnownNorAskedAlready() {
        fetched(LEADS);
        Key waited = new Key("jira", "project=B", "lead");
        lookUp(waited);
        List<List<Key>> asked = new ArrayList<>();
        List<Key> keys = List.of(LEADS, waited, new Key("jira", "project=C", "lead"), new Key("jira", "project=D", "lead"));

        coordinator.prepare(keys, wanted -> {
            asked.add(wanted);
            return opened(wanted);
        });
        coordinator.prepare(keys, wanted -> {
            asked.add(wanted);
            return opened(wanted);
        });
        assertEquals(List.of(keys.subList(2, 4)), asked);
    }

    @Test
    public void answersEachOfABatchOnItsOwn() {
        Key denied = new Key("jira", "project=B", "lead");
        coordinator.prepare(List.of(LEADS, denied),
                wanted -> PreparedCall.ready(overdue -> List.of(good(), Reply.of(Kind.DENIED, Reason.NO_PERMISSION, "B"))));
        calls.makeAll();

        assertTrue(answerFor(LEADS) instanceof Found);
        assertEquals(Missing.because(Reason.NO_PERMISSION, "B"), answerFor(denied));
    }

    @Test
    public void asksAnOlderJiraOneByOne() {
        List<Key> keys = List.of(LEADS, new Key("jira", "project=B", "lead"));
        coordinator.prepare(keys,
                wanted -> PreparedCall.ready(overdue -> Collections.nCopies(2, Reply.of(Kind.BATCH_REFUSED, Reason.ASKING, ""))));
        calls.makeAll();
        keys.forEach(this::fetched);
        assertEquals(3, calls.started());

        clock.advance(Duration.ofMinutes(5));
        coordinator.prepare(keys, this::opened);
        assertEquals("not offered a batch again", 3, calls.started());
        clock.advance(Duration.ofMinutes(6));
        coordinator.prepare(keys, this::opened);
        assertEquals(4, calls.started());
    }

    @Test
    public void takesNoMoreRoomThanItMay() {
        AnswerCache answers = new AnswerCache(new SplittableRandom(1), clock);
        for (int i = 0; i < 10_000; i++) {
            answers.record(key("reader-" + i), new Reply(Kind.CONTENT, says.answer(), i % 7 == 0 ? 2_000_000 : 64_000, Optional.empty()),
                    clock.nanos());
            assertTrue(answers.size() <= AnswerCache.COPIES.entries());
            assertTrue(answers.bytes() <= AnswerCache.COPIES.bytes());
        }
        for (int i = 0; i < 10_000; i++) {
            answers.record(key("reader-" + i), new Reply(Kind.CONTENT, says.answer(), 100, Optional.empty()), clock.nanos());
        }
        assertEquals(AnswerCache.COPIES.entries(), answers.size());
        for (int i = 0; i < 10_000; i++) {
            answers.record(key("reader-" + i), new Reply(Kind.UNAUTHORISED, Missing.because(Reason.AUTHORISE, ""), 0, Optional.empty()),
                    clock.nanos());
        }
        assertEquals(0, answers.size());
        assertEquals(0, answers.bytes());
    }

    @Test
    public void keepsEveryCopyHoweverMuchIsRefused() {
        for (int i = 0; i < AnswerCache.COPIES.entries(); i++) {
            fetched(key("reader-" + i));
        }
        for (Reply refusal : List.of(Reply.of(Kind.DENIED, Reason.BAD_QUERY, "x"), Reply.of(Kind.FAILED, Reason.BROKEN, ""))) {
            says = refusal;
            for (int i = 0; i < 520; i++) {
                fetched(new Key("jira", "jql=" + refusal.kind() + i, "outsider-" + i % 3));
                says = good();
                fetched(key("reader-0"));
                says = refusal;
            }
        }
        clock.advance(Duration.ofMinutes(10));
        says = Reply.of(Kind.FAILED, Reason.UNREACHABLE, "");
        for (int i = 0; i < AnswerCache.COPIES.entries(); i++) {
            assertTrue("reader-" + i, shown(key("reader-" + i)) instanceof Found);
        }
    }

    @Test
    public void letsNobodyDisplaceTheCopiesOfOthers() {
        for (int i = 0; i < 400; i++) {
            fetched(key("reader-" + i));
        }
        for (int i = 0; i < 520; i++) {
            for (String greedy : List.of("outsider", "visitor")) {
                fetched(new Key("jira", "jql=" + i, greedy));
            }
        }
        clock.advance(Duration.ofMinutes(10));
        says = Reply.of(Kind.FAILED, Reason.UNREACHABLE, "");
        for (int i = 0; i < 400; i++) {
            assertTrue("reader-" + i, shown(key("reader-" + i)) instanceof Found);
        }
        long left = IntStream.range(0, 520).filter(i -> shown(new Key("jira", "jql=" + i, "outsider")) instanceof Found).count();
        assertEquals("the newest of his own", 50, left);
    }

    @Test
    public void freesTheRoomOfWhatNobodyAskedForInADay() {
        AnswerCache answers = new AnswerCache(new SplittableRandom(1), clock);
        answers.record(key("reader"), new Reply(Kind.CONTENT, says.answer(), 64_000, Optional.empty()), clock.nanos());
        answers.record(key("outsider"), Reply.of(Kind.DENIED, Reason.NO_PERMISSION, "SHOP"), clock.nanos());
        assertEquals(2, answers.size());

        clock.advance(AnswerCache.MAX_BACK_OFF.multipliedBy(2));
        assertEquals("the copy", 1, answers.size());
        clock.advance(AnswerCache.STALE_IF_ERROR);

        assertEquals(0, answers.size());
        assertEquals(0, answers.bytes());
    }

    @Test
    public void letsNobodyTakeMoreThanHisPartOfAnEmptyCache() {
        for (int i = 0; i < 520; i++) {
            fetched(new Key("jira", "jql=" + i, "outsider"));
        }
        says = Reply.of(Kind.FAILED, Reason.UNREACHABLE, "");
        clock.advance(Duration.ofMinutes(10));
        assertEquals(AnswerCache.COPIES.entriesOfReader(),
                IntStream.range(0, 520).filter(i -> shown(new Key("jira", "jql=" + i, "outsider")) instanceof Found).count());
    }

    private Lookup lookUp(Key key) {
        return coordinator.lookUp(key, Freshness.CACHED, this::opened);
    }

    /** What somebody is told who does not wait. */
    private JiraAnswer answerFor(Key key) {
        return lookUp(key).answer().orElseThrow();
    }

    /** What somebody is told who waits as long as it takes. */
    private JiraAnswer shown(Key key) {
        Lookup lookup = lookUp(key);
        calls.makeAll();
        return lookup.answer().orElseGet(() -> coordinator.answerAfterWaiting(lookup));
    }

    private void fetched(Key key) {
        shown(key);
    }

    private PreparedCall opened(List<Key> keys) {
        return PreparedCall.ready(
                overdue -> keys.isEmpty() ? List.of(says.kind() == Kind.FAILED ? says : probe) : Collections.nCopies(keys.size(), says));
    }

    private static List<Key> questions(String reader, int many) {
        return IntStream.range(0, many).mapToObj(i -> new Key("jira", "project=P" + i, reader)).toList();
    }

    private static Optional<Reason> reason(Lookup lookup) {
        return lookup.answer().map(answer -> ((Missing) answer).reason());
    }

    private static Key key(String reader) {
        return new Key("jira", "project=SHOP", reader);
    }

    private Reply good() {
        return new Reply(Kind.CONTENT, new Found(SampleSummaries.typical(), JIRA, clock.now(), Duration.ZERO, Optional.empty()), 1_000,
                Optional.empty());
    }
}
