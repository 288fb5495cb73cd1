package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.model.Screens;
import org.decisiongates.sandbox.jira.web.Browser;

/** Projects that use an issue type of their own as Decision or Blocker: what is said before, what follows, and the way back. */
public class ProjectTypesWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String REST = "/rest/decision-gates/1.0";
    private static final String START = "/plugins/servlet/decision-gates/get-started?project=";
    private static final String PANEL = ".decision-gates-owner-panel";
    private static final String REMAINING = "#decision-gates-start-types-todo";
    private static final String ADD_GATES = "#decision-gates-start-add-gates";
    private static final String TAKE_OUT_GATES = "#decision-gates-start-take-out-gates";
    private static final int START_PROGRESS = 4;
    private static final String USE = "form:has(#decision-gates-start-types-use)";

    private static final Set<String> KINDS = Set.of("added-gates", "changed.owner", "changed.phase-map", "owner-is-assignee", "phase-map",
            "sample",
            "type-map");

    private static WiredJira wired;
    private static String task;
    private static String impediment;
    private static String subTask;

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
        task = wired.type("Task");
        impediment = wired.jira.issueTypes().create("Impediment", "", 10300, false).id();
        subTask = wired.jira.issueTypes().create("Step of a task", "", 10300, true).id();
    }

    @Test
    public void showsWhatItWouldDoAndDoesNothingBeforeSomebodyAgrees() throws Exception {
        project("SEE");
        String ruling = wired.jira.issueTypes().create("Ruling", "", 10300, false).id();
        wired.create("SEE", "Ruling", new IssueInput().set("summary", "Which bank?"));
        wired.create("SEE", "Ruling", new IssueInput().set("summary", "Which court?"));
        List<?> before = state();

        Browser admin = preview("SEE", ruling, impediment);

        assertEquals(List.of("Issues of the type Ruling become Decisions: the 2 that are there, and new ones.",
                "Issues of the type Impediment become Blockers: there are none yet, so only new ones."),
                admin.page.select("#decision-gates-start-types-effects li").eachText().stream().filter(text -> text.startsWith("Issues of"))
                        .toList());
        String effects = admin.text("#decision-gates-start-types-effects");
        assertTrue(effects, effects.contains("The issue type Ruling is added to the context of 15 fields of Decision Gates."));
        String remaining = admin.text("#decision-gates-start-types-remaining");
        assertTrue(remaining, remaining.contains("The workflow jira stays as it is. ")
                && remaining.contains("Say under Phases in the settings of the project"));
        assertTrue(remaining, remaining.contains("does not have these fields: ") && remaining.contains("Outcome"));
        assertTrue("the name says so, and nothing is chosen by it", started("SEE").page
                .selectFirst("#decision-gates-start-type-blocker option[value=" + impediment + "]").text().contains("probably"));
        assertEquals("", started("SEE").page.select("#decision-gates-start-type-blocker option[selected]").attr("value"));
        assertEquals(before, state());
        assertEquals("nothing that can be taken back", null, started("SEE").page.selectFirst("#decision-gates-start-undo"));
    }

    @Test
    public void hasEverythingFollowFromItAndLeavesNothingOfItWhenItIsTakenBack() throws Exception {
        project("USE");
        project("NOT");
        wired.jira.screens().addField(wired.jira.screens().byId(Screens.DEFAULT_SCREEN).orElseThrow().tabs().get(0).id(),
                wired.field("Owner"));
        List<?> before = state();
        IssueRow issue = wired.create("USE", "Task", new IssueInput().set("summary", "Which bank?"));
        IssueRow other = wired.create("NOT", "Task", new IssueInput().set("summary", "Not a decision"));
        assertFalse(isDecision(issue));

        Browser admin = preview("USE", task, "");
        admin.submit(USE, "do", "types");
        awaitEnd(admin);
        assertEquals("Decisions are issues of the type Task now.", admin.text(".decision-gates-start-success"));
        String state = admin.page.select(".decision-gates-start-types-state").text();
        assertTrue(state, state.startsWith("Decisions of this project are issues of the type Task. Last changed by "));
        Reply enabled = wired.post("admin", REST + "/projects/USE/enable", "{}");
        WiredJira.assertStatus("enabled for Blockers", 200, enabled);
        Awaitility.await().until(() -> kind(issue).equals("DECISION"));

        assertTrue(isDecision(issue));
        assertFalse("the type is a decision in that project alone", isDecision(other));
        assertEquals("its statuses stand for no phase yet", List.of(), open());
        map(issue);
        assertEquals(List.of(issue.key()), open());
        assertEquals(List.of(issue.key()), withoutOwner("lead"));
        assertEquals("nobody's search names a project that is hidden from them", List.of(), withoutOwner("outsider"));
        assertTrue("it has the fields", wired.jira.issues().update("lead", issue.id(),
                new IssueInput().set(wired.field("Owner"), "lead").set("duedate", TestTime.today().plusDays(7).toString())).done());
        assertEquals(List.of(), withoutOwner("lead"));
        wired.awaitDebt();
        JsonNode taken = wired.get("lead", REST + "/records?project=USE").json();
        assertEquals(taken.toString(), 1, taken.path("total").asInt());

        admin = started("USE");
        String list = admin.text("#decision-gates-start-undo");
        assertTrue(list,
                list.contains("Decisions are issues of the type Task: the project goes back to the type that Decision Gates brings."));
        admin.submit("form:has(#decision-gates-start-take-back)", "do", "undo");
        awaitEnd(admin);

        assertFalse(isDecision(issue));
        assertEquals(List.of(), withoutOwner("lead"));
        assertEquals("the issue is there, and has its values", List.of("lead"),
                wired.jira.issues().byId(issue.id()).orElseThrow().values(wired.field("Owner")));
        assertEquals(before, state());
        assertEquals(null, started("USE").page.selectFirst("#decision-gates-start-undo"));
    }

    @Test
    public void createsTheSampleInTheTypesThatTheProjectUses() throws Exception {
        project("PAIR");
        use("PAIR", task, impediment);
        WiredJira.assertStatus("sample", 200, wired.post("admin", REST + "/projects/PAIR/sample", "{}"));
        assertEquals(List.of(impediment, task), wired.jira.issues().idsOf(wired.id("PAIR")).stream().sorted()
                .map(id -> wired.jira.issues().byId(id).orElseThrow().issueTypeId()).toList());

        Browser admin = started("PAIR");
        assertEquals("nothing refuses it",
                "Open the Decision. Its panel Readiness says which policies apply. No transition of its workflow has"
                        + " a gate yet, so Jira refuses nothing.",
                admin.text("#decision-gates-start-sample-hint"));
        assertTrue(admin.text("#decision-gates-start-state"),
                admin.text("#decision-gates-start-state").contains("uses issue types of its own"));
        admin.submit("form:has(#decision-gates-start-take-back)", "do", "undo");
        awaitEnd(admin);
        assertEquals(List.of(), wired.jira.issues().idsOf(wired.id("PAIR")));
    }

    @Test
    public void saysOnAnIssueOfAProjectsOwnTypeThatOwnerAndAssigneeDiffer() throws Exception {
        project("DIFFER");
        use("DIFFER", task, impediment);
        IssueRow issue = wired.create("DIFFER", "Task", new IssueInput().set("summary", "Which bank?"));
        assertTrue(wired.jira.issues().update("lead", issue.id(),
                new IssueInput().offScreen(IssueInput.OffScreen.IGNORED).set(wired.field("Owner"), "owner")).done());
        assertEquals(0, Browser.as(wired.box.baseUrl(), "lead").open("/browse/" + issue.key()).select(PANEL).size());
        WiredJira.assertStatus("chosen", 200, wired.call("lead", "PUT", REST + "/projects/DIFFER/owner", WiredJira.JSON,
                "{\"owner\":\"same\"}"));
        assertEquals(1, Browser.as(wired.box.baseUrl(), "lead").open("/browse/" + issue.key()).select(PANEL).size());
    }

    /** Of the id of a type that the project uses no issue in it is, as far as policies see. */
    @Test
    public void hasPoliciesOfTheProjectCallItsTypeWhatItIsUsedAs() throws Exception {
        project("NAMED");
        use("NAMED", task, "");
        List<String> offered = Browser.as(wired.box.baseUrl(), "lead")
                .open("/plugins/servlet/decision-gates/policies?project=NAMED&key=own&from=new").select("[name=issueType] option")
                .eachText();
        assertTrue(offered.toString(), offered.containsAll(List.of("Decision", "Impediment")) && !offered.contains("Task"));

        String policy = PolicyRestWiredTest.policy("own", "Ours", "7")
                .replace("\"issueType\": \"decision\"", "\"issueType\": \"" + task + "\"").replace("{\"rule\": \"has-owner\"}",
                        "{\"rule\": \"has-owner\", \"when\": [{\"kind\": \"issue-type\", \"values\": [\"" + task + "\"]}]}");
        WiredJira.assertStatus("saved", 200, wired.call("lead", "PUT", REST + "/policies/own?project=NAMED&basedOn=0&why=ours",
                WiredJira.JSON, policy));

        JsonNode stored = wired.get("lead", REST + "/policies/own?project=NAMED").json().at("/policy");
        assertEquals("decision", stored.at("/issueType").asText());
        assertEquals("[\"decision\"]", stored.at("/gates/0/rules/0/when/0/values").toString());
    }

    @Test
    public void keepsAProjectEnabledThatGoesBackToADecisionOfTheApp() throws Exception {
        project("BACK");
        List<?> before = state();
        use("BACK", task, "");
        assertFalse("Blockers have no screens yet", enabled("BACK"));
        WiredJira.assertStatus("enabled for Blockers", 200, wired.post("admin", REST + "/projects/BACK/enable", "{}"));
        assertTrue(enabled("BACK"));

        Browser admin = preview("BACK", "", "");
        assertEquals(List.of("The project stays enabled: Decisions and Blockers are added to its scheme "
                + "\u201CBACK: screens with decisions and blockers\u201D, as far as they are not in it yet.",
                "The project stays enabled: Decisions and Blockers are added to its scheme "
                        + "\u201CBACK: workflows with decisions and blockers\u201D, as far as they are not in it yet."),
                effects(admin, "stays enabled"));
        admin.submit(USE, "do", "types");
        awaitEnd(admin);

        assertTrue("it is enabled as before", enabled("BACK"));
        IssueRow decision = wired.create("BACK", "Decision", new IssueInput().set("summary", "Which bank?"));
        assertTrue(isDecision(decision));
        wired.jira.issues().delete("admin", decision.id());
        admin = started("BACK");
        admin.submit("form:has(#decision-gates-start-take-back)", "do", "undo");
        awaitEnd(admin);
        assertFalse(enabled("BACK"));
        assertEquals("all of it is taken back", before, state());
    }

    @Test
    public void saysWhichTypesAreTakenOutOfASchemeThatWasThereBefore() throws Exception {
        project("PART");
        use("PART", task, "");
        wired.jira.projects().useIssueTypeScheme(wired.id("PART"),
                wired.jira.issueTypes().createScheme("Of PART", "", List.of(task)).id());
        WiredJira.assertStatus("enabled for Blockers", 200, wired.post("admin", REST + "/projects/PART/enable", "{}"));

        String list = started("PART").text("#decision-gates-start-undo");

        assertTrue(list, list.contains("\u201COf PART\u201D, which existed before: Blockers are removed from it again."));
        String said = wired.post("admin", REST + "/projects/PART/undo", "{}").body();
        assertTrue(said, said.contains("Removed Blockers from the scheme \u201COf PART\u201D."));
    }

    @Test
    public void refusesToGoBackToADecisionOfTheAppWhereThatWouldDisableTheProject() throws Exception {
        project("LONE");
        project("TWIN");
        use("LONE", task, impediment);
        long shared = wired.jira.issueTypes().createScheme("Shared by two", "", List.of(task, impediment)).id();
        wired.jira.projects().useIssueTypeScheme(wired.id("LONE"), shared);
        wired.jira.projects().useIssueTypeScheme(wired.id("TWIN"), shared);
        assertTrue(enabled("LONE"));

        String refusal = refusal("LONE", "", impediment);

        assertEquals("The scheme \u201CShared by two\u201D is also used by other projects (TWIN), which would change too. Give this project"
                + " a scheme of its own, then try again.", refusal);
        assertTrue("nothing has changed", enabled("LONE"));
    }

    @Test
    public void addsGatesToAWorkflowThatIsForItsTypeAloneAndTakesThemOutAgain() throws Exception {
        project("GATED");
        String verdict = wired.jira.issueTypes().create("Verdict", "", 10300, false).id();
        workflow("GATED", "Verdicts", verdict);
        String before = xml("Verdicts");
        use("GATED", verdict, "");
        IssueRow issue = wired.create("GATED", "Verdict", new IssueInput().set("summary", "Which bank?"));
        String panel = Browser.as(wired.box.baseUrl(), "lead").open("/browse/" + issue.key()).select("#decision-gates-readiness").text();
        assertTrue(panel, panel.contains("No transition of the workflow Verdicts has a gate yet, so nothing is refused.")
                && panel.contains("The policy Decision asks something of a Decision.") && panel.contains("stands for no phase"));
        Browser admin = started("GATED");
        assertTrue(admin.text(REMAINING),
                admin.text(REMAINING).startsWith("4 of the 5 statuses of the workflow Verdicts stand for no phase of a Decision yet"));
        assertEquals("not before its statuses stand for phases", 0, admin.page.select(ADD_GATES).size());

        mapAll("GATED");
        admin = started("GATED");
        assertTrue(admin.text(REMAINING), admin.text(REMAINING).contains("7 transitions lead into a phase without the gate of that phase"));
        assertFalse(admin.text(REMAINING), admin.text(REMAINING).contains("stand for no phase"));
        List<String> lines = admin.page.select("#decision-gates-start-gates-additions li").eachText();
        assertEquals(lines.toString(), 7, lines.size());
        assertTrue(lines.contains("Workflow Verdicts, transition Start Progress (4): the gate In review of the policy Decision"));
        assertEquals("looking changes nothing", before, xml("Verdicts"));
        admin.submit("form:has(" + ADD_GATES + ")", "do", "add-gates");
        awaitEnd(admin);

        assertEquals(7, admin.page.select(".decision-gates-start-success p").size());
        assertEquals(7, admin.page.select("#decision-gates-start-gates-undo li").size());
        assertFalse(admin.text(REMAINING), admin.text(REMAINING).contains("without the gate"));
        assertFalse("refused now", wired.jira.issues().transition("lead", issue.id(), START_PROGRESS, new IssueInput()).done());
        assertTrue(refusal("GATED", "", ""),
                refusal("GATED", "", "").startsWith("Decision Gates has added gates to the workflow of Verdict."));

        wired.jira.workflows().createDraft("admin", "Verdicts");
        admin = started("GATED");
        admin.submit("form:has(" + TAKE_OUT_GATES + ")", "do", "take-out-gates");
        awaitEnd(admin);
        assertTrue(admin.text(".decision-gates-start-error"), admin.text(".decision-gates-start-error").contains("has a draft"));
        wired.jira.workflows().discardDraft("Verdicts");
        admin = started("GATED");
        admin.submit("form:has(" + TAKE_OUT_GATES + ")", "do", "take-out-gates");
        awaitEnd(admin);
        assertEquals("Took 7 gates out of the workflow Verdicts.", admin.text(".decision-gates-start-success"));
        assertEquals(gates(before), gates(xml("Verdicts")));
        assertTrue(wired.jira.issues().transition("lead", issue.id(), START_PROGRESS, new IssueInput()).done());
        assertEquals(List.of("Gates added to a workflow of the project", "Gates taken out of a workflow of the project"),
                wired.jira.auditRecords().all().stream().filter(entry -> entry.affected().contains("GATED"))
                        .map(entry -> entry.action()).filter(action -> action.startsWith("Gates ")).toList());
    }

    @Test
    public void saysWhichStepsThereAreWhereOthersHaveTheWorkflow() throws Exception {
        project("MINE");
        project("YOURS");
        String award = wired.jira.issueTypes().create("Award", "", 10300, false).id();
        workflow("MINE", "Awards", award);
        use("MINE", award, "");
        mapAll("MINE");
        wired.jira.projects().useWorkflowScheme(wired.id("YOURS"),
                wired.jira.workflows().createScheme("Of yours", "", "Awards", Map.of()).id());
        String before = xml("Awards");

        Browser admin = started("MINE");

        assertEquals(
                "The workflow Awards is also used by YOURS. Gates in it would ask the same of those issues, so Decision Gates leaves it"
                        + " alone. Give the issue type Award a workflow of its own in this project, or add the gates yourself.",
                admin.text(".decision-gates-start-gates-obstacle"));
        assertEquals(0, admin.page.select(ADD_GATES).size());
        assertEquals(7, admin.page.select("#decision-gates-start-gates-steps li").size());
        assertTrue(admin.page.select("#decision-gates-start-gates-steps a").attr("href").endsWith("&workflowName=Awards"));
        assertEquals(before, xml("Awards"));
    }

    @Test
    public void takesGatesBackWithTheRestOfTheProject() throws Exception {
        project("WHOLE");
        String plea = wired.jira.issueTypes().create("Plea", "", 10300, false).id();
        workflow("WHOLE", "Pleas", plea);
        List<?> before = List.of(gates(xml("Pleas")), wired.jira.fields().all());
        use("WHOLE", plea, "");
        mapAll("WHOLE");
        Browser admin = started("WHOLE");
        admin.submit("form:has(" + ADD_GATES + ")", "do", "add-gates");
        awaitEnd(admin);
        assertEquals(7, gates(xml("Pleas")));

        admin = started("WHOLE");
        admin.submit("form:has(#decision-gates-start-take-back)", "do", "undo");
        awaitEnd(admin);

        assertEquals(before, List.of(gates(xml("Pleas")), wired.jira.fields().all()));
        assertEquals("nothing is left to take back", 0, admin.page.select("#decision-gates-start-take-back").size());
        assertEquals("a map that is empty keeps its revision", List.of("changed.phase-map", "phase-map"), settings(wired.id("WHOLE")));
    }

    @Test
    public void saysThatAProjectBecomesEnabledByItsOwnTypes() throws Exception {
        project("OWN");
        assertFalse(enabled("OWN"));

        Browser admin = preview("OWN", task, impediment);
        assertEquals(
                List.of("The project OWN becomes enabled, because issue types of its own need nothing else in its schemes. From then on"
                        + " its weeks are closed, its digests are sent, and its gate debt is found."),
                effects(admin, "becomes enabled"));
        admin.submit(USE, "do", "types");
        awaitEnd(admin);

        assertTrue(enabled("OWN"));
        assertTrue(admin.text(".decision-gates-start-success"),
                admin.text(".decision-gates-start-success").contains("The project OWN is enabled now."));
        assertEquals(1, wired.jira.auditRecords().all().stream().filter(entry -> entry.affected().contains("OWN"))
                .filter(entry -> entry.action().equals("Decision Gates enabled for the project")).count());
    }

    @Test
    public void keepsNothingInItsSettingsOfAProjectThatIsDeleted() throws Exception {
        String farewell = wired.jira.issueTypes().create("Farewell", "", 10300, false).id();
        List<?> fields = wired.jira.fields().all();
        project("BYE");
        long id = wired.id("BYE");
        use("BYE", farewell, impediment);
        WiredJira.assertStatus("sample", 200, wired.post("admin", REST + "/projects/BYE/sample", "{}"));
        map(wired.create("BYE", "Farewell", new IssueInput().set("summary", "Which bank?")));
        WiredJira.assertStatus("owner", 200,
                wired.call("lead", "PUT", REST + "/projects/BYE/owner", WiredJira.JSON, "{\"owner\":\"same\"}"));
        assertEquals(List.of("changed.owner", "changed.phase-map", "owner-is-assignee", "phase-map", "sample", "type-map"), settings(id));
        for (long issue : wired.jira.issues().idsOf(id)) {
            wired.jira.issues().delete("admin", issue);
        }

        WiredJira.assertStatus("deleted", 204, wired.call("admin", "DELETE", "/rest/api/2/project/BYE", WiredJira.JSON, ""));

        assertEquals(List.of(), settings(id));
        assertEquals("its type has the fields no more", fields, wired.jira.fields().all());
    }

    @Test
    public void refusesWhatWouldBeWrongAndSaysWhatToDo() throws Exception {
        project("BAD");
        assertEquals("The issue type Task cannot be both Decision and Blocker. Choose another one for one of them.",
                refusal("BAD", task, task));
        assertTrue(refusal("BAD", subTask, "").startsWith("Step of a task is a type of sub-tasks, which belong to another issue."));
        assertTrue(refusal("BAD", wired.type("Blocker"), "").startsWith("Blocker is the type that Decision Gates brings."));
        assertEquals("The project BAD has no issue type 99999. Add it to the issue type scheme of the project, or choose another one.",
                refusal("BAD", "99999", ""));

        Browser late = preview("BAD", task, "");
        use("BAD", impediment, "");
        late.submit(USE, "do", "types");
        awaitEnd(late);
        assertTrue(late.text(".decision-gates-start-error"),
                late.text(".decision-gates-start-error").startsWith("Somebody has changed which issue types the project BAD uses"));
        use("BAD", "", "");
    }

    @Test
    public void isAFindingWhenTheTypeIsGone() throws Exception {
        project("GONE");
        String adr = wired.jira.issueTypes().create("Architecture decision", "", 10300, false).id();
        use("GONE", adr, "");
        long without = wired.jira.issueTypes().createScheme("Without it", "", List.of(task)).id();
        wired.jira.projects().useIssueTypeScheme(wired.id("GONE"), without);

        String page = Jsoup.parse(wired.get("lead", "/plugins/servlet/decision-gates/health?project=GONE").body()).text();

        assertTrue(page, page.contains(
                "The project GONE uses the issue type Architecture decision for Decisions but no longer offers it"));
        Browser admin = preview("GONE", "", "");
        admin.submit(USE, "do", "types");
        awaitEnd(admin);
        page = Jsoup.parse(wired.get("lead", "/plugins/servlet/decision-gates/health?project=GONE").body()).text();
        assertFalse(page, page.contains("Architecture decision"));
    }

    /** Kinds of settings that the app has of a project; what it has read of its history and journal is none of them. */
    private static List<String> settings(long project) {
        return wired.box.box().jdbc().sql("select name from sandbox_setting where name like ? order by name").param("%." + project)
                .query(String.class).list().stream().map(name -> name.substring(name.indexOf(':') + 1, name.lastIndexOf('.')))
                .filter(kind -> KINDS.contains(kind)).toList();
    }

    /** Gives issues of the type in the project a workflow that nobody else has. */
    private static void workflow(String project, String name, String type) {
        GatedWorkflow.named(wired, name);
        wired.jira.projects().useWorkflowScheme(wired.id(project),
                wired.jira.workflows().createScheme("of " + project, "", "jira", Map.of(type, name)).id());
    }

    private static String xml(String workflow) {
        return wired.jira.workflows().byName(workflow, false).orElseThrow().xml();
    }

    private static int gates(String xml) {
        return xml.split("gate.GateValidator", -1).length - 1;
    }

    /** Has each status of Jira's own workflow stand for a phase; one of them does without. */
    private static void mapAll(String project) throws Exception {
        String map = REST + "/projects/" + project + "/phase-map";
        String statuses = Map
                .of("Open", "DRAFT", "In Progress", "IN_REVIEW", "Reopened", "IN_REVIEW", "Resolved", "DECIDED")
                .entrySet().stream().map(entry -> "{\"type\":\"decision\",\"status\":\"" + entry.getKey() + "\",\"phase\":\""
                        + entry.getValue() + "\"}")
                .collect(Collectors.joining(","));
        WiredJira.assertStatus("the map", 200, wired.call("lead", "PUT", map, WiredJira.JSON,
                "{\"revision\":" + wired.get("lead", map).json().path("revision").asInt() + ",\"statuses\":[" + statuses + "]}"));
    }

    private static boolean enabled(String project) throws Exception {
        return wired.get("admin", REST + "/projects/" + project + "/set-up-plan").json().path("enabled").asBoolean();
    }

    /** The effects that have these words. */
    private static List<String> effects(Browser admin, String words) {
        return admin.page.select("#decision-gates-start-types-effects li").eachText().stream().filter(text -> text.contains(words))
                .toList();
    }

    private static boolean isDecision(IssueRow issue) {
        return wired.get("lead", REST + "/issue/" + issue.key() + "/records").status() == 200;
    }

    private static List<String> open() throws Exception {
        List<String> keys = new ArrayList<>();
        wired.get("lead", REST + "/summary?project=USE").json().at("/decisions/rows")
                .forEach(row -> keys.add(row.findPath("key").asText()));
        return keys;
    }

    private static List<String> withoutOwner(String user) throws Exception {
        return wired.get(user, "/rest/api/2/search?jql=issue%20in%20decisionsWithoutOwner()%20AND%20project%20%3D%20USE").json()
                .findValuesAsText("key").stream().filter(key -> key.startsWith("USE-")).toList();
    }

    /** What the journal has the issue as. */
    private static String kind(IssueRow issue) {
        return String.join(" ", wired.box.box().jdbc().sql("select distinct \"ISSUE_KIND\" from \"" + wired.table("ISSUE_CHANGE")
                + "\" where \"ISSUE_ID\" = ?").param(issue.id()).query(String.class).list());
    }

    /** Has the present status of the issue stand for a draft. */
    private static void map(IssueRow issue) throws Exception {
        String map = REST + "/projects/" + issue.key().split("-")[0] + "/phase-map";
        int revision = wired.get("lead", map).json().path("revision").asInt();
        WiredJira.assertStatus("the map", 200, wired.call("lead", "PUT", map, WiredJira.JSON,
                "{\"revision\":" + revision + ",\"statuses\":[{\"type\":\"decision\",\"status\":\"" + wired.status(issue)
                        + "\",\"phase\":\"DRAFT\"}]}"));
    }

    private static void use(String project, String decision, String blocker) throws Exception {
        Browser admin = preview(project, decision, blocker);
        admin.submit(USE, "do", "types");
        awaitEnd(admin);
        assertEquals(null, admin.page.selectFirst(".decision-gates-start-error"));
    }

    private static String refusal(String project, String decision, String blocker) throws Exception {
        Browser admin = preview(project, decision, blocker);
        assertEquals(null, admin.page.selectFirst("#decision-gates-start-types-use"));
        return Optional.ofNullable(admin.page.selectFirst(".decision-gates-start-types-obstacle")).orElseThrow().text();
    }

    private static Browser preview(String project, String decision, String blocker) throws Exception {
        Browser admin = started(project);
        admin.open(START + project + "&decision=" + decision + "&blocker=" + blocker + "&types=preview");
        return admin;
    }

    private static Browser started(String project) throws Exception {
        Browser admin = Browser.as(wired.box.baseUrl(), "admin").confirmed("admin");
        admin.open(START + project);
        return admin;
    }

    private static void awaitEnd(Browser admin) {
        Awaitility.await().until(() -> {
            admin.open(admin.page.location());
            return admin.page.selectFirst(".decision-gates-task-running") == null;
        });
    }

    /** A project on default schemes in which those who lead and administrators of Jira may do everything. */
    private static void project(String key) {
        long id = wired.jira.projects().create(key, key, "", "lead").id();
        for (Permission permission : Permission.values()) {
            wired.jira.permissions().grant(id, permission, "storefront-leads");
            wired.jira.permissions().grant(id, permission, "jira-administrators");
        }
    }

    private static List<?> state() {
        return List.of(wired.jira.projects().all(), wired.jira.issueTypes().all(), wired.jira.fields().all(), wired.jira.screens().all(),
                wired.jira.screens().typeSchemes(), wired.jira.workflows().schemes(), wired.jira.workflows().all());
    }
}
