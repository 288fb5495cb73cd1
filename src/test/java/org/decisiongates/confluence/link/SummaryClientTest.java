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
import org.decisiongates.confluence.link.InFlightRequest.Opened;
import org.decisiongates.confluence.link.InFlightRequest.Reply;
import org.decisiongates.confluence.link.SummaryAnswer.Found;
import org.decisiongates.confluence.link.SummaryAnswer.Missing;
import org.decisiongates.confluence.link.SummaryAnswer.Reason;
import org.decisiongates.confluence.link.SummaryClient.Key;
import org.decisiongates.confluence.link.SummaryClient.Look;
import org.decisiongates.confluence.link.SummaryClient.Wish;

public class SummaryClientTest {

    private static final Key LEADS = key("lead");
    private static final URI JIRA = URI.create("http://jira.example");

    private final TurnedTicks ticks = new TurnedTicks();
    private final HandDrivenCalls calls = new HandDrivenCalls();
    private final SummaryClient desk = new SummaryClient(ticks, calls, new SplittableRandom(7));
    private Reply says = good();
    /** What comes of asking whether Jira is there, unless it fails anyway. */
    private Reply probe = Reply.of(Kind.ALIVE, Reason.ASKING, "");

    @Test
    public void asksOnceForAThousandWhoComeTogether() {
        List<Look> looks = IntStream.range(0, 1_000).mapToObj(any -> look(LEADS)).toList();

        assertEquals(1, calls.started());
        assertEquals(SummaryClient.MOST_WAITING, looks.stream().filter(look -> look.answer().isEmpty()).count());
        assertEquals(996, looks.stream().filter(look -> reason(look).equals(Optional.of(Reason.ASKING))).count());
        calls.makeAll();
        looks.stream().filter(look -> look.answer().isEmpty()).forEach(look -> assertTrue(desk.leave(look) instanceof Found));
        assertTrue(told(LEADS) instanceof Found);
        assertEquals(1, calls.started());
        assertEquals(0, desk.waiting());
    }

    @Test
    public void givesAnAnswerForAMinuteGiveOrTakeATenth() {
        List<Key> keys = IntStream.range(0, 100).mapToObj(i -> key("reader-" + i)).toList();
        keys.forEach(this::fetched);
        ticks.turn(Duration.ofMillis(53_999));
        keys.forEach(this::told);
        assertEquals(100, calls.started());

        ticks.turn(Duration.ofSeconds(6));
        keys.forEach(this::told);
        int soonAfter = calls.pending();
        assertTrue("not all at once: " + soonAfter, soonAfter > 20 && soonAfter < 80);

        ticks.turn(Duration.ofSeconds(1));
        calls.makeAll();
        ticks.turn(Duration.ofMillis(5_001));
        keys.forEach(this::told);
        assertEquals(200, calls.started());
    }

    @Test
    public void showsAnOldAnswerAtOnceWhileOneCallFetchesANewOne() {
        fetched(LEADS);
        ticks.turn(Duration.ofSeconds(90));

        for (int i = 0; i < 100; i++) {
            Found old = (Found) told(LEADS);
            assertEquals(Duration.ofSeconds(90), old.age());
            assertFalse(old.isStale());
        }
        assertEquals(2, calls.started());
        calls.makeAll();

        assertEquals(Duration.ZERO, ((Found) told(LEADS)).age());
    }

    @Test
    public void waitsALittleForANewerAnswerThanOneOfTwoMinutesAgo() {
        fetched(LEADS);
        ticks.turn(Duration.ofMinutes(10));

        Look look = look(LEADS);
        assertEquals(SummaryCache.SHORT_WAIT.toNanos(), look.nanos());
        ticks.turn(SummaryCache.SHORT_WAIT);
        Found old = (Found) desk.leave(look);
        assertEquals(Optional.of(Reason.ASKING), old.whyStale());
        calls.makeAll();
        assertFalse(((Found) told(LEADS)).isStale());

        ticks.turn(Duration.ofMinutes(10));
        Look luckier = look(LEADS);
        calls.makeAll();
        assertEquals(Duration.ZERO, ((Found) desk.leave(luckier)).age());
    }

    @Test
    public void marksAnOldAnswerForThoseWhoCannotWait() {
        fetched(LEADS);
        ticks.turn(Duration.ofMinutes(10));
        for (int i = 0; i < SummaryClient.MOST_WAITING; i++) {
            look(LEADS);
        }

        assertEquals(Optional.of(Reason.ASKING), ((Found) told(LEADS)).whyStale());
    }

