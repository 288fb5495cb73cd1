package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.atlassian.sal.api.lifecycle.LifecycleAware;
import kong.unirest.core.HttpResponse;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.RestClient;
import org.decisiongates.sandbox.host.RunningBox;
import org.decisiongates.sandbox.host.StatementLog;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.model.FieldRow;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** The built jar in Jira: set up once, its gates on real OSWorkflow, its journal. */
@RunWith(Parameterized.class)
public class JiraWiredTest {

    private static RunningBox box;
    private static SandboxJira jira;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    public JiraWiredTest(Options.Database database) {
        BOXES.on(database, () -> {
            WiredJira wired = WiredJira.start(BOXES, database);
            box = wired.box;
            jira = wired.jira;
        });
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @Test
    public void setsUpOneOfEachHoweverOftenItStarts() throws Exception {
        List<?> before = things();
        box.service(LifecycleAware.class).onStart();
        assertEquals(before, things());
        assertEquals(1, jira.issueTypes().all().stream().filter(type -> type.name().equals("Decision")).count());
        assertEquals(1, jira.fields().customNamed("Owner").size());
        // whoever starts reads the journal again, and the next test counts statements
        WiredJira.awaitJournal();
    }

    private static List<?> things() {
        return List.of(jira.issueTypes().all(), jira.statuses().all(), jira.fields().all(), jira.screens().all(), jira.screens().schemes(),
                jira.workflows().all().stream().map(row -> row.name()).toList());
    }

    @Test
    public void refusesADecisionUntilEverythingIsThereAndWritesOneRowEachTime() throws Exception {
        IssueRow decision = create("Decision", new IssueInput().set("summary", "Which journey comes first"));
        long rows = journal();
        Outcome refused = jira.issues().transition("lead", decision.id(), 11, new IssueInput());
        assertEquals(refused.toString(), 3, refused.errors().size());
        assertTrue(refused.errors().keySet().containsAll(List.of("duedate", field("Owner"), field("Acceptance criteria"))));
        assertEquals(decision.statusId(), jira.issues().byId(decision.id()).orElseThrow().statusId());
        assertEquals("a refusal is kept although the transition is not", rows + 1, journal());
        StatementLog log = box.logStatements();
        Outcome passed = jira.issues().transition("lead", decision.id(), 11,
                new IssueInput().set("duedate", TestTime.today().plusDays(7).toString())
                        .set(field("Owner"), "owner").set(field("Acceptance criteria"), "Completion does not fall"));
        List<String> ours = log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME).sql().stream()
                .map(sql -> sql.toUpperCase(Locale.ROOT))
                // PostgreSQL is asked for the row's number first
                .filter(sql -> sql.contains("AO_") && !sql.contains("NEXTVAL")).toList();
        assertTrue(passed.toString(), passed.done());
        assertEquals("In review", jira.statuses().byId(passed.issue().orElseThrow().statusId()).orElseThrow().name());
        // the record, for the options of the statement, and waivers, since advice is not met; one row of the gate; then one for each thing
        // that changed: phase, owner, due date, acceptance criteria
        List<String> tables = ours.stream()
                .map(sql -> sql.replaceAll("(?s)(SELECT|INSERT).*?AO_[0-9A-F]{6}_([A-Z_]+).*", "$1 $2")).toList();
        assertEquals(List.of("SELECT ISSUE_RECORD", "SELECT WAIVER_STEP", "INSERT GATE_EVENT", "INSERT ISSUE_CHANGE", "INSERT ISSUE_CHANGE",
                "INSERT ISSUE_CHANGE", "INSERT ISSUE_CHANGE"), tables);
        assertEquals(rows + 2, journal());
    }

    @Test
    public void refusesABlockerWithoutADateAndAFallbackWhenItIsCreated() throws Exception {
        long rows = journal();
        IssueInput input = input("Blocker").set("summary", "Nobody may sign");
        Outcome refused = jira.issues().create("lead", input);
        assertTrue(refused.toString(), refused.errors().keySet().containsAll(List.of("duedate", field("Fallback plan"))));
        assertEquals(rows + 1, journal());
        input.set("duedate", TestTime.today().plusDays(3).toString()).set(field("Owner"), "owner")
                .set(field("Fallback plan"), "Switch the promotion off within one hour");
        Outcome created = jira.issues().create("lead", input);
        assertTrue(created.toString(), created.done());
        assertEquals("Open", jira.statuses().byId(created.issue().orElseThrow().statusId()).orElseThrow().name());
    }

