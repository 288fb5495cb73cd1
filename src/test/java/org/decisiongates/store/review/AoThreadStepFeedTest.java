package org.decisiongates.store.review;

import static org.junit.Assert.assertEquals;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.review.ThreadStep;
import org.decisiongates.review.ThreadStepFeed.EndedWindow;
import org.decisiongates.review.ThreadStepFeed.PlacedStep;
import org.decisiongates.review.ThreadStepFeed.StepAuthor;
import org.decisiongates.review.ThreadStepName;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;

@RunWith(Parameterized.class)
public class AoThreadStepFeedTest {

    private static final ThreadStep OPENED = AoReviewThreadsTest.EVERY_COLUMN.get(0);
    private static final ThreadStep ASKED = AoReviewThreadsTest.EVERY_COLUMN.get(1);
    private static final ThreadStepName FIRST = new ThreadStepName(10200, 1, 1);

    private final AoReviewThreads threads;
    private final AoThreadStepFeed log;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public AoThreadStepFeedTest(AoDatabase kind) throws SQLException {
        AoFixture database = kind.open();
        threads = new AoReviewThreads(database.ao());
        log = new AoThreadStepFeed(database.ao());
    }

    @Test
    public void goesOnBehindAPlace() {
        assertEquals(0, log.last());
        threads.append(OPENED);
        long first = log.last();
        threads.append(ASKED);
        assertEquals(List.of(OPENED, ASKED), log.behind(first - 1).stream().map(PlacedStep::step).toList());
        assertEquals(List.of(new PlacedStep(log.last(), ASKED)), log.behind(first));
        assertEquals(List.of(), log.behind(log.last()));
    }

    @Test
    public void findsWindowsThatEnded() {
        threads.append(OPENED);
        threads.append(ASKED);
        Instant due = ASKED.due().orElseThrow();
        List<EndedWindow> ended = List.of(new EndedWindow(10200, 1, due));
        assertEquals(ended, log.ended(due, due.plusMillis(1)));
        assertEquals(List.of(), log.ended(due.minusMillis(5), due));
        assertEquals(List.of(), log.ended(due.plusMillis(1), due.plusMillis(5)));
    }

    @Test
    public void knowsWhoTookStepsAndGivesThoseThatAreNamed() {
        threads.append(OPENED);
        threads.append(ASKED);
        assertEquals(Map.of(10200L, List.of(new StepAuthor(FIRST, "rita"), new StepAuthor(new ThreadStepName(10200, 1, 2), "quinn"))),
                log.authors(List.of(10200L, 10201L)));
        assertEquals(Map.of(), log.authors(List.of()));
        assertEquals(List.of(OPENED), log.named(List.of(FIRST, new ThreadStepName(10200, 2, 1), new ThreadStepName(1020, 1, 1))));
        assertEquals(List.of(), log.named(List.of()));
    }
}
