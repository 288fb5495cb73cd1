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
 * Folds the journals of large projects on a thread of its own and keeps what came of it in this node: derived, bounded, and thrown away
 * with the node. One fold at a time; of one week of a project, as those see it who miss the same issues, at most one a
 * minute, and none while one is waiting or running.
 */
@JiraComponent
class BackgroundProjections implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundProjections.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 50;
    private static final int MOST_WAITING = 100;
    /** Weeks that are over, of which anybody can ask for many: so few are folded or wait at once. */
    private static final int MOST_PAST_WAITING = 4;

    private final JournalReplay folding;
    private final ProjectTime time;
    private final Map<Place, JournalReplay.Folded> kept = remembering();
    /** When a fold was asked for, or ended. */
    private final Map<Place, Instant> folded = remembering();
    private final Set<Place> underWay = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor thread;

    BackgroundProjections(JournalReplay folding, ProjectTime time) {
        this.folding = folding;
        this.time = time;
        this.thread = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
            Thread worker = new Thread(work, "decision-gates-fold");
            worker.setDaemon(true);
            return worker;
        });
        thread.allowCoreThreadTimeOut(true);
    }

    /** Whether the project was too large to fold while somebody waits. */
    boolean isLarge(long projectId) {
        synchronized (folded) {
            return folded.keySet().stream().anyMatch(place -> place.projectId() == projectId);
        }
    }

    /** What the last fold came to, if there was one. */
    Optional<JournalReplay.Folded> last(Place place) {
        return Optional.ofNullable(kept.get(place));
    }

    /** Has the week folded soon, as it is known at that moment. */
    void want(Place place, WeekMoment when) {
        // not the moment that is asked about: a week that is over always ends at the same one
        Instant now = time.now().instant();
        synchronized (folded) {
            Instant last = folded.get(place);
            // a fold of a million takes longer than the pause; a clock that was put back is no pause
            boolean pauses = last != null && !now.isBefore(last) && now.isBefore(last.plus(PAUSE));
            if (pauses || isOver(place) && underWay.stream().filter(this::isOver).count() >= MOST_PAST_WAITING
                    || !underWay.add(place)) {
                return;
            }
            remember(folded, place, now);
        }
        try {
            thread.execute(() -> fold(place, when));
        } catch (RejectedExecutionException e) {
            underWay.remove(place);
            LOG.debug("too many folds are waiting, or the app is stopping", e);
        }
    }

    private void fold(Place place, WeekMoment when) {
        try {
            remember(kept, place, folding.fold(place.projectId(), when, place.without()));
            remember(folded, place, time.now().instant());
        } catch (RuntimeException e) {
            if (thread.isShutdown()) {
                LOG.debug("the app is stopping in the middle of a fold", e);
                return;
            }
            LOG.error("the numbers of week {} of project {} could not be reckoned; the next reader has it tried again", place.week(),
                    place.projectId(), e);
        } finally {
            underWay.remove(place);
        }
    }

    /** What is being folded ends with its page, because {@link PrefetchExecutor} gives it no other; nothing is interrupted. */
    @Override
    public void close() {
        thread.getQueue().clear();
        thread.shutdown();
    }

    private static <T> Map<Place, T> remembering() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true));
    }

    /** Weeks that are over make room first, so that nobody who asks for many displaces what everybody looks at. */
    private <T> void remember(Map<Place, T> places, Place place, T value) {
        synchronized (places) {
            places.put(place, value);
            if (places.size() > MOST_KEPT) {
                places.remove(places.keySet().stream().filter(this::isOver).findFirst().orElseGet(() -> places.keySet().iterator().next()));
            }
        }
    }

    private boolean isOver(Place place) {
        return place.week().compareTo(Week.of(time.now().today())) < 0;
    }

    /**
     * What is folded.
     *
     * @param without ids of issues that must not count
     */
    record Place(long projectId, Week week, Set<Long> without) {

        Place {
            without = Set.copyOf(without);
        }
    }
}
