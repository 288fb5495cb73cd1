package org.decisiongates.jira.approval;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;

import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import com.atlassian.scheduler.status.RunOutcome;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.approval.ApprovalSeal;
import org.decisiongates.approval.ApprovalStep;
import org.decisiongates.approval.SealedApprovalStep;
import org.decisiongates.audit.ErasedPerson;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.Scope;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;
import org.decisiongates.store.approval.AoApprovalSteps;
import org.decisiongates.store.audit.AoErasures;

/** Approvals in a real database that are changed behind the app's back, and what the job and the page Health make of it. */
@RunWith(Parameterized.class)
public class ApprovalVerificationJobTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final long SHOP = 10_000;
    private static final long FIRST = 7;
    private static final long SECOND = 8;
    private static final long LAST = 9;

    private final Map<String, Object> stored = new HashMap<>();
    private final PluginSettingsFactory settings = mock(PluginSettingsFactory.class);
    private final TimeZoneManager zones = mock(TimeZoneManager.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final HiddenIssueFilter hidden = mock(HiddenIssueFilter.class);
    private final Set<Long> unseen = new HashSet<>();
    private final StoredApprovalVerification verifications = new StoredApprovalVerification(settings);
    private final AoFixture database;
    private final AoApprovalSteps steps;
    private final AoErasures erasures;
    private Instant now = NOON;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public ApprovalVerificationJobTest(AoDatabase kind) throws SQLException {
        database = kind.open();
        erasures = new AoErasures(database.ao(), List.of());
        steps = new AoApprovalSteps(database.ao(), erasures);
    }

    @Before
    public void setUp() {
        PluginSettings global = mock(PluginSettings.class);
        when(settings.createGlobalSettings()).thenReturn(global);
        when(global.get(any())).thenAnswer(call -> stored.get(call.<String>getArgument(0)));
        doAnswer(call -> stored.put(call.getArgument(0), call.getArgument(1))).when(global).put(any(), any());
        when(zones.getDefaultTimeZone()).thenReturn(TimeZone.getTimeZone("UTC"));
        for (long id : new long[] {FIRST, SECOND, LAST}) {
            MutableIssue issue = mock(MutableIssue.class);
            when(issue.getKey()).thenReturn("SHOP-" + id);
            when(issue.getProjectId()).thenReturn(SHOP);
            when(issues.getIssueObject(id)).thenReturn(issue);
        }
        when(hidden.seenOf(any(), any())).thenAnswer(call -> {
            Set<Long> seen = new HashSet<>(call.<Collection<Long>>getArgument(0));
            seen.removeAll(unseen);
            return seen;
        });
    }

    @Test
    public void verifiesEveryIssueOnceADay() {
        write(FIRST, 3);
        write(SECOND, 1);
        run();
        assertEquals(Optional.of(NOON), state().endedAt());
        assertEquals(List.of(), findings());

        now = NOON.plus(Duration.ofHours(20));
        database.statements.clear();
        run();
        assertEquals(List.of(), database.statements);
        now = now.plusMillis(1);
        run();
        assertEquals(Optional.of(now), state().endedAt());
    }

    @Test
    public void findsARowOfWhichAnythingWasChanged() throws SQLException {
        write(FIRST, 3);
        write(SECOND, 3);
        write(LAST, 3);
        for (String change : List.of("\"STEP_KIND\" = 'ABSTAINED'", "\"ACTOR_KEY\" = 'eve'", "\"ON_BEHALF_OF\" = 'eve'",
                "\"STEP_COMMENT\" = 'No'", "\"PERSONAL_HASH\" = '" + "e".repeat(64) + "'", "\"CONTENT_DIGEST\" = '" + "e".repeat(64) + "'",
                "\"SECTION_DIGESTS\" = NULL", "\"REQUIREMENTS\" = 'decision/board'", "\"AT_MILLIS\" = \"AT_MILLIS\" + 1",
                "\"PROJECT_ID\" = 10001", "\"PREVIOUS_HASH\" = NULL", "\"STEP_HASH\" = '" + "e".repeat(64) + "'", "\"STEP_NUMBER\" = 4",
                // a row that no step could be
                "\"STEP_NUMBER\" = 0", "\"SALT\" = NULL", "\"SALT\" = NULL, \"ERASURE_KEY\" = 'e', \"ACTOR_KEY\" = 'eve'")) {
            Map<String, Object> was = row(SECOND, 2);
            alter(change, (Long) was.get("ID"));
            now = now.plus(Duration.ofHours(21));
            run();
            assertEquals(change, List.of(broken(SECOND, 2)), findings());
            database.alter("DELETE FROM \"APPROVAL_STEP\" WHERE \"ID\" = ?", was.get("ID"));
            restore(was);
            run();
            assertEquals("restored: " + change, List.of(), findings());
        }
    }

    @Test
    public void findsARowThatIsMissingMovedOrPutElsewhere() throws SQLException {
        write(FIRST, 4);
        write(SECOND, 4);
        write(LAST, 4);
        database.alter("DELETE FROM \"APPROVAL_STEP\" WHERE \"STEP_NAME\" = ?", FIRST + ":2");
        database.alter("UPDATE \"APPROVAL_STEP\" SET \"STEP_NUMBER\" = 5 - \"STEP_NUMBER\" WHERE \"ISSUE_ID\" = ? AND"
                + " \"STEP_NUMBER\" IN (2, 3)", SECOND);
        database.alter("UPDATE \"APPROVAL_STEP\" SET \"ISSUE_ID\" = ? WHERE \"STEP_NAME\" = ?", SECOND, LAST + ":3");
        run();
        assertEquals(List.of(broken(FIRST, 2), broken(SECOND, 2), broken(LAST, 3)), findings());
        assertEquals(findings(), check().findings(Scope.of(SHOP)));
        assertEquals("a project beside it is told nothing", List.of(), check().findings(Scope.of(10_001)));
    }

    @Test
    public void leavesWholeWhatAPersonWasErasedFrom() throws SQLException {
        write(FIRST, 3);
        assertEquals(3, erasures.erase(ErasedPerson.of("ann", List.of("Ann Arrives")), "admin", NOON, 1_000).erasure().orElseThrow()
                .entries());
        run();
        assertEquals(List.of(), findings());

        database.alter("DELETE FROM \"ERASURE\" WHERE \"ERASED_BY\" = ?", "admin");
        now = NOON.plus(Duration.ofHours(21));
        run();
        assertEquals("not on record", List.of(broken(FIRST, 1)), findings());
    }

    @Test
    public void readsAPageWithOneStatementWhateverIsOnIt() {
        for (long issue = 1; issue <= 40; issue++) {
            write(issue, 25);
        }
        database.statements.clear();
        run();
        // the third page says that there is none
        assertEquals(database.statements.toString(), 3, database.statements.size());
        erasures.erase(ErasedPerson.of("ann", List.of("Ann Arrives")), "admin", NOON, 2_000);
        now = NOON.plus(Duration.ofHours(21));
        database.statements.clear();
        run();
        assertEquals(database.statements.toString(), 5, database.statements.size());
        assertEquals(List.of(), findings());
    }

    /** Also where the page ends in the middle of an issue. */
    @Test
    public void goesOnBehindTheLastWholeIssue() throws SQLException {
        write(FIRST, 2);
        write(SECOND, 501);
        write(LAST, 2);
        alter("\"ACTOR_KEY\" = 'eve'", (Long) row(LAST, 2).get("ID"));
        job().run(3);
        assertEquals(SECOND, state().after());
        assertEquals(Optional.empty(), state().endedAt());
        assertEquals(List.of(), findings());
        job().run(3);
        assertEquals(Optional.of(NOON), state().endedAt());
        assertEquals(List.of(broken(LAST, 2)), findings());
    }

    @Test
    public void namesTenIssuesAndLooksNoFurtherThanFifty() throws SQLException {
        for (long issue = 1; issue <= 60; issue++) {
            write(issue, 1);
        }
        database.alter("UPDATE \"APPROVAL_STEP\" SET \"ACTOR_KEY\" = ?", "eve");
        unseen.add(FIRST);
        run();
        List<HealthFinding> found = findings();
        assertEquals(11, found.size());
        assertEquals("deleted", HealthFinding.error("approval-chains.unseen", "6", 1), found.get(5));
        assertEquals("hidden from the reader", HealthFinding.error("approval-chains.unseen", "7", 1), found.get(6));
        assertEquals(broken(SECOND, 1), found.get(7));
        assertEquals(HealthFinding.error("approval-chains.more", 40), found.get(10));

        database.alter("UPDATE \"APPROVAL_STEP\" SET \"ACTOR_KEY\" = ?", "ann");
        run();
        assertEquals("all restored, and the rest looked at", List.of(), findings());
        assertEquals(Optional.of(NOON), state().endedAt());
    }

    @Test
    public void saysWhatHasNotBeenVerifiedForDays() {
        assertEquals("before the first run", List.of(), findings());
        run();
        database.goDown();
        now = NOON.plus(Duration.ofDays(3));
        assertEquals(RunOutcome.FAILED, job().runJob(null).getRunOutcome());
        assertEquals(List.of(), findings());
        now = now.plusMillis(1);
        assertEquals(List.of(HealthFinding.warning("approval-chains.unverified", 3L)), findings());
        assertEquals(List.of(), check().findings(Scope.of(SHOP)));
    }

    private void run() {
        assertEquals(RunOutcome.SUCCESS, job().runJob(null).getRunOutcome());
    }

    private ApprovalVerificationJob job() {
        return new ApprovalVerificationJob(verifications, steps, erasures, new ProjectTime(zones, Clock.fixed(now, ZoneOffset.UTC)));
    }

    private ApprovalVerification state() {
        return verifications.stored().orElseThrow();
    }

    private ApprovalChainHealthCheck check() {
        return new ApprovalChainHealthCheck(verifications, issues, hidden, mock(JiraAuthenticationContext.class),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<HealthFinding> findings() {
        return check().findings(Scope.GLOBAL);
    }

    private static HealthFinding broken(long issue, int step) {
        return HealthFinding.error("approval-chains.broken", "SHOP-" + issue, step).fixedAt("/browse/SHOP-" + issue);
    }

    private void write(long issue, int number) {
        String previous = "";
        for (int at = 1; at <= number; at++) {
            ApprovalStep step = new ApprovalStep(issue, SHOP, at, "APPROVED", List.of("decision/legal"), Map.of("question", "d"), "c",
                    "Fine", "ann", Optional.of("cleo"), NOON.plusSeconds(at));
            SealedApprovalStep sealed = new SealedApprovalStep(step, ApprovalSeal.on(step, steps.newSalt(), previous), Optional.empty());
            assertTrue(steps.append(sealed, Optional.empty()));
            previous = sealed.seal().hash();
        }
    }

    private Map<String, Object> row(long issue, int step) throws SQLException {
        return database.stored("APPROVAL_STEP").stream().filter(row -> row.get("STEP_NAME").equals(issue + ":" + step)).findFirst()
                .orElseThrow();
    }

    private void alter(String change, long id) throws SQLException {
        assertEquals(1, database.alter("UPDATE \"APPROVAL_STEP\" SET " + change + " WHERE \"ID\" = ?", id));
    }

    private void restore(Map<String, Object> row) throws SQLException {
        database.alter("INSERT INTO \"APPROVAL_STEP\" (\"" + String.join("\", \"", row.keySet()) + "\") VALUES (?"
                + ", ?".repeat(row.size() - 1) + ")", row.values().toArray());
    }
}
