package org.decisiongates.store;

import static org.decisiongates.fixture.ChangeBuilder.aChange;
import static org.decisiongates.fixture.RecordedGates.aGateEvent;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import net.java.ao.DatabaseProvider;
import net.java.ao.DisposableDataSource;
import net.java.ao.db.H2DatabaseProvider;
import net.java.ao.db.HSQLDatabaseProvider;
import net.java.ao.db.MySQLDatabaseProvider;
import net.java.ao.db.OracleDatabaseProvider;
import net.java.ao.db.PostgreSQLDatabaseProvider;
import net.java.ao.db.SQLServerDatabaseProvider;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.approval.Delegation;
import org.decisiongates.audit.ErasedPerson;
import org.decisiongates.audit.GateSeal;
import org.decisiongates.audit.SealChain;
import org.decisiongates.digest.DigestSubscription;
import org.decisiongates.digest.DigestTime;
import org.decisiongates.fixture.Tree;
import org.decisiongates.health.JobRun;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.notification.NotificationChoice;
import org.decisiongates.notification.Notifications.Progress;
import org.decisiongates.policy.PolicyRevision;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.StoredPolicy;
import org.decisiongates.review.ThreadStepName;
import org.decisiongates.store.approval.AoApprovalRequests;
import org.decisiongates.store.approval.AoApprovalSteps;
import org.decisiongates.store.approval.AoApprovalStepsTest;
import org.decisiongates.store.approval.AoDelegations;
import org.decisiongates.store.approval.ApprovalRequestRow;
import org.decisiongates.store.approval.ApprovalStepRow;
import org.decisiongates.store.approval.DelegationRow;
import org.decisiongates.store.approval.SealedContentRow;
import org.decisiongates.store.audit.AoErasures;
import org.decisiongates.store.audit.AoGateSeals;
import org.decisiongates.store.audit.ErasureRow;
import org.decisiongates.store.audit.GateSealRow;
import org.decisiongates.store.debt.AoDebts;
import org.decisiongates.store.debt.AoDebtsTest;
import org.decisiongates.store.debt.IssueDebtRow;
import org.decisiongates.store.digest.AoDigestSubscriptions;
import org.decisiongates.store.digest.DigestClaimRow;
import org.decisiongates.store.digest.DigestRow;
import org.decisiongates.store.health.AoJobRuns;
import org.decisiongates.store.health.JobRunRow;
import org.decisiongates.store.impact.AoImpactLines;
import org.decisiongates.store.impact.AoImpactLinesTest;
import org.decisiongates.store.impact.ImpactLineRow;
import org.decisiongates.store.notification.AoApprovalReminders;
import org.decisiongates.store.notification.AoApprovalRemindersTest;
import org.decisiongates.store.notification.AoNotificationChoices;
import org.decisiongates.store.notification.AoNotifications;
import org.decisiongates.store.notification.AoNotificationsTest;
import org.decisiongates.store.notification.ApprovalReminderRow;
import org.decisiongates.store.notification.NotificationChoiceRow;
import org.decisiongates.store.notification.NotificationProgressRow;
import org.decisiongates.store.notification.NotificationRow;
import org.decisiongates.store.policy.AoPolicies;
import org.decisiongates.store.policy.PolicyVersionRow;
import org.decisiongates.store.record.AoRecords;
import org.decisiongates.store.record.AoRecordsTest;
import org.decisiongates.store.record.RecordRow;
import org.decisiongates.store.review.AoReviewThreads;
import org.decisiongates.store.review.AoReviewThreadsTest;
import org.decisiongates.store.review.AoThreadStepFeed;
import org.decisiongates.store.review.ThreadStepRow;
import org.decisiongates.store.summary.AoSnapshots;
import org.decisiongates.store.summary.SnapshotRow;
import org.decisiongates.store.takeout.AoImportedIssues;
import org.decisiongates.store.takeout.ImportedIssueRow;
import org.decisiongates.store.task.AoTasks;
import org.decisiongates.store.task.AoTasksTest;
import org.decisiongates.store.task.BackgroundTaskRow;
import org.decisiongates.store.task.TaskResultChunkRow;
import org.decisiongates.store.timeline.AoChanges;
import org.decisiongates.store.timeline.AoGateEvents;
import org.decisiongates.store.timeline.ChangeRow;
import org.decisiongates.store.timeline.GateEventRow;
import org.decisiongates.store.waiver.AoWaivers;
import org.decisiongates.store.waiver.AoWaiversTest;
import org.decisiongates.store.waiver.WaiverStepRow;
import org.decisiongates.summary.SealedSnapshot;
import org.decisiongates.time.Period;
import org.decisiongates.time.Week;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.GateFilter;
import org.decisiongates.timeline.Page;

