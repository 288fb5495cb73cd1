package org.decisiongates.confluence.link;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

import org.junit.Test;

import org.decisiongates.confluence.link.InFlightRequest.Kind;
import org.decisiongates.confluence.link.InFlightRequest.PreparedCall;
import org.decisiongates.confluence.link.InFlightRequest.Reply;
import org.decisiongates.confluence.link.JiraAnswer.Found;
import org.decisiongates.confluence.link.JiraAnswer.Missing;
import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.confluence.link.RequestCoordinator.Key;
import org.decisiongates.confluence.link.RequestCoordinator.Lookup;
import org.decisiongates.fixture.SummaryBuilder;
import org.decisiongates.summary.SummaryScope;
import org.decisiongates.summary.WeeklySummary;

/**
 * Days in the life of a coordinator, on one thread, with clocks the test turns: readers come and go, calls end in any order or not in
 * time, Jira fails, refuses and comes back, rights are withdrawn and given. A seed that breaks a promise replays it exactly.
 */
public class RequestCoordinatorSimulationTest {

    private static final int SEEDS = 1_000;
    private static final int STEPS = 400;
    private static final URI JIRA = URI.create("http://jira.example");
    private static final WeeklySummary SAMPLE = SampleSummaries.typical();

    @Test
    public void keepsItsPromisesWhateverHappensInWhateverOrder() {
        for (long seed = 0; seed < SEEDS; seed++) {
            World world = new World(seed);
            try {
                world.live();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private enum Mode { ANSWERS, FAILS, DAWDLES, BREAKS, TELLS_TO_WAIT, KNOWS_NO_BATCHES, LEAVES_SOME_FOR_LATER }

    /** Two Jiras, a few readers, one coordinator. */
    private static final class World {

        private final SplittableRandom random;
        private final ManualClock clock = new ManualClock();
        private final ManualExecutor calls = new ManualExecutor();
        private final RequestCoordinator coordinator;
        private final List<Lookup> waiting = new ArrayList<>();
        private final Set<String> withdrawn = new HashSet<>();
        private final Map<Key, BooleanSupplier> beingAsked = new HashMap<>();
        /** When a reader last had no rights, by reader. */
        private final Map<Key, Long> refusedAt = new HashMap<>();
        private final Map<String, Mode> modes = new HashMap<>(Map.of("a", Mode.ANSWERS, "b", Mode.ANSWERS));
        private boolean isBatchRefused = true;
        private int depth;

        World(long seed) {
            random = new SplittableRandom(seed);
            coordinator = new RequestCoordinator(clock, calls, new SplittableRandom(seed));
        }

        void live() {
            for (int step = 0; step < STEPS; step++) {
                step();
            }
            modes.replaceAll((link, mode) -> Mode.ANSWERS);
            withdrawn.clear();
            drain();
            clock.advance(CircuitBreaker.MAX_THROTTLE);
            recovers();
            drain();
            assertEquals(0, coordinator.waiting());
        }

        private void step() {
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> come(key(), random.nextInt(6) == 0 ? Freshness.NEW : Freshness.CACHED);
                case 3, 4 -> makeACall();
                case 5 -> clock.advance(Duration.ofMillis(random.nextInt(1, 3_000)));
                case 6 -> clock.advance(Duration.ofSeconds(random.nextInt(1, random.nextInt(20) == 0 ? 90_000 : 90)));
                case 7 -> goOn();
                case 8 -> change();
                default -> coordinator.prepare(List.of(key("a", "lead", 0), key("a", "lead", 1), key("a", "lead", 2)), this::opened);
            }
            assertTrue(coordinator.waiting() <= RequestCoordinator.MAX_WAITING);
            assertTrue("one call a question", isBatchRefused);
        }

        private void come(Key key, Freshness freshness) {
            Lookup lookup = coordinator.lookUp(key, freshness, this::opened);
            if (lookup.answer().isPresent()) {
                check(key, lookup.answer().get());
            } else {
                assertTrue(lookup.nanos() <= RequestCoordinator.BUDGET.toNanos());
                waiting.add(lookup);
            }
        }

        /** Somebody who waits has waited long enough, or need not wait any longer. */
        private void goOn() {
            if (!waiting.isEmpty()) {
                Lookup lookup = waiting.remove(random.nextInt(waiting.size()));
                if (lookup.request().reply(lookup.key()).isEmpty()) {
                    clock.advance(Duration.ofNanos(lookup.nanos()));
                }
                check(lookup.key(), coordinator.answerAfterWaiting(lookup));
            }
        }

        private void makeACall() {
            ManualExecutor lane = calls.probes().pending() > 0 && random.nextBoolean() ? calls.probes() : calls;
            if (lane.pending() > 0) {
                lane.make(random.nextInt(lane.pending()));
            }
        }

        private void change() {
            if (random.nextBoolean()) {
                modes.put(random.nextBoolean() ? "a" : "b", Mode.values()[random.nextInt(Mode.values().length)]);
            } else if (!withdrawn.add("lead")) {
                withdrawn.remove("lead");
            }
        }

        private PreparedCall opened(List<Key> keys) {
            if (keys.isEmpty()) {
                // Nobody says which link it is for: both fail, or none says so.
                return PreparedCall.ready(overdue -> List.of(modes.containsValue(Mode.FAILS) ? Reply.of(Kind.FAILED, Reason.UNREACHABLE, "")
                        : Reply.of(Kind.ALIVE, Reason.ASKING, "")));
            }
            return PreparedCall.ready(overdue -> {
                for (Key key : keys) {
                    // A call that is overdue counts no longer; a second one may be on its way by then.
                    isBatchRefused = isBatchRefused && (!beingAsked.containsKey(key) || beingAsked.get(key).getAsBoolean());
                    beingAsked.put(key, overdue);
                }
                List<Reply> replies = new ArrayList<>();
                keys.forEach(key -> replies.add(
                        modes.get(key.link()) == Mode.LEAVES_SOME_FOR_LATER && !replies.isEmpty()
                                ? Reply.of(Kind.PENDING, Reason.ASKING, "")
                                : reply(key, keys.size() > 1)));
                // Others go on while Jira thinks.
                for (int i = random.nextInt(4); i > 0 && depth < 3; i--) {
                    depth++;
                    step();
                    depth--;
                }
                boolean late = overdue.getAsBoolean();
                keys.forEach(key -> beingAsked.remove(key, overdue));
                for (int i = 0; i < keys.size() && !late; i++) {
                    if (replies.get(i).kind() == Kind.DENIED) {
                        refusedAt.put(keys.get(i), clock.nanos());
                    }
                }
                return replies;
            });
        }

        private Reply reply(Key key, boolean batch) {
            Mode mode = modes.get(key.link());
            if (mode == Mode.DAWDLES) {
                clock.advance(Duration.ofMillis(random.nextInt(random.nextInt(4) == 0 ? 15_000 : 3_000)));
            }
            return switch (mode) {
                case BREAKS -> Reply.of(Kind.INVALID, Reason.BROKEN, "");
                case FAILS -> Reply.of(Kind.FAILED, Reason.UNREACHABLE, "");
                case TELLS_TO_WAIT ->
                    new Reply(Kind.RATE_LIMITED, Missing.because(Reason.BUSY, ""), 0, Optional.of(Duration.ofSeconds(random.nextInt(600))));
                case KNOWS_NO_BATCHES -> batch ? Reply.of(Kind.BATCH_REFUSED, Reason.ASKING, "") : answer(key);
                default -> answer(key);
            };
        }

        private Reply answer(Key key) {
            return withdrawn.contains(key.reader()) ? Reply.of(Kind.DENIED, Reason.NO_PERMISSION, key.question())
                    : new Reply(Kind.CONTENT, new Found(marked(key), JIRA, clock.now(), Duration.ZERO, Optional.empty()), 5_000,
                            Optional.empty());
        }

        private void check(Key key, JiraAnswer answer) {
            if (answer instanceof Found found) {
                assertEquals("nobody else's", key.toString(), ((WeeklySummary) found.content()).scope().name());
                assertTrue("a day at most", found.age().compareTo(AnswerCache.STALE_IF_ERROR) < 0);
                assertTrue("old without a word: " + found.age(),
                        found.isStale() || found.age().compareTo(AnswerCache.STALE_WHILE_REVALIDATE) < 0);
                long fetched = clock.nanos() - found.age().toNanos();
                assertFalse("what was refused comes back", refusedAt.containsKey(key) && fetched - refusedAt.get(key) < 0);
            }
        }

        /** Half a minute of people looking is enough for both links. */
        private void recovers() {
            for (Key key : List.of(key("a", "lead", 0), key("b", "owner", 1))) {
                boolean found = false;
                for (int second = 0; second < 30 && !found; second++) {
                    Lookup lookup = coordinator.lookUp(key, Freshness.CACHED, this::opened);
                    drain();
                    JiraAnswer answer = lookup.answer().orElseGet(() -> coordinator.answerAfterWaiting(lookup));
                    found = answer instanceof Found now && !now.isStale();
                    clock.advance(Duration.ofSeconds(1));
                }
                assertTrue(key.toString(), found);
            }
        }

        private void drain() {
            depth = 3;
            calls.makeAll();
            while (!waiting.isEmpty()) {
                goOn();
            }
            depth = 0;
        }

        private Key key() {
            return key(random.nextBoolean() ? "a" : "b", random.nextInt(3) == 0 ? "lead" : random.nextBoolean() ? "owner" : "",
                    random.nextInt(3));
        }

        private static Key key(String link, String reader, int question) {
            return new Key(link, "project=P" + question, reader);
        }

        private static WeeklySummary marked(Key key) {
            return SummaryBuilder.like(SAMPLE).scope(new SummaryScope(SummaryScope.Kind.PROJECT, "SHOP", key.toString())).summary();
        }
    }
}