    @Test
    public void forgetsAtOnceWhatJiraNoLongerShows() {
        for (Reason reason : List.of(Reason.NO_PERMISSION, Reason.NO_MATCHING_USER, Reason.LOG_IN, Reason.AUTHORISE,
                Reason.APP_MISSING_OR_OLDER)) {
            Key reader = key("reader of " + reason);
            fetched(reader);
            ticks.turn(Duration.ofSeconds(70));
            says = Reply.of(Kind.DENIED, reason, "SHOP");
            told(reader);
            calls.makeAll();

            Look after = look(reader);
            calls.makeAll();
            assertEquals(Missing.because(reason, "SHOP"), after.answer().orElseGet(() -> desk.leave(after)));
            says = Reply.of(Kind.FAILED, Reason.UNREACHABLE, "");
            ticks.turn(Duration.ofSeconds(12));
            Look later = look(reader);
            calls.makeAll();
            assertEquals("no copy comes back", Missing.because(Reason.UNREACHABLE, ""), later.answer().orElseGet(() -> desk.leave(later)));
            says = good();
        }
    }

    @Test
    public void showsNobodyACopyOlderThanTwoMinutesWhileJiraAnswers() {
        fetched(LEADS);
        says = Reply.of(Kind.DENIED, Reason.NO_PERMISSION, "SHOP");
        ticks.turn(SummaryCache.AT_ONCE);

        Look look = look(LEADS);
        assertTrue(look.answer().isEmpty());
        calls.makeAll();
        assertEquals(Missing.because(Reason.NO_PERMISSION, "SHOP"), desk.leave(look));
    }

    @Test
    public void forgetsWhatAReaderSawWhenHeHasToApproveAnew() {
        fetched(LEADS);
        ticks.turn(Duration.ofSeconds(90));
        Missing authorise = new Missing(Reason.AUTHORISE, "Jira", Optional.of(JIRA));
        Reply unauthorised = new Reply(Kind.UNAUTHORISED, authorise, 0, Optional.empty());

        assertEquals(Optional.of(authorise), desk.look(LEADS, Wish.KNOWN, wanted -> Opened.known(unauthorised)).answer());
        assertEquals(Optional.of(authorise), desk.look(LEADS, Wish.KNOWN, wanted -> Opened.known(unauthorised)).answer());
        assertEquals(1, calls.started());
    }

    @Test
    public void asksAboutARefusalOnceInTenSeconds() {
        says = Reply.of(Kind.DENIED, Reason.NO_PERMISSION, "SHOP");
        fetched(LEADS);
        ticks.turn(Duration.ofMillis(8_999));
        assertEquals(Missing.because(Reason.NO_PERMISSION, "SHOP"), told(LEADS));
        assertEquals(1, calls.started());
        ticks.turn(Duration.ofMillis(2_001));
        look(LEADS);
        assertEquals(2, calls.started());
    }

    @Test
    public void keepsTheLastGoodCopyForADayWhileJiraIsAway() {
        fetched(LEADS);
        says = Reply.of(Kind.FAILED, Reason.UNREACHABLE, "");
        for (int minute = 3; minute < 24 * 60; minute++) {
            ticks.turn(Duration.ofMinutes(1));
            Look look = look(LEADS);
            calls.makeAll();
            Found copy = (Found) look.answer().orElseGet(() -> desk.leave(look));
            assertEquals(Duration.ofMinutes(minute - 2), copy.age());
            assertEquals(minute < 5 ? copy.whyStale() : Optional.of(Reason.UNREACHABLE), copy.whyStale());
        }
        ticks.turn(Duration.ofMinutes(3));
        Look look = look(LEADS);
        calls.makeAll();
        assertEquals(Missing.because(Reason.UNREACHABLE, ""), look.answer().orElseGet(() -> desk.leave(look)));
    }