/**
 * Everything the store asks, as Active Objects would send it to each database that it knows. No database is there: a connection that writes
 * down what is prepared, and finds nothing, stands for it.
 */
@RunWith(Parameterized.class)
public class StoreQueriesTest {

    private static final String ORIGIN = "an issue of another instance";

    private static final int MAX_IDENTIFIER_LENGTH = 30;
    private static final Pattern NAMES = Pattern.compile("[\"`\\[]?\\b[A-Z_][A-Z0-9_]*\\b[\"`\\]]?");
    private static final Set<String> COLUMNS = columns(ChangeRow.class, ErasureRow.class, GateSealRow.class, GateEventRow.class,
            ImpactLineRow.class, SnapshotRow.class,
            PolicyVersionRow.class, WaiverStepRow.class, ThreadStepRow.class, ApprovalStepRow.class, SealedContentRow.class,
            DelegationRow.class, ApprovalRequestRow.class,
            IssueDebtRow.class, DigestRow.class, DigestClaimRow.class, NotificationRow.class, NotificationProgressRow.class,
            NotificationChoiceRow.class, ApprovalReminderRow.class,
            RecordRow.class,
            BackgroundTaskRow.class,
            TaskResultChunkRow.class, JobRunRow.class, ImportedIssueRow.class);

    private final Database database;

    public StoreQueriesTest(Database database) {
        this.database = database;
    }

    /**
     * What tells the databases apart here: the quote their driver reports, and whether Active Objects quotes every name or reserved ones
     * only.
     */
    private enum Database {
        POSTGRESQL("\"", true, source -> new PostgreSQLDatabaseProvider(source, "public")),
        MYSQL("`", false, MySQLDatabaseProvider::new),
        ORACLE("\"", true, source -> new OracleDatabaseProvider(source, "JIRA")),
        SQL_SERVER("\"", false, source -> new SQLServerDatabaseProvider(source, "dbo")),
        H2("\"", false, source -> new H2DatabaseProvider(source, "PUBLIC")),
        HSQLDB("\"", false, source -> new HSQLDatabaseProvider(source, "PUBLIC"));

        private final String quote;
        private final boolean quotesEveryName;
        private final Function<DisposableDataSource, DatabaseProvider> provider;

        Database(String quote, boolean quotesEveryName, Function<DisposableDataSource, DatabaseProvider> provider) {
            this.quote = quote;
            this.quotesEveryName = quotesEveryName;
            this.provider = provider;
        }
    }

    @Parameters(name = "{0}")
    public static Database[] databases() {
        return Database.values();
    }

    @Test
    public void namesEveryColumnInTheWayOfTheDatabase() {
        Map<String, String> written = new TreeMap<>();
        for (String sql : everythingSent()) {
            for (String name : NAMES.matcher(sql).results().map(MatchResult::group).toList()) {
                String bare = name.replaceAll("[\"`\\[\\]]", "");
                if (COLUMNS.contains(bare)) {
                    assertTrue(sql, name.equals(database.quote + bare + database.quote) || !database.quotesEveryName && name.equals(bare));
                    // a reserved word is quoted wherever it stands
                    assertEquals(sql, written.getOrDefault(bare, name), name);
                    written.put(bare, name);
                }
            }
            String foreign = database.quote.equals("`") ? "\"" : "`";
            assertTrue(sql, !sql.contains(foreign) && !sql.contains("'") && !sql.contains("["));
        }
        assertEquals("columns that no statement names", Set.of(), difference(COLUMNS, written.keySet()));
    }

    @Test
    public void bindsEveryValueAndKeepsNamesShort() {
        for (String sql : everythingSent()) {
            assertTrue(sql, NAMES.matcher(sql).results().map(MatchResult::group).map(name -> name.replaceAll("[\"`\\[\\]]", ""))
                    .noneMatch(name -> name.length() > MAX_IDENTIFIER_LENGTH));
            assertTrue("a value in the text of " + sql,
                    sql.replaceAll("\\b(LIMIT|TOP|ROWNUM <=?|FETCH FIRST) *\\d+( \\d+)?", "").replaceAll("[A-Z_][A-Z0-9_]*", "")
                            .chars().noneMatch(Character::isDigit));
        }
    }

