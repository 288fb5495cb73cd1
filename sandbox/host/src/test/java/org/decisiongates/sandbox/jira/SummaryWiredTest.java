package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.ClassRule;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.MethodSorters;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.Statements;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.Levels;
import org.decisiongates.sandbox.jira.web.Browser;

/** The weekly summary over HTTP: what it costs, who sees what of it, and that a frozen week stays what it was. */
@RunWith(Parameterized.class)
@FixMethodOrder(MethodSorters.NAME_ASCENDING) // what few issues cost is to be seen before another test makes many
public class SummaryWiredTest {

    private static final String SUMMARY = "/rest/decision-gates/1.0/summary?";
    private static final String JOB = "org.decisiongates.decision-gates.close-weeks";
    private static final int ESCALATE = 94;
    private static final String HOSTILE = "<script>alert(1)</script>\"'\u202E\uD83D\uDE00\u0000\\".repeat(12).replace("\u0000", "");

    /** More than is listed of either kind. */
    private static final int MANY = 440;

    private static WiredJira wired;
    /** How many issues of its own the box of the moment holds. */
    private static int made;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    public SummaryWiredTest(Options.Database database) {
        BOXES.on(database, () -> start(database));
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    private static void start(Options.Database database) throws Exception {
        wired = WiredJira.start(BOXES, database);
        made = 0;
        wired.jira.users().create("leaving", "Leaving", "leaving@example.com", "leaving");
        wired.jira.users().join("leaving", "storefront-team");
    }

    @Test
    public void costsTheSameWhateverTheNumberOfIssues() throws Exception {
        Map<Integer, List<Integer>> costs = new TreeMap<>();
        for (int issues : new int[] {10, 100, MANY}) {
            make(issues);
            wired.get("lead", SUMMARY + "project=SHOP");
            Statements before = wired.box.statements();
            Reply reply = wired.get("lead", SUMMARY + "project=SHOP");
            Statements sent = wired.box.statements().since(before);
            WiredJira.assertStatus(issues + " issues", 200, reply);
            assertTrue(issues + " issues take " + reply.body().length(), reply.body().getBytes(StandardCharsets.UTF_8).length <= 64 * 1024);
            JsonNode summary = reply.json();
            assertEquals("current", summary.at("/header/numbers").asText());
            assertTrue(summary.at("/blockers/total").asInt() >= issues / 2 - 1);
            assertEquals("more than is listed", issues == MANY,
                    summary.at("/decisions/total").asInt() > 200 && summary.at("/blockers/total").asInt() > 200);
            List<String> ours = sent.sql().stream().filter(sql -> sql.toUpperCase(Locale.ROOT).contains("AO_")).toList();
            assertEquals(ours.toString(), 3, ours.size());
            costs.put(issues, List.of(ours.size(), sent.with("count(*) from jira_issue").count(), sent.with("fetch first").count()));
        }
        assertEquals(costs.toString(), 1, costs.values().stream().distinct().count());
    }

    @Test
    public void findsAProjectByWhateverKeyPeopleTypeOrRemember() throws Exception {
        wired.open("FORMER");
        wired.create("FORMER", "Decision", new IssueInput().set("summary", "Under the old key"));
        wired.jira.projects().changeKey(wired.id("FORMER"), "LATER");
        for (String key : List.of("LATER", "later", "%20Later%09", "%E2%80%8Blater%EF%BB%BF", "%C2%A0LATER", "FORMER", "former",
                "+former%E2%80%8D")) {
            Reply reply = wired.get("lead", SUMMARY + "project=" + key);
            WiredJira.assertStatus(key, 200, reply);
            assertEquals(key, "LATER", reply.json().at("/scope/text").asText());
            assertEquals(key, 1, reply.json().at("/decisions/total").asInt());
        }
        Reply unseen = wired.get("lead", SUMMARY + "project=LA%E2%80%8BTER");
        WiredJira.assertStatus("unseen", 400, unseen);
        WiredJira.assertNames("unseen", unseen.errors(), "LA[U+200B]TER");
        WiredJira.assertStatus("a key that nobody had", 404, wired.get("lead", SUMMARY + "project=NEVER"));
        WiredJira.assertStatus("a hidden project by its former key", 404, wired.get("outsider", SUMMARY + "project=former"));
    }

    @Test
    public void countsAllThatAReaderMaySeeHoweverMuchIsListed() throws Exception {
        make(MANY);
        wired.jira.users().setActive("leaving", false);
        long scheme = wired.jira.levels().createScheme("Levels");
        long level = wired.jira.levels().create(scheme, "Few", List.of("storefront-leads")).id();
        long shop = wired.jira.projects().byKey("SHOP").orElseThrow().id();
        wired.jira.levels().useScheme(shop, scheme);
        wired.box.box().jdbc().sql("insert into jira_issue_value (issue_id, field_id, seq, text_value) select id, ?, 0, ? from jira_issue"
                + " where project_id = ? and issue_number % 9 = 0").param(Levels.FIELD).param(String.valueOf(level)).param(shop).update();
        try {
            OpenModel lead = assertCounted("lead");
            OpenModel reader = assertCounted("reader");
            assertTrue(lead.blockers().size() > reader.blockers().size() && lead.decisions().size() > reader.decisions().size());
            assertTrue("more than is listed", Math.min(reader.blockers().size(), reader.decisions().size()) > 200);
        } finally {
            wired.box.box().jdbc().sql("delete from jira_issue_value where field_id = ?").param(Levels.FIELD).update();
            wired.jira.users().setActive("leaving", true);
        }
    }

    private static OpenModel assertCounted(String who) throws Exception {
        OpenModel model = OpenModel.of(wired, "SHOP", who);
        JsonNode response = wired.get(who, SUMMARY + "project=SHOP").json();
        assertEquals(who, "current", response.at("/header/numbers").asText());
        assertEquals(who, model.blockers().size(), response.at("/blockers/total").asInt());
        assertEquals(who, model.decisions().size(), response.at("/decisions/total").asInt());
        assertEquals(who, model.owners(), OpenModel.owners(response));
        assertEquals(who, "blockers-overdue", response.at("/headline/rule").asText());
        assertEquals(who, model.overdueBlockers(), OpenModel.numbers(response.at("/headline/arguments")));
        assertEquals(who, model.asks(), response.at("/asks/total").asLong());
        assertTrue("somebody left", response.at("/owners").toString().contains("\"owner\":\"Leaving\",\"active\":false"));
        return model;
    }

    /** Has this many issues of the test's own in the project, every second one a Blocker, no two of them alike. */
    private static void make(int issues) {
        for (; made < issues; made++) {
            boolean decision = made % 2 == 0;
            IssueInput input = decision ? varied(item(made), made) : item(made);
            long id = wired.create("SHOP", decision ? "Decision" : "Blocker",
                    made % 4 < 2 ? input.set(wired.field("Customer-facing"), yes()) : input).id();
            // what a Blocker must have when it is created somebody takes away afterwards
            if (!decision && made % 3 > 0) {
                IssueInput later = varied(new IssueInput(), made);
                assertTrue(
                        wired.jira.issues().update("lead", id, made % 5 == 2 ? later.set(wired.field("Fallback plan"), "") : later).done());
            }
            if (!decision && made % 11 == 0) {
                assertTrue(wired.jira.issues().transition("lead", id, ESCALATE, new IssueInput()).done());
            }
        }
    }

    private static String yes() {
        return wired.jira.fields().options(wired.field("Customer-facing")).stream().filter(option -> option.value().equals("Yes"))
                .map(option -> String.valueOf(option.id()))
                .findFirst().orElseThrow();
    }

    private static IssueInput varied(IssueInput input, int number) {
        List<String> owners = List.of("owner", "lead", "", "leaving", "stakeholder");
        List<Integer> days = List.of(-3, 9, 0, -40, 2, -1);
        return input.set(wired.field("Decision owner"), owners.get(number / 2 % 5))
                .set("duedate", number % 7 == 0 ? "" : LocalDate.now(wired.jira.clock()).plusDays(days.get(number / 2 % 6)).toString());
    }

    private static IssueInput item(int number) {
        IssueInput input = new IssueInput().set("summary", number + HOSTILE.substring(0, 200))
                .set("duedate", TestTime.today().plusDays(7).toString())
                .set(wired.field("Decision owner"), "owner");
        return number % 2 == 0 ? input
                : input.set(wired.field("Fallback plan"), "Keep the present provider and call the customers. " + HOSTILE);
    }

    @Test
    public void aFrozenWeekStaysWhatItWasWhateverHappensToItsIssues() throws Exception {
        closeWeeks();
        assertEquals(8, frozen());
        Reply frozen = wired.get("lead", SUMMARY + "project=SHOP&week=last");
        WiredJira.assertStatus("last week", 200, frozen);
        assertFalse(frozen.body(), frozen.json().at("/header/frozenAt").isMissingNode());
        assertTrue(frozen.json().at("/header/rebuilt").asBoolean());
        assertEquals("whose it was is told of all that was open", frozen.json().at("/decisions/total").asLong(),
                OpenModel.owners(frozen.json()).values().stream().mapToLong(OpenModel.Held::open).sum());
        assertTrue(frozen.body(), frozen.json().at("/owners/total").asInt() > 0 && frozen.json().at("/decisions/rows").isEmpty());
        for (long id : wired.jira.issues().idsOf(wired.jira.projects().byKey("SHOP").orElseThrow().id())) {
            wired.jira.issues().update("admin", id, new IssueInput().set("summary", "Renamed"));
        }
        closeWeeks();
        assertEquals("closing twice adds nothing", 8, frozen());
        assertEquals(frozen.body(), wired.get("lead", SUMMARY + "project=SHOP&week=last").body());
        assertEquals("compared with it", 200, wired.get("lead", SUMMARY + "project=SHOP").status());
        String body = jdbc("select \"BODY\" from T where \"ISO_WEEK\" = (select max(\"ISO_WEEK\") from T)");
        wired.box.box().jdbc().sql(table(
                "update T set \"BODY\" = replace(\"BODY\", '\"evaluated\":', '\"evaluated\":1') where \"ISO_WEEK\" = (select max(\"ISO_WEEK\") from T)"))
                .update();
        Reply altered = wired.get("lead", SUMMARY + "project=SHOP&week=last");
        WiredJira.assertStatus("an altered week", 409, altered);
        WiredJira.assertReadable("an altered week", altered.errors());
        assertEquals("the current week is told all the same", 200, wired.get("lead", SUMMARY + "project=SHOP").status());
        wired.box.box().jdbc().sql(table("update T set \"BODY\" = ? where \"ISO_WEEK\" = (select max(\"ISO_WEEK\") from T)")).param(body)
                .update();
        assertEquals(frozen.body(), wired.get("lead", SUMMARY + "project=SHOP&week=last").body());
    }

    @Test
    public void anAnswerThatIsKnownIsNotSentAgain() throws Exception {
        Reply first = wired.get("lead", SUMMARY + "project=SHOP");
        assertEquals(200, first.status());
        Reply second = wired.get("lead", SUMMARY + "project=SHOP", "If-None-Match", first.tag());
        // the history of the project may just be read, and then the next answer is a new one
        for (int answers = 1; second.status() == 200 && answers < 20; answers++) {
            second = wired.get("lead", SUMMARY + "project=SHOP", "If-None-Match", second.tag());
        }
        assertEquals(304, second.status());
        assertEquals("", second.body());
    }

    @Test
    public void aQueryTellsNothingOfWhatIsHidden() throws Exception {
        String hidden = wired.get("reader", SUMMARY + "jql=" + encoded("project = RISK")).body();
        String none = wired.get("reader", SUMMARY + "jql=" + encoded("project = GONE")).body();
        assertEquals(none, hidden.replace("RISK", "GONE"));
        JsonNode all = wired.get("reader", SUMMARY + "jql=" + encoded("order by key")).json();
        assertFalse(all.toString(), all.at("/header/partial").asBoolean());
        assertTrue(all.toString(), all.at("/blockers/total").asInt() > 0);
        assertFalse(all.toString().contains("Storefront risks"));
        assertEquals(400, wired.get("reader", SUMMARY + "jql=" + encoded("project = SHOP) OR (project = RISK")).status());
    }

    @Test
    public void theProjectShowsItsWeekInTheSidebar() throws Exception {
        Browser browser = Browser.as(wired.box.baseUrl(), "reader");
        browser.open("/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-week-link");
        assertEquals("Storefront", browser.page.select(".decision-gates-week-scope strong").text());
        assertTrue(browser.page.html(), browser.page.select("a.decision-gates-week-previous").size() == 1);
        assertTrue(browser.page.html(), browser.page.text().contains("Decisions & Blockers"));
    }

    private static void closeWeeks() throws Exception {
        wired.box.box().jdbc().sql("update sandbox_job set next_run = 0 where id = ?").param(JOB).update();
        // two looks that find the same rows after the job was claimed: it is done
        await().atMost(Duration.ofMinutes(2)).during(Duration.ofMillis(200)).until(() -> frozen() == 8
                && wired.box.box().jdbc().sql("select next_run from sandbox_job where id = ?").param(JOB).query(Long.class).single() > 0);
    }

    private static int frozen() {
        return Integer.parseInt(
                jdbc("select count(*) from T where \"SCOPE\" = 'project:" + wired.jira.projects().byKey("SHOP").orElseThrow().id() + "'"));
    }

    private static String jdbc(String sql) {
        return String.valueOf(wired.box.box().jdbc().sql(table(sql)).query((row, number) -> row.getString(1)).single());
    }

    private static String table(String sql) {
        String name = wired.box.box().jdbc()
                .sql("select table_name from information_schema.tables where table_name like 'AO%WEEK_SNAPSHOT%'").query(String.class)
                .single();
        return sql.replace(" T ", " \"" + name + "\" ").replace(" T)", " \"" + name + "\")");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
