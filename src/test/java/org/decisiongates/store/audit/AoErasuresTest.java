package org.decisiongates.store.audit;

import static org.decisiongates.fixture.ChangeBuilder.aChange;
import static org.decisiongates.fixture.ImpactLineBuilder.anImpactLine;
import static org.decisiongates.fixture.RecordedGates.aGateEvent;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.audit.ChainVerifier;
import org.decisiongates.audit.ErasedPerson;
import org.decisiongates.audit.Erasure;
import org.decisiongates.audit.ErasurePart;
import org.decisiongates.audit.Erasures;
import org.decisiongates.audit.GateSealer;
import org.decisiongates.audit.SealChain;
import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.Risk;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyCase;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyJson;
import org.decisiongates.policy.PolicyRevision;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.StoredPolicy;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.policy.When;
import org.decisiongates.record.RecordParts;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;
import org.decisiongates.store.impact.AoImpactLines;
import org.decisiongates.store.policy.AoPolicies;
import org.decisiongates.store.record.AoRecords;
import org.decisiongates.store.summary.AoSnapshots;
import org.decisiongates.store.task.AoTasks;
import org.decisiongates.store.timeline.AoChanges;
import org.decisiongates.store.timeline.AoGateEvents;
import org.decisiongates.store.waiver.AoWaivers;
import org.decisiongates.summary.Seal;
import org.decisiongates.summary.SealedSnapshot;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;
import org.decisiongates.timeline.InitialState;
import org.decisiongates.waiver.WaivedRule;
import org.decisiongates.waiver.WaiverStep;