    @Test
    public void asksEveryQuestionThatTheSourceHolds() {
        Set<String> asked = new TreeSet<>();
        ask(AoRecorder.of(asked));
        // AoTableSizes asks every table the same, and has a test of its own
        List<String> sources = Tree.files(Tree.ROOT.resolve("src/main/java/org/decisiongates/store"), ".java").stream()
                .filter(file -> !file.endsWith("AoTableSizes.java")).map(Tree::text).toList();
        // what stands in the base is asked of the rows of each that extends it
        int stepTables = (int) sources.stream().filter(source -> source.contains("RawEntity<Long>, StepColumns {")).count();
        int heirs = (int) sources.stream().filter(source -> source.contains("extends JournalledRows<")).count();
        int written = 0;
        for (String source : sources) {
            int selects = (int) Pattern.compile("Query\\.select\\(|new ErasableTable<>\\(").matcher(source).results().count();
            written += source.contains("abstract class JournalledRows<") ? selects * heirs
                    : source.contains("interface StepColumns {") ? selects * stepTables
                    : selects;
        }
        assertEquals("the one of ErasableTable is asked of each table: " + asked, written - 1, asked.size());
    }

    private List<String> everythingSent() {
        AoFixture fixture = new AoFixture(database.provider, this::nowhere);
        ask(fixture.ao());
        // the number of a row is drawn by the library
        List<String> sent = fixture.statements.stream().filter(sql -> !sql.startsWith("SELECT NEXTVAL")).toList();
        assertTrue(sent.toString(), sent.stream().filter(sql -> sql.startsWith("SELECT")).count() >= 12);
        return sent;
    }