    @Test
    public void letsNobodyWaitForAJiraThatIsAwayAndFindsItWithinHalfAMinute() {
        says = Reply.of(Kind.FAILED, Reason.UNREACHABLE, "");
        for (int i = 0; i < CircuitBreaker.IN_A_ROW; i++) {
            fetched(key("reader-" + i));
        }
        for (int i = 0; i < 1_000; i++) {
            assertEquals(Missing.because(Reason.UNREACHABLE, ""), told(key("other-" + i)));
        }
        assertEquals(CircuitBreaker.IN_A_ROW, calls.started());
        for (int second = 0; second < 600; second++) {
            ticks.turn(Duration.ofSeconds(1));
            assertEquals(Missing.because(Reason.UNREACHABLE, ""), told(LEADS));
            calls.makeAll();
        }
        assertEquals("no question, only whether it is there", CircuitBreaker.IN_A_ROW, calls.started());
        assertTrue("a call now and then: " + calls.probes().started(), calls.probes().started() > 20 && calls.probes().started() < 50);

        says = good();
        int seconds = 0;
        while (!(shown(LEADS) instanceof Found)) {
            ticks.turn(Duration.ofSeconds(1));
            seconds++;
        }
        assertTrue("back after " + seconds, seconds <= 30);
        fetched(key("somebody else"));
    }

    @Test
    public void opensTheBreakerWhenHalfOfTheCallsFail() {
        for (int i = 0; calls.started() == i && i < 20; i++) {
            says = i % 2 == 0 ? good() : Reply.of(Kind.FAILED, Reason.BROKEN, "");
            look(key("reader-" + i));
            calls.makeAll();
        }
        assertTrue("" + calls.started(), calls.started() >= 9 && calls.started() <= 11);
    }

    @Test
    public void holdsBackOnlyTheReaderWhomJiraToldToWait() {
        fetched(LEADS);
        fetched(key("owner"));
        ticks.turn(Duration.ofSeconds(70));
        says = new Reply(Kind.HELD, Missing.because(Reason.BUSY, "Jira"), 0, Optional.of(Duration.ofSeconds(40)));
        told(LEADS);
        calls.makeAll();
        says = good();
        for (int second = 0; second < 39; second++) {
            assertEquals(Optional.of(Reason.BUSY), ((Found) told(LEADS)).whyStale());
            ticks.turn(Duration.ofSeconds(1));
        }
        assertEquals(3, calls.started());
        told(key("owner"));
        calls.makeAll();
        assertFalse(((Found) told(key("owner"))).isStale());
        ticks.turn(Duration.ofSeconds(2));
        told(LEADS);
        calls.makeAll();
        assertFalse(((Found) told(LEADS)).isStale());
    }

    @Test
    public void waitsNoLongerThanFiveMinutesWhateverJiraSays() {
        says = new Reply(Kind.HELD, Missing.because(Reason.BUSY, "Jira"), 0, Optional.of(Duration.ofDays(365)));
        fetched(LEADS);
        ticks.turn(CircuitBreaker.LONGEST_HOLD);
        look(LEADS);
        assertEquals(2, calls.started());
    }

    @Test
    public void asksAnewWhenSomebodyWantsItOnceInFiveSeconds() {
        fetched(LEADS);
        ticks.turn(Duration.ofMillis(4_999));
        assertTrue(desk.look(LEADS, Wish.ANEW, this::opened).answer().isPresent());
        ticks.turn(Duration.ofMillis(1));
        Look anew = desk.look(LEADS, Wish.ANEW, this::opened);
        Look impatient = desk.look(LEADS, Wish.ANEW, this::opened);
        assertTrue(anew.answer().isEmpty());
        assertEquals(2, calls.started());
        calls.makeAll();
        assertEquals(Duration.ZERO, ((Found) desk.leave(anew)).age());
        assertEquals(Duration.ZERO, ((Found) desk.leave(impatient)).age());
    }

    @Test
    public void doesNotPassTheBreakerForSomebodyWhoWantsToKnowAnew() {
        says = Reply.of(Kind.FAILED, Reason.UNREACHABLE, "");
        for (int i = 0; i < CircuitBreaker.IN_A_ROW; i++) {
            fetched(key("reader-" + i));
        }
        assertEquals(Optional.of(Reason.UNREACHABLE), reason(desk.look(LEADS, Wish.ANEW, this::opened)));
        assertEquals(CircuitBreaker.IN_A_ROW, calls.started());
    }

