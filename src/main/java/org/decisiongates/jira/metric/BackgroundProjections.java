package org.decisiongates.jira.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.time.Week;

/**
 * Replays the journals of large projects on a thread of its own and caches the results in this node: derived, bounded, and thrown away
 * with the node. One replay at a time; of one week of a project, for readers from whom the same issues are hidden, at most one a
 * minute, and none while one is waiting or running.
 */
@JiraComponent
class BackgroundProjections implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundProjections.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MAX_CACHED = 50;
    private static final int MAX_WAITING = 100;
    /** Weeks that are over, of which anybody can ask for many: so few are replayed or wait at once. */
    private static final int MAX_PAST_WAITING = 4;

    private final JournalReplay journal;
    private final ProjectTime time;
    private final Map<Key, JournalReplay.Result> results = leastRecentlyUsed();
    /** When a replay was requested, or ended. */
    private final Map<Key, Instant> requested = leastRecentlyUsed();
    private final Set<Key> running = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor thread;

    BackgroundProjections(JournalReplay journal, ProjectTime time) {
        this.journal = journal;
        this.time = time;
        this.thread = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING), work -> {
            Thread worker = new Thread(work, "decision-gates-replay");
            worker.setDaemon(true);
            return worker;
        });
        thread.allowCoreThreadTimeOut(true);
    }

    /** Whether the project was too large to replay while the reader waits. */
    boolean isLarge(long projectId) {
        synchronized (requested) {
            return requested.keySet().stream().anyMatch(key -> key.projectId() == projectId);
        }
    }

    /** The latest result, if there is one. */
    Optional<JournalReplay.Result> latest(Key key) {
        return Optional.ofNullable(results.get(key));
    }

    /** Requests a replay of the week, as it is known at that moment. */
    void request(Key key, WeekMoment when) {
        // not the moment that is asked about: a week that is over always ends at the same one
        Instant now = time.now().toInstant();
        synchronized (requested) {
            Instant last = requested.get(key);
            // a replay of a million takes longer than the pause; a clock that was set back is no pause
            boolean pauses = last != null && !now.isBefore(last) && now.isBefore(last.plus(PAUSE));
            if (pauses || isOver(key) && running.stream().filter(this::isOver).count() >= MAX_PAST_WAITING
                    || !running.add(key)) {
                return;
            }
            put(requested, key, now);
        }
        try {
            thread.execute(() -> replay(key, when));
        } catch (RejectedExecutionException e) {
            running.remove(key);
            LOG.debug("too many replays are waiting, or the app is stopping", e);
        }
    }

    private void replay(Key key, WeekMoment when) {
        try {
            put(results, key, journal.replay(key.projectId(), when, key.without()));
            put(requested, key, time.now().toInstant());
        } catch (RuntimeException e) {
            if (thread.isShutdown()) {
                LOG.debug("the app is stopping in the middle of a replay", e);
                return;
            }
            LOG.error("the numbers of week {} of project {} could not be computed; the next reader has it tried again", key.week(),
                    key.projectId(), e);
        } finally {
            running.remove(key);
        }
    }

    /** What is being replayed ends with its page, because {@link PrefetchExecutor} gives it no other; nothing is interrupted. */
    @Override
    public void close() {
        thread.getQueue().clear();
        thread.shutdown();
    }

    private static <T> Map<Key, T> leastRecentlyUsed() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true));
    }

    /** Weeks that are over make room first, so that asking for many does not displace the current week. */
    private <T> void put(Map<Key, T> entries, Key key, T value) {
        synchronized (entries) {
            entries.put(key, value);
            if (entries.size() > MAX_CACHED) {
                entries.remove(
                        entries.keySet().stream().filter(this::isOver).findFirst().orElseGet(() -> entries.keySet().iterator().next()));
            }
        }
    }

    private boolean isOver(Key key) {
        return key.week().compareTo(Week.of(time.now().toLocalDate())) < 0;
    }

    /**
     * What is replayed.
     *
     * @param without ids of issues that must not count
     */
    record Key(long projectId, Week week, Set<Long> without) {

        Key {
            without = Set.copyOf(without);
        }
    }
}
