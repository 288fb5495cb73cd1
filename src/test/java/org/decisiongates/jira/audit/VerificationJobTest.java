package org.decisiongates.jira.audit;

import static org.decisiongates.fixture.RecordedGates.aGateEvent;
import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;

import com.atlassian.jira.project.Project;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import com.atlassian.scheduler.status.RunOutcome;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.audit.GateSealer;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.Scope;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;
import org.decisiongates.store.audit.AoErasures;
import org.decisiongates.store.audit.AoGateSeals;
import org.decisiongates.store.summary.AoSnapshots;
import org.decisiongates.store.timeline.AoGateEvents;

/** Chains in a real database that are changed behind the app's back, and what the job and the page Health make of it. */
public class VerificationJobTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final long SHOP = 10_000;
    private static final long RISK = 10_001;

    private final Map<String, Object> stored = new HashMap<>();
    private final EnabledProjects projects = mock(EnabledProjects.class);
    private final PluginSettingsFactory settings = mock(PluginSettingsFactory.class);
    private final TimeZoneManager zones = mock(TimeZoneManager.class);
    private final ChainVerifications verifications = new ChainVerifications(settings);
    private final AoFixture database = AoDatabase.H2.open();
    private final AoGateSeals seals = new AoGateSeals(database.ao());
    private final AoGateEvents journal = new AoGateEvents(database.ao());
    private final List<Project> enabled = List.of(project(SHOP, "SHOP"), project(RISK, "RISK"));
    private Instant now = NOON;

    public VerificationJobTest() throws SQLException {
        // opens the database
    }

    @Before
    public void setUp() {
        PluginSettings global = mock(PluginSettings.class);
        when(settings.createGlobalSettings()).thenReturn(global);
        when(global.get(any())).thenAnswer(call -> stored.get(call.<String>getArgument(0)));
        doAnswer(call -> stored.put(call.getArgument(0), call.getArgument(1))).when(global).put(any(), any());
        when(zones.getDefaultTimeZone()).thenReturn(TimeZone.getTimeZone("UTC"));
        when(projects.enabled()).thenReturn(enabled);
    }

    @Test
    public void verifiesEveryChainOnceADay() {
        write(SHOP, 3);
        run();
        assertEquals(Optional.of(NOON), verifications.of(SHOP).orElseThrow().endedAt());
        assertEquals("a project without an entry, too", Optional.of(NOON), verifications.of(RISK).orElseThrow().endedAt());
        assertEquals(List.of(), findings());

        now = NOON.plus(Duration.ofHours(20));
        database.statements.clear();
        run();
        assertEquals(List.of(), database.statements);
        now = now.plusMillis(1);
        run();
        assertEquals(Optional.of(now), verifications.of(SHOP).orElseThrow().endedAt());
    }

    @Test
    public void namesTheFirstLinkThatIsBrokenUntilItIsRestored() throws SQLException {
        write(SHOP, 5);
        long third = seals.entries(0, 5).get(2);
        change(third, "Nothing at all");
        run();
        HealthFinding broken = HealthFinding.error("chains.broken", "SHOP", 3L)
                .fixedAt("/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-audit-link");
        assertEquals(List.of(broken), findings());
        assertEquals(List.of(broken), check().findings(Scope.of(SHOP)));
        assertEquals("the project beside it is well", List.of(), check().findings(Scope.of(RISK)));

        now = NOON.plus(Duration.ofMinutes(15));
        run();
        assertEquals(List.of(broken), findings());
        change(third, "Decide");
        run();
        assertEquals(List.of(), findings());
        assertEquals(Optional.of(now), verifications.of(SHOP).orElseThrow().endedAt());
    }

    @Test
    public void goesOnWhereTheLastRunStopped() throws SQLException {
        write(SHOP, VerificationJob.LINKS + 2);
        new VerificationJob(projects, verifications, seals, new AoErasures(database.ao(), List.of()), new AoSnapshots(database.ao()),
                time()).run(1);
        assertEquals(VerificationJob.LINKS, verifications.of(SHOP).orElseThrow().after());
        assertEquals(Optional.empty(), verifications.of(SHOP).orElseThrow().endedAt());
        assertEquals("nothing is left for it", Optional.empty(), verifications.of(RISK));
        assertEquals(List.of(), findings());

        run();
        assertEquals(Optional.of(NOON), verifications.of(SHOP).orElseThrow().endedAt());
        assertEquals(Optional.of(NOON), verifications.of(RISK).orElseThrow().endedAt());
    }

    @Test
    public void saysWhatHasNotBeenVerifiedForDays() {
        run();
        now = NOON.plus(Duration.ofDays(3));
        assertEquals(List.of(), findings());
        now = now.plusMillis(1);
        assertEquals(List.of("chains.unverified", "chains.unverified"), findings().stream().map(HealthFinding::key).toList());
    }

    @Test
    public void verifiesOtherProjectsWhereOneCannotBe() {
        database.statements.clear();
        database.failOn(sql -> sql.contains("WEEK_SNAPSHOT"));
        assertEquals(RunOutcome.FAILED, job().runJob(null).getRunOutcome());
        assertEquals(2, database.statements.stream().filter(sql -> sql.contains("WEEK_SNAPSHOT")).count());
        assertEquals(Optional.empty(), verifications.of(SHOP));
        database.failOn(sql -> false);
        run();
        assertEquals(Optional.of(NOON), verifications.of(RISK).orElseThrow().endedAt());
    }

    private void run() {
        assertEquals(RunOutcome.SUCCESS, job().runJob(null).getRunOutcome());
    }

    private VerificationJob job() {
        return new VerificationJob(projects, verifications, seals, new AoErasures(database.ao(), List.of()), new AoSnapshots(database.ao()),
                time());
    }

    private ProjectTime time() {
        return new ProjectTime(zones, Clock.fixed(now, ZoneOffset.UTC));
    }

    private ChainHealthCheck check() {
        return new ChainHealthCheck(verifications, projects, Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<HealthFinding> findings() {
        return check().findings(Scope.GLOBAL);
    }

    private void write(long project, int entries) {
        for (int i = 0; i < entries; i++) {
            journal.append(aGateEvent().of(i + 1L).in(project).at(NOON).refusedBy("has-owner").event());
        }
        new GateSealer(seals).sealAll(NOON.plusSeconds(60));
    }

    private void change(long entry, String transition) throws SQLException {
        assertEquals(1, database.alter("UPDATE \"GATE_EVENT\" SET \"TRANSITION_NAME\" = ? WHERE \"ID\" = ?", transition, entry));
    }

    private static Project project(long id, String key) {
        Project project = mock(Project.class);
        when(project.getId()).thenReturn(id);
        when(project.getKey()).thenReturn(key);
        return project;
    }
}