    @Test
    public void ignoresAnAnswerThatComesTooLate() {
        Look look = look(LEADS);
        ticks.turn(SummaryClient.BUDGET);
        assertEquals(Missing.because(Reason.ASKING, ""), desk.leave(look));
        ticks.turn(InFlightRequest.LONGEST_CALL);
        look(key("somebody else"));
        assertEquals("nobody had begun", Optional.of(Kind.UNASKED), look.flight().reply(LEADS).map(Reply::kind));
        assertEquals(1, calls.pending());
        calls.makeAll();

        Reply late = says;
        Look slowly = desk.look(LEADS, Wish.KNOWN, wanted -> Opened.ready(overdue -> {
            ticks.turn(InFlightRequest.LONGEST_CALL);
            assertEquals(Optional.of(Reason.TOO_SLOW), reason(look(LEADS)));
            assertTrue(overdue.getAsBoolean());
            return List.of(late);
        }));
        calls.make(0);
        assertEquals(Missing.because(Reason.TOO_SLOW, ""), desk.leave(slowly));
        assertEquals(Optional.of(Reason.TOO_SLOW), reason(look(LEADS)));
    }

    @Test
    public void fillsALargePageAsJiraGetsOn() {
        List<Key> keys = questions("lead", 20);
        List<Integer> batches = new ArrayList<>();
        desk.prepare(keys, wanted -> Opened.ready(overdue -> {
            batches.add(wanted.size());
            return IntStream.range(0, wanted.size()).mapToObj(i -> i < 4 ? good() : Reply.of(Kind.LATER, Reason.ASKING, "")).toList();
        }));
        calls.makeAll();

        keys.forEach(key -> assertTrue(told(key) instanceof Found));
        assertEquals(List.of(20, 16, 12, 8, 4), batches);
        assertEquals(1, calls.started());
    }

    @Test
    public void showsWhatJiraHasAnsweredWhileItIsAskedForTheRest() {
        List<Key> keys = questions("lead", 3);
        desk.prepare(keys, wanted -> Opened.ready(overdue -> {
            if (wanted.size() == 2) {
                assertTrue(told(keys.get(0)) instanceof Found);
                ticks.turn(SummaryClient.BUDGET);
                assertEquals(Optional.of(Reason.ASKING), reason(look(keys.get(1))));
            }
            return IntStream.range(0, wanted.size()).mapToObj(i -> i < 1 ? good() : Reply.of(Kind.LATER, Reason.ASKING, "")).toList();
        }));
        calls.makeAll();
        keys.forEach(key -> assertTrue(told(key) instanceof Found));
    }

    @Test
    public void leavesForTheNextViewWhatJiraDoesNotComeTo() {
        List<Key> keys = questions("lead", 3);
        desk.prepare(keys, wanted -> Opened.ready(overdue -> Collections.nCopies(wanted.size(), Reply.of(Kind.LATER, Reason.ASKING, ""))));
        calls.makeAll();
        keys.forEach(key -> assertEquals(Optional.of(Reason.ASKING), reason(look(key))));
        assertEquals(1, calls.started());

        ticks.turn(SummaryCache.FAILED);
        desk.prepare(keys, this::opened);
        calls.makeAll();
        keys.forEach(key -> assertTrue(told(key) instanceof Found));
        assertEquals(2, calls.started());
    }

    @Test
    public void waitsForAllMacrosOfAPageNoLongerThanForOne() {
        List<Key> keys = questions("lead", 20);
        desk.prepare(keys, this::opened);
        Look first = look(keys.get(0));
        assertEquals(SummaryClient.BUDGET.toNanos(), first.nanos());
        ticks.turn(SummaryClient.BUDGET);
        assertEquals(Missing.because(Reason.ASKING, ""), desk.leave(first));

        keys.forEach(key -> assertEquals(Optional.of(Reason.ASKING), reason(look(key))));
        calls.makeAll();
        keys.forEach(key -> assertTrue(told(key) instanceof Found));
    }

    @Test
    public void closesJiraToNobodyForQuestionsThatAreSlow() {
        for (int i = 0; i < 10; i++) {
            Key slow = new Key("jira", "jql=" + i, "lead");
            Key other = key("reader-" + i);
            Look look = desk.look(slow, Wish.KNOWN, wanted -> Opened.ready(overdue -> {
                ticks.turn(SummaryClient.BUDGET);
                assertTrue("others are answered", shown(other) instanceof Found);
                ticks.turn(InFlightRequest.LONGEST_CALL);
                return List.of(Reply.of(Kind.SLOW, Reason.TOO_SLOW, ""));
            }));
            calls.make(0);
            assertEquals(Missing.because(Reason.TOO_SLOW, ""), desk.leave(look));
            assertEquals(Optional.of(Reason.TOO_SLOW), reason(look(slow)));
        }
    }

