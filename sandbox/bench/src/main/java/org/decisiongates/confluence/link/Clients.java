package org.decisiongates.confluence.link;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.decisiongates.confluence.link.InFlightRequest.Kind;
import org.decisiongates.confluence.link.InFlightRequest.PreparedCall;
import org.decisiongates.confluence.link.InFlightRequest.Reply;
import org.decisiongates.confluence.link.JiraAnswer.Found;
import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.confluence.link.RequestCoordinator.Key;

/** How a page gets its summary: our coordinator, and the pattern that macros of the field follow. */
interface Clients extends AutoCloseable {

    /** What {@code reader} is shown; empty when he is told that there is nothing to show. */
    Optional<String> view(String question, String reader);

    /** Everything a page with these questions shows. */
    List<Optional<String>> page(List<String> questions, String reader);

    @Override
    void close();

    /** Our own on its threads, calling over HTTP. What was said travels in the address people know Jira by. */
    final class Ours implements Clients {

        private final SlowJira jira;
        private final BoundedExecutor calls = new BoundedExecutor();
        private final RequestCoordinator coordinator;

        Ours(SlowJira jira, MonotonicClock clock) {
            this.jira = jira;
            this.coordinator = new RequestCoordinator(clock, calls, new SplittableRandom(1));
        }

        @Override
        public Optional<String> view(String question, String reader) {
            Key key = new Key("jira", question, reader);
            return coordinator.ask(key, Freshness.CACHED, this::opened) instanceof Found found ? Optional.of(found.jira().getQuery())
                    : Optional.empty();
        }

        @Override
        public List<Optional<String>> page(List<String> questions, String reader) {
            List<Optional<String>> shown = new ArrayList<>();
            for (String question : questions) {
                coordinator.prepare(questions.stream().map(each -> new Key("jira", each, reader)).toList(), this::opened);
                shown.add(view(question, reader));
            }
            return shown;
        }

        int waiting() {
            return coordinator.waiting();
        }

        private PreparedCall opened(List<Key> keys) {
            boolean probe = keys.isEmpty();
            return PreparedCall.ready(overdue -> {
                try {
                    jira.asked(probe ? "" : "r=" + keys.get(0).reader(),
                            (int) (probe ? RequestCoordinator.BUDGET : InFlightRequest.MAX_CALL).toMillis());
                } catch (UncheckedIOException e) {
                    return Collections.nCopies(Math.max(1, keys.size()), Reply.of(Kind.SLOW, Reason.TOO_SLOW, ""));
                }
                return probe ? List.of(Reply.of(Kind.ALIVE, Reason.ASKING, "")) : keys.stream().map(Ours::good).toList();
            });
        }

        private static Reply good(Key key) {
            Found found = new Found(null, URI.create("http://jira.example/?" + key.question() + "-" + key.reader()), Instant.EPOCH,
                    Duration.ZERO, Optional.empty());
            return new Reply(Kind.CONTENT, found, 10_000, Optional.empty());
        }

        @Override
        public void close() {
            calls.close();
        }
    }

    /**
     * Check, then load: a generic search, fifty issues a page, on a pool of five threads with a queue of a thousand, kept for two minutes;
     * time-outs of ten seconds. The figures are those of the stock macro and client (see docs/performance.md).
     */
    final class Stock implements Clients {

        private static final int ISSUES = 200;
        private static final int PAGE = 50;
        private final SlowJira jira;
        private final int timeoutMillis;
        private final Map<String, String> cached = new ConcurrentHashMap<>();
        private final ThreadPoolExecutor pool = new ThreadPoolExecutor(5, 5, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1_000));

        Stock(SlowJira jira, int timeoutMillis) {
            this.jira = jira;
            this.timeoutMillis = timeoutMillis;
        }

        @Override
        public Optional<String> view(String question, String reader) {
            String known = cached.get(question + "-" + reader);
            if (known != null) {
                return Optional.of(known);
            }
            try {
                Future<String> loaded = pool.submit(() -> load(question, reader));
                return Optional.of(loaded.get());
            } catch (ExecutionException | RejectedExecutionException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        @Override
        public List<Optional<String>> page(List<String> questions, String reader) {
            return questions.stream().map(question -> view(question, reader)).toList();
        }

        private String load(String question, String reader) {
            for (int start = 0; start < ISSUES; start += PAGE) {
                jira.asked("r=" + reader + "&startAt=" + start, timeoutMillis);
            }
            cached.put(question + "-" + reader, question + "-" + reader);
            return question + "-" + reader;
        }

        @Override
        public void close() {
            pool.shutdownNow();
        }
    }
}