    @Test
    public void aGateAddedThroughItsFormRefusesAnotherIssueType() {
        String workflow = jira.workflows().nameFor(jira.projects().byKey("OPS").orElseThrow(), type("Task"));
        IssueRow task = create("OPS", "Task", new IssueInput().set("summary", "Rotate the keys"));
        assertTrue(jira.workflows().newValidatorForm(BuiltPlugin.KEY + ":gate-validator").contains("has-due-date"));
        jira.workflows().createDraft("admin", workflow);
        jira.workflows().addValidator("admin", workflow, true, 11, BuiltPlugin.KEY + ":gate-validator", Map.of("gate.rules",
                new String[] {"has-due-date"}, "has-due-date.field", new String[] {"duedate"}, "has-due-date.horizon-days",
                new String[] {"28"}));
        assertTrue(jira.workflows().validatorForm(workflow, true, 11, 0).contains("28"));
        assertFalse(jira.workflows().view(workflow, true).orElseThrow().transition(11).orElseThrow().validators().get(0).html().isBlank());
        jira.workflows().publishDraft("admin", workflow);
        Outcome refused = jira.issues().transition("lead", task.id(), 11, new IssueInput());
        assertEquals("not on the screen, so said of the issue as a whole: " + refused, 1, refused.messages().size());
        jira.issues().update("lead", task.id(), new IssueInput().set("duedate", TestTime.today().plusDays(1).toString()));
        assertTrue(jira.issues().transition("lead", task.id(), 11, new IssueInput()).done());
    }

    @Test
    public void aGateWhoseFieldIsGoneRefuses() {
        FieldRow extra = jira.fields().create("Second owner", "", org.decisiongates.sandbox.jira.model.FieldType.USERPICKER, "");
        jira.workflows().create("admin", "gone", "", jira.workflows().byName("jira", false).orElseThrow().xml());
        jira.workflows().addValidator("admin", "gone", false, 4, BuiltPlugin.KEY + ":gate-validator",
                Map.of("gate.rules", new String[] {"has-owner"}, "has-owner.field", new String[] {extra.id()}));
        jira.projects().useWorkflowScheme(jira.projects().byKey("RISK").orElseThrow().id(),
                jira.workflows().createScheme("gone", "", "gone", Map.of()).id());
        IssueRow task = create("RISK", "Task", new IssueInput().set("summary", "One"));
        jira.fields().delete(extra.id());
        Outcome refused = jira.issues().transition("lead", task.id(), 4, new IssueInput());
        assertEquals(refused.toString(), 400, refused.reason());
        assertEquals(task.statusId(), jira.issues().byId(task.id()).orElseThrow().statusId());
    }

    private static IssueInput input(String type) {
        return new IssueInput().set("project", String.valueOf(jira.projects().byKey("SHOP").orElseThrow().id())).set("issuetype",
                type(type));
    }

    private static IssueRow create(String type, IssueInput input) {
        return create("SHOP", type, input);
    }

    private static IssueRow create(String project, String type, IssueInput input) {
        input.set("project", String.valueOf(jira.projects().byKey(project).orElseThrow().id())).set("issuetype", type(type));
        Outcome outcome = jira.issues().create("lead", input);
        assertTrue(outcome.toString(), outcome.done());
        return outcome.issue().orElseThrow();
    }

    private static String type(String name) {
        return jira.issueTypes().byName(name).orElseThrow().id();
    }

    private static String field(String name) {
        return jira.fields().customNamed(name).get(0).id();
    }

    /** How many rows the journal of SHOP holds, by the app's own REST. */
    private static long journal() throws Exception {
        HttpResponse<String> answer = RestClient.at(box.baseUrl()).get("/rest/decision-gates/1.0/journal?project=SHOP&limit=200")
                .basicAuth("admin", "admin").asString();
        assertEquals(answer.getBody(), 200, answer.getStatus());
        return answer.getBody().split("\"sequence\"", -1).length - 1L;
    }
}
