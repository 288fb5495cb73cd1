package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.OrderWith;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.AnyOrder;
import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.ChangeItemRow;
import org.decisiongates.sandbox.jira.model.ChangeRow;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.web.Browser;

/**
 * Nobody reads anything of {@link SecuredIssues}, and every number that others get is the number that {@code lead} gets of the
 * other issues.
 */
@RunWith(Parameterized.class)
@OrderWith(AnyOrder.class)
public class SeenByWhomWiredTest {

    private static final String REST = "/rest/decision-gates/1.0/";
    private static final String SUMMARY = REST + "summary?";
    private static final String LINK = "org.decisiongates.decision-gates:project-week-link";
    private static final String SHOP = "project=SHOP";
    /** Who must not learn anything; null is nobody logged in. */
    private static final List<String> OTHERS = java.util.Arrays.asList("reader", "auditor", "stakeholder", "owner", "admin", "outsider",
            null);
    private static final List<String> BROWSERS = List.of("reader", "stakeholder", "owner", "admin");
    private static final List<String> TRIMMED = List.of("questions", "blockers", "decisions", "owners", "movement", "closures", "reopened",
            "gates", "figures", "asks", "debt", "waivers");
    /** Of a week that is over a query has the lists of now. */
    private static final List<String> PAST = List.of("questions", "movement", "closures", "reopened", "gates", "figures");

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static WiredJira wired;
    private static SecuredIssues secured;