/** Everything of ours that names a person, in a real database, before and after. */
@RunWith(Parameterized.class)
public class AoErasuresTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<String> TABLES = List.of("GATE_EVENT", "GATE_SEAL", "ERASURE", "ISSUE_CHANGE", "ISSUE_RECORD", "IMPACT_LINE",
            "WAIVER_STEP", "POLICY_VERSION", "WEEK_SNAPSHOT", "ISSUE_DEBT", "BACKGROUND_TASK", "TASK_PIECE");
    private static final ErasedPerson GINA = ErasedPerson.of("gina", List.of("Gina Gone", "g.gone@example.com"));
    private static final Pattern NAMES_GINA = Pattern.compile("(?i)gina|gone");
    private static final String SCOPE = "project:10000";

    private final AoFixture database;
    private final AoErasures erasures;
    private final AoSnapshots weeks;
    private final AoChanges changes;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public AoErasuresTest(AoDatabase kind) throws SQLException {
        database = kind.open();
        erasures = new AoErasures(database.ao());
        weeks = new AoSnapshots(database.ao());
        changes = new AoChanges(database.ao());
    }

    @Test
    public void leavesThePersonNowhere() throws Exception {
        everything("gina", "Gina Gone");
        everything("ann", "Ann Arrives");
        new GateSealer(new AoGateSeals(database.ao())).sealNewest(NOON);
        Map<ErasurePart, Long> expected = new TreeMap<>(Map.of(ErasurePart.GATES, 1L, ErasurePart.CHANGES, 7L, ErasurePart.RECORDS, 2L,
                ErasurePart.IMPACT_LINES, 1L, ErasurePart.WAIVERS, 1L, ErasurePart.POLICIES, 1L, ErasurePart.WEEKS, 1L, ErasurePart.TASKS,
                2L));
        assertEquals(expected, erasures.count(GINA));

        Erasures.Result result = erasures.erase(GINA, "admin", NOON);

        Erasure erasure = result.erasure().orElseThrow();
        assertEquals(expected, erasure.parts());
        assertEquals(16, erasure.entries());
        assertEquals(0, result.remaining());
        for (String table : TABLES) {
            for (Map<String, Object> row : database.stored(table)) {
                assertTrue(table + " " + row, !NAMES_GINA.matcher(row.toString()).find());
            }
        }
        assertEquals("nobody else", 16, erasures.count(ErasedPerson.of("ann", List.of("Ann Arrives"))).values().stream()
                .mapToLong(Long::longValue).sum());
        assertEquals(List.of(erasure), erasures.latest(10));
        assertEquals(Map.of(), erasures.count(GINA));
        assertEquals(new Erasures.Result(Optional.empty(), 0), erasures.erase(GINA, "admin", NOON));
        assertEquals("nothing is recorded that was not done", 1, erasures.latest(10).size());
    }

    @Test
    public void keepsWhatItLeavesReadableAndVerifiable() throws Exception {
        everything("gina", "Gina Gone");
        new GateSealer(new AoGateSeals(database.ao())).sealNewest(NOON);
        Erasure erasure = erasures.erase(GINA, "admin", NOON).erasure().orElseThrow();

        assertTrue(new ChainVerifier(new AoGateSeals(database.ao()), erasures).verify(SealChain.ofProject(10000), 0, 100).isIntact());
        List<SealedSnapshot> read = weeks.latest(SCOPE, "2026-W47", 5);
        assertEquals(List.of(Seal.INTACT, Seal.INTACT), Seal.verify(read));
        assertEquals(Optional.of(erasure.key()), read.get(0).erased().map(SealedSnapshot.Erased::erasure));
        assertTrue(read.get(0).body(), read.get(0).body().contains("\"owner\":\"(erased)\"")
                && read.get(0).body().contains("Asked by (erased), see \\\"notes\\\"") && read.get(0).body().contains("1.50"));
        assertEquals("a week that names nobody is as it was", Optional.empty(), read.get(1).erased());
        for (Change change : changes.ofIssues(List.of(7L), 100)) {
            switch (change.item()) {
                case CREATED -> assertEquals(Person.ERASED, InitialState.of(change.to()).owner());
                case OWNER -> assertEquals(List.of("ann;x", Person.ERASED), List.of(change.from(), change.to()));
                case RECORD -> assertTrue(change.to(), RecordParts.read(change.to()).toString().contains(Person.ERASED));
                case IMPACT -> assertTrue(change.to(), change.to().contains(" to (erased);"));
                default -> assertEquals(Person.ERASED, change.actor());
            }
        }
        Policy policy = PolicyJson.readStored(new AoPolicies(database.ao()).version(new PolicyVersion("own", 1)).orElseThrow().content(),
                Scope.GLOBAL, 1);
        assertEquals(Optional.of(Person.ERASED), policy.cases().get(0).actor());
        assertEquals(Set.of(Person.ERASED), policy.cases().get(0).issue().groups().keySet());
        assertEquals("Ask (erased).", policy.gates().get(0).rules().get(0).message().orElseThrow());
    }

    @Test
    public void goesOnAfterItStoppedAnywhere() throws Exception {
        for (int dies = 1; dies < 40; dies++) {
            int end = dies;
            int[] written = {0};
            for (String table : TABLES) {
                database.alter("DELETE FROM \"" + table + "\"");
            }
            everything("gina", "Gina Gone");
            database.failOn(sql -> (sql.startsWith("UPDATE") || sql.startsWith("INSERT")) && ++written[0] == end);
            boolean isOver = false;
            try {
                isOver = erasures.erase(GINA, "admin", NOON).remaining() == 0;
            } catch (RuntimeException e) {
                assertTrue(written[0] >= end);
            }
            database.failOn(sql -> false);
            erasures.erase(GINA, "admin", NOON);
            assertEquals("stopped at " + end, Map.of(), erasures.count(GINA));
            assertEquals(List.of(Seal.INTACT, Seal.INTACT), Seal.verify(weeks.latest(SCOPE, "2026-W47", 5)));
            if (isOver) {
                assertTrue("every part was interrupted: " + end, end > 16);
                return;
            }
        }
        throw new AssertionError("it never came to an end");
    }

    @Test
    public void erasesAThousandRowsACall() throws SQLException {
        changes.append(aChange().issue(9, "SHOP-9").in(10000).group("1").item(Change.Item.DUE).by("gina").at(NOON).change());
        String columns = "\"ISSUE_ID\", \"ISSUE_KEY\", \"PROJECT_ID\", \"ISSUE_KIND\", \"GROUP_NAME\", \"ITEM\", \"ACTOR_KEY\", \"AT_MILLIS\"";
        for (int doubled = 0; doubled < 11; doubled++) {
            database.alter(
                    "INSERT INTO \"ISSUE_CHANGE\" (\"CHANGE_KEY\", " + columns + ") SELECT CONCAT(\"CHANGE_KEY\", '-" + doubled + "'), "
                            + columns + " FROM \"ISSUE_CHANGE\"");
        }
        assertEquals(List.of(1_048L, 48L, 0L), List.of(erasures.erase(GINA, "admin", NOON).remaining(),
                erasures.erase(GINA, "admin", NOON).remaining(), erasures.erase(GINA, "admin", NOON).remaining()));
        assertEquals(List.of(48L, 1_000L, 1_000L), erasures.latest(10).stream().map(Erasure::entries).sorted().toList());
    }

    @Test
    public void refusesAKeyThatStandsForEverybody() {
        assertThrows(IllegalArgumentException.class, () -> ErasedPerson.of(Person.ERASED, List.of()));
    }

    /** A row of every kind that names the person, once in each column, and a week before that names nobody. */
    private void everything(String key, String name) throws Exception {
        boolean isGina = key.equals("gina");
        task(key, name);
        long issue = isGina ? 7 : 8;
        long project = isGina ? 10000 : 10001;
        new AoGateEvents(database.ao()).append(aGateEvent().of(issue).in(project).by(key).event());
        ChangeContext context = new ChangeContext(issue, "SHOP-7", project, Change.Kind.DECISION, key, NOON);
        InitialState state = new InitialState("DRAFT", key, Optional.empty(), false, false, Optional.empty(), Optional.empty());
        changes.append(aChange().issue(issue, "SHOP-7").in(project).group(Change.CREATION).item(Change.Item.CREATED).to(state.text()).by("")
                .at(NOON).change());
        changes.append(
                aChange().issue(issue, "SHOP-7").in(project).group("1").item(Change.Item.OWNER).from("ann;x").to(key).by("lead").at(NOON)
                        .change());
        changes.append(
                aChange().issue(issue, "SHOP-7").in(project).group("2").item(Change.Item.DUE).from("").to("2026-12-01").by(key).at(NOON)
                        .change());
        AoRecords records = new AoRecords(database.ao());
        records.add(context, new Risk("Only " + name + " knows; ask her", Risk.State.ACCEPTED, Optional.of(key), Optional.empty()));
        records.add(context, new Criterion("Checked", Optional.empty(), Optional.of(key), Criterion.State.OPEN));
        AoImpactLines lines = new AoImpactLines(database.ao());
        lines.add(context, anImpactLine().of("Calls to " + name).line());
        changes.append(aChange().issue(issue, "SHOP-7").in(project).group("impact-9-9").item(Change.Item.IMPACT).subject("9")
                .to(anImpactLine().of("Mails to " + name).line().text()).by("lead").at(NOON).change());
        new AoWaivers(database.ao()).append(new WaiverStep(issue, project, 1, 1, WaiverStep.State.ASKED,
                new WaivedRule(Scope.GLOBAL, "own", "has-owner", ""), name + " is away", NOON, key, NOON));
        Policy policy = new Policy(new PolicyVersion(isGina ? Scope.GLOBAL : Scope.of(1), "own", 1), "Own", "decision", false,
                WaiverTerms.NONE, Map.of(),
                List.of(new PolicyGate("start", "Start", Optional.empty(), Enforcement.ENFORCE,
                        List.of(new PolicyRule("has-owner", Map.of(), Optional.of("Ask " + name + "."), Optional.empty(), When.ALWAYS)))),
                List.of(new PolicyCase("of " + name, "start", anIssueWith(key, name), LocalDate.of(2026, 11, 18), Optional.of(key),
                        Set.of(),
                        "", Map.of("has-owner", Status.PASSED))));
        new AoPolicies(database.ao()).append(new StoredPolicy(new PolicyRevision(policy.version(), false, "asked by " + name, key, NOON),
                PolicyJson.write(policy)));
        String scope = isGina ? SCOPE : "project:10001";
        SealedSnapshot before = Seal.on(new SealedSnapshot(scope, "2026-W45", NOON, false, "{\"blockers\":[]}", "", ""));
        weeks.append(before);
        weeks.append(Seal.on(new SealedSnapshot(scope, "2026-W46", NOON, false, "{\"blockers\":[{\"owner\":\"" + name
                + "\",\"summary\":\"Asked by " + name + ", see \\\"notes\\\"\",\"ageDays\":1.50}],\"closures\":[{\"by\":\"" + key + "\"}]}",
                before.seal(), "")));
    }

    private void task(String key, String name) {
        AoTasks tasks = new AoTasks(database.ao());
        tasks.add(BackgroundTask.queued("task-of-" + (key.equals("gina") ? "one" : "another"), "dry-run", key, "",
                "owner = \"" + name + "\"", NOON));
        tasks.end("task-of-" + (key.equals("gina") ? "one" : "another"), BackgroundTask.State.DONE, "", "SHOP-7 of " + name, NOON);
    }

    private static IssueSnapshot anIssueWith(String key, String name) {
        Person person = new Person(key, name, true, true);
        return new IssueSnapshot(IssueSnapshot.statusOf(DecisionPhase.DRAFT), Map.of(Field.OWNER, List.of(person)), Set.of(), List.of(),
                Set.of(), Map.of(key, Set.of("leads")), Map.of(), List.of(), List.of(), IssueRecords.NONE, Map.of(key, person));
    }
}