    @Test
    public void asksASlowQuestionLessAndLessOften() {
        says = Reply.of(Kind.SLOW, Reason.TOO_SLOW, "");
        for (int second = 0; second < 3_600; second++) {
            shown(LEADS);
            ticks.turn(Duration.ofSeconds(1));
        }
        assertTrue("" + calls.started(), calls.started() > 12 && calls.started() < 20);
        assertEquals("only whether it is there at all", 0, calls.probes().started());

        says = good();
        ticks.turn(SummaryCache.LONGEST_BACK_OFF);
        assertTrue(shown(LEADS) instanceof Found);
        ticks.turn(Duration.ofMinutes(10));
        says = Reply.of(Kind.SLOW, Reason.TOO_SLOW, "");
        Found copy = (Found) shown(LEADS);
        assertEquals(Optional.of(Reason.TOO_SLOW), copy.whyStale());
        int started = calls.started();
        ticks.turn(SummaryCache.BACK_OFF.minusMillis(1));
        shown(LEADS);
        desk.look(LEADS, Wish.ANEW, this::opened);
        assertEquals("not for the asking either", started, calls.started());
        ticks.turn(Duration.ofMillis(1));
        shown(LEADS);
        assertEquals(started + 1, calls.started());
    }

    @Test
    public void asksWhatWasSlowOnItsOwnTheNextTime() {
        List<Key> keys = questions("lead", 3);
        says = Reply.of(Kind.SLOW, Reason.TOO_SLOW, "");
        shown(keys.get(1));
        says = good();
        ticks.turn(SummaryCache.BACK_OFF);
        List<List<Key>> asked = new ArrayList<>();
        desk.prepare(keys, wanted -> {
            asked.add(wanted);
            return opened(wanted);
        });
        assertEquals(List.of(List.of(keys.get(0), keys.get(2)), List.of(keys.get(1))), asked);
    }

    @Test
    public void findsOutWhetherAJiraThatSaysNothingIsThere() {
        Key silent = key("silent");
        probe = Reply.of(Kind.SLOW, Reason.TOO_SLOW, "");
        Look look = desk.look(silent, Wish.KNOWN, wanted -> wanted.isEmpty() ? opened(wanted) : Opened.ready(overdue -> {
            ticks.turn(SummaryClient.BUDGET);
            assertTrue("so far it is only slow", look(key("other")).answer().isEmpty());
            assertEquals(1, calls.probes().pending());
            calls.probes().make(0);
            assertEquals(Optional.of(Reason.TOO_SLOW), reason(look(key("another"))));
            assertTrue("nobody waits for it any longer", overdue.getAsBoolean());
            return List.of(good());
        }));
        calls.make(0);
        assertEquals(Missing.because(Reason.TOO_SLOW, ""), desk.leave(look));
    }

    @Test
    public void endsAProbeThatIsNotAnsweredWithinTwoSeconds() {
        Look look = desk.look(LEADS, Wish.KNOWN, wanted -> Opened.ready(overdue -> {
            ticks.turn(SummaryClient.BUDGET);
            desk.look(key("other"), Wish.KNOWN, others -> Opened.ready(late -> {
                ticks.turn(SummaryClient.BUDGET);
                assertEquals(Optional.of(Reason.TOO_SLOW), reason(look(key("another"))));
                assertTrue(late.getAsBoolean());
                return List.of(Reply.of(Kind.ALIVE, Reason.ASKING, ""));
            }));
            calls.probes().make(0);
            return List.of(good());
        }));
        calls.make(0);
        assertEquals(Missing.because(Reason.TOO_SLOW, ""), desk.leave(look));
        assertEquals(Optional.of(Reason.TOO_SLOW), reason(look(key("another"))));
    }

    @Test
    public void asksJiraAfterThreeBrokenAnswersWhetherItIsThere() {
        says = Reply.of(Kind.BROKEN, Reason.BROKEN, "");
        for (int i = 0; i < 10; i++) {
            assertEquals(Missing.because(Reason.BROKEN, ""), shown(new Key("jira", "jql=" + i, "lead")));
        }
        assertEquals(10, calls.started());
        assertEquals(1, calls.probes().started());
        says = good();
        assertTrue("one page's broken questions close Jira to nobody", shown(LEADS) instanceof Found);

        says = Reply.of(Kind.BROKEN, Reason.BROKEN, "");
        probe = says;
        ticks.turn(CircuitBreaker.BETWEEN_DOUBTS);
        for (int i = 0; i < 10; i++) {
            shown(new Key("jira", "jql=again" + i, "lead"));
        }
        assertEquals(Optional.of(Reason.BROKEN), reason(look(key("reader"))));
    }

