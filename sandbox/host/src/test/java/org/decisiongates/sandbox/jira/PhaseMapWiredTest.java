package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.StatusCategory;
import org.decisiongates.sandbox.jira.model.WorkflowSchemeRow;
import org.decisiongates.sandbox.jira.web.Browser;

/** What a project's own status means to the built jar before and after somebody says so: the status replaces <em>In review</em>. */
public class PhaseMapWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String REST = "/rest/decision-gates/1.0";
    private static final String MAP = REST + "/projects/LAW/phase-map";
    private static final String PAGE = "/plugins/servlet/decision-gates/phases?project=";
    private static final int SEND_FOR_REVIEW = 11;

    private static WiredJira wired;
    private static String legal;

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
        wired.open("LAW");
        legal = wired.jira.statuses().create("With the lawyers", "", StatusCategory.of("indeterminate")).id();
        String inReview = wired.jira.statuses().byName("In review").orElseThrow().id();
        String xml = wired.jira.workflows().byName("Decision workflow", false).orElseThrow().xml();
        String own = xml.replace("<meta name=\"jira.status.id\">" + inReview + "</meta>",
                "<meta name=\"jira.status.id\">" + legal + "</meta>");
        assertTrue("the workflow has no step for " + inReview, !own.equals(xml));
        wired.jira.workflows().create("admin", "Decisions of lawyers", "", own);
        WorkflowSchemeRow scheme = wired.jira.workflows().scheme(wired.jira.projects().byKey("LAW").orElseThrow().workflowSchemeId())
                .orElseThrow();
        Map<String, String> mappings = new HashMap<>(scheme.mappings());
        mappings.put(wired.type("Decision"), "Decisions of lawyers");
        wired.jira.projects().useWorkflowScheme(wired.id("LAW"),
                wired.jira.workflows().createScheme("Of lawyers", "", scheme.defaultWorkflow(), mappings).id());
    }

    @Before
    public void forgetWhatWasSaid() throws Exception {
        assertEquals(200, put("lead", document(revision())).status());
    }

    @Test
    public void countsAStatusOnceItStandsForAPhaseAndForThePastAsWell() throws Exception {
        IssueRow issue = withTheLawyers("Which licence?");
        IssueRow decided = withTheLawyers("Which court?");
        assertEquals("With the lawyers", wired.status(issue));
        assertEquals(List.of(), open());
        assertTrue("health names it", isUnmapped());
        assertEquals("0", ready());

        assertEquals(200, put("lead", document(revision(), entry("With the lawyers", "IN_REVIEW"))).status());

        assertEquals(List.of(issue.key(), decided.key()), open());
        assertFalse("health names it still", isUnmapped());
        assertEquals("nobody's search names a project that is hidden from them", List.of(), wired.get("outsider",
                "/rest/api/2/search?jql=issue%20in%20decisionsWithoutOwner()").json().findValues("errorMessages"));
        assertEquals("IN_REVIEW", wired.get("lead", MAP).json().findValues("phase").stream().map(JsonNode::asText)
                .filter("IN_REVIEW"::equals).findFirst().orElse(""));
        wired.enable("SHOP");
        assertEquals("the map of one project says nothing of another", 0, StreamSupport
                .stream(wired.get("lead", REST + "/projects/SHOP/phase-map").json().path("statuses").spliterator(), false)
                .filter(status -> status.path("status").asText().equals("With the lawyers")).count());
        JsonNode flow = wired.get("lead", REST + "/summary?project=LAW").json();
        assertEquals(flow.toString(), 2, flow.at("/decisions/total").asInt());
        assertTrue(flow.toString(), flow.toString().contains("\"phase\":\"With the lawyers\""));
    }

    @Test
    public void asksTheGateOfThePhaseAsADebtOfTheStatus() throws Exception {
        IssueRow issue = withTheLawyers("Who signs?");
        assertEquals(200, put("lead", document(revision(), entry("With the lawyers", "IN_REVIEW"))).status());
        assertTrue(wired.jira.issues().update("lead", issue.id(), new IssueInput().set(wired.field("Owner"), "")).done());
        wired.awaitDebt();
        JsonNode debt = wired.get("lead", REST + "/debt?project=LAW").json();
        assertTrue(debt.toString(), debt.toString().contains("has-owner"));
    }

    @Test
    public void goesWithTheRestOfTheProjectThatIsTakenBack() throws Exception {
        wired.open("TRIAL");
        String map = REST + "/projects/TRIAL/phase-map";
        assertEquals(200, wired.call("lead", "PUT", map, WiredJira.JSON, document(0, entry("With the lawyers", "REJECTED"))).status());
        String undo = REST + "/projects/TRIAL/undo";
        assertEquals("the map, the screens, the workflows", 3, wired.get("admin", undo).json().path("steps").size());

        assertEquals(3, wired.post("admin", undo, "{}").json().path("done").size());

        assertEquals(List.of(), wired.get("lead", map).json().findValuesAsText("phase").stream().filter("REJECTED"::equals).toList());
        assertEquals(0, wired.get("admin", undo).json().path("steps").size());
        List<String> told = wired.jira.auditRecords().all().stream().map(entry -> entry.author() + ": " + entry.action()).toList();
        assertTrue(told.toString(), told.containsAll(List.of("admin: Decision Gates enabled for the project",
                "lead: Phases of statuses changed", "admin: Set-up of Decision Gates in the project taken back")));
        assertTrue(wired.jira.auditRecords().all().toString(), wired.jira.auditRecords().all().stream()
                .anyMatch(entry -> entry.changed().contains("Statuses and phases:  > decision: With the lawyers = REJECTED")));
    }

    @Test
    public void isWhatWasReadWhenItIsSentBack() throws Exception {
        assertEquals(200, put("lead", document(revision(), entry("with the LAWYERS", "REJECTED"))).status());
        JsonNode read = wired.get("lead", MAP).json();
        Reply sent = put("lead", read.toString());
        assertEquals(sent.body(), 200, sent.status());
        assertEquals(read, sent.json());
        assertEquals("lead", read.path("changedBy").asText());
        assertEquals(409, put("lead", document(read.path("revision").asInt() - 1)).status());
        List.of("{}", "[]", "{'revision':1}", "{'revision':'x','statuses':[]}",
                "{'revision':" + revision() + ",'statuses':[{'type':'decision','status':'Draft','phase':'LIVE'}]}",
                "{'revision':" + revision() + ",'statuses':[{'type':'decision','status':'With the lawyers','phase':'OPEN'}]}",
                "{'revision':" + revision() + ",'statuses':[{'type':'story','status':'With the lawyers'}]}")
                .forEach(wrong -> assertEquals(wrong, 400, put("lead", wrong.replace('\'', '"')).status()));
        assertEquals(read, wired.get("lead", MAP).json());
    }

    @Test
    public void isChangedOnItsPageAndOnlyProposesUntilItIsSaved() throws Exception {
        Browser browser = Browser.as(wired.box.baseUrl(), "lead");
        Document page = browser.open(PAGE + "LAW");
        assertEquals(page.text(), 200, browser.status);
        assertTrue(page.text(), page.text().contains("Proposed: In review, judging by the category"));
        assertEquals("", page.select("select option[selected]").attr("value"));

        page = browser.submit(".decision-gates-phases form", "do", "propose");
        assertTrue(page.text(), page.text().contains("not saved yet"));
        assertEquals("IN_REVIEW", page.select("select option[selected]").attr("value"));
        assertEquals("nothing is saved", 0, wired.get("lead", MAP).json().findParents("proposed").stream()
                .filter(status -> status.has("phase")).count());

        int seen = revision();
        page = browser.submit(".decision-gates-phases form");
        assertTrue(page.text(), page.text().contains("Saved."));
        assertEquals("IN_REVIEW", page.select("select option[selected]").attr("value"));
        assertEquals(seen + 1, revision());
        assertTrue(page.text(), page.text().contains("Last changed by Maya Brandt on "));

        assertEquals(200, put("lead", document(revision())).status());
        page = browser.submit(".decision-gates-phases form");
        assertEquals(409, browser.status);
        assertTrue(page.text(), page.text().contains("Somebody has changed the phases of LAW"));
    }

    @Test
    public void isForAdministratorsOfTheProject() throws Exception {
        assertEquals(404, wired.get("outsider", MAP).status());
        assertEquals(404, Browser.as(wired.box.baseUrl(), "outsider").post(PAGE + "LAW", "project=LAW"));
    }

    private static IssueRow withTheLawyers(String summary) throws Exception {
        IssueRow issue = wired.create("LAW", "Decision", new IssueInput().set("summary", summary)
                .set("duedate", TestTime.today().plusDays(7).toString()).set(wired.field("Owner"), "lead"));
        assertTrue(wired.jira.issues().transitionUnexamined("lead", issue.id(), SEND_FOR_REVIEW).done());
        wired.awaitDebt();
        return issue;
    }

    private static List<String> open() throws Exception {
        List<String> keys = new ArrayList<>();
        wired.get("lead", REST + "/summary?project=LAW").json().at("/decisions/rows")
                .forEach(row -> keys.add(row.findPath("key").asText()));
        return keys;
    }

    private static String ready() throws Exception {
        return wired.get("lead", "/rest/api/2/search?jql=" + "issue%20in%20gateReady(%22Decided%22,%20%22LAW%22)").json().path("total")
                .asText();
    }

    /** Whether the health of the project names the status; other projects of this box have others. */
    private static boolean isUnmapped() throws Exception {
        Reply page = wired.get("lead", "/plugins/servlet/decision-gates/health?project=LAW");
        assertEquals(page.body(), 200, page.status());
        assertFalse(page.body(), page.body().contains("The check could not look"));
        return Jsoup.parse(page.body()).text().contains("The status With the lawyers of the workflow Decisions of lawyers");
    }

    private static int revision() throws Exception {
        return wired.get("lead", MAP).json().path("revision").asInt();
    }

    private static Reply put(String user, String json) {
        return wired.call(user, "PUT", MAP, WiredJira.JSON, json);
    }

    private static String document(int revision, ObjectNode... entries) {
        ObjectNode document = new ObjectMapper().createObjectNode().put("revision", revision);
        for (ObjectNode entry : entries) {
            document.withArray("statuses").add(entry);
        }
        document.withArray("statuses");
        return document.toString();
    }

    private static ObjectNode entry(String status, String phase) {
        return new ObjectMapper().createObjectNode().put("type", "decision").put("status", status)
                .put("phase", phase);
    }
}
