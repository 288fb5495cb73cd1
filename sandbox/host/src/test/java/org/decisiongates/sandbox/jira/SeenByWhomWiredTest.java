package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.ChangeItemRow;
import org.decisiongates.sandbox.jira.model.ChangeRow;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Levels;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.web.Browser;
import org.junit.ClassRule;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.MethodSorters;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * Issues under a security level that only {@code lead} is granted, and one that was moved out of sight after its weeks were frozen: their
 * titles, owners, fallbacks and impact lines hold a marker that nobody else may read anywhere, and every number that others are told is
 * the number that {@code lead} is told of the other issues.
 */
@RunWith(Parameterized.class)
@FixMethodOrder(MethodSorters.NAME_ASCENDING) // a project that was found to be large once stays so for its node
public class SeenByWhomWiredTest {

    private static final String REST = "/rest/decision-gates/1.0/";
    private static final String SUMMARY = REST + "summary?";
    private static final String JOB = "org.decisiongates.decision-gates.close-weeks";
    private static final String LINK = "org.decisiongates.decision-gates:project-week-link";
    private static final String MARKER = "xq7marker";
    private static final String SHOP = "project=SHOP";
    private static final String LINE = "{'metric':'" + MARKER + " %s','unit':'" + MARKER + "','direction':'up','baseline':'3','expected':'%s','confidence':'0.5','check':'2026-01-02'}";
    /** Who must not learn anything; null is nobody logged in. */
    private static final List<String> OTHERS = java.util.Arrays.asList("reader", "auditor", "stakeholder", "owner", "admin", "outsider", null);
    private static final List<String> BROWSERS = List.of("reader", "stakeholder", "owner", "admin");
    private static final List<String> TRIMMED = List.of("questions", "blockers", "decisions", "owners", "movement", "closures", "reopened", "gates", "figures", "asks");
    /** Of a week that is over a query has the lists of now. */
    private static final List<String> PAST = List.of("questions", "movement", "closures", "reopened", "gates", "figures");

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    /** What is hidden under the level: ids by key. */
    private static final Map<String, Long> LEVELLED = new LinkedHashMap<>();
    /** Keys, old ones and new ones, that only {@code lead} may read. */
    private static final Set<String> KEYS = new LinkedHashSet<>();

    private static WiredJira wired;
    /** What is moved: keys before and after, an issue with impact lines and one that only stands behind numbers. */
    private static final Map<String, String> MOVED = new LinkedHashMap<>();