    @Test
    public void letsNobodyTakeAllCallsForHimself() {
        for (int i = 0; i < SummaryClient.MOST_OF_A_READER; i++) {
            look(new Key("jira", "jql=" + i, "lead"));
        }
        assertEquals(SummaryClient.MOST_OF_A_READER, calls.started());
        assertEquals(Optional.of(Reason.ASKING), reason(look(LEADS)));
        look(key("owner"));
        assertEquals(SummaryClient.MOST_OF_A_READER + 1, calls.started());
    }

    @Test
    public void givesUpASlowQuestionAtOnceWhereItWouldHoldUpOthers() {
        calls.letsGoOn(0);
        Look look = desk.look(LEADS, Wish.KNOWN, wanted -> Opened.ready(overdue -> {
            assertFalse(overdue.getAsBoolean());
            ticks.turn(SummaryClient.BUDGET);
            look(key("other"));
            assertTrue(overdue.getAsBoolean());
            return List.of(good());
        }));
        calls.make(0);
        assertEquals(Missing.because(Reason.TOO_SLOW, ""), desk.leave(look));
    }

    @Test
    public void saysBusyWhenThereIsNoRoomForAnotherCall() {
        calls.takesAtMost(0);
        assertEquals(Optional.of(Reason.BUSY), reason(look(LEADS)));
        calls.takesAtMost(1);
        assertTrue(look(LEADS).answer().isEmpty());
    }

    @Test
    public void forgetsACallThatCouldNotBeMade() {
        assertThrows(IllegalStateException.class, () -> desk.look(LEADS, Wish.KNOWN, wanted -> {
            throw new IllegalStateException("the link is gone");
        }));
        assertTrue(look(LEADS).answer().isEmpty());
        assertEquals(1, calls.started());
    }

    @Test
    public void asksForTwentyMacrosInOneCall() {
        List<Key> keys = IntStream.range(0, 20).mapToObj(i -> new Key("jira", "project=P" + i, "lead")).toList();
        for (int i = 0; i < 20; i++) {
            desk.prepare(keys, this::opened);
            Look look = look(keys.get(i));
            calls.makeAll();
            assertTrue(look.answer().orElseGet(() -> desk.leave(look)) instanceof Found);
        }
        assertEquals(1, calls.started());

        ticks.turn(Duration.ofSeconds(67));
        desk.prepare(keys, this::opened);
        keys.forEach(key -> assertTrue(told(key) instanceof Found));
        assertEquals(2, calls.started());
    }

    @Test
    public void preparesOnlyWhatIsNeitherKnownNorAskedAlready() {
        fetched(LEADS);
        Key waited = new Key("jira", "project=B", "lead");
        look(waited);
        List<List<Key>> asked = new ArrayList<>();
        List<Key> keys = List.of(LEADS, waited, new Key("jira", "project=C", "lead"), new Key("jira", "project=D", "lead"));

        desk.prepare(keys, wanted -> {
            asked.add(wanted);
            return opened(wanted);
        });
        desk.prepare(keys, wanted -> {
            asked.add(wanted);
            return opened(wanted);
        });
        assertEquals(List.of(keys.subList(2, 4)), asked);
    }

    @Test
    public void answersEachOfABatchOnItsOwn() {
        Key denied = new Key("jira", "project=B", "lead");
        desk.prepare(List.of(LEADS, denied),
                wanted -> Opened.ready(overdue -> List.of(good(), Reply.of(Kind.DENIED, Reason.NO_PERMISSION, "B"))));
        calls.makeAll();

        assertTrue(told(LEADS) instanceof Found);
        assertEquals(Missing.because(Reason.NO_PERMISSION, "B"), told(denied));
    }

