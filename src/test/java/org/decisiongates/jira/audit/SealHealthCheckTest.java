package org.decisiongates.jira.audit;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.Test;

import org.decisiongates.audit.GateSeals;
import org.decisiongates.audit.RecordedEntry;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.policy.Scope;

public class SealHealthCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-23T07:43:00Z");

    private final GateSeals seals = mock(GateSeals.class);
    private final SealHealthCheck check = new SealHealthCheck(seals, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    public void isWellWhileAllIsSealed() {
        when(seals.newestSealed()).thenReturn(7L);
        when(seals.entries(7, 1)).thenReturn(List.of());
        assertEquals(List.of(), check.findings(Scope.GLOBAL));
    }

    @Test
    public void saysHowLongTheOldestEntryHasWaited() {
        Map<Duration, List<HealthFinding>> expected = Map.of(Duration.ofMinutes(15), List.of(), Duration.ofMinutes(16),
                List.of(HealthFinding.error("seals.late", 16L)));
        expected.forEach((age, findings) -> {
            when(seals.newestSealed()).thenReturn(7L);
            when(seals.entries(7, 1)).thenReturn(List.of(8L));
            when(seals.rows(List.of(8L))).thenReturn(Map.of(8L,
                    new RecordedEntry(8, OptionalLong.of(1), 2, NOW.minus(age), "digest", true, Optional.empty())));
            assertEquals(findings, check.findings(Scope.GLOBAL));
        });
    }

    @Test
    public void asksNothingForAProject() {
        assertEquals(List.of(), check.findings(Scope.of(2)));
        verifyNoInteractions(seals);
    }
}
