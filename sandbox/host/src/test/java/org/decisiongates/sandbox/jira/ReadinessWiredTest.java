package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.decisiongates.sandbox.jira.WiredJira.assertNames;
import static org.decisiongates.sandbox.jira.WiredJira.assertReadable;
import static org.decisiongates.sandbox.jira.WiredJira.assertStatus;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.StatementLog;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.VersionRow;
import org.decisiongates.sandbox.jira.model.Versions;
import org.decisiongates.sandbox.jira.web.Browser;

/**
 * What the shipped jar says before a transition, over HTTP: the same as the gate at the transition, with what a program needs to repair it.
 */
@RunWith(Parameterized.class)
public class ReadinessWiredTest {

    private static final String RELEASE = "/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-readiness-link";
    private static final int SEND_FOR_REVIEW = 11;
    private static final int DECIDE = 21;
    private static final int START_DELIVERY = 31;

    private static final Map<String, String[]> OWNER_AND_DATE = Map.of("gate.rules", new String[] {"has-owner", "has-due-date"},
            "has-owner.field", new String[] {"assignee"}, "has-due-date.field", new String[] {"duedate"}, "has-due-date.horizon-days",
            new String[] {"28"});

    private static WiredJira wired;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    public ReadinessWiredTest(Options.Database database) {
        BOXES.on(database, () -> wired = WiredJira.start(BOXES, database));
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @Test
    public void letsAProgramRepairAnIssueThatHasOnlyTheAnswers() throws Exception {
        IssueRow issue = wired.decision("Repaired by a program");
        RepairScript script = script();
        Reply refused = script.transition(issue.key(), SEND_FOR_REVIEW);
        assertStatus("empty as it is", 400, refused);
        assertEquals(RepairScript.missing(script.readiness(issue.key(), SEND_FOR_REVIEW)),
                RepairScript.refused(RepairScript.keysOf(refused)));

        Map<String, String> supplied = script.move(issue.key(), SEND_FOR_REVIEW);

        assertEquals(Map.of(wired.field("Owner"), "has-owner", "duedate", "has-due-date", wired.field("Acceptance criteria"),
                "has-acceptance-criteria"), supplied);
        assertEquals("In review", wired.status(issue));
    }

    @Test
    public void letsAProgramSupplyTheNoteAndTheRecordThatAreMissing() throws Exception {
        IssueRow issue = wired.decision("Delivered by a program");
        RepairScript script = script();
        script.move(issue.key(), SEND_FOR_REVIEW);
        assertEquals(Map.of(wired.field("Trade-offs"), "has-trade-off", wired.field("Outcome"), "has-outcome",
                wired.field("Reason for the outcome"), "has-outcome", wired.field("Rejected options"), "has-outcome"),
                script.move(issue.key(), DECIDE));
        String linked = assertThrows(IllegalStateException.class, () -> script.move(issue.key(), START_DELIVERY)).getMessage();
        assertTrue("what to link is for people: " + linked, linked.contains("\"fix\":\"LINK\""));
        relate(issue, wired.create("SHOP", "Task", new IssueInput().set("summary", "Fewer refunds")));
        assertTrue("the outcome is not the request", RepairScript.missing(script.readiness(issue.key(), START_DELIVERY)).stream()
                .anyMatch(line -> line.endsWith("has-request-link.outcome-only")));
        relate(issue, wired.create("SHOP", "Task", new IssueInput().set("summary", "Asked for by support")));
        Reply refused = script.transition(issue.key(), START_DELIVERY);
        assertStatus("nothing is recorded", 400, refused);
        assertEquals(RepairScript.missing(script.readiness(issue.key(), START_DELIVERY)),
                RepairScript.refused(RepairScript.keysOf(refused)));

        assertEquals(Map.of("exception-state", "states-documented", wired.field("Fallback plan"), "has-fallback"),
                script.move(issue.key(), START_DELIVERY));
        assertEquals("In delivery", wired.status(issue));
    }

    /** From the rule to the screen: what passes and could be better is told, and refuses nothing. */
    @Test
    public void showsAdviceOfARuleThatPasses() throws Exception {
        IssueRow issue = wired.decision("Advised");
        assertStatus("a vague criterion", 204, wired.call("lead", "PUT", "/rest/api/2/issue/" + issue.key(), WiredJira.JSON,
                "{\"fields\":{\"" + wired.field("Acceptance criteria") + "\":\"Checkout is fast\"}}"));

        String advice = Jsoup.parse(wired.get("lead", "/browse/" + issue.key()).body()).select("#panel-readiness-panel "
                + "li:contains(Advice)")
                .text();
        assertTrue(advice,
                advice.contains("\u201Cfast\u201D does not say how much: \u201CCheckout is fast\u201D.")
                        && advice.contains("a number and its unit"));
        assertFalse("no reason to refuse", script().transition(issue.key(), SEND_FOR_REVIEW).body().contains("does not say how much"));
    }

    @Test
    public void showsAdviceOnTheScreenOfTheTransitionThatItIsFor() throws Exception {
        IssueRow issue = wired.decision("Advised where it is sent on");
        assertStatus("a vague criterion", 204, wired.call("lead", "PUT", "/rest/api/2/issue/" + issue.key(), WiredJira.JSON,
                "{\"fields\":{\"" + wired.field("Acceptance criteria") + "\":\"Checkout is fast\"}}"));
        String screen = "/rest/decision-gates/1.0/issue/" + issue.id() + "/transition-screen";

        Document hints = page("lead", screen + "/hints?transition=" + SEND_FOR_REVIEW);
        assertTrue(hints.text(), hints.select("li[data-field=" + wired.field("Acceptance criteria") + "]").text()
                .contains("\u201Cfast\u201D does not say how much"));
        assertFalse("what refuses is said by the gate", hints.text().contains("Owner assigned"));
        assertEquals("", hints.select(".decision-gates-hints").attr("data-successor"));
        Document superseding = page("lead", screen + "/hints?transition=92");
        assertEquals(wired.field("Superseded by"), superseding.select(".decision-gates-hints").attr("data-successor"));
        assertEquals(0, superseding.select("li").size());
        assertStatus("by its key as well", 200, wired.get("lead", screen.replace("" + issue.id(), issue.key()) + "/hints?transition=92"));
        assertStatus("an id that is nobody's", 404,
                wired.get("lead", screen.replace("" + issue.id(), "999999999") + "/hints?transition=92"));
        assertStatus("who may not see it", 404, wired.get("outsider", screen + "/successors"));
    }

    @Test
    public void offersDecisionsThatCanTakeThePlaceOfAnother() throws Exception {
        IssueRow issue = wired.decision("Offered nothing of its own");
        IssueRow rejected = wired.decision("Successor that was rejected");
        assertStatus("rejected", 204, wired.post("lead", "/rest/api/2/issue/" + rejected.key() + "/transitions",
                "{'transition':{'id':'91'},'fields':{'resolution':{'name':'Done'},'" + wired.field("Reason")
                        + "':'Nobody needs it any more'}}"));
        IssueRow first = wired.decision("Successor of the first kind");
        IssueRow second = wired.decision("Successor of the second kind");
        String screen = "/rest/decision-gates/1.0/issue/" + issue.key() + "/transition-screen/successors?query=";

        assertEquals(List.of(second.key(), first.key()), keys(screen + "SUCCESSOR+of"));
        assertEquals("neither what was rejected nor a Blocker", List.of(second.key(), first.key()), keys(screen + "successor"));
        assertEquals(List.of(first.key()), keys(screen + first.key().toLowerCase(Locale.ROOT)));
        assertEquals("itself", List.of(), keys(screen + "offered+nothing"));
        assertEquals(List.of(), keys(screen + "RISK-"));
    }

    private static List<String> keys(String address) throws Exception {
        List<String> keys = new ArrayList<>();
        wired.get("reader", address).json().path("issues").forEach(issue -> keys.add(issue.path("key").asText()));
        return keys;
    }

    @Test
    public void saysOfEveryOpenTransitionWhatIsMissing() throws Exception {
        IssueRow issue = wired.decision("Half ready");
        assertStatus("due", 204, wired.call("lead", "PUT", "/rest/api/2/issue/" + issue.key(), WiredJira.JSON,
                "{\"fields\":{\"duedate\":\"" + TestTime.today().plusDays(3) + "\"}}"));
        JsonNode answer = readiness("lead", issue);

        List<String> open = new ArrayList<>();
        wired.get("lead", "/rest/api/2/issue/" + issue.key() + "/transitions").json().path("transitions")
                .forEach(one -> open.add(one.path("name").asText()));
        List<String> states = new ArrayList<>();
        answer.path("transitions").forEach(one -> states.add(one.path("name").asText() + " " + one.path("state").asText()));
        assertEquals(open.size(), states.size());
        assertEquals(List.of("Send for review MISSING", "Reject ASKED_AT_TRANSITION", "Supersede ASKED_AT_TRANSITION"), states);
        assertEquals(List.of("PASSED"), texts(answer, "has-due-date", "result"));
        Map<String, Integer> points = points(answer, rule -> true);
        assertTrue(points.toString(), points.keySet().containsAll(List.of("has-owner", "has-due-date", "has-acceptance-criteria")));
        assertEquals(100, sum(points));
        assertEquals(points.size(), answer.path("asked").asInt());
        Map<String, Integer> met = points(answer, rule -> rule.path("met").asBoolean());
        assertEquals("there is the date, and nothing blocks it", Set.of("has-due-date", "no-open-blocking-decision"), met.keySet());
        assertEquals(met.size(), answer.path("met").asInt());
        assertEquals(sum(met) + " points, capped true", answer.at("/score/points") + " points, capped " + answer.at("/score/capped"));
        assertTrue("less than the most without an owner", sum(met) > 0 && sum(met) < 49);
        assertEquals("[\"Send for review\",\"Decide\",\"Start delivery\",\"Go live\"]", answer.at("/score/way").toString());
        assertEquals(1, readiness("lead", issue, "?transition=11").path("transitions").size());
        assertEquals("who can help", "lead", answer.at("/help/0/user").asText());
    }

    @Test
    public void scoresOneOfTheEndsOfABlockerAndNothingBehindIt() throws Exception {
        IssueRow blocker = wired.create("SHOP", "Blocker", new IssueInput().set("summary", "Ends in one of two ways")
                .set(wired.field("Owner"), "owner").set("duedate", TestTime.today().plusDays(3).toString())
                .set(wired.field("Fallback plan"), "Go on with the old way of doing it."));
        JsonNode open = readiness("lead", blocker);
        assertEquals("nobody has to accept the risk as well", "[\"Start resolving\",\"Resolve\"]", open.at("/score/way").toString());
        assertFalse(points(open, rule -> true).toString(), points(open, rule -> true).containsKey("accepted-risk-has-approver"));
        assertEquals(100, open.at("/score/points").asInt());
        assertStatus("resolved", 204, wired.post("lead", "/rest/api/2/issue/" + blocker.key() + "/transitions",
                "{'transition':{'id':'91'},'fields':{'resolution':{'name':'Done'},'" + wired.field("Outcome")
                        + "':'The provider has mended it'}}"));

        JsonNode resolved = readiness("lead", blocker);
        assertEquals("0 of 0 rules, 100 points", resolved.path("met") + " of " + resolved.path("asked") + " rules, "
                + resolved.at("/score/points") + " points");
        assertEquals("what could be asked of it again is still shown", List.of("Reopen"), StreamSupport
                .stream(resolved.path("transitions").spliterator(), false).map(one -> one.path("name").asText()).toList());
        JsonNode listed = wired.get("lead", "/rest/decision-gates/1.0/readiness?jql=key=" + blocker.key()).json();
        assertEquals("1 scored, min 100, missing []",
                listed.path("scored") + " scored, min " + listed.path("min") + ", missing " + listed.at("/issues/0/missing"));
        assertEquals("No gates ahead Score 100 of 100", page("lead", "/browse/" + blocker.key())
                .select(".decision-gates-readiness-count").text());
    }

    @Test
    public void showsAReaderWithoutTheRightToMoveItNoTransitionAndTheSameScore() throws Exception {
        IssueRow issue = wired.decision("Only to be read");
        JsonNode forReader = readiness("reader", issue);

        assertEquals(0, forReader.path("transitions").size());
        assertFalse(forReader.path("editable").asBoolean());
        assertEquals(readiness("lead", issue).path("score"), forReader.path("score"));
    }

    @Test
    public void refusesInWords() throws Exception {
        IssueRow issue = wired.decision("Asked about wrongly");
        IssueRow hidden = wired.create("RISK", "Task", new IssueInput().set("summary", "Hidden"));
        String path = "/rest/decision-gates/1.0/issue/";
        Reply gone = wired.get("reader", path + "SHOP-99999/readiness");
        assertStatus("gone", 404, gone);
        assertEquals("what is hidden is not there", gone.body().replace("SHOP-99999", "?"),
                wired.get("reader", path + hidden.key() + "/readiness").body().replace(hidden.key(), "?"));
        for (String wrong : List.of("x", "", "-1", "11x", "9999999999", "%00", "%3Cscript%3E", "x".repeat(3000))) {
            Reply reply = wired.get("lead", path + issue.key() + "/readiness?transition=" + wrong);
            assertStatus(wrong, 400, reply);
            assertReadable(wrong, reply.errors());
        }
        String rest = "/rest/decision-gates/1.0";
        for (String call : List.of("/issue/" + issue.key() + "/readiness?", "/issue/" + issue.key() + "/readiness/panel?",
                "/readiness?jql=key%20is%20not%20empty&", "/debt?project=SHOP&", "/audit?project=SHOP&",
                "/audit/export?project=SHOP&format=csv&",
                "/insight?project=SHOP&", "/insight/export?project=SHOP&", "/journal?project=SHOP&", "/journal/verification?project=SHOP&",
                "/records?project=SHOP&", "/records/csv?project=SHOP&")) {
            assertStatus("Jira's own, of " + call, 200, wired.get("lead", rest + call + "os_authType=basic"));
            Reply misspelled = wired.get("lead", rest + call + "transitoin=11");
            assertStatus("misspelled, of " + call, 400, misspelled);
            assertNames(call, misspelled.errors(), "transitoin");
        }
        Reply elsewhere = wired.get("lead", path + issue.key() + "/readiness?transition=21");
        assertStatus("not open from here", 404, elsewhere);
        assertNames("not open from here", elsewhere.errors(), issue.key());
    }

    @Test
    public void tellsProgramsTheKeysAndPeopleNone() throws Exception {
        IssueRow issue = wired.decision("Refused in two ways");
        String path = "/rest/api/2/issue/" + issue.key() + "/transitions";
        String body = "{\"transition\":{\"id\":\"11\"}}";
        for (String[] headers : List.of(new String[] {"Sec-Fetch-Mode", "cors"}, new String[] {"X-Requested-With", "XMLHttpRequest"})) {
            Reply board = wired.call("lead", "POST", path, WiredJira.JSON, body, headers);
            assertStatus("a board", 400, board);
            assertFalse(board.body(), board.body().contains("decisionGates"));
        }
        Reply program = wired.call("lead", "POST", path, WiredJira.JSON, body);
        assertReadable("a program", program.errors());
        assertEquals(Set.of("transition", "missing", "more", "pages"), names(RepairScript.keysOf(program)));
    }

    @Test
    public void costsTheSameForOneGateAndForTen() throws Exception {
        IssueRow one = task("one gate", 1, OWNER_AND_DATE);
        IssueRow ten = task("ten gates", 10, OWNER_AND_DATE);
        readiness("lead", one);
        readiness("lead", ten);
        wired.awaitFirstLook();
        List<String> forOne = sent(() -> readiness("lead", one));
        List<String> forTen = sent(() -> readiness("lead", ten));

        assertEquals("each call to Jira is made once", String.join("\n", forOne), String.join("\n", forTen));
        assertEquals("no statement of the app", List.of(),
                forTen.stream().filter(sql -> sql.contains("AO_")).toList());
        assertEquals(10, readiness("lead", ten, "?transition=4").at("/transitions/0/rules").size() / 2);
    }

    /** The record is shown by one panel and asked for by the gates of another; waivers are asked for because something is missing. */
    @Test
    public void readsEachTableOfItsOwnOnceForThePageOfAnIssue() throws Exception {
        IssueRow issue = wired.decision("Its page is opened");
        script().move(issue.key(), SEND_FOR_REVIEW);
        page("lead", "/browse/" + issue.key());
        wired.awaitFirstLook();
        List<String> own = sent(() -> page("lead", "/browse/" + issue.key())).stream().filter(sql -> sql.contains("AO_"))
                .map(sql -> sql.replaceAll("(?s).*FROM [^ ]*AO_[0-9A-F]+_([A-Z_]+).*", "$1"))
                .sorted().toList();
        assertEquals(List.of("IMPACT_LINE", "ISSUE_RECORD", "THREAD_STEP", "WAIVER_STEP"), own);
        assertEquals(1, page("lead", "/browse/" + issue.key()).select("#decision-gates-readiness").size());
    }

    @Test
    public void tellsABuildWhetherAReleaseIsReady() throws Exception {
        String name = "1.0 \"beta\" \\ " + System.identityHashCode(this);
        VersionRow version = wired.jira.versions().create(new VersionRow(0, wired.id("SHOP"), name, "", null, null, false, false));
        String token = wired.post("lead", "/rest/pat/latest/tokens", "{'name':'build'}").json().path("rawToken").asText();
        assertEquals("python3 runs the example of docs/guide/readiness.md; install it (Debian: apt-get install python3)", 0,
                run("", "python3", "--version"));
        String[] gate = {"python3", "../../docs/examples/release_gate.py", wired.box.baseUrl(), "SHOP", name};
        assertEquals("nothing is in it yet, or nothing that may be browsed", 2, run(token, gate));
        IssueRow ready = planned("Ready", version);
        script().move(ready.key(), SEND_FOR_REVIEW);
        assertEquals("without a fallback and what happens when it fails", 1, run(token, gate));
        assertStatus("fallback", 204, wired.call("lead", "PUT", "/rest/api/2/issue/" + ready.key(), WiredJira.JSON,
                "{\"fields\":{\"" + wired.field("Fallback plan") + "\":\"Keep the old checkout switched on\",\"" + wired.field("Outcome")
                        + "\":\"One page for everybody\",\"" + wired.field("Reason for the outcome") + "\":\"They buy twice as often\",\""
                        + wired.field("Rejected options") + "\":\"Three steps for guests\"}}"));
        for (String path : List.of("EXPECTED", "FAILURE", "RECOVERY")) {
            assertStatus(path, 201, wired.post("lead", "/rest/decision-gates/1.0/issue/" + ready.key() + "/records/exception-state",
                    "{'path':'" + path + "','text':'What the shop does, and who sees to it','owner':'owner'}"));
        }
        assertEquals("all but links and what is given up", 0, run(token, gate));
        IssueRow notReady = planned("Not ready", version);
        assertEquals(1, run(token, gate));
        assertEquals("whoever sends no token is not told", 2, run("nonsense", gate));
        assertEquals("nor is a version that is not there", 2, run(token, "python3", gate[1], gate[2], "SHOP", "nowhere"));
        assertEquals("2", ended("", gate).get(0));
        assertEquals("a server that is not there is another matter, in one line", List.of("3",
                "cannot reach Jira at http://127.0.0.1:1: [Errno 111] Connection refused"),
                ended(token, "python3", gate[1], "http://127.0.0.1:1", "SHOP", name));

        JsonNode page = wired.get("lead", "/rest/decision-gates/1.0/readiness?project=SHOP&limit=1&release=" + encoded(name)).json();
        int points = readiness("lead", ready).at("/score/points").asInt();
        assertEquals("2 issues, next 1, min " + points + ", mean " + points + ".0, scored 1", page.path("total") + " issues, next "
                + page.path("next") + ", min " + page.path("min") + ", mean " + page.path("mean") + ", scored " + page.path("scored"));
        JsonNode last = wired.get("lead", "/rest/decision-gates/1.0/readiness?project=SHOP&limit=1&start=1&release=" + encoded(name))
                .json();
        JsonNode answer = readiness("lead", notReady);
        assertTrue(last.toString(), last.path("next").isNull());
        assertEquals(notReady.key() + " " + answer.at("/score/points"), last.at("/issues/0/issue").asText() + " "
                + last.at("/issues/0/points"));
        List<String> missing = new ArrayList<>();
        last.at("/issues/0/missing").forEach(rule -> missing.add(rule.asText()));
        assertEquals(List.copyOf(points(answer, rule -> !rule.path("met").asBoolean()).keySet()), missing);
        assertTrue(missing.toString(),
                missing.containsAll(List.of("has-owner", "has-due-date", "has-acceptance-criteria", "has-fallback")));
    }

    @Test
    public void showsOnThePageOfTheProjectWhatOfAReleaseLacksMost() throws Exception {
        VersionRow empty = wired.jira.versions().create(new VersionRow(0, wired.id("SHOP"), "Empty "
                + "<" + System.identityHashCode(this) + ">",
                "", null, null, false, false));
        Document page = release("lead", "&release=Spring");
        List<Element> rows = page.select(".decision-gates-release-table tbody tr");
        List<Integer> missing = rows.stream().map(row -> Integer.valueOf(row.child(3).text())).toList();
        assertEquals("those that lack most come first", missing.stream().sorted(Comparator.reverseOrder()).toList(), missing);
        List<String> complete = rows.stream().map(row -> Stream.of(0, 2, 3, 4).map(cell -> row.child(cell).text())
                .collect(Collectors.joining(" "))).filter(row -> row.endsWith(" 100 0 Nothing")).toList();
        assertTrue("one that is on its way, and others that are at its end: " + complete,
                complete.contains("SHOP-52 100 0 Nothing") && complete.size() > 1);
        assertTrue("beside some that do: " + missing, missing.get(0) > 50);
        JsonNode first = wired.get("lead", "/rest/decision-gates/1.0/issue/" + rows.get(0).child(0).text() + "/readiness").json();
        assertEquals(100 - first.at("/score/points").asInt(), missing.get(0).intValue());
        JsonNode all = wired.get("lead", "/rest/decision-gates/1.0/readiness?project=SHOP&release=Spring").json();
        assertEquals("Lowest score " + all.path("min") + ", mean " + all.path("mean").decimalValue().stripTrailingZeros().toPlainString()
                + ", of 100. " + all.path("total") + " issues that you may browse, " + all.path("scored") + " with a score.",
                page.select(".decision-gates-release-scores").text());
        assertEquals("each point leads to where it is supplied", "/browse/" + rows.get(0).child(0).text() + "#decision-gates-readiness",
                rows.get(0).selectFirst("li a").attr("href").replaceFirst("^.*(?=/browse)", ""));
        assertEquals(1, page("lead", "/browse/" + rows.get(0).child(0).text()).select("#decision-gates-readiness").size());
        assertEquals("the first that is not out yet", List.of("Peak"), release("reader", "").select("option[selected]").eachText());
        assertEquals("No issue that you may browse has " + empty.name() + " as its fix version.",
                release("lead", "&release=" + encoded(empty.name())).select(".aui-message").text());
        for (String wrong : List.of("nowhere", "%3Cscript%3E", "x".repeat(3000), "%22%20or%20key%20%3D%20b")) {
            assertEquals("This project has no release of that name. Choose one above.",
                    release("lead", "&release=" + wrong).select(".aui-message").text());
        }
        for (String wrong : List.of("-1", "x", "50", "99999999999")) {
            assertEquals(wrong, page.select("tbody").text(), release("lead", "&release=Spring&start=" + wrong).select("tbody").text());
        }
        assertEquals("a project without releases", "This project has no release. Add one under Releases, and make it the fix version of "
                + "issues.", page("admin", RELEASE.replace("SHOP", "OPS")).select(".decision-gates-release").text());
        assertEquals("a project that is not the caller's", 404, wired.get("outsider", RELEASE).status());
        assertEquals(List.of(), wired.box.blockedCalls());
    }

    @Test
    public void checksTheIssuesOfAQueryInTheBackground() throws Exception {
        String check = "/rest/decision-gates/1.0/readiness/check?jql=";
        for (String wrong : List.of("", "colour+%3D+red", encoded("project = RISK"), encoded("\") or key = \"SHOP-1"),
                encoded("<script>alert(1)</script>"), "%00", "x".repeat(2_001), "a&jlq=b")) {
            Reply refused = wired.post("reader", check + wrong, "{}");
            assertStatus(wrong, 400, refused);
            assertReadable(wrong, refused.errors());
        }
        assertStatus("forged", 403,
                wired.call("lead", "POST", check + encoded("project = SHOP"), WiredJira.JSON, "{}", WiredJira.TOKEN, ""));
        Browser lead = Browser.as(wired.box.baseUrl(), "lead");
        lead.open(RELEASE + "&release=Spring");
        lead.open(lead.page.selectFirst(".decision-gates-release-check").attr("href").replaceFirst("^.*(?=/plugins)", ""));
        assertEquals("project = \"SHOP\" AND fixVersion = \"Spring\"", lead.page.selectFirst("#decision-gates-check-jql").text());
        assertEquals("a forged form", 403, lead.post("/plugins/servlet/decision-gates/bulk-check", "jql=project+%3D+SHOP"));
        lead.open("/plugins/servlet/decision-gates/bulk-check?jql=key+is+not+empty");
        assertTrue(lead.submit("#decision-gates-bulk-check form", "jql", "colour = red").select("#decision-gates-check-problems").text(),
                lead.status == 400);

        lead.submit("#decision-gates-bulk-check form", "jql", "project = SHOP AND fixVersion = Spring");

        String task = lead.page.location().replaceFirst("^.*id=", "");
        String address = "/rest/decision-gates/1.0/tasks/" + task;
        await().atMost(Duration.ofSeconds(30)).until(() -> wired.get("lead", address).json().path("state").asText(), "DONE"::equals);
        JsonNode report = wired.get("lead", address + "/report").json();
        Map<String, String> refused = new LinkedHashMap<>();
        Set<List<String>> places = new HashSet<>();
        report.path("entries").forEach(entry -> {
            assertTrue("once: " + entry,
                    places.add(Stream.of("issue", "transition", "gate", "rule").map(part -> entry.path(part).asText()).toList()));
            if (entry.path("outcome").asText().equals("REFUSED")) {
                refused.putIfAbsent(entry.path("issue").asText(), entry.path("rule").asText());
            }
        });
        assertTrue("one lacks nothing, others do: " + refused, refused.size() > 5 && !refused.containsKey("SHOP-52"));
        refused.forEach((key, rule) -> assertTrue(key + " " + rule, missing(key).contains(rule)));
        List<String> told = new ArrayList<>();
        report.path("entries").forEach(entry -> told.add(entry.path("outcome").asText() + " " + entry.path("issue").asText()));
        assertEquals("what refuses first, by key", told.stream().sorted(Comparator
                .comparingInt((String one) -> List.of("REFUSED", "ERROR", "CANNOT_TELL", "ADVISED", "RECORDED", "WAIVED", "PASSED")
                        .indexOf(one.split(" ")[0]))
                .thenComparingInt(one -> Integer.parseInt(one.replaceAll("^.*-", "")))).toList(), told);
        String csv = wired.get("lead", address + "/report/csv").body();
        assertEquals("a file in the same order", told.stream().map(one -> one.split(" ")[1]).toList(),
                csv.lines().skip(1).limit(told.size()).map(line -> line.split(",")[0]).toList());
        assertTrue(csv, csv.startsWith("issue,transition,gate,rule,outcome,change,reason,at,actor\r\n"));
        assertTrue(lead.open("/plugins/servlet/decision-gates/tasks?id=" + task).text().contains("would be refused"));
        assertStatus("somebody else's", 404, wired.get("owner", address));
        assertTellsNothingOf(task);
    }

    /** Of a task of somebody else's, of one that is over for long, and of nonsense, the page says the same, and leads on. */
    private static void assertTellsNothingOf(String task) throws Exception {
        String page = "/plugins/servlet/decision-gates/tasks?id=";
        Set<String> said = new HashSet<>();
        for (String id : List.of(task, "00000000-0000-0000-0000-000000000000", "", encoded("\"><b>"))) {
            for (Reply reply : List.of(wired.get("owner", page + id), wired.call("owner", "POST", page + id, WiredJira.FORM, ""))) {
                assertEquals(id, 404, reply.status());
                said.add(Jsoup.parse(reply.body()).select(".decision-gates-task").html());
            }
        }
        assertEquals(said.toString(), 1, said.size());
        Document none = Jsoup.parse(said.iterator().next());
        assertTrue(none.text(), none.text().contains("only the person who started the task sees it"));
        assertEquals(200,
                wired.get("owner", none.select(".decision-gates-task-check").attr("href").replaceFirst("^.*(?=/plugins)", "")).status());
        assertEquals("not an administrator", 0, none.select(".decision-gates-task-policies").size());
        Document admin = Jsoup.parse(wired.get("admin", page + task).body());
        assertEquals(200, wired.get("admin", admin.select(".decision-gates-task-policies").attr("href").replaceFirst("^.*(?=/plugins)", ""))
                .status());
    }

    private static List<String> missing(String key) {
        List<String> rules = new ArrayList<>();
        try {
            wired.get("lead", "/rest/decision-gates/1.0/issue/" + key + "/readiness").json().path("transitions")
                    .forEach(transition -> transition.path("rules").forEach(rule -> {
                        if (!rule.path("result").asText().matches("PASSED|NOT_APPLICABLE")) {
                            rules.add(rule.path("rule").asText());
                        }
                    }));
        } catch (Exception e) {
            throw new IllegalStateException(key, e);
        }
        return rules;
    }

    @Test
    public void searchesOnceForThePageOfARelease() throws Exception {
        wired.awaitFirstLook();
        release("lead", "&release=Spring");
        assertEquals(searches(() -> release("lead", "&release=Gift+cards")), searches(() -> release("lead", "&release=Spring")));
    }

    private static Document release(String user, String query) throws Exception {
        return page(user, RELEASE + query);
    }

    private static Document page(String user, String address) throws Exception {
        return Jsoup.parse(wired.get(user, address).body());
    }

    @Test
    public void listsOnlyWhatTheCallerMayBrowse() throws Exception {
        IssueRow hidden = wired.create("RISK", "Task", new IssueInput().set("summary", "Hidden from most"));
        String address = "/rest/decision-gates/1.0/readiness?jql=" + encoded("project in (SHOP, RISK) or key = " + hidden.key());
        Reply forReader = wired.get("reader", "/rest/decision-gates/1.0/readiness?jql=" + encoded("summary ~ \"Hidden from most\""));
        assertEquals(0, forReader.json().path("total").asInt());
        assertFalse(forReader.body(), forReader.body().contains("RISK"));
        assertEquals("what a query names and is hidden is complained of as if it were not there", 400,
                wired.get("reader", address).status());
        assertEquals(200, wired.get("lead", address).status());
        for (String wrong : List.of("", "jql=", "project=SHOP", "project=SHOP&release=", "jql=order+by+key&project=SHOP",
                "jql=colour+%3D+red",
                "jql=order+by+key&start=-1", "jql=order+by+key&start=9901", "jql=order+by+key&limit=0", "jql=order+by+key&limit=101",
                "jql=order+by+key&limit=ten", "jql=" + "x".repeat(2001), "project=SHOP&release=nowhere")) {
            Reply reply = wired.get("lead", "/rest/decision-gates/1.0/readiness?" + wrong);
            assertStatus(wrong, 400, reply);
            assertReadable(wrong, reply.errors());
        }
        assertStatus("hidden project", 404, wired.get("reader", "/rest/decision-gates/1.0/readiness?project=RISK&release=1"));
    }

    @Test
    public void searchesAsOftenForManyIssuesAsForOne() throws Exception {
        IssueRow first = task("linked issues", 1, Map.of("gate.rules", new String[] {"no-open-blocking-decision"}));
        IssueRow blocker = wired.decision("Blocks them all");
        List<IssueRow> all = new ArrayList<>(List.of(first));
        for (int i = 0; i < 5; i++) {
            all.add(wired.create("OPS", "Task", new IssueInput().set("summary", "Linked " + i)));
        }
        for (IssueRow one : all) {
            assertStatus("link", 201, wired.post("admin", "/rest/api/2/issueLink", "{'type':{'name':'Blocks'},'inwardIssue':{'key':'"
                    + blocker.key() + "'},'outwardIssue':{'key':'" + one.key() + "'}}"));
        }
        String query = "/rest/decision-gates/1.0/readiness?jql=";
        String few = query + encoded("key = " + first.key());
        String many = query + encoded("key in (" + String.join(", ", all.stream().map(IssueRow::key).toList()) + ")");
        assertEquals(6, wired.get("lead", many).json().path("total").asInt());
        assertEquals("[\"no-open-blocking-decision\"]", wired.get("lead", many).json().at("/issues/5/missing").toString());
        wired.awaitFirstLook();
        assertEquals(searches(() -> wired.get("lead", few)), searches(() -> wired.get("lead", many)));
    }

    private static long searches(Work work) throws Exception {
        return sent(work).stream().filter(sql -> sql.contains("FETCH FIRST") || sql.startsWith("SELECT COUNT(*) FROM JIRA_ISSUE "
                + "")).count();
    }

    private static void relate(IssueRow issue, IssueRow other) {
        assertStatus("link", 201, wired.post("lead", "/rest/api/2/issueLink", "{'type':{'name':'Relates'},'inwardIssue':{'key':'"
                + issue.key() + "'},'outwardIssue':{'key':'" + other.key() + "'}}"));
    }

    private static IssueRow planned(String summary, VersionRow version) {
        return wired.create("SHOP", "Decision", new IssueInput().set("summary", summary)
                .set(Versions.FIELD, String.valueOf(version.id())).offScreen(IssueInput.OffScreen.ACCEPTED));
    }

    private static int run(String token, String... command) throws Exception {
        return Integer.parseInt(ended(token, command).get(0));
    }

    /** The exit code, then the lines that were printed. */
    private static List<String> ended(String token, String... command) throws Exception {
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("JIRA_TOKEN", token);
        Process started = process.start();
        String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = started.waitFor();
        assertFalse(said, said.contains("Traceback"));
        return Stream.concat(Stream.of(String.valueOf(code)), said.lines()).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A task in a workflow of which one transition has this many gates. */
    private static IssueRow task(String workflow, int gates, Map<String, String[]> gate) {
        GatedWorkflow gated = GatedWorkflow.named(wired, workflow);
        for (int i = 0; i < gates; i++) {
            gated.gate(4, gate);
        }
        gated.usedBy("OPS");
        return wired.create("OPS", "Task", new IssueInput().set("summary", "Under " + workflow).set("assignee", "owner"));
    }

    private static RepairScript script() {
        return new RepairScript(wired, "lead", Map.of("USER", Map.of("name", "owner"), "DAY", TestTime.today().plusDays(5).toString(),
                "LINES", "Refunds reach the customer within 3 days"),
                Map.of("exception-state", Stream.of("EXPECTED", "FAILURE", "RECOVERY")
                        .map(path -> Map.of("path", path, "text", "What the shop does, and who sees to it", "owner", "owner")).toList()),
                "Decided as it was proposed in the review");
    }

    private static JsonNode readiness(String user, IssueRow issue, String... query) throws Exception {
        Reply reply = wired.get(user, "/rest/decision-gates/1.0/issue/" + issue.key() + "/readiness" + String.join("", query));
        assertStatus(issue.key(), 200, reply);
        return reply.json();
    }

    /** What each of these rules is worth in the score. */
    private static Map<String, Integer> points(JsonNode answer, Predicate<JsonNode> which) {
        Map<String, Integer> points = new LinkedHashMap<>();
        answer.at("/score/rules").forEach(rule -> {
            if (which.test(rule)) {
                points.put(rule.path("rule").asText(), rule.path("points").asInt());
            }
        });
        return points;
    }

    private static int sum(Map<String, Integer> points) {
        return points.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static List<String> texts(JsonNode answer, String rule, String member) {
        List<String> texts = new ArrayList<>();
        answer.path("transitions").forEach(transition -> transition.path("rules").forEach(one -> {
            if (one.path("rule").asText().equals(rule)) {
                texts.add(one.path(member).asText());
            }
        }));
        return texts;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new java.util.TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> sent(Work work) throws Exception {
        StatementLog log = wired.box.logStatements();
        work.run();
        return log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME).sql().stream()
                .map(sql -> sql.toUpperCase(Locale.ROOT))
                .filter(sql -> !sql.contains("NEXTVAL") && !sql.contains("SANDBOX_")).toList();
    }

    /** What is counted. */
    private interface Work {
        Object run() throws Exception;
    }
}
