package org.decisiongates.jira.summary;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import com.atlassian.jira.project.Project;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.jira.project.ProjectEnablement;
import org.decisiongates.jira.timeline.JournalCompleteness;
import org.decisiongates.jira.timeline.UnreadableIssuesException;
import org.decisiongates.summary.SealedSnapshot;
import org.decisiongates.summary.Snapshots;
import org.decisiongates.summary.WeekSnapshot;

public class WeekCloseJobTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /** In 2026-W48; the last week that is over is 2026-W47. */
    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T09:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant WRONG = Instant.parse("2030-01-09T09:00:00Z");

    private final SteppedClock clock = new SteppedClock();
    private final Weeks weeks = new Weeks();
    private final Project shop = mock(Project.class);
    private final JournalCompleteness journal = mock(JournalCompleteness.class);
    private OverdueWeekSettings overdue;
    private WeekCloseJob job;

    @Before
    public void setUp() {
        ProjectEnablement enablement = mock(ProjectEnablement.class);
        when(enablement.enabled()).thenReturn(List.of(shop));
        when(shop.getId()).thenReturn(10000L);
        when(shop.getKey()).thenReturn("SHOP");
        when(journal.isComplete(shop)).thenReturn(true);
        WeekSnapshot body = mock(WeekSnapshot.class);
        when(body.text()).thenReturn("{}");
        SnapshotBuilder builder = mock(SnapshotBuilder.class);
        when(builder.build(any(), any(), anyBoolean())).thenReturn(body);
        ProjectTime time = mock(ProjectTime.class);
        when(time.zone()).thenReturn(ZONE);
        when(time.now()).thenAnswer(call -> clock.instant().atZone(ZONE));
        PluginSettingsFactory settings = settings();
        overdue = new OverdueWeekSettings(settings);
        job = new WeekCloseJob(enablement, new WeekCloser(weeks, journal, builder, time, overdue), journal,
                new ClockGuard(settings), clock);
    }

    @Test
    public void closesTheLastEightWeeksWhenItComesToAProject() {
        run(WEDNESDAY);
        assertEquals(8, weeks.size());
        assertEquals("2026-W47", weeks.newest());
    }

    @Test
    public void closesAWeekInTheFirstRunAfterItsEnd() {
        run(WEDNESDAY);
        runHourly(Instant.parse("2026-11-29T21:30:00Z"), 2);
        assertEquals("not before midnight in the project's zone", 8, weeks.size());
        run(Instant.parse("2026-11-29T23:30:00Z"));
        assertEquals("2026-W48", weeks.newest());
        assertEquals(9, weeks.size());
    }

    @Test
    public void closesNoWeekToComeWhenTheClockWasWrongForADay() {
        run(WEDNESDAY);
        runHourly(WRONG, ClockContinuity.PROBATION);
        assertEquals(8, weeks.size());
        runHourly(WEDNESDAY.plus(Duration.ofDays(2)), 48);
        assertEquals(8, weeks.size());
        run(Instant.parse("2026-11-30T09:00:00Z"));
        assertEquals("2026-W48", weeks.newest());
    }

    @Test
    public void closesOneWeekARunWhenNobodyCorrectsTheClock() {
        run(WEDNESDAY);
        runHourly(WRONG, ClockContinuity.PROBATION + 5);
        assertEquals(8 + 5, weeks.size());
        assertEquals("2026-W52", weeks.newest());
    }

    @Test
    public void catchesUpAfterALongTimeDisabled() {
        run(WEDNESDAY);
        Instant enabled = WEDNESDAY.plus(Duration.ofDays(70));
        runHourly(enabled, ClockContinuity.PROBATION);
        assertEquals(8, weeks.size());
        runHourly(enabled.plus(HOUR.multipliedBy(ClockContinuity.PROBATION)), 20);
        assertEquals("one for each week missed, and none twice", 8 + 10, weeks.size());
        assertEquals("2027-W04", weeks.newest());
    }

    @Test
    public void closesNothingAtTheEndOfABackFillByAClockThatJumped() {
        run(WEDNESDAY);
        doAnswer(call -> {
            Consumer<Project> work = call.getArgument(0);
            work.accept(shop);
            return null;
        }).when(journal).onceComplete(any());
        clock.now = WRONG;
        job.begin();
        assertEquals(8, weeks.size());
        clock.now = WEDNESDAY.plus(Duration.ofDays(5));
        job.begin();
        assertEquals("2026-W48", weeks.newest());
    }

    @Test
    public void saysWhichIssuesKeepAWeekOpenUntilTheyAreRead() {
        run(WEDNESDAY);
        Instant monday = Instant.parse("2026-11-30T09:00:00Z");
        doThrow(new UnreadableIssuesException("SHOP", 5, List.of("SHOP-12", "SHOP-14", "SHOP-15"))).when(journal).completeFor(shop);
        run(monday);
        assertEquals(Optional.of(new OverdueWeek("2026-W48", List.of("SHOP-12", "SHOP-14", "SHOP-15"), 2)), overdue.of(10000));
        assertEquals("2026-W47", weeks.newest());
        doNothing().when(journal).completeFor(shop);
        run(monday.plus(HOUR));
        assertEquals(Optional.empty(), overdue.of(10000));
        assertEquals("2026-W48", weeks.newest());
    }

    private void run(Instant at) {
        clock.now = at;
        job.runJob(null);
    }

    private void runHourly(Instant from, int number) {
        for (int i = 0; i < number; i++) {
            run(from.plus(HOUR.multipliedBy(i)));
        }
    }

    private static PluginSettingsFactory settings() {
        Map<String, Object> values = new HashMap<>();
        PluginSettings stored = mock(PluginSettings.class);
        when(stored.get(anyString())).thenAnswer(call -> values.get(call.getArgument(0, String.class)));
        when(stored.put(anyString(), any())).thenAnswer(call -> values.put(call.getArgument(0), call.getArgument(1)));
        when(stored.remove(anyString())).thenAnswer(call -> values.remove(call.getArgument(0, String.class)));
        PluginSettingsFactory factory = mock(PluginSettingsFactory.class);
        when(factory.createGlobalSettings()).thenReturn(stored);
        return factory;
    }

    private static final class SteppedClock extends Clock {

        private Instant now = WEDNESDAY;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nobody asks for a day of it");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static final class Weeks implements Snapshots {

        private final Map<String, SealedSnapshot> rows = new TreeMap<>();

        @Override
        public boolean append(SealedSnapshot snapshot) {
            return rows.putIfAbsent(snapshot.week(), snapshot) == null;
        }

        @Override
        public List<SealedSnapshot> latest(String scope, String upTo, int limit) {
            return rows.values().stream().filter(row -> row.week().compareTo(upTo) <= 0)
                    .sorted(Comparator.comparing(SealedSnapshot::week).reversed()).limit(limit).toList();
        }

        int size() {
            return rows.size();
        }

        String newest() {
            return rows.keySet().stream().reduce("", (first, second) -> second);
        }
    }
}