    /** Every question once; what goes wrong because nothing is found is of no interest. */
    private static void ask(com.atlassian.activeobjects.external.ActiveObjects ao) {
        AoChanges changes = new AoChanges(ao);
        AoGateEvents journal = new AoGateEvents(ao);
        AoGateSeals seals = new AoGateSeals(ao);
        AoErasures erasures = new AoErasures(ao, List.of());
        AoSnapshots snapshots = new AoSnapshots(ao);
        AoImpactLines lines = new AoImpactLines(ao);
        AoPolicies policies = new AoPolicies(ao);
        AoWaivers waivers = new AoWaivers(ao);
        AoReviewThreads threads = new AoReviewThreads(ao);
        AoApprovalSteps approvals = new AoApprovalSteps(ao, erasures);
        AoApprovalRequests requests = new AoApprovalRequests(ao);
        AoDelegations delegations = new AoDelegations(ao);
        AoDebts debts = new AoDebts(ao);
        AoDigestSubscriptions digests = new AoDigestSubscriptions(ao);
        AoNotifications notifications = new AoNotifications(ao);
        AoNotificationChoices choices = new AoNotificationChoices(ao);
        AoApprovalReminders reminders = new AoApprovalReminders(ao);
        AoThreadStepFeed log = new AoThreadStepFeed(ao);
        AoRecords records = new AoRecords(ao);
        AoTasks tasks = new AoTasks(ao);
        AoJobRuns runs = new AoJobRuns(ao);
        AoImportedIssues imported = new AoImportedIssues(ao);
        List<Long> some = List.of(1L, 2L, 3L);
        Instant now = Instant.parse("2026-11-22T09:00:00Z");
        LocalDate today = LocalDate.parse("2026-11-22");
        Change change = aChange().issue(1, "RISK-1").in(2).group("3").item(Change.Item.LINK).subject("4").from("before").to("after").at(now)
                .change();
        List<Runnable> questions = new ArrayList<>(List.of(() -> changes.append(change), () -> changes.known(some),
                () -> changes.ofProjects(some, Page.Position.START, 10), () -> changes.ofIssues(some, 10), () -> changes.newest(some),
                () -> journal.append(aGateEvent().in(2).refusedBy("has-owner").at(now).event()),
                () -> journal.ofProject(1, 2, 10),
                () -> journal.ofProjects(some, Period.of(Week.of(now, ZoneOffset.UTC), ZoneOffset.UTC, now), Page.Position.START, 10),
                () -> journal.ofIssues(some, now, now, Page.Position.START, 10),
                () -> journal.find(new GateFilter(Optional.of(1L), now, now, Optional.of("a"), Optional.of("b"), Optional.empty(),
                        Optional.of("c"), Optional.of(GateEvent.Outcome.REFUSED), Optional.of("d")), Page.Position.START, 10),
                () -> seals.of(some), () -> seals.append(new GateSeal(1, "i1-1", "p1-1", now, "a", "b")), seals::newestSealed,
                seals::unsealed,
                () -> seals.entries(1, 10), () -> seals.sealed(1, 2), () -> seals.rows(some), () -> seals.newest(SealChain.ofProject(1)),
                () -> seals.after(SealChain.ofProject(1), 1, 10), () -> seals.atIssueLinks(List.of("a", "b", "c")),
                () -> seals.atProjectLinks(List.of("a", "b", "c")), () -> seals.onNewestEntries(SealChain.ofProject(1), 10),
                () -> seals.counts(SealChain.ofProject(1)),
                () -> erasures.erase(ErasedPerson.of("someone", List.of("Some One", "some.one@example.com")), "admin", now, 10),
                () -> erasures.named(List.of("a", "b", "c")), () -> erasures.latest(20),
                () -> snapshots.append(new SealedSnapshot("project:1", "2026-W46", now, true, "{}", "a", "b")),
                () -> snapshots.latest("project:1", "2026-W46", 5),
                policies::inForce, policies::state, () -> policies.version(new PolicyVersion("decision", 1)),
                () -> policies.history(Scope.GLOBAL, "decision"),
                () -> policies.append(new StoredPolicy(
                        new PolicyRevision(new PolicyVersion("decision", 1), false, "because", "lead", now), "{}")),
                () -> waivers.ofIssues(some), () -> waivers.issuesWithActive(Instant.EPOCH, 10),
                () -> waivers.around(some, OptionalLong.of(1), Instant.EPOCH), () -> debts.owedOf(some),
                () -> waivers.append(AoWaiversTest.WHOLE), () -> threads.ofIssues(some),
                () -> threads.disputedSince(some), () -> threads.progressOf(some),
                () -> threads.asked(some, OptionalLong.of(1)),
                () -> AoReviewThreadsTest.EVERY_COLUMN.forEach(step -> whatever(() -> threads.append(step))),
                () -> approvals.ofIssues(some), () -> approvals.contents(1, List.of("d", "e")),
                () -> approvals.append(AoApprovalStepsTest.WHOLE, Optional.of(AoApprovalStepsTest.CONTENT)),
                () -> approvals.append(AoApprovalStepsTest.REQUEST, Optional.empty()), () -> approvals.placesOf("a", 9, 10),
                () -> approvals.after(1, 2, 10),
                () -> requests.open(0, 10), () -> requests.all(0, 10), () -> requests.issuesIn(List.of(), 10),
                () -> requests.issuesIn(List.of(1L, 2L), 10),
                () -> requests.requestedAmong(List.of(1L, 2L)),
                () -> requests.openIn(List.of(), 10), () -> requests.openIn(List.of(1L, 2L), 10),
                () -> requests.update(List.of(new ApprovalRequests.Current(1, 2, true))), () -> requests.remove(1),
                () -> delegations.to("a", today), () -> delegations.by("a", today), () -> delegations.byAny(List.of("a", "b", "c"), today),
                () -> delegations.end(1, now),
                () -> delegations.add(new Delegation(0, "a", "b", today, today, Set.of(1L)), now),
                () -> debts.ofIssues(some), () -> debts.owedIn(1, 2, 3), () -> debts.owed(2, 3), () -> debts.put(AoDebtsTest.WHOLE),
                () -> debts.remove(1),
                () -> digests.ofPerson("a"), () -> digests.ofProject(1), () -> digests.of("a", 1), () -> digests.behind(1),
                () -> digests.put(new DigestSubscription(0, "a", 1, new DigestTime(DayOfWeek.MONDAY, 8), true, false)),
                () -> digests.remove("a", 1), () -> digests.claim(1, "2026-W48", now), () -> digests.release(1, "2026-W48"),
                () -> digests.claimed(some), () -> digests.forget(now),
                notifications::progress, () -> notifications.behind(1), () -> notifications.take(some), () -> notifications.forget(now),
                () -> notifications.store(new Progress(1, 2, now), List.of(), now),
                () -> notifications.store(new Progress(1, 2, now), AoNotificationsTest.EVERY_COLUMN, now),
                () -> choices.of(List.of("a", "b", "c")), () -> choices.put(NotificationChoice.usual("a")),
                () -> reminders.latest(some), () -> reminders.store(AoApprovalRemindersTest.EVERY_COLUMN, today),
                () -> reminders.forget(now),
                log::last, () -> log.behind(1), () -> log.ended(now, now), () -> log.authors(some),
                () -> log.named(List.of(new ThreadStepName(1, 1, 1), new ThreadStepName(1, 1, 2), new ThreadStepName(1, 1, 3))),
                () -> tasks.add(AoTasksTest.WAITING), () -> tasks.find("a", now), () -> tasks.underWay("a", "b", now),
                () -> tasks.result("a"), () -> tasks.keep("a", 0, "x"), () -> tasks.part("a", 0), () -> tasks.parts("a"),
                () -> tasks.silentSince(now), () -> tasks.lostSince(now, now), () -> tasks.ofKind("b", now, now),
                () -> tasks.room("a"), () -> tasks.remove("a"), runs::all,
                () -> runs.put(JobRun.failed("a", "b", now, Duration.ZERO, "c")),
                () -> runs.put(JobRun.succeeded("a", "b", now, Duration.ZERO)),
                () -> imported.find(ORIGIN), () -> imported.begin(ORIGIN, now), () -> imported.isImported(1),
                () -> lines.ofIssue(1), () -> lines.ofIssues(some), () -> lines.history(1),
                () -> lines.add(new ChangeContext(1, "RISK-1", 2, Change.Kind.DECISION, "lead", now),
                        AoImpactLinesTest.WHOLE),
                () -> lines.newest(10), () -> records.newest(10), () -> records.ofIssue(1), () -> records.ofIssues(some),
                () -> records.history(1),
                () -> records.issuesWith(IssueRecord.Kind.RISK, List.of("OPEN"), 10), () -> records.unmitigated(some),
                () -> AoRecordsTest.EVERY_PART.forEach(row -> whatever(
                        () -> records.add(new ChangeContext(1, "RISK-1", 2, Change.Kind.DECISION, "lead", now), row)))));
        questions.forEach(StoreQueriesTest::whatever);
    }

