package org.decisiongates.jira.timeline;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.health.HealthFinding;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.policy.Scope;

public class JournalHealthCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-23T07:43:00Z");

    private final ReconcileCursors cursors = mock(ReconcileCursors.class);
    private final EnabledProjects projects = mock(EnabledProjects.class);
    private final JournalHealthCheck check = new JournalHealthCheck(cursors, projects, Clock.fixed(NOW, ZoneOffset.UTC));

    @Before
    public void isComplete() {
        Project shop = project(1, "SHOP");
        Project team = project(2, "TEAM");
        when(projects.enabled()).thenReturn(List.of(shop, team));
        when(cursors.progress(1)).thenReturn(Optional.of(new Progress(12, 12, 0)));
        when(cursors.progress(2)).thenReturn(Optional.of(new Progress(0, 0, 0)));
        when(cursors.cursor()).thenReturn(Optional.of(NOW));
    }

    @Test
    public void saysHowLongAgoItWasComparedOnceThatIsLate() {
        Map<Optional<Instant>, List<HealthFinding>> expected = new LinkedHashMap<>();
        expected.put(Optional.of(NOW), List.of());
        expected.put(Optional.of(NOW.plusSeconds(60)), List.of());
        expected.put(Optional.of(NOW.minus(Duration.ofMinutes(30))), List.of());
        expected.put(Optional.of(NOW.minus(Duration.ofMinutes(31))), List.of(HealthFinding.error("journal.late", 31L)));
        expected.put(Optional.empty(), List.of(HealthFinding.warning("journal.never-compared")));
        expected.forEach((comparedAt, findings) -> {
            when(cursors.cursor()).thenReturn(comparedAt);
            assertEquals(findings, check.findings(Scope.GLOBAL));
            assertEquals("of a project it is no matter", List.of(), check.findings(Scope.of(1)));
        });
    }

    @Test
    public void saysHowFarTheHistoryOfAProjectWasRead() {
        Map<Optional<Progress>, List<HealthFinding>> expected = new LinkedHashMap<>();
        expected.put(Optional.of(new Progress(12, 12, 0)), List.of());
        expected.put(Optional.of(new Progress(7, 12, 0)), List.of(HealthFinding.warning("journal.reading", "SHOP", 7L, 12L)));
        expected.put(Optional.empty(), List.of(HealthFinding.warning("journal.reading", "SHOP", 0L, 0L)));
        expected.put(Optional.of(new Progress(12, 12, 3)),
                List.of(HealthFinding.error("journal.unreadable", "SHOP", 3L).repairedBy("history")));
        expected.forEach((progress, findings) -> {
            when(cursors.progress(1)).thenReturn(progress);
            assertEquals(findings, check.findings(Scope.GLOBAL));
            assertEquals(findings, check.findings(Scope.of(1)));
            assertEquals("of another project", List.of(), check.findings(Scope.of(2)));
        });
    }

    private static Project project(long id, String key) {
        Project project = mock(Project.class);
        when(project.getId()).thenReturn(id);
        when(project.getKey()).thenReturn(key);
        return project;
    }
}
