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
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.approval.ApprovalReminder;
import org.decisiongates.approval.ApprovalSeal;
import org.decisiongates.approval.ApprovalStep;
import org.decisiongates.approval.Delegation;
import org.decisiongates.approval.SealedApprovalStep;
import org.decisiongates.approval.SealedContent;
import org.decisiongates.audit.ChainVerifier;
import org.decisiongates.audit.ErasedPerson;
import org.decisiongates.audit.Erasure;
import org.decisiongates.audit.ErasurePart;
import org.decisiongates.audit.Erasures;
import org.decisiongates.audit.GateSealer;
import org.decisiongates.audit.SealChain;
import org.decisiongates.issue.ApprovedScope;
import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.Hypothesis;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.Risk;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.issue.ThreadSection;
import org.decisiongates.notification.Notification;
import org.decisiongates.notification.NotificationChoice;
import org.decisiongates.notification.NotificationReason;
import org.decisiongates.notification.Notifications.Progress;
import org.decisiongates.policy.ApprovalTerms;
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
import org.decisiongates.review.ThreadAnchor;
import org.decisiongates.review.ThreadStep;
import org.decisiongates.review.ThreadStepName;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;
import org.decisiongates.store.approval.AoApprovalSteps;
import org.decisiongates.store.approval.AoDelegations;
import org.decisiongates.store.impact.AoImpactLines;
import org.decisiongates.store.notification.AoApprovalReminders;
import org.decisiongates.store.notification.AoNotificationChoices;
import org.decisiongates.store.notification.AoNotifications;
import org.decisiongates.store.policy.AoPolicies;
import org.decisiongates.store.record.AoRecords;
import org.decisiongates.store.review.AoReviewThreads;
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
            "WAIVER_STEP", "THREAD_STEP", "APPROVAL_STEP", "SEALED_CONTENT", "DELEGATION", "POLICY_VERSION", "WEEK_SNAPSHOT", "ISSUE_DEBT",
            "BACKGROUND_TASK", "TASK_PIECE",
            "IMPORTED_ISSUE", "NOTIFICATION", "NOTIFICATION_CHOICE", "APPROVAL_REMINDER");
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
        erasures = new AoErasures(database.ao(), List.of());
        weeks = new AoSnapshots(database.ao());
        changes = new AoChanges(database.ao());
    }

    @Test
    public void leavesThePersonNowhere() throws Exception {
        everything("gina", "Gina Gone");
        everything("ann", "Ann Arrives");
        new GateSealer(new AoGateSeals(database.ao())).sealNewest(NOON);
        Map<ErasurePart, Long> expected = new TreeMap<>(Map.of(ErasurePart.GATES, 1L, ErasurePart.CHANGES, 8L, ErasurePart.RECORDS, 3L,
                ErasurePart.IMPACT_LINES, 1L, ErasurePart.WAIVERS, 1L, ErasurePart.THREADS, 1L, ErasurePart.POLICIES, 1L, ErasurePart.WEEKS,
                1L, ErasurePart.TASKS,
                1L));
        expected.putAll(Map.of(ErasurePart.APPROVALS, 1L, ErasurePart.APPROVED_CONTENT, 1L, ErasurePart.DELEGATIONS, 2L,
                ErasurePart.NOTIFICATIONS, 2L, ErasurePart.APPROVAL_REMINDERS, 2L,
                ErasurePart.NOTIFICATION_CHOICES, 1L));
        assertEquals(expected, erasures.count(GINA).parts());

        Erasures.Result result = erasures.erase(GINA, "admin", NOON, 1_000);

        Erasure erasure = result.erasure().orElseThrow();
        assertEquals(expected, erasure.parts());
        assertEquals(27, erasure.entries());
        assertEquals(0, result.remaining());
        assertEquals("who was reminded at the request of somebody erased is not reminded again", Optional.of(Person.ERASED),
                new AoApprovalReminders(database.ao()).latest(List.of(7L)).get(7L).get(0).actor());
        for (String table : TABLES) {
            for (Map<String, Object> row : database.stored(table)) {
                assertTrue(table + " " + row, !NAMES_GINA.matcher(row.toString()).find());
            }
        }
        assertEquals("nobody else", 27, erasures.count(ErasedPerson.of("ann", List.of("Ann Arrives"))).parts().values().stream()
                .mapToLong(Long::longValue).sum());
        assertEquals(List.of(erasure), erasures.latest(10));
        assertEquals(Map.of(), erasures.count(GINA).parts());
        assertEquals(new Erasures.Result(Optional.empty(), Erasures.Found.NOTHING), erasures.erase(GINA, "admin", NOON, 1_000));
        assertEquals("the chain of approvals holds, and says who took what out", OptionalInt.empty(),
                SealedApprovalStep.firstBroken(new AoApprovalSteps(database.ao(), erasures).ofIssue(7), erasure.key()::equals));
        assertEquals(OptionalInt.of(1),
                SealedApprovalStep.firstBroken(new AoApprovalSteps(database.ao(), erasures).ofIssue(7), any -> false));
        assertEquals("nothing is recorded that was not done", 1, erasures.latest(10).size());
    }

    @Test
    public void keepsWhatItLeavesReadableAndVerifiable() throws Exception {
        everything("gina", "Gina Gone");
        new GateSealer(new AoGateSeals(database.ao())).sealNewest(NOON);
        Erasure erasure = erasures.erase(GINA, "admin", NOON, 1_000).erasure().orElseThrow();

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
        assertEquals(Map.of("leads", Set.of(Person.ERASED)), policy.cases().get(0).issue().groups());
        Hypothesis belief = policy.cases().get(0).issue().records().hypotheses().get(0);
        assertEquals(List.of("(erased) knows", "Ask (erased)", "(erased) does"),
                List.of(belief.text(), belief.measure(), belief.outcome()));
        assertEquals(Optional.of(Person.ERASED), belief.owner());
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
            database.failOn(
                    sql -> (sql.startsWith("UPDATE") || sql.startsWith("INSERT") || sql.startsWith("DELETE")) && ++written[0] == end);
            boolean isOver = false;
            try {
                isOver = erasures.erase(GINA, "admin", NOON, 1_000).remaining() == 0;
            } catch (RuntimeException e) {
                assertTrue(written[0] >= end);
            }
            database.failOn(sql -> false);
            erasures.erase(GINA, "admin", NOON, 1_000);
            assertEquals("stopped at " + end, Map.of(), erasures.count(GINA).parts());
            assertEquals(List.of(Seal.INTACT, Seal.INTACT), Seal.verify(weeks.latest(SCOPE, "2026-W47", 5)));
            if (isOver) {
                assertTrue("every part was interrupted: " + end, end > 18);
                return;
            }
        }
        throw new AssertionError("it never came to an end");
    }

    @Test
    public void erasesAThousandRowsACall() throws SQLException {
        changes.append(aChange().issue(9, "SHOP-9").in(10000).group("1").item(Change.Item.DUE).by("gina").at(NOON).change());
        String columns = "\"ISSUE_ID\", \"ISSUE_KEY\", \"PROJECT_ID\", \"ISSUE_KIND\", \"GROUP_NAME\", \"ITEM\", \"ACTOR_KEY\", "
                + "\"AT_MILLIS\"";
        for (int doubled = 0; doubled < 11; doubled++) {
            database.alter(
                    "INSERT INTO \"ISSUE_CHANGE\" (\"CHANGE_KEY\", " + columns + ") SELECT CONCAT(\"CHANGE_KEY\", '-" + doubled + "'), "
                            + columns + " FROM \"ISSUE_CHANGE\"");
        }
        assertEquals(List.of(1_048L, 48L, 0L), List.of(erasures.erase(GINA, "admin", NOON, 1_000).remaining(),
                erasures.erase(GINA, "admin", NOON, 1_000).remaining(), erasures.erase(GINA, "admin", NOON, 1_000).remaining()));
        assertEquals(List.of(48L, 1_000L, 1_000L), erasures.latest(10).stream().map(Erasure::entries).sorted().toList());
    }

    @Test
    public void leavesAPolicyReadableOutOfWhichSeveralWereErased() throws Exception {
        String json = content(aPolicy("Ann", "Ann Arrives", Map.of("ann", "Ann", "bob", "Bob", "name", "Carl")));
        store(json);
        String before = new AoPolicies(database.ao()).state();
        for (ErasedPerson one : List.of(ErasedPerson.of("ann", List.of("Ann")), ErasedPerson.of("bob", List.of("Bob")),
                ErasedPerson.of("name", List.of("Carl")))) {
            assertEquals(0, erasures.erase(one, "admin", NOON, 1_000).remaining());
        }
        assertTrue("every node reads it again", !before.equals(new AoPolicies(database.ao()).state()));
        Policy left = PolicyJson.readStored(stored(), Scope.GLOBAL, 1);
        assertEquals(Set.of("(erased)", "(erased) 2", "(erased) 3"), left.cases().get(0).issue().accounts().keySet());
    }

    /** What stands for a person is longer than most names. */
    @Test
    public void leavesAPolicyReadableWhoseTextsWereAtTheirLimits() throws Exception {
        String name = "Ann " + "x".repeat(94);
        String message = "Ann ".repeat(2_499).strip();
        String json = content(aPolicy(name, message, Map.of("ann", "Ann ".repeat(16_000).strip())));
        store(json);
        assertEquals(new Erasures.Found(Map.of(ErasurePart.POLICIES, 1L), 0), erasures.count(ErasedPerson.of("ann", List.of("Ann"))));
        erasures.erase(ErasedPerson.of("ann", List.of("Ann")), "admin", NOON, 1_000);
        Policy left = PolicyJson.readStored(stored(), Scope.GLOBAL, 1);
        assertEquals(List.of(100, 100, 100, 10_000), List.of(left.name().length(), left.gates().get(0).name().length(),
                left.cases().get(0).name().length(), left.gates().get(0).rules().get(0).message().orElseThrow().length()));
        assertEquals("(erased) ".repeat(16_000).strip(), left.cases().get(0).issue().accounts().get(Person.ERASED).name());
    }

    @Test
    public void keepsAPolicyThatCouldNotBeReadWithoutThePerson() throws Exception {
        String json = content(aPolicy("Own", "Ask.", Map.of("ann", "Ann")));
        store(json);
        ErasedPerson day = ErasedPerson.of("2026-11-18", List.of());
        assertEquals(new Erasures.Result(Optional.empty(), new Erasures.Found(Map.of(), 1)), erasures.erase(day, "admin", NOON, 1_000));
        assertEquals(json, stored());
    }

    @Test
    public void leavesBrokenWhatWasBrokenBefore() throws Exception {
        everything("gina", "Gina Gone");
        new GateSealer(new AoGateSeals(database.ao())).sealNewest(NOON);
        database.alter("UPDATE \"WEEK_SNAPSHOT\" SET \"BODY\" = ? WHERE \"ISO_WEEK\" = ?", "{\"blockers\":[{\"owner\":\"Gina Gone\"}]}",
                "2026-W46");
        database.alter("UPDATE \"GATE_EVENT\" SET \"ACTOR_HASH\" = ?", "0".repeat(64));
        erasures.erase(GINA, "admin", NOON, 1_000);

        assertEquals(List.of(Seal.CHANGED, Seal.INTACT), Seal.verify(weeks.latest(SCOPE, "2026-W47", 5)));
        Map<String, Object> week = database.stored("WEEK_SNAPSHOT").stream().filter(row -> row.get("ISO_WEEK").equals("2026-W46"))
                .findFirst()
                .orElseThrow();
        assertEquals("{\"blockers\":[{\"owner\":\"(erased)\"}]}", week.get("BODY"));
        assertTrue(!week.containsKey("ERASURE_KEY"));
        Map<String, Object> entry = database.stored("GATE_EVENT").get(0);
        assertEquals(Person.ERASED, entry.get("ACTOR_KEY"));
        assertTrue(entry.containsKey("ACTOR_SALT") && !entry.containsKey("ERASURE_KEY"));
    }

    @Test
    public void leavesAWeekBrokenWhoseErasureIsNotOnRecord() throws Exception {
        everything("gina", "Gina Gone");
        String first = erasures.erase(GINA, "admin", NOON, 1_000).erasure().orElseThrow().key();
        database.alter("DELETE FROM \"ERASURE\"");
        erasures.erase(ErasedPerson.of("x", List.of("see")), "admin", NOON, 1_000);
        SealedSnapshot week = weeks.latest(SCOPE, "2026-W47", 1).get(0);
        assertTrue(week.body(), week.body().contains("(erased), (erased) "));
        assertEquals(Optional.of(first), week.erased().map(SealedSnapshot.Erased::erasure));
    }

    /** A name across the end of a piece, one that JSON escapes, and a person whose key is a word of the format. */
    @Test
    public void removesTheTasksWhoseResultsNameThePerson() throws Exception {
        AoTasks tasks = new AoTasks(database.ao());
        List<String> results = List.of("x".repeat(63_995) + " Gina Gone", "{\"reason\":\"Ask O\\\"Gone.\"}", "{\"rule\":\"has-owner\"}");
        for (int i = 0; i < results.size(); i++) {
            tasks.add(BackgroundTask.queued("task-" + i, "kind-" + i, "ann", "", "all", NOON));
            tasks.end("task-" + i, BackgroundTask.State.DONE, "", results.get(i), NOON);
        }
        tasks.add(BackgroundTask.queued("running", "kind", "ann", "", "of Gina Gone", NOON));
        ErasedPerson person = ErasedPerson.of("rule", List.of("Gina Gone", "O\"Gone"));
        assertEquals(Map.of(ErasurePart.TASKS, 3L), erasures.count(person).parts());
        erasures.erase(person, "admin", NOON, 1_000);

        assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.of("all"), Optional.of("of (erased)")),
                List.of("task-0", "task-1", "task-2", "running").stream().map(id -> tasks.find(id, NOON).map(BackgroundTask::title))
                        .toList());
        assertEquals(List.of("", "", results.get(2)), List.of(tasks.result("task-0"), tasks.result("task-1"), tasks.result("task-2")));
        assertEquals(Map.of(), erasures.count(person).parts());
    }

    /** Once to count, once to change; in a statement each, however many rows. */
    @Test
    public void readsEachTableTwiceAtMost() throws Exception {
        everything("gina", "Gina Gone");
        database.statements.clear();
        erasures.erase(GINA, "admin", NOON, 10_000);
        for (String table : List.of("GATE_EVENT", "ISSUE_CHANGE", "ISSUE_RECORD", "IMPACT_LINE", "WAIVER_STEP", "THREAD_STEP",
                "APPROVAL_STEP", "SEALED_CONTENT",
                "POLICY_VERSION",
                "WEEK_SNAPSHOT")) {
            assertEquals(table, 2, database.statements.stream()
                    .filter(sql -> sql.startsWith("SELECT") && sql.contains("AO_B0B0B0_" + table)).count());
        }
    }

    private void store(String json) {
        new AoPolicies(database.ao()).append(
                new StoredPolicy(new PolicyRevision(new PolicyVersion("own", 1), false, "because", "lead", NOON), json));
    }

    private String stored() {
        return new AoPolicies(database.ao()).version(new PolicyVersion("own", 1)).orElseThrow().content();
    }

    private static String content(Policy policy) throws Exception {
        String json = PolicyJson.write(policy);
        PolicyJson.readStored(json, Scope.GLOBAL, 1);
        return json;
    }

    private static Policy aPolicy(String name, String message, Map<String, String> people) {
        Map<String, Person> accounts = new TreeMap<>();
        people.forEach((key, called) -> accounts.put(key, new Person(key, called, true, true)));
        IssueSnapshot issue = new IssueSnapshot(IssueSnapshot.statusOf(DecisionPhase.DRAFT), Map.of(), Set.of(), List.of(), Set.of(),
                Map.of(), Map.of(), List.of(), List.of(), IssueRecords.NONE, List.of(), List.of(), List.of(), List.of(),
                ApprovedScope.NOT_APPROVED, accounts);
        return new Policy(new PolicyVersion("own", 1), name, "decision", false, WaiverTerms.NONE, ApprovalTerms.NONE, Map.of(),
                List.of(new PolicyGate("start", name, Optional.empty(), Enforcement.ENFORCE,
                        List.of(new PolicyRule("has-owner", Map.of(), Optional.of(message), Optional.empty(), When.ALWAYS)))),
                List.of(new PolicyCase(name, "start", issue, LocalDate.of(2026, 11, 18), Optional.empty(), Set.of(), "",
                        Map.of("has-owner", Status.PASSED))));
    }

    @Test
    public void refusesAKeyThatStandsForEverybody() {
        assertThrows(IllegalArgumentException.class, () -> ErasedPerson.of(Person.ERASED, List.of()));
    }

    /** A row of every kind that names the person, once in each column, and a week before that names nobody. */
    private void everything(String key, String name) throws Exception {
        boolean isGina = key.equals("gina");
        task(key, name);
        AoDelegations delegations = new AoDelegations(database.ao());
        LocalDate day = LocalDate.of(2026, 11, 22);
        delegations.add(new Delegation(0, key, "lead", day, day, Set.of()), NOON);
        delegations.add(new Delegation(0, "lead", key, day, day, Set.of()), NOON);
        long issue = isGina ? 7 : 8;
        new AoNotifications(database.ao()).store(new Progress(issue, 1, NOON),
                List.of(new Notification(0, key, new ThreadStepName(issue, 1, 1), NotificationReason.WATCHES, NOON)), NOON);
        AoApprovalReminders reminders = new AoApprovalReminders(database.ao());
        reminders.store(List.of(new ApprovalReminder(issue, key, Optional.empty(), NOON)), day);
        reminders.store(List.of(new ApprovalReminder(issue, "lead", Optional.of(key), NOON)), day);
        new AoNotificationChoices(database.ao()).put(NotificationChoice.usual(key));
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
        records.add(context, new Hypothesis(0, "Somebody knows", "Ask", Hypothesis.Exposure.NORMAL, Hypothesis.State.VALIDATED,
                name + " does", Optional.of(key), LocalDate.of(2026, 11, 18)));
        AoImpactLines lines = new AoImpactLines(database.ao());
        lines.add(context, anImpactLine().of("Calls to " + name).line());
        changes.append(aChange().issue(issue, "SHOP-7").in(project).group("impact-9-9").item(Change.Item.IMPACT).subject("9")
                .to(anImpactLine().of("Mails to " + name).line().text()).by("lead").at(NOON).change());
        new AoWaivers(database.ao()).append(new WaiverStep(issue, project, 1, 1, WaiverStep.State.ASKED,
                new WaivedRule(Scope.GLOBAL, "own", "has-owner", ""), name + " is away", NOON, key, NOON));
        new AoReviewThreads(database.ao()).append(new ThreadStep(issue, project, 1, 1, ThreadStep.Kind.OPENED,
                Optional.of(
                        new ThreadStep.Subject(new ThreadAnchor(ThreadSection.QUESTION, OptionalLong.empty(), "Does " + name + " stay?"),
                                "Hear " + name, OptionalLong.empty())),
                name + " was not asked", key, NOON, Optional.empty()));
        SealedContent content = SealedContent.of(IssueSnapshot.EMPTY.with(new Field("question"), "Does \"" + name + "\" stay?"),
                Set.of(SealedSection.QUESTION));
        ApprovalStep approved = new ApprovalStep(issue, project, 1, "APPROVED", List.of("own/legal"), content.digests(), content.digest(),
                "As " + name + " wants", key, Optional.of(key), NOON);
        new AoApprovalSteps(database.ao(), erasures).append(new SealedApprovalStep(approved, ApprovalSeal.on(approved, "ab".repeat(16), ""),
                Optional.empty()), Optional.of(content));
        Policy policy = new Policy(new PolicyVersion(isGina ? Scope.GLOBAL : Scope.of(1), "own", 1), "Own", "decision", false,
                WaiverTerms.NONE, ApprovalTerms.NONE, Map.of(),
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
                + "\",\"summary\":\"Asked by " + name + ", see \\\"notes\\\"\",\"ageDays\":1.50}],\"closures\":[{\"by\":\"" + key
                + "\",\"question\":\"Does " + name + " stay?\",\"decided\":\"Let " + name + " stay\"}]}",
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
                Set.of(), Map.of("leads", Set.of(key)), Map.of(), List.of(), List.of(),
                IssueRecords.of(List.of(new Hypothesis(1, name + " knows", "Ask " + name, Hypothesis.Exposure.NORMAL,
                        Hypothesis.State.VALIDATED, name + " does", Optional.of(key), LocalDate.of(2026, 11, 18)))),
                List.of(), List.of(), List.of(), List.of(), ApprovedScope.NOT_APPROVED, Map.of(key, person));
    }
}
