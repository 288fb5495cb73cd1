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
import org.decisiongates.confluence.link.AnswerDesk.Key;
import org.decisiongates.confluence.link.AnswerDesk.Look;
import org.decisiongates.confluence.link.AnswerDesk.Wish;
import org.decisiongates.confluence.link.Flight.Kind;
import org.decisiongates.confluence.link.Flight.Opened;
import org.decisiongates.confluence.link.Flight.Reply;
import org.decisiongates.confluence.link.SummaryAnswer.Found;
import org.decisiongates.confluence.link.SummaryAnswer.Missing;
import org.decisiongates.confluence.link.SummaryAnswer.Reason;
import org.junit.Test;

public class AnswerDeskTest {

    private static final Key LEADS = key("lead");
    private static final URI JIRA = URI.create("http://jira.example");

    private final TurnedTicks ticks = new TurnedTicks();
    private final HandDrivenCalls calls = new HandDrivenCalls();
    private final AnswerDesk desk = new AnswerDesk(ticks, calls, new SplittableRandom(7));
    private Reply says = good();

    @Test
    public void asksOnceForAThousandWhoComeTogether() {
        List<Look> looks = IntStream.range(0, 1_000).mapToObj(any -> look(LEADS)).toList();

        assertEquals(1, calls.started());
        assertEquals(AnswerDesk.MOST_WAITING, looks.stream().filter(look -> look.answer().isEmpty()).count());
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
        assertEquals(KeptAnswers.SHORT_WAIT.toNanos(), look.nanos());
        ticks.turn(KeptAnswers.SHORT_WAIT);
        Found old = (Found) desk.leave(look);
        assertEquals(Optional.of(Reason.TOO_SLOW), old.whyStale());
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
        for (int i = 0; i < AnswerDesk.MOST_WAITING; i++) {
            look(LEADS);
        }

        assertEquals(Optional.of(Reason.ASKING), ((Found) told(LEADS)).whyStale());
    }

    @Test
    public void forgetsAtOnceWhatJiraNoLongerShows() {
        for (Reason reason : List.of(Reason.NO_PERMISSION, Reason.NO_MATCHING_USER, Reason.LOG_IN, Reason.AUTHORISE, Reason.APP_MISSING_OR_OLDER)) {
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
        ticks.turn(KeptAnswers.AT_ONCE);

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

        assertEquals(Optional.of(authorise), desk.look(LEADS, Wish.KNOWN, () -> Opened.known(unauthorised)).answer());
        assertEquals(Optional.of(authorise), desk.look(LEADS, Wish.KNOWN, () -> Opened.known(unauthorised)).answer());
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
        for (int i = 0; i < LinkBreaker.IN_A_ROW; i++) {
            fetched(key("reader-" + i));
        }
        for (int i = 0; i < 1_000; i++) {
            assertEquals(Missing.because(Reason.UNREACHABLE, ""), told(key("other-" + i)));
        }
        assertEquals(LinkBreaker.IN_A_ROW, calls.started());
        for (int second = 0; second < 600; second++) {
            ticks.turn(Duration.ofSeconds(1));
            assertEquals(Missing.because(Reason.UNREACHABLE, ""), told(LEADS));
            calls.makeAll();
        }
        assertTrue("a call now and then: " + calls.started(), calls.started() > 20 && calls.started() < 50);

        says = good();
        int seconds = 0;
        while (!(told(LEADS) instanceof Found)) {
            calls.makeAll();
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
        ticks.turn(LinkBreaker.LONGEST_HOLD);
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
        for (int i = 0; i < LinkBreaker.IN_A_ROW; i++) {
            fetched(key("reader-" + i));
        }
        assertEquals(Optional.of(Reason.UNREACHABLE), reason(desk.look(LEADS, Wish.ANEW, this::opened)));
        assertEquals(LinkBreaker.IN_A_ROW, calls.started());
    }

    @Test
    public void ignoresAnAnswerThatComesTooLate() {
        Look look = look(LEADS);
        Reply late = says;
        says = Reply.of(Kind.DENIED, Reason.NO_PERMISSION, "SHOP");
        ticks.turn(AnswerDesk.BUDGET);
        assertEquals("nobody had begun", Missing.because(Reason.BUSY, ""), desk.leave(look));
        assertEquals(0, calls.pending());

        AnswerDesk slow = new AnswerDesk(ticks, calls, new SplittableRandom(1));
        Look slowly = slow.look(LEADS, Wish.KNOWN, () -> Opened.ready(overdue -> {
            ticks.turn(AnswerDesk.BUDGET);
            assertEquals(Optional.of(Reason.TOO_SLOW), reason(slow.look(LEADS, Wish.KNOWN, this::opened)));
            return List.of(late);
        }));
        calls.make(0);
        assertEquals(Missing.because(Reason.TOO_SLOW, ""), slow.leave(slowly));
        assertEquals(Optional.of(Reason.TOO_SLOW), reason(slow.look(LEADS, Wish.KNOWN, this::opened)));
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
        assertThrows(IllegalStateException.class, () -> desk.look(LEADS, Wish.KNOWN, () -> {
            throw new IllegalStateException("the link is gone");
        }));
        assertTrue(look(LEADS).answer().isEmpty());
        assertEquals(1, calls.started());
    }

    @Test
    public void asksForTwentyMacrosInOneCall() {
        List<Key> keys = IntStream.range(0, 20).mapToObj(i -> new Key("jira", "project=P" + i, "lead")).toList();
        for (int i = 0; i < 20; i++) {
            desk.prepare(keys, wanted -> () -> opened(wanted.size()));
            Look look = look(keys.get(i));
            calls.makeAll();
            assertTrue(look.answer().orElseGet(() -> desk.leave(look)) instanceof Found);
        }
        assertEquals(1, calls.started());

        ticks.turn(Duration.ofSeconds(67));
        desk.prepare(keys, wanted -> () -> opened(wanted.size()));
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
            return () -> opened(wanted.size());
        });
        desk.prepare(keys, wanted -> {
            asked.add(wanted);
            return () -> opened(wanted.size());
        });
        assertEquals(List.of(keys.subList(2, 4)), asked);
    }

