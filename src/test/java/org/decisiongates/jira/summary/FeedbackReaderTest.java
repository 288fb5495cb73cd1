package org.decisiongates.jira.summary;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.issue.ThreadState;
import org.decisiongates.jira.metric.WeekMoment;
import org.decisiongates.jira.platform.search.ResolvedScope;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.review.OwnerActionWindow;
import org.decisiongates.review.ReviewThreads;
import org.decisiongates.review.ReviewThreads.AskedThread;
import org.decisiongates.summary.FeedbackCounts;
import org.decisiongates.summary.IssueFeedback;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.summary.SummaryScope;
import org.decisiongates.time.Week;

public class FeedbackReaderTest {

    private static final long SHOP = 10_000;
    /** A Wednesday. */
    private static final Instant NOW = Instant.parse("2026-11-18T12:00:00Z");
    private static final WeekMoment WEEK = new WeekMoment(Week.of(LocalDate.of(2026, 11, 18)), NOW.atZone(ZoneOffset.UTC));

    private final ReviewThreads threads = mock(ReviewThreads.class);
    private final Project project = mock(Project.class);
    private final FeedbackReader reader = new FeedbackReader(threads);

    @Before
    public void shop() {
        when(project.getId()).thenReturn(SHOP);
    }

    @Test
    public void countsWhatIsAskedNowWheneverItWasDue() {
        ask(thread(ThreadState.NEEDS_OWNER_ACTION, "2026-10-01T10:00:00Z", null),
                thread(ThreadState.DISPUTED, "2026-11-19T10:00:00Z", null),
                thread(ThreadState.OPEN, "2026-10-01T10:00:00Z", null));
        assertEquals(new FeedbackCounts(1, 1, 0, 0), counts());
    }

    /** M8: met of all that were due in the week or ended in it. */
    @Test
    public void countsTheWindowsThatWereDueOrEndedInTheWeek() {
        ask(thread(ThreadState.RESOLVED, "2026-11-17T10:00:00Z", "2026-11-17T10:00:00Z"),
                thread(ThreadState.RESOLVED, "2026-11-17T10:00:00Z", "2026-11-17T10:00:00.001Z"),
                thread(ThreadState.RESOLVED, "2026-11-14T10:00:00Z", "2026-11-16T00:00:00Z"),
                thread(ThreadState.DECLINED, "2026-11-20T10:00:00Z", "2026-11-18T09:00:00Z"),
                thread(ThreadState.OPEN, "2026-11-18T11:59:59.999Z", null),
                thread(ThreadState.RESOLVED, "2026-11-15T23:59:59Z", "2026-11-15T23:59:59Z"));
        assertEquals(new FeedbackCounts(0, 0, 2, 3), counts());
    }

    @Test
    public void givesNoVerdictBeforeTheLastMomentIsOver() {
        ask(thread(ThreadState.NEEDS_OWNER_ACTION, "2026-11-18T12:00:00Z", null),
                thread(ThreadState.NEEDS_OWNER_ACTION, "2026-11-21T12:00:00Z", null));
        assertEquals(new FeedbackCounts(2, 0, 0, 0), counts());
    }

    @Test
    public void countsOnlyWhatIsFoundAndInTheProject() {
        List<AskedThread> asked = List.of(thread(ThreadState.DISPUTED, "2026-11-19T10:00:00Z", null));
        when(threads.asked(any(), any())).thenReturn(Optional.of(Map.of(7L, asked, 8L, asked, 9L, asked)));
        FeedbackReader.Stored stored = reader.read(everything(), List.of(), WEEK).orElseThrow();
        assertEquals(Set.of(7L, 8L, 9L), stored.issues());

        List<SnapshotEntry<IssueFeedback>> named = FeedbackReader.named(stored, Map.of(7L, issue(7, SHOP), 8L, issue(8, 10_001)),
                Optional.of(project));
        assertEquals(List.of(new SnapshotEntry<>(7, new IssueFeedback("SHOP-7", new FeedbackCounts(0, 1, 0, 0)))), named);
        assertEquals("a query has no project", 2, FeedbackReader
                .named(stored, Map.of(7L, issue(7, SHOP), 8L, issue(8, 10_001)), Optional.empty()).size());
    }

    @Test
    public void asksOnceAndTellsNothingOfMoreThanCanBeFound() {
        for (int issues : List.of(0, 400, 401)) {
            List<AskedThread> asked = List.of(thread(ThreadState.DISPUTED, "2026-11-19T10:00:00Z", null));
            when(threads.asked(any(), any())).thenReturn(Optional.of(LongStream.range(0, issues).boxed()
                    .collect(Collectors.toMap(Function.identity(), issue -> asked))));
            assertEquals(issues <= 400, reader.read(everything(), List.of(), WEEK).isPresent());
        }
        verify(threads, times(3)).asked(any(), any());
        verify(threads, times(3)).asked(any(), org.mockito.ArgumentMatchers.eq(OptionalLong.of(SHOP)));
        when(threads.asked(any(), any())).thenReturn(Optional.empty());
        assertTrue(reader.read(everything(), List.of(), WEEK).isEmpty());
    }

    private FeedbackCounts counts() {
        return reader.read(everything(), List.of(), WEEK).orElseThrow().byIssue().getOrDefault(7L, FeedbackCounts.NONE);
    }

    private void ask(AskedThread... asked) {
        when(threads.asked(any(), any())).thenReturn(Optional.of(Map.of(7L, List.of(asked))));
    }

    private static AskedThread thread(ThreadState state, String due, String ended) {
        Instant last = Instant.parse(due);
        Optional<Instant> closed = Optional.ofNullable(ended).map(Instant::parse);
        return new AskedThread(state, new OwnerActionWindow(last.minus(OwnerActionWindow.LENGTH), last, closed,
                closed.filter(end -> !end.isAfter(last)).isPresent()));
    }

    private static Issue issue(long id, long projectId) {
        Issue issue = mock(Issue.class);
        when(issue.getKey()).thenReturn("SHOP-" + id);
        when(issue.getProjectId()).thenReturn(projectId);
        return issue;
    }

    private Visibility everything() {
        return Visibility.unrestricted(
                new ResolvedScope(new SummaryScope(SummaryScope.Kind.PROJECT, "SHOP", "Shop"), "", Optional.of(project)));
    }
}