    private static void whatever(Runnable question) {
        try {
            question.run();
        } catch (RuntimeException e) {
            assertTrue(e.toString(), e.getMessage() == null || !e.getMessage().contains("IN ("));
        }
    }

    private Connection nowhere() {
        Map<String, Object> says = new LinkedHashMap<>(
                Map.of("getIdentifierQuoteString", database.quote, "getSQLKeywords", "", "getDatabaseProductVersion", "1",
                        "getDatabaseProductName", database.name(), "storesUpperCaseIdentifiers", true));
        DatabaseMetaData about = stand(DatabaseMetaData.class, says);
        ResultSet nothing = stand(ResultSet.class, Map.of());
        PreparedStatement statement = stand(PreparedStatement.class,
                Map.of("executeQuery", nothing, "getGeneratedKeys", nothing, "getResultSet", nothing));
        return stand(Connection.class,
                Map.of("getMetaData", about, "prepareStatement", statement, "prepareCall", statement, "createStatement", statement));
    }

    private static <T> T stand(Class<T> type, Map<String, Object> answers) {
        return type
                .cast(Proxy.newProxyInstance(StoreQueriesTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object answer = answers.get(method.getName());
                    Class<?> result = method.getReturnType();
                    if (result.isInstance(answer) || result == boolean.class && answer != null) {
                        return answer;
                    }
                    return result == boolean.class ? (Object) false : result == int.class ? (Object) 0
                            : result == long.class ? (Object) 0L
                            : null;
                }));
    }

    private static Set<String> difference(Set<String> all, Set<String> without) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    private static Set<String> columns(Class<?>... rows) {
        Set<String> names = new TreeSet<>();
        for (Class<?> row : rows) {
            for (Field field : row.getFields()) {
                if (field.getType() == String.class && !field.getName().equals("TABLE")) {
                    try {
                        names.add((String) field.get(null));
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                }
            }
        }
        return names;
    }
}