    public SeenByWhomWiredTest(Options.Database database) {
        BOXES.on(database, () -> start(database));
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    private static void start(Options.Database database) throws Exception {
        LEVELLED.clear();
        KEYS.clear();
        MOVED.clear();
        wired = WiredJira.start(BOXES, database);
        wired.jira.users().create("shadow", "Shadow " + MARKER, "shadow@example.com", "shadow");
        wired.jira.users().join("shadow", "storefront-team");
        long scheme = wired.jira.levels().createScheme("Levels");
        wired.jira.levels().create(scheme, "Few", List.of("storefront-leads"));
        wired.jira.levels().useScheme(project("SHOP"), scheme);
        JsonNode now = wired.get("lead", SUMMARY + SHOP).json();
        JsonNode last = wired.get("lead", SUMMARY + SHOP + "&week=last").json();
        hideLater("/closures", now);
        hideLater("/reopened", now);
        hideLater("/closures", last);
        hideLater("/reopened", last);
        hideLater("/decisions", now);
        hideLater("/blockers", now);
        create("Blocker");
        create("Decision");
        String moved = List.of("SHOP-12", "SHOP-16", "SHOP-15", "SHOP-13", "SHOP-5", "SHOP-7").stream().filter(key -> !LEVELLED.containsKey(key)).findFirst().orElseThrow();
        mark(moved);
        String behind = behind(last, moved);
        mark(behind);
        KEYS.addAll(List.of(moved, behind));
        estimate(moved, "moved");
        for (String key : LEVELLED.keySet()) {
            estimate(key, "levelled");
        }
        age();
        estimate(moved, "moved, this week");
        assertFalse("a gate that refuses", wired.jira.issues().transition("lead", id(moved), 11, new IssueInput()).done()
                && wired.jira.issues().transition("lead", id(moved), 31, new IssueInput()).done());
        freezeAnew();
        assertTrue("the frozen week knows them", wired.get("lead", SUMMARY + SHOP + "&week=last").body().contains(MARKER));
        assertTrue("and until they are hidden, everybody does", wired.get("reader", SUMMARY + SHOP).body().contains(MARKER));
        for (long id : LEVELLED.values()) {
            wired.jira.issues().transition("lead", id, 11, new IssueInput());
            hide(id);
        }
        wired.call("admin", "POST", REST + "projects/RISK/enable", WiredJira.JSON, "{}");
        for (String key : List.of(moved, behind)) {
            IssueRow row = wired.jira.issues().byKey(key).orElseThrow();
            Outcome gone = wired.jira.issues().move("lead", row.id(), project("RISK"), row.issueTypeId());
            assertTrue(gone.toString(), gone.done());
            MOVED.put(key, gone.issue().orElseThrow().key());
            KEYS.add(MOVED.get(key));
        }
    }

    /** A key that a number of the week rests on, and no list of it names. */
    private static String behind(JsonNode week, String other) {
        List<String> listed = List.of("closures", "reopened", "blockers", "decisions").stream().flatMap(name -> week.at("/" + name + "/rows").findValuesAsText("key").stream()).toList();
        for (JsonNode figure : week.at("/figures/rows")) {
            for (JsonNode key : figure.at("/issues")) {
                if (!listed.contains(key.asText()) && !LEVELLED.containsKey(key.asText()) && !key.asText().equals(other)) {
                    return key.asText();
                }
            }
        }
        throw new AssertionError("no number rests on an issue that is not listed: " + week.get("figures"));
    }

    @Test
    public void nobodyElseReadsAnythingOfWhatIsHidden() throws Exception {
        for (String who : OTHERS) {
            for (String question : questions()) {
                clean(who, question, wired.get(who, SUMMARY + question).body());
                clean(who, question + " in a batch", wired.get(who, REST + "summary/batch?q=" + encoded(question) + "&q=" + encoded(SHOP)).body());
            }
            for (String week : List.of("", "&week=" + week(0), "&week=" + week(1), "&week=" + week(2))) {
                if (who != null) {
                    Browser browser = Browser.as(wired.box.baseUrl(), who);
                    browser.open("/projects/SHOP?selectedItem=" + LINK + week);
                    clean(who, "the page" + week, browser.page.html());
                }
            }
        }
        Browser browser = Browser.as(wired.box.baseUrl(), "lead");
        browser.open("/projects/SHOP?selectedItem=" + LINK);
        assertTrue("lead reads it on the page", browser.page.html().contains(MARKER));
    }

    @Test
    public void theJournalOfGatesTellsNobodyOfIssuesThatAreHidden() throws Exception {
        JsonNode all = wired.get("lead", REST + "journal?" + SHOP + "&limit=200").json();
        assertEquals(0, all.get("hidden").asInt());
        List<Long> levelled = new ArrayList<>(LEVELLED.values());
        long about = count(all, levelled);
        assertTrue("gates were asked about what is hidden", about > 0);
        // an administrator of Jira is not granted the level
        JsonNode told = wired.get("admin", REST + "journal?" + SHOP + "&limit=200").json();
        assertEquals(0, count(told, levelled));
        assertEquals(about, told.get("hidden").asLong());
        assertEquals(all.get("entries").size(), told.get("entries").size() + told.get("hidden").asInt());
        assertEquals(all.get("next"), told.get("next"));
    }

    private static long count(JsonNode journal, List<Long> issues) {
        return journal.get("entries").findValues("issueId").stream().filter(id -> issues.contains(id.asLong())).count();
    }

    @Test
    public void impactLinesOfHiddenIssuesAreThoseOfIssuesThatAreNotThere() throws Exception {
        for (String who : OTHERS) {
            // an administrator browses the project that the one issue was moved to
            for (String key : who != null && who.equals("admin") ? LEVELLED.keySet() : KEYS) {
                for (String reading : List.of("", "/history", "/panel")) {
                    Reply hidden = wired.get(who, REST + "issue/" + key + "/impact-lines" + reading);
                    Reply none = wired.get(who, REST + "issue/SHOP-99999/impact-lines" + reading);
                    assertEquals(key + reading + " by " + who, none.body(), hidden.body().replace(key, "SHOP-99999"));
                    assertEquals(key + reading + " by " + who, who == null ? 401 : 404, hidden.status());
                }
            }
        }
    }

    @Test
    public void everyNumberOthersAreToldIsTheNumberOfWhatTheySee() throws Exception {
        for (String who : BROWSERS) {
            JsonNode told = assertSameNow(who + ", now", () -> model("current"), () -> wired.get(who, SUMMARY + SHOP).json());
            assertTrue(who, told.at("/frame/partial").asBoolean());
            assertEquals(who, wired.jira.search().count(who, "project = SHOP and issuetype = Blocker and status in (Open, Resolving, Escalated)"), told.at("/blockers/total").asLong());
            JsonNode frozen = wired.get(who, SUMMARY + SHOP + "&week=last").json();
            assertFalse(who, frozen.at("/frame/frozenAt").isMissingNode());
            assertTrue(who, frozen.at("/frame/partial").asBoolean());
            assertSame(who + ", last week", model("last"), frozen, PAST);
        }
        assertNotEquals("the hidden ones count for lead", model("current").get("figures"), wired.get("lead", SUMMARY + SHOP).json().get("figures"));
    }

    @Test
    public void othersAreToldHowMuchWasOpenOfWhatTheySeeInAWeekReckonedFromHistory() throws Exception {
        for (String who : BROWSERS) {
            JsonNode told = wired.get(who, SUMMARY + SHOP + "&week=last").json();
            assertTrue(who, told.at("/frame/rebuilt").asBoolean());
            assertEquals(who, openLastWeek(who, "Blocker", Set.of("Open", "Resolving", "Escalated")), told.at("/blockers/total").asLong());
            long decisions = openLastWeek(who, "Decision", Set.of("Draft", "In review"));
            assertEquals(who, decisions, told.at("/decisions/total").asLong());
            assertEquals(who, decisions, OpenModel.owners(told).values().stream().mapToLong(OpenModel.Held::open).sum());
            assertTrue("lead is told of more", decisions > 0 && wired.get("lead", SUMMARY + SHOP + "&week=last").json().at("/decisions/total").asLong() > decisions);
        }
    }

    /** How many issues that one may see were in one of these statuses when the week ended. */
    private static long openLastWeek(String who, String type, Set<String> statuses) {
        Instant end = LocalDate.now(wired.jira.clock()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay(wired.jira.clock().getZone()).toInstant();
        return wired.jira.issues().idsOf(project("SHOP")).stream().flatMap(id -> wired.jira.issues().visible(who, String.valueOf(id)).stream())
                .filter(issue -> issue.issueTypeId().equals(wired.type(type)) && issue.created().isBefore(end))
                .filter(issue -> statuses.contains(wired.jira.history().of(issue.id()).stream().filter(group -> !group.at().isBefore(end))
                        .sorted(java.util.Comparator.comparing(ChangeRow::at).thenComparing(ChangeRow::id)).flatMap(group -> group.items().stream())
                        .filter(item -> item.field().equals("status")).map(ChangeItemRow::fromText).findFirst().orElseGet(() -> wired.status(issue)))).count();
    }

    @Test
    public void whoMissesOnlyWhatWasMovedAwayIsToldNumbersWithoutIt() throws Exception {
        List<Long> levelled = new ArrayList<>(LEVELLED.values());
        levelled.forEach(id -> setLevel(id, ""));
        try {
            for (String question : List.of(SHOP, SHOP + "&week=last", SHOP + "&week=" + week(2))) {
                String body = wired.get("reader", SUMMARY + question).body();
                List<String> hidden = new ArrayList<>(List.of(MARKER + " moved"));
                MOVED.forEach((from, to) -> hidden.addAll(List.of(from, to)));
                hidden.forEach(one -> assertFalse(question + " tells of " + one + ": " + body, body.matches("(?s).*\\b" + one + "\\b.*")));
            }
            String all = wired.get("lead", SUMMARY + "jql=" + encoded("project = SHOP")).body();
            assertTrue(all.contains(MARKER));
            JsonNode told = assertSameNow("now", () -> wired.get("lead", SUMMARY + "jql=" + encoded("project = SHOP")).json(),
                    () -> wired.get("reader", SUMMARY + SHOP).json());
            assertTrue(told.at("/frame/partial").asBoolean());
            assertSame("last week", wired.get("lead", SUMMARY + "week=last&jql=" + encoded("project = SHOP")).json(),
                    wired.get("reader", SUMMARY + SHOP + "&week=last").json(), PAST);
        } finally {
            levelled.forEach(SeenByWhomWiredTest::hide);
        }
    }

    @Test
    public void whoMissesOnlyWhatWasMovedOutOfALargeProjectIsToldNumbersWithoutIt() throws Exception {
        List<Long> levelled = new ArrayList<>(LEVELLED.values());
        levelled.forEach(id -> setLevel(id, ""));
        // more than is folded while somebody waits, of issues that no number is about
        wired.box.box().jdbc().sql("insert into \"" + table("ISSUE_CHANGE") + "\" (\"CHANGE_KEY\", \"ISSUE_ID\", \"ISSUE_KEY\", \"PROJECT_ID\", \"ISSUE_KIND\", \"GROUP_NAME\", \"ITEM\","
                + " \"AT_MILLIS\") select 'many-' || x, 9000000 + x, 'SHOP-' || (9000000 + x), ?, 'GATED', '0', 'PHASE', 1 from"
                + " (select row_number() over () x from jira_change_item one, jira_change_item other fetch first 5001 rows only) numbers").param(project("SHOP")).update();
        try {
            for (String week : List.of("current", "last")) {
                JsonNode all = wired.get("lead", SUMMARY + "week=" + week + "&jql=" + encoded("project = SHOP")).json();
                JsonNode told = reckoned("reader", SHOP + "&week=" + week);
                assertTrue(week, told.at("/frame/partial").asBoolean());
                MOVED.forEach((from, to) -> assertFalse(week + " tells of " + from, told.toString().matches("(?s).*\\b(" + from + "|" + to + ")\\b.*")));
                assertSame("a large project, " + week, all, told, List.of("movement", "closures", "reopened", "gates"));
                assertEquals(week, values(all), values(told));
                assertNotEquals("they count for lead", values(told), values(reckoned("lead", SHOP + "&week=" + week)));
            }
        } finally {
            wired.box.box().jdbc().sql("delete from \"" + table("ISSUE_CHANGE") + "\" where \"ISSUE_ID\" > 9000000").update();
            levelled.forEach(SeenByWhomWiredTest::hide);
        }
    }

    /** The week once the numbers are there. */
    private static JsonNode reckoned(String who, String question) throws Exception {
        JsonNode told = wired.get(who, SUMMARY + question).json();
        for (int i = 0; i < 300 && !told.at("/frame/numbers").asText().equals("current"); i++) {
            Thread.sleep(200);
            told = wired.get(who, SUMMARY + question).json();
        }
        assertEquals(question + " by " + who, "current", told.at("/frame/numbers").asText());
        return told;
    }

    /** What figures come to, and what they rest on. */
    private static List<String> values(JsonNode summary) {
        List<String> values = new ArrayList<>();
        summary.at("/figures/rows").forEach(figure -> values.add(figure.path("metric").asText() + " " + figure.path("value").asText() + " of " + figure.path("sample").asLong()
                + " " + figure.path("issues") + " of " + figure.path("issueTotal").asLong()));
        return values;
    }

    @Test
    public void aLevelThatChangesBetweenTwoReadsCountsAtOnce() throws Exception {
        IssueRow issue = create("Blocker");
        String key = issue.key();
        try {
            assertTrue(wired.get("reader", SUMMARY + SHOP).body().contains(MARKER));
            for (int i = 0; i < 5; i++) {
                HttpResponse<String> open = ask("reader", SHOP, "");
                assertTrue(open.body(), open.body().contains(key));
                hide(issue.id());
                HttpResponse<String> hidden = ask("reader", SHOP, open.headers().firstValue("ETag").orElseThrow());
                assertEquals(200, hidden.statusCode());
                clean("reader", "at once", hidden.body());
                setLevel(issue.id(), "");
                HttpResponse<String> again = ask("reader", SHOP, hidden.headers().firstValue("ETag").orElseThrow());
                assertEquals(200, again.statusCode());
                assertTrue(again.body().contains(key));
            }
        } finally {
            hide(issue.id());
        }
    }

    @Test
    public void noTagOfAnotherReaderIsConfirmed() throws Exception {
        for (String question : List.of(SHOP, SHOP + "&week=last", "jql=" + encoded("project in (SHOP, RISK)"))) {
            String tag = ask("lead", question, "").headers().firstValue("ETag").orElseThrow();
            assertEquals("its own reader's", 304, ask("lead", question, tag).statusCode());
            for (String who : OTHERS) {
                HttpResponse<String> reply = ask(who, question, tag);
                assertNotEquals(question + " by " + who, 304, reply.statusCode());
                clean(who, question + " with another's tag", reply.body());
                assertTrue(question + " by " + who, who == null || reply.headers().firstValue("Cache-Control").orElse("").matches(".*(private|no-store).*"));
            }
        }
        assertEquals("a star confirms nothing of a project that one may not browse", 404, ask("outsider", SHOP, "*").statusCode());
        assertEquals(401, ask(null, SHOP, "*").statusCode());
    }

    @Test
    public void aQueryNamesNoDifferenceBetweenHiddenAndMissing() throws Exception {
        for (String key : KEYS) {
            for (String who : List.of("reader", "owner", "outsider")) {
                for (String query : List.of("key = %s", "issue in (%s)", "key >= %s", "key = %s or project = SHOP")) {
                    Reply hidden = wired.get(who, SUMMARY + "jql=" + encoded(query.formatted(key)));
                    String none = key.replaceAll("[0-9]+", "98765");
                    Reply missing = wired.get(who, SUMMARY + "jql=" + encoded(query.formatted(none)));
                    if (!query.contains(">=")) {
                        assertEquals(query + " " + key + " by " + who, timeless(missing).replace(none, "?"), timeless(hidden).replace(key, "?"));
                    }
                    assertFalse(hidden.body(), hidden.body().contains(MARKER));
                    assertEquals(missing.status(), hidden.status());
                }
            }
        }
    }

    private static String timeless(Reply reply) {
        return reply.body().replaceAll("\"asOf\":\"[^\"]*\"", "");
    }

    /** What lead is told of everything that everybody in the project sees. */
    private static JsonNode model(String week) throws Exception {
        return wired.get("lead", SUMMARY + "week=" + week + "&jql=" + encoded("project = SHOP and level is EMPTY")).json();
    }

    /** Ages grow while one asks: where one is rounded up between two answers, both are asked again. Answers what was told. */
    private static JsonNode assertSameNow(String when, Callable<JsonNode> model, Callable<JsonNode> told) throws Exception {
        JsonNode wanted = model.call();
        JsonNode answer = told.call();
        for (int i = 0; i < 3 && TRIMMED.stream().anyMatch(differs(wanted, answer)); i++) {
            wanted = model.call();
            answer = told.call();
        }
        assertSame(when, wanted, answer, TRIMMED);
        return answer;
    }

    private static Predicate<String> differs(JsonNode one, JsonNode other) {
        return section -> !one.get(section).equals(other.get(section));
    }

    private static void assertSame(String when, JsonNode model, JsonNode told, List<String> sections) {
        for (String section : sections) {
            assertEquals(when + ": " + section, model.get(section).toPrettyString(), told.get(section).toPrettyString());
        }
    }

    private static List<String> questions() {
        List<String> all = new ArrayList<>(List.of(SHOP, SHOP + "&week=last", SHOP + "&week=" + week(0), SHOP + "&week=" + week(1), SHOP + "&week=" + week(2),
                "project=RISK"));
        for (String query : List.of("project = SHOP", "project in (SHOP, OPS)", "order by key", "summary ~ \"" + "marker" + "\"", "resolution is EMPTY")) {
            all.add("jql=" + encoded(query));
            all.add("week=last&jql=" + encoded(query));
        }
        return all;
    }

    /** Holds neither the marker nor a key; of the project it was moved to an administrator may read. */
    private static void clean(String who, String where, String body) {
        boolean seesRisk = who != null && who.equals("admin");
        for (String key : KEYS) {
            if (!seesRisk || LEVELLED.containsKey(key)) {
                assertFalse(where + " tells " + who + " of " + key + ": " + body, body.matches("(?s).*\\b" + key + "\\b.*"));
            }
        }
        if (!seesRisk || where.contains("SHOP") && !where.contains("SHOP%2C") || where.contains("page")) {
            int at = body.indexOf(MARKER);
            assertTrue(where + " tells " + who + ": " + (at < 0 ? "" : body.substring(Math.max(0, at - 200), Math.min(body.length(), at + 100))), at < 0);
        }
    }

    private static void hideLater(String section, JsonNode summary) {
        for (JsonNode row : summary.at(section + "/rows")) {
            String key = row.get("key").asText();
            if (!LEVELLED.containsKey(key)) {
                mark(key);
                LEVELLED.put(key, id(key));
                KEYS.add(key);
                return;
            }
        }
    }

    private static void mark(String key) {
        // what is settled cannot be edited in Jira
        wired.box.box().jdbc().sql("update jira_issue set summary = ? where issue_key = ?").param(MARKER + " of " + "what was known").param(key).update();
    }

    private static IssueRow create(String type) {
        IssueInput input = new IssueInput().set("summary", MARKER + " as " + type).set("duedate", TestTime.today().plusDays(1).toString())
                .set(wired.field("Decision owner"), "shadow").offScreen(IssueInput.OffScreen.ACCEPTED);
        for (String field : List.of("Acceptance criteria", "Question and options", "Trade-offs", "Fallback plan", "Expected customer impact")) {
            input.set(wired.field(field), MARKER + " in " + field);
        }
        IssueRow row = wired.create("SHOP", type, input);
        LEVELLED.put(row.key(), row.id());
        KEYS.add(row.key());
        return row;
    }

    private static void estimate(String key, String metric) throws Exception {
        Reply reply = wired.post("lead", REST + "issue/" + key + "/impact-lines", LINE.formatted(metric, "4"));
        // what is settled has no lines any more
        assertTrue(key + ": " + reply.body(), reply.status() == 201 || reply.status() == 403);
    }

    private static void hide(long id) {
        setLevel(id, "Few");
    }

    private static void setLevel(long id, String level) {
        wired.box.box().jdbc().sql("delete from jira_issue_value where issue_id = ? and field_id = ?").param(id).param(Levels.FIELD).update();
        if (!level.isEmpty()) {
            wired.box.box().jdbc().sql("insert into jira_issue_value (issue_id, field_id, seq, text_value) values (?, ?, 0, ?)").param(id).param(Levels.FIELD)
                    .param(String.valueOf(wired.jira.levels().named(level).get(0).id())).update();
        }
    }

    /** What was estimated so far was estimated last week. */
    private static void age() {
        long then = TestTime.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(3).atStartOfDay(wired.jira.clock().getZone())
                .toInstant().toEpochMilli();
        wired.box.box().jdbc().sql("update \"" + table("ISSUE_CHANGE") + "\" set \"AT_MILLIS\" = ? where \"ITEM\" = 'IMPACT'").param(then).update();
    }

    private static void freezeAnew() throws Exception {
        wired.box.box().jdbc().sql("delete from \"" + table("WEEK_SNAPSHOT") + "\"").update();
        wired.box.box().jdbc().sql("update sandbox_job set next_run = 0 where id = ?").param(JOB).update();
        for (int i = 0; i < 300 && frozen() < 8; i++) {
            Thread.sleep(200);
        }
        assertEquals(8, frozen());
    }

    private static int frozen() {
        return wired.box.box().jdbc().sql("select count(*) from \"" + table("WEEK_SNAPSHOT") + "\" where \"SCOPE\" = ?").param("project:" + project("SHOP"))
                .query(Integer.class).single();
    }

    private static String table(String name) {
        return wired.box.box().jdbc().sql("select table_name from information_schema.tables where table_name like ?").param("AO%" + name).query(String.class).single();
    }

    private static long project(String key) {
        return wired.jira.projects().byKey(key).orElseThrow().id();
    }

    private static long id(String key) {
        return wired.jira.issues().byKey(key).orElseThrow().id();
    }

    private static String week(int ago) {
        LocalDate day = LocalDate.now(wired.jira.clock()).minusWeeks(ago);
        return String.format(Locale.ROOT, "%d-W%02d", day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static HttpResponse<String> ask(String user, String question, String tag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(wired.box.baseUrl() + SUMMARY + question));
        if (user != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8)));
        }
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
