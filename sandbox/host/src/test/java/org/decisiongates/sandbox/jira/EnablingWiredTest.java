package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.StatementLog;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.IssueTypeSchemeRow;
import org.decisiongates.sandbox.jira.model.IssueTypeScreenSchemeRow;
import org.decisiongates.sandbox.jira.model.LinkRow;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.WorkflowSchemeRow;
import org.decisiongates.sandbox.jira.web.Browser;

/** Enabling a project changes that project only, or says why it does not; starting together sets up once. */
public class EnablingWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final Pattern WRITES = Pattern.compile("^\\s*(insert into|update|delete from|merge into) (jira_|sandbox_setting)",
            Pattern.CASE_INSENSITIVE);

    private static final String PROJECTS = "/rest/decision-gates/1.0/projects/";

    private static WiredJira wired;

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
    }

    @Test
    public void refusesASchemeThatOthersUseAndNamesItAndThem() throws Exception {
        long shared = wired.jira.issueTypes().createScheme("Shared by two", "", List.of(wired.type("Task"))).id();
        for (String key : List.of("ONE", "TWO")) {
            wired.jira.projects().useIssueTypeScheme(wired.jira.projects().create(key, key, "", "lead").id(), shared);
        }
        List<?> before = state();
        Reply refused = enable("ONE");
        WiredJira.assertStatus("a shared scheme", 409, refused);
        WiredJira.assertReadable("a shared scheme", refused.errors());
        WiredJira.assertNames("a shared scheme", refused.errors(), "Shared by two");
        WiredJira.assertNames("a shared scheme", refused.errors(), "TWO");
        assertEquals(before, state());
    }

    @Test
    public void givesAProjectOnDefaultSchemesItsOwnAndLeavesTheOthersOnceHoweverOftenAsked() throws Exception {
        wired.jira.projects().create("NEW", "New", "", "lead");
        ProjectRow other = wired.jira.projects().create("OLD", "Old", "", "lead");
        WiredJira.assertStatus("the first time", 200, enable("NEW"));
        assertEquals(other, wired.jira.projects().byKey("OLD").orElseThrow());
        List<?> before = state();
        Reply again = enable("NEW");
        WiredJira.assertStatus("again", 200, again);
        assertEquals(0, again.json().path("done").size());
        assertEquals(before, state());
    }

    @Test
    public void saysWhatEnablingWouldDoAndThenDoesThat() throws Exception {
        wired.jira.projects().create("PLAN", "Planned", "", "lead");
        List<?> before = state();
        JsonNode plan = plan("PLAN");
        assertEquals(before, state());
        assertEquals(List.of("ISSUE_TYPE_SCREEN_SCHEME MADE PLAN: screens with decisions and blockers",
                "WORKFLOW_SCHEME MADE PLAN: workflows with decisions and blockers",
                "ISSUE_TYPE_SCHEME PRESENT Default Issue Type Scheme"), lines(plan));
        assertEquals(Set.of("PRESENT"), effects(plan.path("parts")));
        assertFalse(plan.path("enabled").asBoolean());

        WiredJira.assertStatus("enabled", 200, enable("PLAN"));

        JsonNode after = plan("PLAN");
        assertEquals(lines(plan).stream().map(line -> line.replace(" MADE ", " PRESENT ")).toList(), lines(after));
        assertTrue(after.path("enabled").asBoolean());
    }

    @Test
    public void namesInThePlanWhoSharesASchemeAndHowMany() throws Exception {
        long shared = wired.jira.issueTypes().createScheme("Shared by twelve", "", List.of(wired.type("Task"))).id();
        for (char letter = 'A'; letter < 'M'; letter++) {
            String key = "MANY" + letter;
            wired.jira.projects().useIssueTypeScheme(wired.jira.projects().create(key, key, "", "lead").id(), shared);
        }
        JsonNode plan = plan("MANYC");
        JsonNode scheme = plan.path("schemes").path(2);
        assertEquals("CHANGED", scheme.path("effect").asText());
        assertEquals(11, scheme.path("sharing").asInt());
        assertEquals("[\"MANYA\",\"MANYB\",\"MANYD\",\"MANYE\",\"MANYF\",\"MANYG\",\"MANYH\",\"MANYI\",\"MANYJ\",\"MANYK\"]",
                scheme.path("sharedWith").toString());
        assertEquals(1, plan.path("obstacles").size());
    }

    @Test
    public void findsOutAboutTheProjectsOfAPageAlone() throws Exception {
        for (int i = 1; i < 4; i++) {
            wired.jira.projects().create("FEW" + i, "One of few " + i, "", "lead");
        }
        String few = "/rest/decision-gates/1.0/projects?query=of+few&limit=2";
        Browser admin = Browser.as(wired.box.baseUrl(), "admin").confirmed("admin");
        String page = "/plugins/servlet/decision-gates/admin?query=";
        int asked = statements(() -> wired.get("admin", few));
        int shown = statements(() -> admin.open(page + "of+few"));
        for (int i = 10; i < 50; i++) {
            wired.jira.projects().create("MORE" + i, "One of many " + i, "", "lead");
        }
        assertEquals(asked, statements(() -> wired.get("admin", few)));
        assertEquals(shown, statements(() -> admin.open(page + "of+few")));
        assertEquals("3 projects, none of them enabled: about 2 of them the app asks", List.of(2, 3, 2),
                List.of(wired.get("admin", few).json().path("projects").size(), wired.get("admin", few).json().path("total").asInt(),
                        wired.get("admin", few).json().path("next").asInt()));

        admin.open(page + "of+many");
        assertEquals("20 of 40 projects", admin.text("#decision-gates-projects-found"));
        assertEquals(20, admin.page.select("#decision-gates-projects tbody tr").size());
        admin.open(admin.page.selectFirst(".decision-gates-projects-next").absUrl("href"));
        assertEquals("MORE30", admin.page.selectFirst("#decision-gates-projects tbody tr").attr("data-project"));
        assertEquals(null, admin.page.selectFirst(".decision-gates-projects-next"));
        assertEquals(1, admin.page.select(".decision-gates-projects-previous").size());
    }

    /** How many statements a page or an answer takes, once it was asked for before. */
    private static int statements(Callable<?> work) throws Exception {
        work.call();
        StatementLog log = wired.box.logStatements();
        work.call();
        return log.sent().sql().size();
    }

    @Test
    public void saysOnThePageWhyAProjectCannotBeEnabledAndOffersNothing() throws Exception {
        long shared = wired.jira.issueTypes().createScheme("Shared by a pair", "", List.of(wired.type("Task"))).id();
        for (String key : List.of("PAIRA", "PAIRB")) {
            wired.jira.projects().useIssueTypeScheme(wired.jira.projects().create(key, key, "", "lead").id(), shared);
        }
        project("MOVE", "To be migrated");
        wired.create("MOVE", "Decision", new IssueInput().set("summary", "In a workflow of others"));
        Map<String, String> reasons = Map.of("PAIRA", "The scheme \u201CShared by a pair\u201D is also used by other projects (PAIRB)",
                "MOVE",
                "1 issue of the type Decision in this project uses another workflow and would have to be migrated.");
        for (Map.Entry<String, String> reason : reasons.entrySet()) {
            Browser admin = started(reason.getKey());
            assertTrue(admin.text("#decision-gates-start-state"),
                    admin.text("#decision-gates-start-state").contains("cannot be enabled yet"));
            assertTrue(admin.text("#decision-gates-start-schemes"),
                    admin.text("#decision-gates-start-schemes").contains(reason.getValue()));
            assertEquals(null, admin.page.selectFirst("#decision-gates-start-enable"));
            assertEquals(null, admin.page.selectFirst("#decision-gates-start-make-sample"));
            assertEquals(null, admin.page.selectFirst("#decision-gates-start-take-back"));
        }
    }

    @Test
    public void saysThatOneIsUnderWayToWhomeverPressesAgain() throws Exception {
        project("WAIT", "Pressed twice");
        Browser admin = started("WAIT");
        Browser again = started("WAIT");
        Lock busy = wired.box.service(ClusterLockService.class).getLockForName("org.decisiongates.decision-gates.enable");
        busy.lock();
        try {
            admin.submit("form:has(#decision-gates-start-enable)");
            assertEquals(1, admin.page.select(".decision-gates-task-running progress").size());
            assertEquals(null, admin.page.selectFirst("#decision-gates-start-enable"));
            again.submit("form:has(#decision-gates-start-enable)");
            assertEquals("You already have one of these in progress. Wait until it ends, or cancel it, then start again.",
                    again.text(".decision-gates-start-error"));
        } finally {
            busy.unlock();
        }
        awaitEnd(admin);
        assertEquals(2, admin.page.select("#decision-gates-start-undo li").size());
    }

    /** The page as somebody without scripts uses it; what it starts is done in the background. */
    @Test
    public void isEnabledFromThePageGetStarted() throws Exception {
        wired.jira.projects().create("PAGE", "Begun on a page", "", "lead");
        Browser admin = Browser.as(wired.box.baseUrl(), "admin").confirmed("admin");
        admin.open("/plugins/servlet/decision-gates/get-started?query=begun");
        assertEquals("1 project", admin.text("#decision-gates-start-found"));
        admin.open(admin.page.selectFirst("#decision-gates-start-choices a").absUrl("href"));
        assertEquals(3, admin.page.select("#decision-gates-start-schemes tbody tr").size());
        assertTrue(admin.text("#decision-gates-start-schemes"),
                admin.text("#decision-gates-start-schemes").contains("adds the workflows of Decision and Blocker."));
        List<String> parts = admin.page.select("#decision-gates-start-parts td:nth-child(2)").eachText();
        assertTrue("as Jira calls them: " + parts, parts.containsAll(List.of("In review", "Trade-offs", "Risk accepted until",
                "Decision Gates: Decision screens", "Decision workflow")));

        admin.submit("form:has(#decision-gates-start-enable)");

        awaitEnd(admin);
        assertEquals(
                "Decisions and Blockers are enabled in Begun on a page (PAGE). To try a gate, create a Blocker there without an owner.",
                admin.text("#decision-gates-start-state"));
        assertEquals(2, admin.page.select(".decision-gates-start-success p").size());
        assertEquals(null, admin.page.selectFirst("#decision-gates-start-enable"));
    }

    @Test
    public void takesBackWhatWasMadeAsLongAsNothingUsesIt() throws Exception {
        project("BACK", "Taken back");
        List<?> created = state("BACK");
        WiredJira.assertStatus("enabled", 200, enable("BACK"));
        IssueRow issue = wired.create("BACK", "Decision", new IssueInput().set("summary", "In the way"));
        Browser admin = started("BACK");
        assertEquals(2, admin.page.select("#decision-gates-start-undo li").size());
        assertEquals("Nothing can be taken back while the project has issues of these types: Decisions: 1, Blockers: 0."
                + " Delete them or move them to another project, then take it back again.", admin.text(".decision-gates-start-in-use"));
        assertEquals(null, admin.page.selectFirst("#decision-gates-start-take-back"));

        assertTrue(wired.jira.issues().delete("lead", issue.id()).done());
        takeBack(started("BACK"));

        assertEquals(created, state("BACK"));
        assertEquals("there is nothing left to take back", null, started("BACK").page.selectFirst("#decision-gates-start-undo"));
        assertFalse(plan("BACK").path("enabled").asBoolean());
        WiredJira.assertStatus("once more", 200, enable("BACK"));
        assertTrue(plan("BACK").path("enabled").asBoolean());
    }

    @Test
    public void takesOnlyItsOwnOutOfASchemeThatWasThereBefore() throws Exception {
        ProjectRow mine = wired.jira.projects().create("MINE", "With schemes of its own", "", "lead");
        String task = wired.type("Task");
        wired.jira.projects().useIssueTypeScheme(mine.id(), wired.jira.issueTypes().createScheme("Of mine", "", List.of(task)).id());
        wired.jira.projects().useWorkflowScheme(mine.id(), wired.jira.workflows().createScheme("Of mine", "", "jira",
                Map.of(task, "jira")).id());
        IssueTypeScreenSchemeRow screens = wired.jira.screens().createTypeScheme("Of mine", "");
        wired.jira.screens().setScreenScheme(screens.id(), IssueTypeScreenSchemeRow.DEFAULT_ENTRY, 1);
        wired.jira.projects().useIssueTypeScreenScheme(mine.id(), screens.id());
        List<?> before = state("MINE");
        WiredJira.assertStatus("enabled", 200, enable("MINE"));
        Browser admin = started("MINE");
        assertEquals(3, admin.page.select("#decision-gates-start-undo li").size());

        takeBack(admin);

        assertEquals(before, state("MINE"));
    }

    @Test
    public void leavesASchemeThatSomebodyChangedAndNamesIt() throws Exception {
        wired.jira.projects().create("EDIT", "Changed since", "", "lead");
        WiredJira.assertStatus("enabled", 200, enable("EDIT"));
        WorkflowSchemeRow made = wired.jira.workflows().schemes().stream().filter(row -> row.name().startsWith("EDIT: ")).findFirst()
                .orElseThrow();
        Map<String, String> mappings = new HashMap<>(made.mappings());
        mappings.put(wired.type("Task"), "jira");
        wired.jira.workflows().updateScheme(new WorkflowSchemeRow(made.id(), made.name(), made.description(), made.defaultWorkflow(),
                mappings));

        Browser admin = takeBack(started("EDIT"));

        assertEquals("The scheme \u201CEDIT: workflows with decisions and blockers\u201D was left as it is, because somebody has "
                + "changed it since Decision Gates created it. If it is no longer needed, give the project another scheme in Jira.",
                admin.page.select(".decision-gates-start-success p").first().text());
        assertEquals(1, admin.page.select("#decision-gates-start-undo li").size());
        assertEquals(List.of("EDIT: workflows with decisions and blockers"), schemesOf("EDIT"));
    }

    @Test
    public void isTakenBackOverRestAndAsksForAConfirmedSession() throws Exception {
        project("REST", "Taken back by a program");
        List<?> before = state("REST");
        WiredJira.assertStatus("enabled", 200, enable("REST"));
        Reply list = undo("GET", "REST");
        assertEquals(2, list.json().path("steps").size());
        assertEquals(0, list.json().path("obstacles").size());
        IssueRow issue = wired.create("REST", "Decision", new IssueInput().set("summary", "In the way"));
        assertEquals(1, undo("GET", "REST").json().path("obstacles").size());
        WiredJira.assertStatus("in use", 409, undo("POST", "REST"));
        assertTrue(wired.jira.issues().delete("lead", issue.id()).done());
        Browser admin = Browser.as(wired.box.baseUrl(), "admin");
        assertEquals("a session that was not confirmed", 403, admin.postJson(PROJECTS + "REST/undo", "{}"));

        Reply done = undo("POST", "REST");

        assertEquals(List.of(2, 0), List.of(done.json().path("done").size(), done.json().path("left").size()));
        assertEquals(before, state("REST"));
        assertEquals(0, undo("POST", "REST").json().path("done").size());
    }

    @Test
    public void createsASampleThatCanBeTriedOnceHoweverOftenAsked() throws Exception {
        project("TRY", "To be tried");
        WiredJira.assertStatus("enabled", 200, enable("TRY"));
        Browser admin = started("TRY");
        admin.submit("form:has(#decision-gates-start-make-sample)", "do", "sample");
        assertEquals(2, admin.page.select("#decision-gates-start-sample a").size());
        assertEquals("nothing is left to create", null, admin.page.selectFirst("#decision-gates-start-make-sample"));
        WiredJira.assertStatus("once more, by a program", 200, wired.post("admin", PROJECTS + "TRY/sample", "{}"));
        List<IssueRow> pair = issuesOf("TRY");
        IssueRow blocker = pair.get(0);
        IssueRow decision = pair.get(1);
        assertEquals(List.of("Blocker", "Decision", "admin", "admin"),
                List.of(nameOfType(blocker), nameOfType(decision), blocker.reporterKey(), decision.reporterKey()));
        assertEquals(TestTime.today().plusDays(7).toString(), blocker.dueDate());
        assertEquals(List.of(blocker.id()), wired.jira.links().inward(decision.id()).stream().map(LinkRow::sourceId).toList());
        Outcome review = wired.jira.issues().transition("admin", decision.id(), 11, new IssueInput());
        assertEquals("owner, due date, criteria: " + review, 3, review.errors().size());
    }

    /** In a project whose other issues keep everything else. */
    @Test
    public void deletesTheSampleAloneAsLongAsNobodyHasUsedIt() throws Exception {
        project("ALONE", "Sample alone");
        WiredJira.assertStatus("enabled", 200, enable("ALONE"));
        wired.create("ALONE", "Decision", new IssueInput().set("summary", "A decision of ours"));
        WiredJira.assertStatus("sample", 200, wired.post("admin", PROJECTS + "ALONE/sample", "{}"));
        IssueRow decision = issuesOf("ALONE").get(2);
        wired.jira.issues().update("lead", decision.id(), new IssueInput().set("duedate", TestTime.today().toString()));
        Browser admin = started("ALONE");
        assertEquals("Somebody else has changed the sample " + decision.key()
                + ", so it is not deleted alone. Delete the issues in Jira if nobody needs them.",
                admin.page.select(".decision-gates-start-sample-used").text());
        assertEquals(null, admin.page.selectFirst("#decision-gates-start-delete-sample"));
        wired.jira.issues().delete("admin", decision.id());
        WiredJira.assertStatus("another one", 200, wired.post("admin", PROJECTS + "ALONE/sample", "{}"));

        admin = started("ALONE");
        admin.submit("form:has(#decision-gates-start-delete-sample)", "do", "delete-sample");

        assertEquals("The sample is deleted. You can create another one at any time.", admin.text(".decision-gates-start-success"));
        assertEquals(List.of("A decision of ours"), issuesOf("ALONE").stream().map(IssueRow::summary).toList());
        assertEquals("it can be created again", 1, admin.page.select("#decision-gates-start-make-sample").size());
    }

    @Test
    public void takesTheSampleBackWithTheRestUnlessItBecameSomebodysWork() throws Exception {
        project("WORK", "Worked on");
        List<?> before = state("WORK");
        WiredJira.assertStatus("enabled", 200, enable("WORK"));
        WiredJira.assertStatus("sample", 200, wired.post("admin", PROJECTS + "WORK/sample", "{}"));
        Browser admin = started("WORK");
        assertEquals("two issues, two schemes", 4, admin.page.select("#decision-gates-start-undo li").size());
        IssueRow decision = issuesOf("WORK").get(1);
        wired.jira.issues().update("lead", decision.id(), new IssueInput().set("summary", "Which bank do we use?"));
        assertEquals("Nothing can be taken back while the project has issues of these types: Decisions: 1, Blockers: 0."
                + " Delete them or move them to another project, then take it back again. " + decision.key()
                + " \u201cWhich bank do we use?\u201d began as a sample and was changed since, "
                + "so it counts as your own and is not deleted.",
                started("WORK").page.select(".decision-gates-start-in-use").text());
        wired.jira.issues().update("lead", decision.id(), new IssueInput().set("summary", decision.summary()));

        admin = takeBack(started("WORK"));

        assertEquals(4, admin.page.select(".decision-gates-start-success p").size());
        assertEquals(List.of(), issuesOf("WORK"));
        assertEquals(before, state("WORK"));
    }

    @Test
    public void deletesNoSampleTogetherWithTheFeedbackOfOthers() throws Exception {
        project("SAID", "Said something");
        WiredJira.assertStatus("enabled", 200, enable("SAID"));
        WiredJira.assertStatus("sample", 200, wired.post("admin", PROJECTS + "SAID/sample", "{}"));
        IssueRow decision = issuesOf("SAID").get(1);
        WiredJira.assertStatus("thread", 201, wired.post("lead", "/rest/decision-gates/1.0/issue/" + decision.key() + "/threads",
                "{'section':'question','objective':'Name the country','text':'Which country is the first?'}"));

        Browser admin = started("SAID");

        assertEquals("The sample " + decision.key() + " has feedback, a waiver or an approval, so it is not deleted alone."
                + " Delete the issues in Jira if nobody needs them.", admin.page.select(".decision-gates-start-sample-used").text());
        assertEquals(null, admin.page.selectFirst("#decision-gates-start-delete-sample"));
        String inUse = admin.page.select(".decision-gates-start-in-use").text();
        assertTrue(inUse, inUse.contains("Decisions: 1, Blockers: 0.") && inUse.endsWith(decision.key() + " \u201c" + decision.summary()
                + "\u201d, a sample, has feedback, a waiver or an approval, so it counts as your own and is not deleted."));
        WiredJira.assertStatus("undo", 409, undo("POST", "SAID"));
        assertEquals(2, issuesOf("SAID").size());
    }

    @Test
    public void saysWhyJiraCreatesNoSampleAndDeletesNone() throws Exception {
        wired.jira.projects().create("DENY", "Without rights", "", "lead");
        WiredJira.assertStatus("enabled", 200, enable("DENY"));
        Browser admin = started("DENY");
        admin.submit("form:has(#decision-gates-start-make-sample)", "do", "sample");
        String refusal = admin.text(".decision-gates-start-error");
        assertTrue(refusal, refusal.startsWith("The sample Blocker was not created, because Jira answers: ")
                && refusal.endsWith("Somebody who may create issues in the project can press this as well."));
        for (Permission permission : Permission.values()) {
            if (permission != Permission.DELETE_ISSUES) {
                wired.jira.permissions().grant(wired.id("DENY"), permission, "jira-administrators");
            }
        }
        WiredJira.assertStatus("sample", 200, wired.post("admin", PROJECTS + "DENY/sample", "{}"));
        List<String> schemes = schemesOf("DENY");
        String owner = PROJECTS + "DENY/owner";
        WiredJira.assertStatus("owner", 200, wired.call("admin", "PUT", owner, WiredJira.JSON, "{\"owner\":\"same\"}"));
        Reply refused = undo("POST", "DENY");
        WiredJira.assertStatus("without the right to delete", 409, refused);
        WiredJira.assertReadable("without the right to delete", refused.errors());
        assertEquals(schemes, schemesOf("DENY"));
        assertEquals(2, issuesOf("DENY").size());
        assertEquals("nothing else was taken back", "same", wired.get("admin", owner).json().path("owner").asText());
    }

    /** As below, for what creates the sample. */
    @Test
    public void createsEachSampleOnceWhereverItIsInterrupted() throws Exception {
        project("HALF", "Half a sample");
        WiredJira.assertStatus("enabled", 200, enable("HALF"));
        int cuts = 0;
        for (int at = 1; interrupted(at, () -> wired.post("admin", PROJECTS + "HALF/sample", "{}")); at++) {
            cuts++;
            WiredJira.assertStatus("cut at " + at, 200, wired.post("admin", PROJECTS + "HALF/sample", "{}"));
            assertEquals("cut at " + at, List.of("Blocker", "Decision"),
                    issuesOf("HALF").stream().map(EnablingWiredTest::nameOfType).sorted().toList());
            for (IssueRow issue : issuesOf("HALF")) {
                assertTrue(wired.jira.issues().delete("lead", issue.id()).done());
            }
        }
        assertTrue("it was interrupted " + cuts + " times", cuts > 6);
    }

    /** Every statement that would change something fails once, and all after it, as if the process had died there. */
    @Test
    public void makesNothingTwiceAndLosesNothingWhereverItIsInterrupted() throws Exception {
        wired.jira.projects().create("CUT", "Interrupted", "", "lead");
        List<?> before = state("CUT");
        int cuts = 0;
        for (int at = 1; interrupted("CUT", at, false); at++) {
            cuts++;
            WiredJira.assertStatus("cut at " + at, 200, enable("CUT"));
            assertTrue("cut at " + at, plan("CUT").path("enabled").asBoolean());
            assertEquals("cut at " + at, List.of("CUT: screens with decisions and blockers", "CUT: workflows with decisions and "
                    + "blockers"),
                    schemesOf("CUT"));
            takeBack(started("CUT"));
            assertEquals("cut at " + at, before, state("CUT"));
        }
        assertTrue("it was interrupted " + cuts + " times", cuts > 8);
        cuts = 0;
        for (int at = 1; interrupted("CUT", at, true); at++) {
            cuts++;
            takeBack(started("CUT"));
            assertEquals("taking back, cut at " + at, before, state("CUT"));
        }
        assertTrue("taking back was interrupted " + cuts + " times", cuts > 4);
    }

    @Test
    public void linksToTheWeekFromProjectsThatAreEnabledOnly() throws Exception {
        project("LINK", "With a sidebar");
        Browser lead = Browser.as(wired.box.baseUrl(), "lead");
        assertEquals("With a sidebar", lead.open("/projects/LINK").select(".sidebar-head a").text());
        assertEquals(0, lead.open("/projects/LINK").select("a[href*=project-week-link]").size());
        WiredJira.assertStatus("enabled", 200, enable("LINK"));
        assertEquals(1, lead.open("/projects/LINK").select("a[href*=project-week-link]").size());
    }

    @Test
    public void takesNoSchemeOfOthersForItsOwnByItsName() throws Exception {
        wired.jira.projects().create("NAME", "Names taken", "", "lead");
        wired.jira.screens().createTypeScheme("NAME: screens with decisions and blockers", "Made by Decision Gates.");
        wired.jira.workflows().createScheme("NAME: workflows with decisions and blockers", "Made by Decision Gates.", "jira", Map.of());
        List<?> before = state("NAME");

        WiredJira.assertStatus("enabled", 200, enable("NAME"));
        assertEquals(List.of("NAME: screens with decisions and blockers", "NAME: screens with decisions and blockers 2",
                "NAME: workflows with decisions and blockers", "NAME: workflows with decisions and blockers 2"), schemesOf("NAME"));

        takeBack(started("NAME"));
        assertEquals(before, state("NAME"));
    }

    @Test
    public void twoStartsAtOnceMakeOneSet() {
        List<?> before = state();
        CompletableFuture<Void> one = CompletableFuture.runAsync(() -> wired.box.service(LifecycleAware.class).onStart());
        CompletableFuture<Void> two = CompletableFuture.runAsync(() -> wired.box.service(LifecycleAware.class).onStart());
        CompletableFuture.allOf(one, two).join();
        assertEquals(before, state());
    }

    /** Whether enabling the project, or taking that back, came to as many writing statements as that. */
    private static boolean interrupted(String project, int at, boolean back) throws Exception {
        if (back) {
            WiredJira.assertStatus("enabled", 200, enable(project));
        }
        Browser admin = back ? started(project) : null;
        return interrupted(at, () -> back ? takeBack(admin) : enable(project));
    }

    private static boolean interrupted(int at, Callable<?> work) throws Exception {
        AtomicInteger writes = new AtomicInteger();
        wired.faults().failStatements(sql -> WRITES.matcher(sql).find() && writes.incrementAndGet() >= at);
        try {
            work.call();
        } finally {
            wired.faults().heal();
        }
        return writes.get() >= at;
    }

    /** Those of a project, in the order of their creation. */
    private static List<IssueRow> issuesOf(String project) {
        return wired.jira.issues().idsOf(wired.id(project)).stream().sorted().map(id -> wired.jira.issues().byId(id).orElseThrow())
                .toList();
    }

    private static String nameOfType(IssueRow issue) {
        return List.of("Decision", "Blocker").stream().filter(name -> wired.type(name).equals(issue.issueTypeId())).findFirst().orElse("");
    }

    /** A project in which those who lead and administrators of Jira may do everything. */
    private static void project(String key, String name) {
        long id = wired.jira.projects().create(key, name, "", "lead").id();
        for (Permission permission : Permission.values()) {
            wired.jira.permissions().grant(id, permission, "storefront-leads");
            wired.jira.permissions().grant(id, permission, "jira-administrators");
        }
    }

    /** The page of a project. */
    private static Browser started(String project) throws Exception {
        Browser admin = Browser.as(wired.box.baseUrl(), "admin").confirmed("admin");
        admin.open("/plugins/servlet/decision-gates/get-started?project=" + project);
        return admin;
    }

    /** Presses the button, and waits until that is over. */
    private static Browser takeBack(Browser admin) throws Exception {
        admin.submit("form:has(#decision-gates-start-take-back)", "do", "undo");
        awaitEnd(admin);
        return admin;
    }

    private static void awaitEnd(Browser admin) {
        Awaitility.await().until(() -> {
            admin.open(admin.page.location());
            return admin.page.selectFirst(".decision-gates-task-running") == null;
        });
    }

    /** Names of what the app made for a project. */
    private static List<String> schemesOf(String project) {
        return Stream.of(wired.jira.screens().typeSchemes().stream().map(IssueTypeScreenSchemeRow::name),
                wired.jira.workflows().schemes().stream().map(WorkflowSchemeRow::name),
                wired.jira.issueTypes().schemes().stream().map(IssueTypeSchemeRow::name)).flatMap(Function.identity())
                .filter(name -> name.startsWith(project + ": ")).sorted().toList();
    }

    /** All schemes, and those of a project. */
    private static List<?> state(String project) {
        ProjectRow row = wired.jira.projects().byKey(project).orElseThrow();
        return List.of(row.issueTypeScreenSchemeId(), row.workflowSchemeId(), row.issueTypeSchemeId(), wired.jira.screens().typeSchemes(),
                wired.jira.workflows().schemes(), wired.jira.issueTypes().schemes());
    }

    private static JsonNode plan(String project) throws Exception {
        Reply plan = wired.get("admin", PROJECTS + project + "/set-up-plan");
        WiredJira.assertStatus("the plan", 200, plan);
        return plan.json();
    }

    private static List<String> lines(JsonNode plan) {
        return StreamSupport.stream(plan.path("schemes").spliterator(), false)
                .map(line -> line.path("kind").asText() + " " + line.path("effect").asText() + " " + line.path("name").asText()).toList();
    }

    private static Set<String> effects(JsonNode lines) {
        return StreamSupport.stream(lines.spliterator(), false).map(line -> line.path("effect").asText()).collect(Collectors.toSet());
    }

    private static Reply enable(String project) throws Exception {
        return wired.post("admin", PROJECTS + project + "/enable", "{}");
    }

    private static Reply undo(String method, String project) throws Exception {
        boolean sends = method.equals("POST");
        return wired.call("admin", method, PROJECTS + project + "/undo", sends ? WiredJira.JSON : null, sends ? "{}" : null);
    }

    private static List<?> state() {
        return List.of(wired.jira.projects().all(), wired.jira.issueTypes().all(), wired.jira.fields().all(), wired.jira.screens().all(),
                wired.jira.screens().typeSchemes(), wired.jira.workflows().schemes(), wired.jira.workflows().all(),
                wired.jira.projects().all().stream().map(project -> wired.jira.issueTypes().ofProject(project)).toList());
    }
}