    @Test
    public void answersEachOfABatchOnItsOwn() {
        Key denied = new Key("jira", "project=B", "lead");
        desk.prepare(List.of(LEADS, denied), wanted -> () -> Opened.ready(overdue -> List.of(good(), Reply.of(Kind.DENIED, Reason.NO_PERMISSION, "B"))));
        calls.makeAll();

        assertTrue(told(LEADS) instanceof Found);
        assertEquals(Missing.because(Reason.NO_PERMISSION, "B"), told(denied));
    }

    @Test
    public void asksAnOlderJiraOneByOne() {
        List<Key> keys = List.of(LEADS, new Key("jira", "project=B", "lead"));
        desk.prepare(keys, wanted -> () -> Opened.ready(overdue -> Collections.nCopies(2, Reply.of(Kind.ONE_BY_ONE, Reason.ASKING, ""))));
        calls.makeAll();
        keys.forEach(this::fetched);
        assertEquals(3, calls.started());

        ticks.turn(Duration.ofMinutes(5));
        desk.prepare(keys, wanted -> () -> opened(2));
        assertEquals("not offered a batch again", 3, calls.started());
        ticks.turn(Duration.ofMinutes(6));
        desk.prepare(keys, wanted -> () -> opened(2));
        assertEquals(4, calls.started());
    }

    @Test
    public void takesNoMoreRoomThanItMay() {
        KeptAnswers answers = new KeptAnswers(new SplittableRandom(1));
        for (int i = 0; i < 10_000; i++) {
            answers.note(key("reader-" + i), new Reply(Kind.GOOD, says.answer(), i % 7 == 0 ? 2_000_000 : 64_000, Optional.empty()), ticks.nanos());
            assertTrue(answers.size() <= KeptAnswers.COPIES.entries());
            assertTrue(answers.room() <= KeptAnswers.COPIES.bytes());
        }
        for (int i = 0; i < 10_000; i++) {
            answers.note(key("reader-" + i), new Reply(Kind.GOOD, says.answer(), 100, Optional.empty()), ticks.nanos());
        }
        assertEquals(KeptAnswers.COPIES.entries(), answers.size());
        for (int i = 0; i < 10_000; i++) {
            answers.note(key("reader-" + i), new Reply(Kind.UNAUTHORISED, Missing.because(Reason.AUTHORISE, ""), 0, Optional.empty()), ticks.nanos());
        }
        assertEquals(0, answers.size());
        assertEquals(0, answers.room());
    }

    @Test
    public void keepsEveryCopyHoweverMuchIsRefused() {
        for (int i = 0; i < KeptAnswers.COPIES.entries(); i++) {
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
        for (int i = 0; i < KeptAnswers.COPIES.entries(); i++) {
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
        assertEquals(KeptAnswers.COPIES.entriesOfReader(), IntStream.range(0, 520).filter(i -> shown(new Key("jira", "jql=" + i, "outsider")) instanceof Found).count());
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

    private Opened opened() {
        return opened(1);
    }

    private Opened opened(int questions) {
        return Opened.ready(overdue -> Collections.nCopies(questions, says));
    }

    private static Optional<Reason> reason(Look look) {
        return look.answer().map(answer -> ((Missing) answer).reason());
    }

    private static Key key(String reader) {
        return new Key("jira", "project=SHOP", reader);
    }

    private Reply good() {
        return new Reply(Kind.GOOD, new Found(SampleSummaries.typical(), JIRA, ticks.now(), Duration.ZERO, Optional.empty()), 1_000, Optional.empty());
    }
}
