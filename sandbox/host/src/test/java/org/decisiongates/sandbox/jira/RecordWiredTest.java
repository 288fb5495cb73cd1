package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.decisiongates.sandbox.jira.WiredJira.assertNames;
import static org.decisiongates.sandbox.jira.WiredJira.assertReadable;
import static org.decisiongates.sandbox.jira.WiredJira.assertStatus;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
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
import org.decisiongates.sandbox.host.Statements;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Levels;
import org.decisiongates.sandbox.jira.model.Permission;

/** Records of the shipped jar over HTTP and on the page of an issue: who may, what it costs, what is refused, what survives a fault. */
@RunWith(Parameterized.class)
public class RecordWiredTest {

    private static final String CRITERION = "'text':'Pages open fast','target':'0,4','unit':'s','verifier':'lead'";
    private static final String HOSTILE = "<img src=x onerror=alert(1)>\\\" ;\\\\=$view #set($x=1) \\u202Eab";
    private static final String DUE = TestTime.today().plusDays(5).toString();
    private static final String PANEL = "#panel-decision-record-panel";

    private static WiredJira wired;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private final Options.Database database;

    public RecordWiredTest(Options.Database database) {
        this.database = database;
        BOXES.on(database, () -> wired = WiredJira.start(BOXES, database));
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @Test
    public void addsChangesAndRemovesARowAndKeepsItsHistory() throws Exception {
        IssueRow issue = wired.decision("Has criteria");
        Reply added = wired.post("owner", path(issue) + "/criterion", "{" + CRITERION + "}");
        assertStatus("add", 201, added);
        long id = added.json().get("id").asLong();
        assertEquals("{\"id\":" + id + ",\"version\":1,\"kind\":\"criterion\",\"text\":\"Pages open fast\",\"target\":0.4,\"unit\":\"s\","
                + "\"state\":\"OPEN\",\"followUp\":null,\"verifier\":\"lead\"}", added.body());

        Reply changed = put("lead", issue, "criterion", id, "{'text':'Pages open fast','state':'verified','version':1}");
        assertStatus("change", 200, changed);
        assertEquals("{\"issue\":\"" + issue.key() + "\",\"editable\":false,\"most\":20,\"rows\":[" + changed.body() + "]}",
                wired.get("reader", path(issue)).body());
        assertEquals("VERIFIED", changed.json().get("state").asText());
        assertTrue("what is not sent is emptied", changed.json().get("verifier").isNull());

        assertStatus("remove", 204, delete("owner", issue, "criterion", id, 2));
        assertEquals(0, wired.get("owner", path(issue)).json().get("rows").size());
        JsonNode history = wired.get("reader", path(issue) + "/history").json().get("entries");
        assertEquals(List.of("owner", "lead", "owner"), texts(history, "actor"));
        assertTrue(history.get(0).get("to").isNull() && history.get(2).get("from").isNull());
        assertEquals("VERIFIED", history.get(1).get("to").get("state").asText());
        assertEquals("criterion", history.get(1).get("to").get("kind").asText());
    }

    @Test
    public void holdsRowsOfEveryKindAndWhatTheyReferTo() throws Exception {
        IssueRow issue = wired.decision("Has everything");
        long criterion = wired.post("owner", path(issue) + "/criterion", "{" + CRITERION + "}").json().get("id").asLong();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("option", "'text':'One page','reason':'Fewer clicks','state':'chosen'");
        rows.put("trade-off", "'text':'Guests','acceptedBy':'lead'");
        rows.put("exception-state", "'path':'recovery','text':'Switch back','owner':'lead'");
        rows.put("risk", "'text':'Queues','state':'accepted','approver':'lead','expiry':'2026-12-31'");
        rows.put("communication-plan", "'audience':'Merchants','channel':'Status page','owner':'lead','nextUpdate':'2026-12-31'");
        rows.put("evidence", "'text':'Load test','reference':'https://ci.example.com/7','criterion':" + criterion);
        rows.put("hypothesis", "'text':'Guests leave','measure':'Figures','checkDate':'2026-12-31'");
        for (Map.Entry<String, String> row : rows.entrySet()) {
            assertStatus(row.getKey(), 201, wired.post("owner", path(issue) + "/" + row.getKey(), "{" + row.getValue() + "}"));
        }
        JsonNode all = wired.get("owner", path(issue)).json().get("rows");
        List<String> kinds = new ArrayList<>(List.of("criterion"));
        kinds.addAll(rows.keySet());
        assertEquals(kinds, texts(all, "kind"));
        assertEquals(criterion, all.get(6).get("criterion").asLong());
        Reply other = wired.post("owner", path(wired.decision("Another")) + "/evidence", "{" + rows.get("evidence") + "}");
        assertStatus("a criterion of another issue", 400, other);
        assertEquals(Set.of("criterion"), fields(other));
    }

    @Test
    public void takesAVerdictOnAHypothesisWithItsOutcomeAndSaysWhoGaveIt() throws Exception {
        IssueRow issue = wired.decision("Rests on a belief");
        String belief = "'text':'Guests leave','measure':'20 of 100 guests finish','exposure':'highest','owner':'lead',"
                + "'checkDate':'2020-01-11'";
        Reply added = wired.post("owner", path(issue) + "/hypothesis", "{" + belief + "}");
        assertStatus("added", 201, added);
        long id = added.json().get("id").asLong();
        assertEquals("{\"id\":" + id + ",\"version\":1,\"kind\":\"hypothesis\",\"text\":\"Guests leave\","
                + "\"measure\":\"20 of 100 guests finish\",\"exposure\":\"HIGHEST\",\"owner\":\"lead\",\"checkDate\":\"2020-01-11\","
                + "\"state\":\"OPEN\",\"outcome\":null}", added.body());
        assertTrue(details(issue).toString(), details(issue).contains("Check date: 11/Jan/20 Overdue"));

        Reply silent = put("owner", issue, "hypothesis", id, "{" + belief + ",'state':'validated','version':1}");
        assertStatus("no outcome", 400, silent);
        assertEquals(Set.of("outcome"), fields(silent));
        assertStatus("verdict", 200, put("owner", issue, "hypothesis", id,
                "{" + belief + ",'state':'validated','outcome':'26 of 100 did','version':1}"));
        assertStatus("reworded by somebody else", 200, put("lead", issue, "hypothesis", id,
                "{" + belief.replace("Guests", "Many guests") + ",'state':'validated','outcome':'26 of 100 did','version':2}"));
        List<String> said = details(issue);
        assertTrue(said.toString(), said.contains("Check date: 11/Jan/20") && said.contains("Outcome: 26 of 100 did"));
        String giver = wired.jira.users().byName("owner").orElseThrow().displayName();
        assertTrue(said.toString(), said.stream().anyMatch(one -> one.startsWith("Verdict: " + giver + ", ")));
        assertTrue(said.toString(), said.contains("Evidence: none Validated without evidence"));
        assertStatus("evidence", 201, wired.post("owner", path(issue) + "/evidence",
                "{'text':'Pilot','reference':'https://example.com/pilot','hypothesis':" + id + "}"));
        assertTrue(details(issue).toString(), details(issue).contains("Evidence: Pilot"));
        Reply other = wired.post("owner", path(wired.decision("Another")) + "/evidence",
                "{'text':'Pilot','reference':'https://example.com/pilot','hypothesis':" + id + "}");
        assertStatus("a hypothesis of another issue", 400, other);
        assertEquals(Set.of("hypothesis"), fields(other));
    }

    private List<String> details(IssueRow issue) throws Exception {
        return Jsoup.parse(wired.get("owner", path(issue) + "/panel").body()).select("[data-kind=hypothesis] dl div").eachText();
    }

    /** Needs no import to be useful: what is hidden is counted, what is typed stays text, and the same project makes the same bytes. */
    @Test
    public void isTakenOutWithItsProjectAsFarAsOneMayBrowseIt() throws Exception {
        IssueRow issue = wired.decision("Taken out <b>");
        assertStatus("option", 201, wired.post("owner", path(issue) + "/option", "{'text':'# Acme','reason':'Cheaper','state':'chosen'}"));
        assertStatus("criterion", 201, wired.post("owner", path(issue) + "/criterion", "{" + CRITERION + "}"));

        TakeOutFile lead = TakeOutFile.of(wired, "lead", "SHOP");

        String markdown = lead.files().get("decisions/" + issue.key() + ".md");
        assertTrue(markdown, markdown.contains("# " + issue.key() + ": Taken out \\<b\\>\n")
                && markdown.contains("\nChosen option: \\# Acme, because Cheaper.\n"));
        assertTrue(lead.files().get("records.csv"),
                lead.files().get("records.csv").contains(",criterion,,Pages open fast,,,,,,,,0.4,s,,OPEN,,,lead,"));
        JsonNode json = new ObjectMapper().readTree(lead.files().get("take-out.json"));
        assertEquals(Set.of(), JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("../../docs/reference/take-out.schema.json"))).validate(json));
        assertEquals(0, json.path("hidden").asInt());
        assertArrayEquals("the same project makes the same bytes", lead.bytes(), TakeOutFile.of(wired, "lead", "SHOP").bytes());
        for (String who : List.of("owner", "reader")) {
            assertStatus(who, 403, wired.post(who, "/rest/decision-gates/1.0/take-out?key=SHOP", ""));
        }
        assertStatus("outsider", 404, wired.post("outsider", "/rest/decision-gates/1.0/take-out?key=SHOP", ""));
        assertEquals(List.of(), wired.box.blockedCalls());
    }

    /** What an interrupted one has stored is not read again: a part of a test's own is in the file. */
    @Test
    public void isTakenOutWithAllProjectsAndGoneOnWithWhereThatStopped() throws Exception {
        IssueRow issue = wired.decision("Taken out with all");
        TakeOutFile all = TakeOutFile.ofAll(wired, "admin", "");
        assertTrue(all.files().keySet().toString(), all.files().keySet().containsAll(List.of("SHOP/take-out.json",
                "SHOP/decisions/" + issue.key() + ".md", "policies-of-all-projects/decision.json", "manifest.json")));
        assertArrayEquals("the same projects make the same bytes", all.bytes(), TakeOutFile.ofAll(wired, "admin", "").bytes());

        String part = "{'project':'SHOP','reached':" + issue.id() + ",'people':{},'issues':[{'id':1,'key':'SHOP-0','type':'decision',"
                + "'summary':'Read before','description':'','status':'Draft','created':'2026-11-16T08:00:00Z',"
                + "'updated':'2026-11-16T08:00:00Z','fields':{},'links':[],'hiddenLinks':0,'records':[],'impact':[],'waivers':[],"
                + "'gates':[]}],'policies':[],'weeks':[]}";
        String task = BackgroundTasks.start(wired, "admin", "take-out", progress -> {
            progress.keep(part.replace('\'', '"'));
            throw new IllegalStateException("the node is stopped");
        });
        await("it fails").until(() -> wired.get("admin", "/rest/decision-gates/1.0/tasks/" + task).json().path("state").asText(),
                "FAILED"::equals);
        IssueRow later = wired.decision("Taken out after that");
        TakeOutFile resumed = TakeOutFile.ofAll(wired, "admin", task);

        JsonNode taken = new ObjectMapper().readTree(resumed.files().get("SHOP/take-out.json")).path("issues");
        assertEquals(List.of("SHOP-0", later.key()), texts(taken, "key"));
        String of = "/rest/decision-gates/1.0/take-out?all=true";
        assertStatus("of somebody else", 404, wired.post("lead", "/rest/decision-gates/1.0/take-out?key=SHOP&earlier=" + task, ""));
        assertStatus("lead", 403, wired.post("lead", of, ""));
        assertStatus("nothing was interrupted", 404, wired.post("admin", of + "&earlier=none", ""));
    }

    /** But for keys, ids and times of the other instance, which the report and the manifest name. */
    @Test
    public void isImportedElsewhereAsWhatWasTakenOutAndOnlyOnce() throws Exception {
        openForAdmin("OLD");
        openForAdmin("NEW");
        IssueRow decision = wired.create("OLD", "Decision",
                new IssueInput().set("summary", "Which <b>bank</b>?").set("duedate", DUE)
                        .set("description", "=1+1\n\n# Two banks").set(wired.field("Owner"), "owner")
                        .set(wired.field("Question and options"), "Which one?"));
        IssueRow replaced = wired.create("OLD", "Decision", new IssueInput().set("summary", "Which cash desk?"));
        value(replaced, wired.field("Superseded by"), decision.key());
        wired.create("OLD", "Task", new IssueInput().set("summary", "No part of it"));
        IssueRow blocker = wired.create("OLD", "Blocker", new IssueInput().set("summary", "No contract").set("duedate", DUE)
                .set(wired.field("Owner"), "lead").set(wired.field("Cause"), "Nobody available")
                .set(wired.field("Fallback plan"), "Sell on invoice until there is one"));
        long criterion = wired.post("lead", path(decision) + "/criterion", "{" + CRITERION + "}").json().get("id").asLong();
        assertStatus("gap", 201, wired.post("lead", path(decision) + "/criterion",
                "{'text':'Refunds are fast','state':'not-demonstrable','followUp':'" + replaced.key() + "'}"));
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("option", "'text':'Acme {noformat} [~admin]','reason':'Cheaper','state':'chosen'");
        rows.put("evidence", "'text':'Load test','reference':'https://ci.example.com/7','criterion':" + criterion);
        rows.put("risk", "'text':'Queues','state':'accepted','approver':'lead','expiry':'2026-12-31'");
        long belief = wired.post("lead", path(decision) + "/hypothesis", "{'text':'Guests leave','measure':'Figures','owner':'owner',"
                + "'checkDate':'2026-12-31','state':'invalidated','outcome':'They stay'}").json().get("id").asLong();
        assertStatus("pilot", 201, wired.post("lead", path(decision) + "/evidence",
                "{'text':'Pilot','reference':'https://ci.example.com/8','hypothesis':" + belief + "}"));
        for (Map.Entry<String, String> row : rows.entrySet()) {
            assertStatus(row.getKey(), 201, wired.post("lead", path(decision) + "/" + row.getKey(), "{" + row.getValue() + "}"));
        }
        assertStatus("impact", 201, wired.post("lead", "/rest/decision-gates/1.0/issue/" + decision.key() + "/impact-lines",
                "{'metric':'Calls','unit':'a day','direction':'DOWN','baseline':'100','expected':'80','confidence':'0.8'}"));
        long blocks = wired.jira.links().types().stream().filter(type -> type.name().equals("Blocks")).findFirst().orElseThrow().id();
        wired.jira.links().create(blocks, blocker.id(), decision.id(), "lead");
        long supersedes = wired.jira.links().types().stream().filter(type -> type.outward().equals("supersedes")).findFirst().orElseThrow()
                .id();
        wired.jira.links().create(supersedes, decision.id(), replaced.id(), "lead");
        TakeOutFile before = TakeOutFile.of(wired, "admin", "OLD");
        String file = before.files().get("take-out.json").replaceFirst("(\"address\" : )\"[^\"]*\"",
                "$1\"https://old.example.com/jira\"");

        ImportedFile imported = ImportedFile.of(wired, file, "NEW", "");
        assertEquals(imported.report().toString(), 3, imported.count("CREATED"));
        assertEquals("nothing was left out", List.of("The verdict on the hypothesis \u201CGuests leave\u201D counts in the week of this "
                + "import, and the panel does not name who gave it."), imported.notes());
        assertEquals(List.of("lead", "owner"), texts(imported.plan().path("people"), "here"));
        TakeOutFile after = TakeOutFile.of(wired, "admin", "NEW");
        for (String name : List.of("issues.csv", "records.csv", "impact.csv", "links.csv", "waivers.csv", "gates.csv", "take-out.json")) {
            assertEquals(name, told(before.files().get(name), Map.of()), told(after.files().get(name), imported.keys()));
        }
        String record = "decisions/" + decision.key() + ".md";
        String there = imported.keys().entrySet().stream().filter(keys -> keys.getValue().equals(decision.key())).findFirst().orElseThrow()
                .getKey();
        assertEquals(told(before.files().get(record), Map.of()),
                told(after.files().get("decisions/" + there + ".md"), imported.keys()));
        IssueRow here = wired.jira.issues().byKey(there).orElseThrow();
        assertEquals("admin", here.reporterKey());
        String comment = wired.jira.comments().of(here.id()).get(0).body();
        assertTrue(comment,
                comment.startsWith("{noformat}\nWas: Draft\nImported from " + decision.key() + " (https://old.example.com/jira/browse/"));

        ImportedFile again = ImportedFile.of(wired, file, "NEW", "{\"people\":{\"owner\":\"\"}}");
        assertEquals(again.report().toString(), 3, again.count("FOUND"));
        assertArrayEquals("nothing twice", after.bytes(), TakeOutFile.of(wired, "admin", "NEW").bytes());
        ImportedFile moved = ImportedFile.of(wired, file.replace(decision.key(), "OTHER-1"), "NEW", "");
        assertEquals("an issue keeps its id when its key changes", 3, moved.count("FOUND"));
        assertEquals(List.of(), wired.box.blockedCalls());
    }

    /** In a file of more than 7 MB. */
    @Test
    public void importsIssuesOfEveryStatusAndSaysWhatTheyWere() throws Exception {
        openForAdmin("ONCE");
        openForAdmin("AGAIN");
        wired.create("ONCE", "Decision", new IssueInput().set("summary", "=HYPERLINK(\"https://evil.example.com\") <b>x</b> {noformat}")
                .set("description", "# no heading\n[a](javascript:alert(1))\n{noformat}\n../../etc/passwd"));
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode file = (ObjectNode) mapper.readTree(TakeOutFile.of(wired, "admin", "ONCE").files().get("take-out.json"));
        ObjectNode one = (ObjectNode) file.path("issues").get(0);
        file.put("address", "https://every.example.com");
        ArrayNode issues = file.putArray("issues");
        for (DecisionPhases phase : DecisionPhases.values()) {
            ObjectNode issue = one.deepCopy().put("id", 900_000 + phase.ordinal()).put("key", "ONCE-" + (900 + phase.ordinal()))
                    .put("status", phase.name().toLowerCase(Locale.ROOT)).put("phase", phase.name())
                    .put("statusSince", "2026-10-0" + (1 + phase.ordinal()) + "T08:00:00Z");
            ArrayNode gates = issue.putArray("gates");
            for (int gate = 0; gate < 100; gate++) {
                gates.addObject().put("at", "2026-10-01T08:00:00Z").put("transition", "Decide").put("actor", "ann").put("source", "REST")
                        .put("policy", "decision").put("version", 1).put("gate", "decide").put("outcome", "REFUSED").putArray("failed")
                        .add("rule " + "x".repeat(9_000));
            }
            issues.add(issue);
        }
        String sent = mapper.writeValueAsString(file);
        assertTrue("more than 7 MB", sent.length() > 7_000_000);

        ImportedFile imported = ImportedFile.of(wired, sent, "AGAIN", "");
        assertEquals(imported.report().toString(), 8, imported.count("CREATED"));
        assertEquals(8, imported.plan().path("statuses").size() + 1);
        JsonNode taken = mapper.readTree(TakeOutFile.of(wired, "admin", "AGAIN").files().get("take-out.json")).path("issues");
        assertEquals(8, taken.size());
        for (int number = 0; number < 8; number++) {
            DecisionPhases phase = DecisionPhases.values()[number];
            String was = "Was: " + phase.name().toLowerCase(Locale.ROOT) + " since 2026-10-0" + (1 + number) + "T08:00:00Z";
            assertTrue(imported.notes().toString(), imported.notes().get(number).startsWith(was));
            String comment = wired.jira.comments().of(taken.get(number).path("id").asLong()).get(0).body();
            assertTrue(comment, comment.startsWith("{noformat}\n" + was + "\n"));
            assertEquals(ofNoInstance(one), ofNoInstance(taken.get(number)));
            assertEquals("DRAFT", taken.get(number).path("phase").asText());
        }
        assertEquals(List.of(), wired.box.blockedCalls());
    }

    /** What does not differ from one instance to another. */
    private static JsonNode ofNoInstance(JsonNode issue) {
        return ((ObjectNode) issue.deepCopy())
                .without(List.of("id", "key", "status", "phase", "statusSince", "created", "updated", "gates"));
    }

    /** As the app names them. */
    private enum DecisionPhases {
        DRAFT, IN_REVIEW, DECIDED, IN_DELIVERY, LIVE, CLOSED, REJECTED, SUPERSEDED
    }

    @Test
    public void importsAnIssueAtAnExactNumberOfStatements() throws Exception {
        openForAdmin("COST");
        wired.create("COST", "Decision", new IssueInput().set("summary", "Counted"));
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode file = (ObjectNode) mapper.readTree(TakeOutFile.of(wired, "admin", "COST").files().get("take-out.json"));
        JsonNode one = file.path("issues").get(0);
        Map<Integer, Map<String, Integer>> counts = new LinkedHashMap<>();
        for (int many : List.of(2, 5)) {
            ArrayNode issues = file.put("address", "https://cost" + many + ".example.com").putArray("issues");
            for (int number = 0; number < many; number++) {
                issues.add(((ObjectNode) one.deepCopy()).put("id", 1 + number).put("key", "COST-" + (100 + number)));
            }
            StatementLog log = wired.box.logStatements();
            assertEquals(many, ImportedFile.of(wired, mapper.writeValueAsString(file), "COST", "").count("CREATED"));
            counts.put(many, byTable(log.sent()));
        }
        Map<String, Integer> more = new TreeMap<>(counts.get(5));
        counts.get(2).forEach((sent, count) -> more.merge(sent, -count, Integer::sum));
        more.values().removeIf(count -> count == 0);
        assertEquals(
                "for three issues more: looked for when checked, begun, made and done, twice besides; and their creation in the journal",
                Map.of("SELECT IMPORTED_ISSUE", 15, "INSERT IMPORTED_ISSUE", 3, "UPDATE IMPORTED_ISSUE", 6, "INSERT ISSUE_CHANGE", 3),
                more);
    }

    /** Of tasks of the app: how often what was sent to which of its tables of imports, records and impact lines. */
    private static Map<String, Integer> byTable(Statements sent) {
        Map<String, Integer> counts = new TreeMap<>();
        sent.all().stream().filter(one -> one.thread().startsWith("decision-gates-task")).map(one -> one.sql().toUpperCase(Locale.ROOT))
                .filter(sql -> !sql.contains("NEXTVAL"))
                .forEach(sql -> List.of("IMPORTED_ISSUE", "ISSUE_RECORD", "IMPACT_LINE", "ISSUE_CHANGE").stream().filter(sql::contains)
                        .forEach(table -> counts.merge(sql.substring(0, sql.indexOf(' ')) + " " + table, 1, Integer::sum)));
        return counts;
    }

    @Test
    public void keepsTheNewestTakeOutsOfAPerson() throws Exception {
        openForAdmin("KEPT");
        List<String> started = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            TakeOutFile.of(wired, "admin", "KEPT");
            started.add(wired.get("admin", "/plugins/servlet/decision-gates/take-out?project=KEPT").body());
        }
        List<String> kept = Jsoup.parse(started.get(5)).select("#decision-gates-take-out-kept a").eachAttr("href");
        assertEquals(5, kept.size());
        String oldest = Jsoup.parse(started.get(0)).select("#decision-gates-take-out-kept a").get(0).attr("href");
        assertFalse(kept.contains(oldest));
        assertStatus("the oldest", 404, wired.get("admin", oldest));
        String gone = wired.get("admin", "/plugins/servlet/decision-gates/take-out?project=KEPT&task="
                + oldest.substring(oldest.lastIndexOf('/') + 1)).body();
        assertEquals("That take-out is no longer kept, or is not yours. Start a new one.",
                Jsoup.parse(gone).select("#decision-gates-take-out-problems p").text());
    }

    @Test
    public void takesOutOnlyWhatWhoAsksMayBrowse() throws Exception {
        wired.open("PARTLY");
        IssueRow seen = wired.create("PARTLY", "Decision", new IssueInput().set("summary", "For everybody"));
        IssueRow secret = wired.create("PARTLY", "Decision", new IssueInput().set("summary", "Buy the competitor"));
        wired.post("lead", path(secret) + "/risk", "{'text':'Insider knowledge'}");
        Reply gap = wired.post("lead", path(seen) + "/criterion",
                "{'text':'Nobody buys us','state':'not-demonstrable','followUp':'" + secret.key().toLowerCase(Locale.ROOT) + "'}");
        assertEquals("who may see it", secret.key(), gap.json().path("followUp").asText());
        long blocks = wired.jira.links().types().stream().filter(type -> type.name().equals("Blocks")).findFirst().orElseThrow().id();
        wired.jira.links().create(blocks, secret.id(), seen.id(), "lead");
        long scheme = wired.jira.levels().createScheme("Levels of take-outs");
        wired.jira.levels().create(scheme, "Board alone", List.of("jira-administrators"));
        wired.jira.levels().useScheme(wired.id("PARTLY"), scheme);
        value(secret, Levels.FIELD, String.valueOf(wired.jira.levels().named("Board alone").get(0).id()));
        TakeOutFile file = TakeOutFile.of(wired, "lead", "PARTLY");
        file.files().forEach((name, text) -> {
            assertFalse(name, (name + text).contains(secret.key()));
            assertFalse(name, text.contains("Buy the competitor") || text.contains("Insider knowledge"));
        });
        JsonNode taken = new ObjectMapper().readTree(file.files().get("take-out.json"));
        assertEquals(1, taken.path("hidden").asInt());
        assertEquals(1, taken.path("issues").get(0).path("hiddenLinks").asInt());
        assertFalse("a follow-up is left out with it", file.files().get("take-out.json").contains("followUp"));
        assertHiddenFollowUp(seen, secret, gap.json().path("id").asLong());
    }

    /** Whoever may not see the follow-up of a criterion can keep it all the same, and learns nothing of it but its number. */
    private void assertHiddenFollowUp(IssueRow seen, IssueRow secret, long criterion) throws Exception {
        String number = String.valueOf(secret.id());
        assertEquals(number, wired.get("lead", path(seen)).json().path("rows").get(0).path("followUp").asText());
        String exported = wired.get("lead", "/rest/decision-gates/1.0/records?project=PARTLY").body();
        assertTrue(exported, exported.contains("\"followUp\":\"" + number + "\"") && !exported.contains(secret.key()));
        String panel = wired.get("lead", path(seen) + "/panel").body();
        assertEquals("Follow-up: An issue that you may not see", Jsoup.parse(panel).select("[data-kind=criterion] dl div").text());
        assertFalse(panel, panel.contains(secret.key()) || panel.contains("Buy the competitor"));
        assertStatus("kept", 200, put("lead", seen, "criterion", criterion,
                "{'text':'Nobody buys us','state':'not-demonstrable','followUp':'" + number + "','version':1}"));
        for (String other : List.of(secret.key(), String.valueOf(seen.id()), seen.key(), "PARTLY-999", number + "0")) {
            Reply refused = put("lead", seen, "criterion", criterion, "{'text':'Nobody buys us','followUp':'" + other + "','version':2}");
            assertStatus(other, 400, refused);
            assertEquals(Set.of("followUp"), fields(refused));
        }
    }

    @Test
    public void completesAnImportThatFailedOnTheWay() throws Exception {
        openForAdmin("HALF");
        IssueRow issue = wired.create("HALF", "Decision", new IssueInput().set("summary", "Imported half"));
        assertStatus("risk", 201, wired.post("lead", path(issue) + "/risk", "{'text':'Queues'}"));
        assertStatus("risk", 201, wired.post("lead", path(issue) + "/risk", "{'text':'Queues'}"));
        String file = TakeOutFile.of(wired, "admin", "HALF").files().get("take-out.json").replaceFirst("(\"address\" : )\"[^\"]*\"",
                "$1\"https://half.example.com\"");
        for (String table : List.of("IMPORTED_ISSUE", "ISSUE_RECORD", "COMPLETE\\b.*WHERE")) {
            wired.faults().failStatements(sql -> !sql.toUpperCase(Locale.ROOT).startsWith("SELECT")
                    && java.util.regex.Pattern.compile(table).matcher(sql.toUpperCase(Locale.ROOT)).find());
            try {
                String check = wired.call("admin", "POST", ImportedFile.IMPORTS + "?project=HALF", WiredJira.JSON, file).json().path("task")
                        .asText();
                await("it is checked").until(() -> wired.get("admin", ImportedFile.IMPORTS + "/" + check).status(),
                        status -> status == 200);
                String task = wired.call("admin", "POST", ImportedFile.IMPORTS + "/" + check, WiredJira.JSON, "").json().path("task")
                        .asText();
                await("it ends").until(() -> wired.get("admin", "/rest/decision-gates/1.0/tasks/" + task).json().path("state").asText(),
                        state -> state.equals("DONE") || state.equals("FAILED"));
            } finally {
                wired.faults().heal();
            }
        }
        ImportedFile imported = ImportedFile.of(wired, file, "HALF", "");
        assertEquals(imported.report().toString(), 1, imported.count("CREATED"));
        JsonNode taken = new ObjectMapper().readTree(TakeOutFile.of(wired, "admin", "HALF").files().get("take-out.json")).path("issues");
        assertEquals(taken.toString(), 2, taken.size());
        assertEquals(2, taken.get(1).path("records").size());
        assertEquals(1, wired.jira.comments().of(taken.get(1).path("id").asLong()).size());
    }

    @Test
    public void importsNothingOfAFileThatIsNotSound() throws Exception {
        openForAdmin("SOUND");
        String sound = TakeOutFile.of(wired, "admin", "SHOP").files().get("take-out.json");
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("PK\u0003\u0004", "This is a ZIP file.");
        bodies.put("", "This file is empty.");
        bodies.put("[]", "This is another kind of file");
        bodies.put("{\"a\":1}", "This file did not come from a take-out");
        bodies.put(sound.substring(0, sound.length() / 2), "This file cannot be read from line ");
        bodies.put(sound.replace("\"format\" : 1", "\"format\" : 99"), "a newer version of Decision Gates (format 99)");
        bodies.put(sound.replace("\"key\" : \"SHOP-", "\"key\" : \"../SHOP-"), "Line ");
        for (Map.Entry<String, String> body : bodies.entrySet()) {
            Reply reply = wired.call("admin", "POST", ImportedFile.IMPORTS + "?project=SOUND", WiredJira.JSON, body.getKey());
            assertStatus(body.getKey().substring(0, Math.min(80, body.getKey().length())), 400, reply);
            assertReadable("the file", reply.errors());
            assertNames("the file", reply.errors(), body.getValue());
        }
        assertStatus("no type", 415, wired.call("admin", "POST", ImportedFile.IMPORTS + "?project=SOUND", "text/plain", sound));
        assertStatus("lead", 403, wired.call("lead", "POST", ImportedFile.IMPORTS + "?project=SOUND", WiredJira.JSON, sound));
        assertStatus("not enabled", 400, wired.call("admin", "POST", ImportedFile.IMPORTS + "?project=RISK", WiredJira.JSON, sound));
        Reply mapped = wired.call("admin", "POST", ImportedFile.IMPORTS + "/none", WiredJira.JSON, "{\"people\":{\"x\":\"nobody\"}}");
        assertStatus("no such check", 404, mapped);
        assertEquals(0,
                new ObjectMapper().readTree(TakeOutFile.of(wired, "admin", "SOUND").files().get("take-out.json")).path("issues").size());
    }

    @Test
    public void isTakenOutByWhoMayBrowseNothingAsANumber() throws Exception {
        wired.open("UNSEEN");
        wired.create("UNSEEN", "Decision", new IssueInput().set("summary", "Not for the administrator"));
        JsonNode taken = new ObjectMapper().readTree(TakeOutFile.of(wired, "admin", "UNSEEN").files().get("take-out.json"));
        assertEquals(1, taken.path("hidden").asInt());
        assertEquals(0, taken.path("issues").size());
    }

    /** Of a field that is on no screen. */
    private static void value(IssueRow issue, String field, String value) {
        wired.box.box().jdbc().sql("insert into jira_issue_value (issue_id, field_id, seq, text_value) values (?, ?, 0, ?)")
                .param(issue.id()).param(field).param(value).update();
    }

    /** What a file tells, without what differs from one instance to another. @param keys there, by keys here */
    private static String told(String file, Map<String, String> keys) {
        String told = file;
        for (Map.Entry<String, String> key : keys.entrySet()) {
            told = told.replaceAll("\\b" + key.getKey() + "\\b", key.getValue());
        }
        return told.replaceAll("\"id\" : [0-9]+", "\"id\" : 0").replaceAll("(?m)^([A-Z]+-[0-9]+),[0-9]+,", "$1,0,")
                .replaceAll("(\"(criterion|hypothesis)\" : )\"[0-9]+\"", "$1\"0\"")
                .replaceAll("(evidence,.*,https://[^,]*,,?)[0-9]+", "$10")
                .replaceAll("20[0-9-]{8}T[0-9:.]+Z", "then").replaceAll("(?m)^date: .*", "date: then")
                .replaceAll("(?m)^  \"(key|name)\" : \"(OLD|NEW)\"", "  \"$1\" : \"OLD\"");
    }

    /** A new project in which the administrator may do everything besides. */
    private static void openForAdmin(String key) throws Exception {
        wired.open(key);
        for (Permission permission : Permission.values()) {
            wired.jira.permissions().grant(wired.id(key), permission, "jira-administrators");
        }
    }

    @Test
    public void losesNothingWhenTwoChangeTheSameRow() throws Exception {
        IssueRow issue = wired.decision("Changed by two");
        long id = wired.post("owner", path(issue) + "/risk", "{'text':'Queues fill up'}").json().get("id").asLong();
        assertStatus("first", 200, put("lead", issue, "risk", id, "{'text':'Queues overflow','version':1}"));

        Reply second = put("owner", issue, "risk", id, "{'text':'Mine','version':1}");
        assertStatus("second", 409, second);
        assertReadable("second", second.errors());
        assertNames("second", second.errors(), "Queues overflow");
        assertEquals(2, second.json().get("current").get("version").asInt());
        assertStatus("remove", 409, delete("owner", issue, "risk", id, 1));
        assertEquals("Queues overflow", wired.get("owner", path(issue)).json().get("rows").get(0).get("text").asText());
        assertStatus("knowing it", 200, put("owner", issue, "risk", id, "{'text':'Mine','version':2}"));
    }

    @Test
    public void namesEverythingThatIsWrongAtOnce() throws Exception {
        IssueRow issue = wired.decision("Badly described");
        Reply reply = wired.post("owner", path(issue) + "/criterion",
                "{'text':'" + "x".repeat(1001) + "','target':'1,234','unit':[1],'state':'done','verifier':'nobody','Text':'x','id':7}");
        assertStatus("all of it", 400, reply);
        assertReadable("all of it", reply.errors());
        assertEquals(Set.of("text", "target", "unit", "state", "verifier", "Text", "id"), fields(reply));
        assertEquals(Set.of("reference", "text"),
                fields(wired.post("owner", path(issue) + "/evidence", "{'reference':'javascript:alert(1)'}")));
        assertEquals(Set.of("version", "text"), fields(put("owner", issue, "criterion", 1, "{}")));
        assertEquals(0, wired.get("owner", path(issue)).json().get("rows").size());
    }

    @Test
    public void refusesWhatIsNoRowAtAll() throws Exception {
        IssueRow issue = wired.decision("Sent nonsense");
        Map<String, Integer> bodies = new LinkedHashMap<>();
        for (String nonsense : List.of("", "{", "[]", "7", "null", "{} {}", "{'text':'a','text':'b'}", "[".repeat(4000),
                "{'text':\u0000}")) {
            bodies.put(nonsense, 400);
        }
        bodies.put("{'text':'" + "x".repeat(9000) + "'}", 413);
        for (Map.Entry<String, Integer> body : bodies.entrySet()) {
            String when = body.getKey().length() > 40 ? body.getKey().substring(0, 40) : body.getKey();
            Reply reply = wired.post("owner", path(issue) + "/risk", body.getKey());
            assertStatus(when, body.getValue(), reply);
            assertReadable(when, reply.errors());
        }
        for (String kind : List.of("wish", "RISK", "risks", "%3Cb%3E")) {
            Reply reply = wired.post("owner", path(issue) + "/" + kind, "{'text':'x'}");
            assertStatus(kind, 404, reply);
            assertNames(kind, reply.errors(), "trade-off");
        }
        for (String id : List.of("0", "-1", "x", "99999999999999999999", "123456789")) {
            assertStatus(id, 404,
                    wired.call("owner", "PUT", path(issue) + "/risk/" + id, WiredJira.JSON, "{\"text\":\"x\",\"version\":1}"));
        }
        long risk = wired.post("owner", path(issue) + "/risk", "{'text':'Queues'}").json().get("id").asLong();
        assertStatus("a row of another kind", 404, put("owner", issue, "option", risk, "{'text':'x','version':1}"));
        assertStatus("a row of another issue", 404, put("owner", wired.decision("Another"), "risk", risk, "{'text':'x','version':1}"));
        assertEquals(1, wired.get("owner", path(issue)).json().get("rows").size());
    }

    @Test
    public void holdsTwentyRowsOfAKind() throws Exception {
        IssueRow issue = wired.decision("Risks everything");
        for (int i = 0; i < 20; i++) {
            assertStatus("row " + i, 201, wired.post("owner", path(issue) + "/risk", "{'text':'number " + i + "'}"));
        }
        Reply more = wired.post("owner", path(issue) + "/risk", "{'text':'one more'}");
        assertStatus("one more", 400, more);
        assertNames("one more", more.errors(), "20");
        assertStatus("of another kind", 201, wired.post("owner", path(issue) + "/option", "{'text':'One page'}"));
    }

    @Test
    public void costsAnExactNumberOfStatements() throws Exception {
        IssueRow issue = wired.decision("Counted");
        IssueRow task = wired.create("SHOP", "Task", new IssueInput().set("summary", "None of ours"));
        long id = wired.post("owner", path(issue) + "/criterion", "{" + CRITERION + "}").json().get("id").asLong();
        wired.post("owner", path(issue) + "/option", "{'text':'One page'}");
        wired.get("owner", "/browse/" + issue.key());

        assertEquals(List.of("SELECT"), ours(() -> wired.get("reader", path(issue))));
        assertEquals(List.of("SELECT"), ours(() -> wired.get("reader", path(issue) + "/history")));
        assertEquals(List.of("SELECT"), ours(() -> wired.get("reader", path(issue) + "/panel")));
        assertEquals("a page that is none of ours", List.of(), ours(() -> wired.get("owner", "/browse/" + task.key())));
        assertEquals(List.of("SELECT", "INSERT", "INSERT"), ours(() -> wired.post("owner", path(issue) + "/risk", "{'text':'Queues'}")));
        assertEquals(List.of("SELECT", "INSERT", "UPDATE"),
                ours(() -> put("owner", issue, "criterion", id, "{'text':'Other','version':1}")));
        assertEquals(List.of("SELECT", "INSERT", "DELETE"), ours(() -> delete("owner", issue, "criterion", id, 2)));
    }

    @Test
    public void storesARowAndItsEntryOrNeither() throws Exception {
        IssueRow issue = wired.decision("While the database breaks");
        long id = wired.post("owner", path(issue) + "/risk", "{'text':'Queues'}").json().get("id").asLong();
        String before = wired.get("owner", path(issue)).body() + wired.get("owner", path(issue) + "/history").body();
        for (String table : List.of("ISSUE_CHANGE", "ISSUE_RECORD", "commit")) {
            wired.faults()
                    .failStatements(sql -> table.equals(sql) || !sql.toUpperCase(Locale.ROOT).startsWith("SELECT") && sql.contains(table));
            List<Reply> replies = new ArrayList<>();
            try {
                replies.add(wired.post("owner", path(issue) + "/risk", "{'text':'More'}"));
                replies.add(put("owner", issue, "risk", id, "{'text':'Other','version':1}"));
                replies.add(delete("owner", issue, "risk", id, 1));
            } finally {
                wired.faults().heal();
            }
            for (Reply reply : replies) {
                assertStatus(table, 500, reply);
                assertReadable(table, reply.errors());
            }
            assertEquals(table, before, wired.get("owner", path(issue)).body() + wired.get("owner", path(issue) + "/history").body());
        }
        assertStatus("healed", 200, put("owner", issue, "risk", id, "{'text':'Other','version':1}"));
    }

    @Test
    public void showsTheRecordOnThePageAndControlsOnlyToThoseWhoMayEdit() throws Exception {
        IssueRow issue = wired.decision("Seen by many");
        assertStatus("hostile", 201, wired.post("owner", path(issue) + "/option", "{'text':'" + HOSTILE + "'}"));
        Document forOwner = page("owner", issue.key());
        Document forReader = page("reader", issue.key());

        assertEquals(8, forOwner.select(PANEL + " form").size());
        assertEquals(0, forReader.select(PANEL + " button, " + PANEL + " form").size());
        for (Document page : List.of(forOwner, forReader)) {
            assertTrue(page.select(PANEL + " bdi").text(),
                    page.select(PANEL + " bdi").text().startsWith("<img src=x onerror=alert(1)>\" ;\\=$view"));
            assertEquals(0, page.select("[onerror], img[src=x]").size());
            assertEquals(0, page.select("#panel-blocker-record-panel").size());
        }
        assertTrue(forReader.html().contains("decision-gates:rows/rows.js"));
        assertFalse("other pages load nothing", wired.get("owner", "/secure/Dashboard.jspa").body().contains("decision-gates:record/"));
        assertEquals(forOwner.select(PANEL + " .decision-gates-rows-sections").outerHtml(),
                Jsoup.parse(wired.get("owner", path(issue) + "/panel").body()).select(".decision-gates-rows-sections").outerHtml());
        assertEquals("the template calls what is listed only", List.of(), wired.box.blockedCalls());
    }

    @Test
    public void exportsWhatTheReaderMayBrowse() throws Exception {
        IssueRow issue = wired.decision("Exported");
        wired.post("owner", path(issue) + "/risk", "{'text':'=1+1, or \\\"two\\\"','approver':'lead'}");
        wired.post("owner", path(issue) + "/criterion", "{" + CRITERION + "}");
        String export = "/rest/decision-gates/1.0/records";

        JsonNode page = wired.get("reader", export + "?project=SHOP").json();
        List<String> kinds = new ArrayList<>();
        page.get("rows").forEach(row -> {
            if (row.get("issue").asText().equals(issue.key())) {
                kinds.add(row.get("kind").asText());
            }
        });
        assertEquals(List.of("risk", "criterion"), kinds);
        assertTrue(page.get("next").isNull());
        assertEquals("one search of Jira, and one statement", List.of("SELECT"), ours(() -> wired.get("reader", export + "?project=SHOP")));

        Reply csv = wired.get("reader", export + "/csv?project=SHOP");
        assertTrue(csv.header("Content-Type"), csv.header("Content-Type").startsWith("text/csv"));
        assertTrue(csv.body(), csv.body().startsWith("issue,id,version,kind,path,text,measure,audience,"));
        assertTrue(csv.body(), csv.body().contains("\"'=1+1, or \"\"two\"\"\""));
        Reply hidden = wired.get("reader", export + "?project=RISK");
        assertStatus("a hidden project", 404, hidden);
        assertEquals(hidden.body().replace("RISK", "?"), wired.get("reader", export + "?project=GONE").body().replace("GONE", "?"));
        assertStatus("no such page", 400, wired.get("reader", export + "?project=SHOP&start=9801"));
    }

    private static Document page(String user, String key) throws Exception {
        Reply reply = wired.get(user, "/browse/" + key);
        assertStatus(key, 200, reply);
        return Jsoup.parse(reply.body());
    }

    private static String path(IssueRow issue) {
        return "/rest/decision-gates/1.0/issue/" + issue.key() + "/records";
    }

    private static Reply put(String user, IssueRow issue, String kind, long id, String json) throws Exception {
        return wired.call(user, "PUT", path(issue) + "/" + kind + "/" + id, WiredJira.JSON, json.replace('\'', '"'));
    }

    private static Reply delete(String user, IssueRow issue, String kind, long id, int version) throws Exception {
        return wired.call(user, "DELETE", path(issue) + "/" + kind + "/" + id + "?version=" + version, null, null, "X-Atlassian-Token",
                "no-check");
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
