package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.Statements;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.web.Browser;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** The weekly summary over HTTP: what it costs, who sees what of it, and that a frozen week stays what it was. */
@RunWith(Parameterized.class)
public class SummaryWiredTest {

    private static final String SUMMARY = "/rest/decision-gates/1.0/summary?";
    private static final String JOB = "org.decisiongates.decision-gates.close-weeks";
    private static final String HOSTILE = "<script>alert(1)</script>\"'\u202E\uD83D\uDE00\u0000\\".repeat(12).replace("\u0000", "");

    private static WiredJira wired;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    public SummaryWiredTest(Options.Database database) {
        BOXES.on(database, () -> wired = WiredJira.start(BOXES, database));
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @Test
    public void costsTheSameWhateverTheNumberOfIssues() throws Exception {
        Map<Integer, List<Integer>> costs = new TreeMap<>();
        int made = 0;
        for (int issues : new int[] {10, 100, 300}) {
            for (; made < issues; made++) {
                wired.create("SHOP", made % 2 == 0 ? "Decision" : "Blocker", item(made));
            }
            wired.get("lead", SUMMARY + "project=SHOP");
            Statements before = wired.box.statements();
            Reply reply = wired.get("lead", SUMMARY + "project=SHOP");
            Statements sent = wired.box.statements().since(before);
            WiredJira.assertStatus(issues + " issues", 200, reply);
            assertTrue(issues + " issues take " + reply.body().length(), reply.body().getBytes(StandardCharsets.UTF_8).length <= 64 * 1024);
            JsonNode summary = reply.json();
            assertEquals("current", summary.at("/frame/numbers").asText());
            assertTrue(summary.at("/blockers/total").asInt() >= issues / 2 - 1);
            List<String> ours = sent.sql().stream().filter(sql -> sql.toUpperCase(Locale.ROOT).contains("AO_")).toList();
            assertEquals(ours.toString(), 3, ours.size());
            costs.put(issues, List.of(ours.size(), sent.with("count(*) from jira_issue").count(), sent.with("fetch first").count()));
        }
        assertEquals(costs.toString(), 1, costs.values().stream().distinct().count());
    }

    private static IssueInput item(int number) {
        IssueInput input = new IssueInput().set("summary", number + HOSTILE.substring(0, 200)).set("duedate", LocalDate.now().plusDays(7).toString())
                .set(wired.field("Decision owner"), "owner");
        return number % 2 == 0 ? input : input.set(wired.field("Fallback plan"), "Keep the present provider and call the customers. " + HOSTILE);
    }

    @Test
    public void aFrozenWeekStaysWhatItWasWhateverHappensToItsIssues() throws Exception {
        closeWeeks();
        assertEquals(8, frozen());
        Reply frozen = wired.get("lead", SUMMARY + "project=SHOP&week=last");
        WiredJira.assertStatus("last week", 200, frozen);
        assertFalse(frozen.body(), frozen.json().at("/frame/frozenAt").isMissingNode());
        assertTrue(frozen.json().at("/frame/rebuilt").asBoolean());
        for (long id : wired.jira.issues().idsOf(wired.jira.projects().byKey("SHOP").orElseThrow().id())) {
            wired.jira.issues().update("admin", id, new IssueInput().set("summary", "Renamed"));
        }
        closeWeeks();
        assertEquals("closing twice adds nothing", 8, frozen());
        assertEquals(frozen.body(), wired.get("lead", SUMMARY + "project=SHOP&week=last").body());
        assertEquals("compared with it", 200, wired.get("lead", SUMMARY + "project=SHOP").status());
        String body = jdbc("select \"BODY\" from T where \"ISO_WEEK\" = (select max(\"ISO_WEEK\") from T)");
        wired.box.box().jdbc().sql(table("update T set \"BODY\" = replace(\"BODY\", '\"examined\":', '\"examined\":1') where \"ISO_WEEK\" = (select max(\"ISO_WEEK\") from T)")).update();
        Reply altered = wired.get("lead", SUMMARY + "project=SHOP&week=last");
        WiredJira.assertStatus("an altered week", 409, altered);
        WiredJira.assertReadable("an altered week", altered.errors());
        assertEquals("the current week is told all the same", 200, wired.get("lead", SUMMARY + "project=SHOP").status());
        wired.box.box().jdbc().sql(table("update T set \"BODY\" = ? where \"ISO_WEEK\" = (select max(\"ISO_WEEK\") from T)")).param(body).update();
        assertEquals(frozen.body(), wired.get("lead", SUMMARY + "project=SHOP&week=last").body());
    }

    @Test
    public void anAnswerThatIsKnownIsNotSentAgain() throws Exception {
        java.net.http.HttpClient client = java.net.http.HttpClient.newHttpClient();
        java.net.http.HttpRequest.Builder request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(wired.box.baseUrl() + SUMMARY + "project=SHOP"))
                .header("Authorization", "Basic " + java.util.Base64.getEncoder().encodeToString("lead:lead".getBytes(StandardCharsets.UTF_8)));
        var first = client.send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofString());
        assertEquals(200, first.statusCode());
        String tag = first.headers().firstValue("ETag").orElseThrow();
        var second = client.send(request.setHeader("If-None-Match", tag).build(), java.net.http.HttpResponse.BodyHandlers.ofString());
        // the history of the project may just be read, and then the next answer is a new one
        for (int answers = 1; second.statusCode() == 200 && answers < 20; answers++) {
            tag = second.headers().firstValue("ETag").orElseThrow();
            second = client.send(request.setHeader("If-None-Match", tag).build(), java.net.http.HttpResponse.BodyHandlers.ofString());
        }
        assertEquals(304, second.statusCode());
        assertEquals("", second.body());
    }

    @Test
    public void aQueryTellsNothingOfWhatIsHidden() throws Exception {
        String hidden = wired.get("reader", SUMMARY + "jql=" + encoded("project = RISK")).body();
        String none = wired.get("reader", SUMMARY + "jql=" + encoded("project = GONE")).body();
        assertEquals(none, hidden.replace("RISK", "GONE"));
        JsonNode all = wired.get("reader", SUMMARY + "jql=" + encoded("order by key")).json();
        assertFalse(all.toString(), all.at("/frame/partial").asBoolean());
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
        long claimed = 0;
        int weeks = -1;
        // two looks that find the same rows after the job was claimed: it is done
        for (int i = 0; i < 300; i++) {
            Thread.sleep(200);
            claimed = wired.box.box().jdbc().sql("select next_run from sandbox_job where id = ?").param(JOB).query(Long.class).single();
            int now = frozen();
            if (claimed > 0 && now == 8 && now == weeks) {
                return;
            }
            weeks = now;
        }
    }

    private static int frozen() {
        return Integer.parseInt(jdbc("select count(*) from T where \"SCOPE\" = 'project:" + wired.jira.projects().byKey("SHOP").orElseThrow().id() + "'"));
    }

    private static String jdbc(String sql) {
        return String.valueOf(wired.box.box().jdbc().sql(table(sql)).query((row, number) -> row.getString(1)).single());
    }

    private static String table(String sql) {
        String name = wired.box.box().jdbc().sql("select table_name from information_schema.tables where table_name like 'AO%WEEK_SNAPSHOT%'").query(String.class).single();
        return sql.replace(" T ", " \"" + name + "\" ").replace(" T)", " \"" + name + "\")");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