    @Test
    public void asksAnOlderJiraOneByOne() {
        List<Key> keys = List.of(LEADS, new Key("jira", "project=B", "lead"));
        desk.prepare(keys, wanted -> Opened.ready(overdue -> Collections.nCopies(2, Reply.of(Kind.ONE_BY_ONE, Reason.ASKING, ""))));
        calls.makeAll();
        keys.forEach(this::fetched);
        assertEquals(3, calls.started());

        ticks.turn(Duration.ofMinutes(5));
        desk.prepare(keys, this::opened);
        assertEquals("not offered a batch again", 3, calls.started());
        ticks.turn(Duration.ofMinutes(6));
        desk.prepare(keys, this::opened);
        assertEquals(4, calls.started());
    }

    @Test
    public void takesNoMoreRoomThanItMay() {
        SummaryCache answers = new SummaryCache(new SplittableRandom(1));
        for (int i = 0; i < 10_000; i++) {
            answers.note(key("reader-" + i), new Reply(Kind.GOOD, says.answer(), i % 7 == 0 ? 2_000_000 : 64_000, Optional.empty()),
                    ticks.nanos());
            assertTrue(answers.size() <= SummaryCache.COPIES.entries());
            assertTrue(answers.room() <= SummaryCache.COPIES.bytes());
        }
        for (int i = 0; i < 10_000; i++) {
            answers.note(key("reader-" + i), new Reply(Kind.GOOD, says.answer(), 100, Optional.empty()), ticks.nanos());
        }
        assertEquals(SummaryCache.COPIES.entries(), answers.size());
        for (int i = 0; i < 10_000; i++) {
            answers.note(key("reader-" + i), new Reply(Kind.UNAUTHORISED, Missing.because(Reason.AUTHORISE, ""), 0, Optional.empty()),
                    ticks.nanos());
        }
        assertEquals(0, answers.size());
        assertEquals(0, answers.room());
    }

    @Test
    public void keepsEveryCopyHoweverMuchIsRefused() {
        for (int i = 0; i < SummaryCache.COPIES.entries(); i++) {
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
        ticks.turn(Duration.ofMinutes(10));
        says = Reply.of(Kind.FAILED, Reason.UNREACHABLE, "");
        for (int i = 0; i < SummaryCache.COPIES.entries(); i++) {
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
        ticks.turn(Duration.ofMinutes(10));
        says = Reply.of(Kind.FAILED, Reason.UNREACHABLE, "");
        for (int i = 0; i < 400; i++) {
            assertTrue("reader-" + i, shown(key("reader-" + i)) instanceof Found);
        }
        long left = IntStream.range(0, 520).filter(i -> shown(new Key("jira", "jql=" + i, "outsider")) instanceof Found).count();
        assertEquals("the newest of his own", 50, left);
    }

    @Test
    public void letsNobodyTakeMoreThanHisPartOfAnEmptyCache() {
        for (int i = 0; i < 520; i++) {
            fetched(new Key("jira", "jql=" + i, "outsider"));
        }
        says = Reply.of(Kind.FAILED, Reason.UNREACHABLE, "");
        ticks.turn(Duration.ofMinutes(10));
        assertEquals(SummaryCache.COPIES.entriesOfReader(),
                IntStream.range(0, 520).filter(i -> shown(new Key("jira", "jql=" + i, "outsider")) instanceof Found).count());
    }

    private Look look(Key key) {
        return desk.look(key, Wish.KNOWN, this::opened);
    }

    /** What somebody is told who does not wait. */
    private SummaryAnswer told(Key key) {
        return look(key).answer().orElseThrow();
    }

    /** What somebody is told who waits as long as it takes. */
    private SummaryAnswer shown(Key key) {
        Look look = look(key);
        calls.makeAll();
        return look.answer().orElseGet(() -> desk.leave(look));
    }

    private void fetched(Key key) {
        shown(key);
    }

    private Opened opened(List<Key> keys) {
        return Opened.ready(
                overdue -> keys.isEmpty() ? List.of(says.kind() == Kind.FAILED ? says : probe) : Collections.nCopies(keys.size(), says));
    }

    private static List<Key> questions(String reader, int many) {
        return IntStream.range(0, many).mapToObj(i -> new Key("jira", "project=P" + i, reader)).toList();
    }

    private static Optional<Reason> reason(Look look) {
        return look.answer().map(answer -> ((Missing) answer).reason());
    }

    private static Key key(String reader) {
        return new Key("jira", "project=SHOP", reader);
    }

    private Reply good() {
        return new Reply(Kind.GOOD, new Found(SampleSummaries.typical(), JIRA, ticks.now(), Duration.ZERO, Optional.empty()), 1_000,
                Optional.empty());
    }
}