    public SeenByWhomWiredTest(Options.Database database) {
        BOXES.on(database, () -> {
            wired = WiredJira.start(BOXES, database);
            secured = new SecuredIssues(wired);
        });
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @Test
    public void nobodyElseReadsAnythingOfWhatIsHidden() throws Exception {
        for (String who : OTHERS) {
            for (String question : questions()) {
                secured.assertHoldsNothing(who, question, wired.get(who, SUMMARY + question).body());
                secured.assertHoldsNothing(who, question + " in a batch",
                        wired.get(who, REST + "summary/batch?q=" + encoded(question) + "&q=" + encoded(SHOP)).body());
            }
            for (String week : List.of("", "&week=" + week(0), "&week=" + week(1), "&week=" + week(2))) {
                if (who != null) {
                    Browser browser = Browser.as(wired.box.baseUrl(), who);
                    browser.open("/projects/SHOP?selectedItem=" + LINK + week);
                    secured.assertHoldsNothing(who, "the page" + week, browser.page.html());
                }
            }
        }
        Browser browser = Browser.as(wired.box.baseUrl(), "lead");
        browser.open("/projects/SHOP?selectedItem=" + LINK);
        assertTrue("lead reads it on the page", browser.page.html().contains(SecuredIssues.MARKER));
    }

    @Test
    public void theJournalOfGatesShowsNobodyIssuesThatAreHidden() throws Exception {
        JsonNode all = wired.get("lead", REST + "journal?" + SHOP + "&limit=200").json();
        assertEquals(0, all.get("hidden").asInt());
        List<Long> levelled = new ArrayList<>(secured.levelled.values());
        long about = count(all, levelled);
        assertTrue("gates were asked about what is hidden", about > 0);
        // an administrator of Jira is not granted the level
        JsonNode response = wired.get("admin", REST + "journal?" + SHOP + "&limit=200").json();
        assertEquals(0, count(response, levelled));
        assertEquals(about, response.get("hidden").asLong());
        assertEquals(all.get("entries").size(), response.get("entries").size() + response.get("hidden").asInt());
        assertEquals(all.get("next"), response.get("next"));
    }

    private static long count(JsonNode journal, List<Long> issues) {
        return journal.get("entries").findValues("issueId").stream().filter(id -> issues.contains(id.asLong())).count();
    }

    @Test
    public void impactLinesOfHiddenIssuesAreThoseOfIssuesThatAreNotThere() throws Exception {
        for (String who : OTHERS) {
            // an administrator browses the project that the one issue was moved to
            for (String key : who != null && who.equals("admin") ? secured.levelled.keySet() : secured.keys) {
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
    public void everyNumberOthersGetIsTheNumberOfWhatTheySee() throws Exception {
        for (String who : BROWSERS) {
            JsonNode response = assertSameNow(who + ", now", () -> model("current"), () -> wired.get(who, SUMMARY + SHOP).json());
            assertTrue(who, response.at("/header/partial").asBoolean());
            assertEquals(who,
                    wired.jira.search().count(who, "project = SHOP and issuetype = Blocker and status in (Open, Resolving, Escalated)"),
                    response.at("/blockers/total").asLong());
            JsonNode frozen = wired.get(who, SUMMARY + SHOP + "&week=last").json();
            assertFalse(who, frozen.at("/header/frozenAt").isMissingNode());
            assertTrue(who, frozen.at("/header/partial").asBoolean());
            assertSame(who + ", last week", model("last"), frozen, PAST);
        }
        assertNotEquals("the hidden ones count for lead", model("current").get("figures"),
                wired.get("lead", SUMMARY + SHOP).json().get("figures"));
    }

    @Test
    public void othersGetHowMuchWasOpenOfWhatTheySeeInAWeekComputedFromHistory() throws Exception {
        for (String who : BROWSERS) {
            JsonNode response = wired.get(who, SUMMARY + SHOP + "&week=last").json();
            assertTrue(who, response.at("/header/rebuilt").asBoolean());
            assertEquals(who, openLastWeek(who, "Blocker", Set.of("Open", "Resolving", "Escalated")),
                    response.at("/blockers/total").asLong());
            long decisions = openLastWeek(who, "Decision", Set.of("Draft", "In review"));
            assertEquals(who, decisions, response.at("/decisions/total").asLong());
            assertEquals(who, decisions, OpenModel.owners(response).values().stream().mapToLong(OpenModel.Held::open).sum());
            assertTrue("lead is told of more",
                    decisions > 0 && wired.get("lead", SUMMARY + SHOP + "&week=last").json().at("/decisions/total").asLong() > decisions);
        }
    }

    /** How many issues that one may see were in one of these statuses when the week ended. */
    private static long openLastWeek(String who, String type, Set<String> statuses) {
        Instant end = LocalDate.now(wired.jira.clock()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(wired.jira.clock().getZone()).toInstant();
        return wired.jira.issues().idsOf(secured.project("SHOP")).stream()
                .flatMap(id -> wired.jira.issues().visible(who, String.valueOf(id)).stream())
                .filter(issue -> issue.issueTypeId().equals(wired.type(type)) && issue.created().isBefore(end))
                .filter(issue -> statuses.contains(wired.jira.history().of(issue.id()).stream().filter(group -> !group.at().isBefore(end))
                        .sorted(java.util.Comparator.comparing(ChangeRow::at).thenComparing(ChangeRow::id))
                        .flatMap(group -> group.items().stream())
                        .filter(item -> item.field().equals("status")).map(ChangeItemRow::fromText).findFirst()
                        .orElseGet(() -> wired.status(issue))))
                .count();
    }

    @Test
    public void whoMissesOnlyWhatWasMovedAwayGetsNumbersWithoutIt() throws Exception {
        List<Long> levelled = new ArrayList<>(secured.levelled.values());
        levelled.forEach(id -> secured.setLevel(id, ""));
        try {
            for (String question : List.of(SHOP, SHOP + "&week=last", SHOP + "&week=" + week(2))) {
                String body = wired.get("reader", SUMMARY + question).body();
                List<String> hidden = new ArrayList<>(List.of(SecuredIssues.MARKER + " moved"));
                secured.moved.forEach((from, to) -> hidden.addAll(List.of(from, to)));
                hidden.forEach(one -> assertFalse(question + " tells of " + one + ": " + body, body.matches("(?s).*\\b" + one + "\\b.*")));
            }
            String all = wired.get("lead", SUMMARY + "jql=" + encoded("project = SHOP")).body();
            assertTrue(all.contains(SecuredIssues.MARKER));
            JsonNode response = assertSameNow("now", () -> wired.get("lead", SUMMARY + "jql=" + encoded("project = SHOP")).json(),
                    () -> wired.get("reader", SUMMARY + SHOP).json());
            assertTrue(response.at("/header/partial").asBoolean());
            assertSame("last week", wired.get("lead", SUMMARY + "week=last&jql=" + encoded("project = SHOP")).json(),
                    wired.get("reader", SUMMARY + SHOP + "&week=last").json(), PAST);
        } finally {
            levelled.forEach(secured::hide);
        }
    }

    @Test
    public void whoMissesOnlyWhatWasMovedOutOfALargeProjectGetsNumbersWithoutIt() throws Exception {
        List<Long> levelled = new ArrayList<>(secured.levelled.values());
        levelled.forEach(id -> secured.setLevel(id, ""));
        // more than is folded while somebody waits, of issues that no number is about
        wired.box.box().jdbc().sql("insert into \"" + secured.table("ISSUE_CHANGE")
                + "\" (\"CHANGE_KEY\", \"ISSUE_ID\", \"ISSUE_KEY\", \"PROJECT_ID\", \"ISSUE_KIND\", \"GROUP_NAME\", \"ITEM\","
                + " \"AT_MILLIS\") select 'many-' || x, 9000000 + x, 'SHOP-' || (9000000 + x), ?, 'GATED', '0', 'PHASE', 1 from"
                + " (select row_number() over () x from jira_change_item one, jira_change_item other fetch first 5001 rows only) numbers")
                .param(secured.project("SHOP")).update();
        try {
            for (String week : List.of("current", "last")) {
                JsonNode all = wired.get("lead", SUMMARY + "week=" + week + "&jql=" + encoded("project = SHOP")).json();
                JsonNode response = computed("reader", SHOP + "&week=" + week);
                assertTrue(week, response.at("/header/partial").asBoolean());
                secured.moved.forEach((from, to) -> assertFalse(week + " tells of " + from,
                        response.toString().matches("(?s).*\\b(" + from + "|" + to + ")\\b.*")));
                assertSame("a large project, " + week, all, response, List.of("movement", "closures", "reopened", "gates"));
                assertEquals(week, values(all), values(response));
                assertNotEquals("they count for lead", values(response), values(computed("lead", SHOP + "&week=" + week)));
            }
        } finally {
            wired.box.box().jdbc().sql("delete from \"" + secured.table("ISSUE_CHANGE") + "\" where \"ISSUE_ID\" > 9000000").update();
            levelled.forEach(secured::hide);
            // a project that was found to be large once stays so until the app starts anew
            wired.box.uninstall(BuiltPlugin.KEY);
            wired.box.install(BuiltPlugin.jar());
            wired.awaitFirstLook();
        }
    }

    /** The week once the numbers are there. */
    private static JsonNode computed(String who, String question) throws Exception {
        return await(question + " by " + who).atMost(Duration.ofMinutes(2)).until(() -> wired.get(who, SUMMARY + question).json(),
                response -> response.at("/header/numbers").asText().equals("current"));
    }

    /** What figures come to, and what they rest on. */
    private static List<String> values(JsonNode summary) {
        List<String> values = new ArrayList<>();
        summary.at("/figures/rows")
                .forEach(figure -> values
                        .add(figure.path("metric").asText() + " " + figure.path("value").asText() + " of " + figure.path("sample").asLong()
                                + " " + figure.path("issues") + " of " + figure.path("issueTotal").asLong()));
        return values;
    }

    @Test
    public void aLevelThatChangesBetweenTwoReadsCountsAtOnce() throws Exception {
        IssueRow issue = secured.create("Blocker");
        String key = issue.key();
        try {
            assertTrue(wired.get("reader", SUMMARY + SHOP).body().contains(SecuredIssues.MARKER));
            for (int i = 0; i < 5; i++) {
                Reply open = ask("reader", SHOP, "");
                assertTrue(open.body(), open.body().contains(key));
                secured.hide(issue.id());
                Reply hidden = ask("reader", SHOP, open.tag());
                assertEquals(200, hidden.status());
                secured.assertHoldsNothing("reader", "at once", hidden.body());
                secured.setLevel(issue.id(), "");
                Reply again = ask("reader", SHOP, hidden.tag());
                assertEquals(200, again.status());
                assertTrue(again.body().contains(key));
            }
        } finally {
            secured.hide(issue.id());
        }
    }

    @Test
    public void noTagOfAnotherReaderIsConfirmed() throws Exception {
        for (String question : List.of(SHOP, SHOP + "&week=last", "jql=" + encoded("project in (SHOP, RISK)"))) {
            String tag = ask("lead", question, "").tag();
            assertEquals("its own reader's", 304, ask("lead", question, tag).status());
            for (String who : OTHERS) {
                Reply reply = ask(who, question, tag);
                assertNotEquals(question + " by " + who, 304, reply.status());
                secured.assertHoldsNothing(who, question + " with another's tag", reply.body());
                assertTrue(question + " by " + who, who == null || reply.header("Cache-Control").matches(".*(private|no-store).*"));
            }
        }
        assertEquals("a star confirms nothing of a project that one may not browse", 404, ask("outsider", SHOP, "*").status());
        assertEquals(401, ask(null, SHOP, "*").status());
    }

    @Test
    public void aQueryNamesNoDifferenceBetweenHiddenAndMissing() throws Exception {
        for (String key : secured.keys) {
            for (String who : List.of("reader", "owner", "outsider")) {
                for (String query : List.of("key = %s", "issue in (%s)", "key >= %s", "key = %s or project = SHOP")) {
                    Reply hidden = wired.get(who, SUMMARY + "jql=" + encoded(query.formatted(key)));
                    String none = key.replaceAll("[0-9]+", "98765");
                    Reply missing = wired.get(who, SUMMARY + "jql=" + encoded(query.formatted(none)));
                    if (!query.contains(">=")) {
                        assertEquals(query + " " + key + " by " + who, timeless(missing).replace(none, "?"),
                                timeless(hidden).replace(key, "?"));
                    }
                    assertFalse(hidden.body(), hidden.body().contains(SecuredIssues.MARKER));
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
    private static JsonNode assertSameNow(String when, Callable<JsonNode> model, Callable<JsonNode> response) throws Exception {
        JsonNode wanted = model.call();
        JsonNode answer = response.call();
        for (int i = 0; i < 3 && TRIMMED.stream().anyMatch(differs(wanted, answer)); i++) {
            wanted = model.call();
            answer = response.call();
        }
        assertSame(when, wanted, answer, TRIMMED);
        return answer;
    }

    private static Predicate<String> differs(JsonNode one, JsonNode other) {
        return section -> !one.get(section).equals(other.get(section));
    }

    private static void assertSame(String when, JsonNode model, JsonNode response, List<String> sections) {
        for (String section : sections) {
            assertEquals(when + ": " + section, model.get(section).toPrettyString(), response.get(section).toPrettyString());
        }
    }

    private static List<String> questions() {
        List<String> all = new ArrayList<>(
                List.of(SHOP, SHOP + "&week=last", SHOP + "&week=" + week(0), SHOP + "&week=" + week(1), SHOP + "&week=" + week(2),
                        "project=RISK"));
        for (String query : List.of("project = SHOP", "project in (SHOP, OPS)", "order by key", "summary ~ \"" + "marker" + "\"",
                "resolution is EMPTY")) {
            all.add("jql=" + encoded(query));
            all.add("week=last&jql=" + encoded(query));
        }
        return all;
    }

    private static String week(int ago) {
        LocalDate day = LocalDate.now(wired.jira.clock()).minusWeeks(ago);
        return String.format(Locale.ROOT, "%d-W%02d", day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static Reply ask(String user, String question, String tag) {
        return tag.isEmpty() ? wired.get(user, SUMMARY + question) : wired.get(user, SUMMARY + question, "If-None-Match", tag);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
