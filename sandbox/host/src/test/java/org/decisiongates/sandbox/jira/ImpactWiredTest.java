package org.decisiongates.sandbox.jira;

import static org.decisiongates.sandbox.jira.WiredJira.assertNames;
import static org.decisiongates.sandbox.jira.WiredJira.assertReadable;
import static org.decisiongates.sandbox.jira.WiredJira.assertStatus;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.StatementLog;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;

/**
 * Impact lines of the shipped jar over HTTP and on the page of an issue: who may, what it costs, what is refused, what survives a fault.
 */
@RunWith(Parameterized.class)
public class ImpactWiredTest {

    private static final String LINE = "'metric':'Checkout conversion','unit':'%','direction':'UP','baseline':2.1,'expected':'2,4','confidence':'80%','check':'2026-12-31'";
    private static final String HOSTILE = "<img src=x onerror=alert(1)>\\\" ;\\\\=$view #set($x=1) \\u202Eab";
    private static final String PANEL = "#panel-impact-panel";

    private static WiredJira wired;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private final Options.Database database;

    public ImpactWiredTest(Options.Database database) {
        this.database = database;
        BOXES.on(database, () -> wired = WiredJira.start(BOXES, database));
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @Test
    public void addsChangesAndRemovesALineAndKeepsItsHistory() throws Exception {
        IssueRow issue = wired.decision("Moves a number");
        Reply added = wired.post("owner", path(issue), "{" + LINE + "}");
        assertStatus("add", 201, added);
        long id = added.json().get("id").asLong();
        assertEquals("{\"id\":" + id
                + ",\"version\":1,\"metric\":\"Checkout conversion\",\"unit\":\"%\",\"direction\":\"UP\",\"baseline\":2.1,\"expected\":2.4,"
                + "\"confidence\":0.8,\"check\":\"2026-12-31\",\"actual\":null}", added.body());

        Reply changed = put("lead", issue, id, "{" + LINE.replace("'2,4'", "2.2") + ",'actual':2.3,'version':1}");
        assertStatus("change", 200, changed);
        assertEquals(2, changed.json().get("version").asInt());
        JsonNode listed = wired.get("reader", path(issue)).json();
        assertEquals("{\"issue\":\"" + issue.key() + "\",\"editable\":false,\"most\":20,\"lines\":[" + changed.body() + "]}",
                listed.toString());

        assertStatus("remove", 204,
                wired.call("owner", "DELETE", path(issue) + "/" + id + "?version=2", null, null, "X-Atlassian-Token", "no-check"));
        assertEquals(0, wired.get("owner", path(issue)).json().get("lines").size());
        JsonNode history = wired.get("reader", path(issue) + "/history").json().get("entries");
        assertEquals(List.of("owner", "lead", "owner"), texts(history, "actor"));
        assertTrue(history.get(0).get("to").isNull() && history.get(2).get("from").isNull());
        assertEquals("2.2", history.get(1).get("to").get("expected").asText());
    }

    @Test
    public void losesNothingWhenTwoChangeTheSameLine() throws Exception {
        IssueRow issue = wired.decision("Changed by two");
        long id = wired.post("owner", path(issue), "{" + LINE + "}").json().get("id").asLong();
        assertStatus("first", 200, put("lead", issue, id, "{" + LINE.replace("'2,4'", "2.2") + ",'version':1}"));

        Reply second = put("owner", issue, id, "{" + LINE.replace("'2,4'", "9") + ",'version':1}");
        assertStatus("second", 409, second);
        assertReadable("second", second.errors());
        assertNames("second", second.errors(), "2.2");
        assertEquals("2.2", second.json().get("current").get("expected").asText());
        assertEquals(2, second.json().get("current").get("version").asInt());
        assertStatus("remove", 409,
                wired.call("owner", "DELETE", path(issue) + "/" + id + "?version=1", null, null, "X-Atlassian-Token", "no-check"));
        assertEquals("2.2", wired.get("owner", path(issue)).json().get("lines").get(0).get("expected").asText());
        assertStatus("knowing it", 200, put("owner", issue, id, "{" + LINE.replace("'2,4'", "9") + ",'version':2}"));
    }

    @Test
    public void namesEverythingThatIsWrongAtOnce() throws Exception {
        IssueRow issue = wired.decision("Badly described");
        Reply reply = wired.post("owner", path(issue),
                "{'metric':'" + "x".repeat(101) + "','direction':'sideways','baseline':'1,234','expected':1e3,'confidence':180,"
                        + "'check':'31.12.2026','actual':[1],'Metric':'x','id':7}");
        assertStatus("all of it", 400, reply);
        assertReadable("all of it", reply.errors());
        assertEquals(Set.of("metric", "unit", "direction", "baseline", "expected", "confidence", "check", "actual", "Metric", "id"),
                fields(reply));
        assertStatus("no version", 400, put("owner", issue, 1, "{" + LINE + "}"));
        assertEquals(Set.of("version"), fields(put("owner", issue, 1, "{" + LINE + ",'version':'one'}")));
        assertEquals(0, wired.get("owner", path(issue)).json().get("lines").size());
    }

    @Test
    public void refusesWhatIsNoLineAtAll() throws Exception {
        IssueRow issue = wired.decision("Sent nonsense");
        Map<String, Integer> bodies = new LinkedHashMap<>();
        for (String nonsense : List.of("", "{", "nonsense", "[]", "7", "null", "'text'", "{} {}", "{'metric':'a','metric':'b'}",
                "{'metric':", "[".repeat(4000), "{'metric':\u0000}")) {
            bodies.put(nonsense, 400);
        }
        bodies.put("{'metric':'" + "x".repeat(9000) + "'}", 413);
        bodies.put(" ".repeat(1024 * 1024), 413);
        for (Map.Entry<String, Integer> body : bodies.entrySet()) {
            String when = body.getKey().length() > 40 ? body.getKey().substring(0, 40) : body.getKey();
            Reply reply = wired.post("owner", path(issue), body.getKey());
            assertStatus(when, body.getValue(), reply);
            assertReadable(when, reply.errors());
        }
        for (String type : List.of(WiredJira.FORM, "text/plain", "application/xml")) {
            assertStatus(type, 415, wired.call("owner", "POST", path(issue), type, "{}", "X-Atlassian-Token", "no-check"));
        }
        assertStatus("no type", 415, wired.call("owner", "POST", path(issue), null, "{}", "X-Atlassian-Token", "no-check"));
        assertStatus("as another site could", 415, wired.call("owner", "POST", path(issue), "text/plain", "{}"));
        for (String id : List.of("0", "-1", "x", "99999999999999999999", "123456789")) {
            assertStatus(id, 404,
                    wired.call("owner", "PUT", path(issue) + "/" + id, WiredJira.JSON, ("{" + LINE + ",'version':1}").replace('\'', '"')));
        }
        for (String version : List.of("", "?version=", "?version=0", "?version=x")) {
            assertStatus(version, 400,
                    wired.call("owner", "DELETE", path(issue) + "/1" + version, null, null, "X-Atlassian-Token", "no-check"));
        }
        assertEquals(0, wired.get("owner", path(issue)).json().get("lines").size());
    }

    @Test
    public void holdsTwentyLines() throws Exception {
        IssueRow issue = wired.decision("Moves everything");
        for (int i = 0; i < 20; i++) {
            assertStatus("line " + i, 201, wired.post("owner", path(issue), "{" + LINE + "}"));
        }
        Reply more = wired.post("owner", path(issue), "{" + LINE + "}");
        assertStatus("one more", 400, more);
        assertNames("one more", more.errors(), "20");
        assertTrue("the page offers none", page("owner", issue).select(PANEL + " [data-action=add]").isEmpty());
    }

    @Test
    public void costsAnExactNumberOfStatements() throws Exception {
        IssueRow issue = wired.decision("Counted");
        IssueRow task = wired.create("SHOP", "Task", new IssueInput().set("summary", "None of ours"));
        long id = wired.post("owner", path(issue), "{" + LINE + "}").json().get("id").asLong();
        page("owner", issue);

        assertEquals(List.of("SELECT"), ours(() -> wired.get("reader", path(issue))));
        assertEquals(List.of("SELECT"), ours(() -> wired.get("reader", path(issue) + "/history")));
        assertEquals("the lines and the record for all panels, the waivers, and the threads", Collections.nCopies(4, "SELECT"),
                ours(() -> page("owner", issue)));
        assertEquals("a page that is none of ours", List.of(), ours(() -> page("owner", task)));
        assertEquals(List.of("SELECT", "INSERT", "INSERT"), ours(() -> wired.post("owner", path(issue), "{" + LINE + "}")));
        assertEquals(List.of("SELECT", "INSERT", "UPDATE"),
                ours(() -> put("owner", issue, id, "{" + LINE.replace("80", "70") + ",'version':1}")));
        assertEquals(List.of("SELECT", "INSERT", "DELETE"),
                ours(() -> wired.call("owner", "DELETE", path(issue) + "/" + id + "?version=2", null, null,
                        "X-Atlassian-Token", "no-check")));
    }

    @Test
    public void takesADayAsJiraWritesDays() throws Exception {
        IssueRow issue = wired.decision("Looked at on the last day");
        assertEquals("2026-12-31", wired.post("owner", path(issue), "{" + LINE.replace("2026-12-31", "31/Dec/26") + "}").json().get("check")
                .asText());
        for (String none : List.of("31/Dec/26 and more", "31/Feb/26", "31.12.2026")) {
            Reply refused = wired.post("owner", path(issue), "{" + LINE.replace("2026-12-31", none) + "}");
            assertStatus(none, 400, refused);
            assertEquals(none, Set.of("check"), fields(refused));
        }
        assertEquals(1, wired.get("owner", path(issue)).json().get("lines").size());
    }

    @Test
    public void offersTheMetricsThatTheCallerMaySeeAndWarnsOfOthers() throws Exception {
        IssueRow issue = wired.decision("Names a metric");
        wired.enable("RISK");
        IssueRow secret = wired.create("RISK", "Decision", new IssueInput().set("summary", "Names a secret metric"));
        long id = wired.post("owner", path(issue), "{" + LINE.replace("Checkout conversion", "Named " + database) + "}").json().get("id")
                .asLong();
        assertStatus("secret", 201,
                wired.post("lead", path(secret), "{" + LINE.replace("Checkout conversion", "Secret " + database) + "}"));

        JsonNode seen = wired.get("owner", path(issue) + "/metrics").json();
        assertTrue(seen.toString(), texts(seen.get("metrics"), "metric").contains("Named " + database));
        assertFalse(seen.toString(), seen.toString().contains("Secret"));
        assertEquals(0, seen.get("warnings").size());

        String asked = path(issue) + "/metrics?unit=%25&direction=UP&metric=";
        assertEquals(
                List.of("\u201CNamed " + database + "\u201D is in use already. If you mean the same metric, write it exactly like that: "
                        + "lines are added up by name."),
                warnings(asked + database + "+named"));
        assertEquals("the line itself is no other", List.of(), warnings(asked + database + "+named&line=" + id));
        assertEquals("nothing is told of what is hidden", List.of(), warnings(asked + "secret+" + database));
        assertEquals(List.of("Other lines give Named " + database + " in %. Lines in different units are not added up."),
                warnings(path(issue) + "/metrics?unit=ms&metric=Named+" + database));
        assertEquals(List.of("Other lines say that a higher Named " + database + " is better; this one says the opposite."),
                warnings(asked.replace("UP", "DOWN") + "Named+" + database));
        assertStatus("a parameter that there is not", 400, wired.get("owner", path(issue) + "/metrics?metrics=x"));
        // the history of the project that was enabled is read meanwhile
        wired.awaitFirstLook();
        assertEquals(List.of("SELECT"), ours(() -> wired.get("owner", path(issue) + "/metrics")));
    }

    @Test
    public void storesALineAndItsEntryOrNeither() throws Exception {
        IssueRow issue = wired.decision("While the database breaks");
        long id = wired.post("owner", path(issue), "{" + LINE + "}").json().get("id").asLong();
        String before = wired.get("owner", path(issue)).body() + wired.get("owner", path(issue) + "/history").body();
        for (String table : List.of("ISSUE_CHANGE", "IMPACT_LINE", "commit")) {
            wired.faults()
                    .failStatements(sql -> table.equals(sql) || !sql.toUpperCase(Locale.ROOT).startsWith("SELECT") && sql.contains(table));
            List<Reply> replies = new ArrayList<>();
            try {
                replies.add(wired.post("owner", path(issue), "{" + LINE + "}"));
                replies.add(put("owner", issue, id, "{" + LINE.replace("80", "70") + ",'version':1}"));
                replies.add(
                        wired.call("owner", "DELETE", path(issue) + "/" + id + "?version=1", null, null, "X-Atlassian-Token", "no-check"));
            } finally {
                wired.faults().heal();
            }
            for (Reply reply : replies) {
                assertStatus(table, 500, reply);
                assertReadable(table, reply.errors());
            }
            assertEquals(table, before, wired.get("owner", path(issue)).body() + wired.get("owner", path(issue) + "/history").body());
        }
        assertStatus("healed", 200, put("owner", issue, id, "{" + LINE.replace("80", "70") + ",'version':1}"));
    }

    @Test
    public void showsTheLinesOnThePageAndControlsOnlyToThoseWhoMayEdit() throws Exception {
        IssueRow issue = wired.decision("Seen by many");
        IssueRow task = wired.create("SHOP", "Task", new IssueInput().set("summary", "Has no lines"));
        assertStatus("hostile", 201, wired.post("owner", path(issue), "{" + LINE.replace("Checkout conversion", HOSTILE) + "}"));
        Document forOwner = page("owner", issue);
        Document forReader = page("reader", issue);

        assertEquals("Edit", forOwner.select(PANEL + " [data-action=edit]").text());
        assertEquals(1, forOwner.select(PANEL + " form").size());
        assertEquals(0, forReader.select(PANEL + " button, " + PANEL + " form").size());
        for (Document page : List.of(forOwner, forReader)) {
            assertTrue(page.select(PANEL).text(),
                    page.select(PANEL).text().contains("2.1 \u2192 2.4") && page.select(PANEL).text().contains("Likely (80%)"));
            assertTrue(page.select(PANEL + " h4").text(),
                    page.select(PANEL + " h4").text().startsWith("<img src=x onerror=alert(1)>\" ;\\=$view"));
            assertEquals(0, page.select("[onerror], img[src=x]").size());
        }
        assertTrue(forReader.head().html() + forReader.body().html(), forReader.html().contains("decision-gates:rows/rows.js"));
        Document ofTask = page("owner", task);
        assertEquals("other types have no panel", 0, ofTask.select(PANEL).size());
        Document elsewhere = Jsoup.parse(wired.get("owner", "/secure/Dashboard.jspa").body());
        assertFalse("other pages load nothing", elsewhere.html().contains("decision-gates:impact/"));

        Reply panel = wired.get("owner", path(issue) + "/panel");
        assertEquals(forOwner.select(PANEL + " .decision-gates-rows-sections").outerHtml(),
                Jsoup.parse(panel.body()).select(".decision-gates-rows-sections").outerHtml());
    }

    private Document page(String user, IssueRow issue) throws Exception {
        Reply reply = wired.get(user, "/browse/" + issue.key());
        assertStatus(issue.key(), 200, reply);
        return Jsoup.parse(reply.body());
    }

    private static String path(IssueRow issue) {
        return "/rest/decision-gates/1.0/issue/" + issue.key() + "/impact-lines";
    }

    private static Reply put(String user, IssueRow issue, long id, String json) throws Exception {
        return wired.call(user, "PUT", path(issue) + "/" + id, WiredJira.JSON, json.replace('\'', '"'));
    }

    private static List<String> warnings(String path) throws Exception {
        List<String> warnings = new ArrayList<>();
        wired.get("owner", path).json().get("warnings").forEach(one -> warnings.add(one.asText()));
        return warnings;
    }

    private static Set<String> fields(Reply reply) throws Exception {
        Set<String> fields = new TreeSet<>();
        reply.json().get("errors").fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private static List<String> texts(JsonNode rows, String name) {
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(row.get(name).asText()));
        return texts;
    }

    /** The first words of what the app sent to its tables; on PostgreSQL the library draws the numbers of rows besides. */
    private List<String> ours(Work work) throws Exception {
        StatementLog log = wired.box.logStatements();
        work.run();
        List<String> sent = log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME).sql().stream()
                .map(sql -> sql.toUpperCase(Locale.ROOT))
                .filter(sql -> sql.contains("AO_")).toList();
        assertTrue(sent.toString(), database == Options.Database.POSTGRES || sent.stream().noneMatch(sql -> sql.contains("NEXTVAL")));
        return sent.stream().filter(sql -> !sql.contains("NEXTVAL")).map(sql -> sql.substring(0, sql.indexOf(' '))).toList();
    }

    /** What is counted. */
    private interface Work {
        Object run() throws Exception;
    }
}
