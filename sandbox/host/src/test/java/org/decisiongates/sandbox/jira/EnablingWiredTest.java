package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.web.Browser;

/** Enabling a project changes that project only, or says why it does not; starting together sets up once. */
public class EnablingWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

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

    /** The page as somebody without scripts uses it; what it starts is done in the background. */
    @Test
    public void isEnabledFromThePageGetStarted() throws Exception {
        wired.jira.projects().create("PAGE", "Begun on a page", "", "lead");
        Browser admin = Browser.as(wired.box.baseUrl(), "admin").confirmed("admin");
        admin.open("/plugins/servlet/decision-gates/get-started?query=begun");
        assertEquals("1 project", admin.text("#decision-gates-start-found"));
        admin.open(admin.page.selectFirst("#decision-gates-start-choices a").absUrl("href"));
        assertEquals(3, admin.page.select("#decision-gates-start-schemes tbody tr").size());

        admin.submit("form:has(#decision-gates-start-enable)");

        Awaitility.await().until(() -> {
            admin.open(admin.page.location());
            return admin.page.selectFirst(".decision-gates-task-running") == null;
        });
        assertEquals(
                "Decisions and Blockers are enabled in Begun on a page (PAGE). To try a gate, create a Blocker there without an owner.",
                admin.text("#decision-gates-start-state"));
        assertEquals(2, admin.page.select(".decision-gates-start-success p").size());
        assertEquals(null, admin.page.selectFirst("#decision-gates-start-enable"));
    }

    @Test
    public void twoStartsAtOnceMakeOneSet() {
        List<?> before = state();
        CompletableFuture<Void> one = CompletableFuture.runAsync(() -> wired.box.service(LifecycleAware.class).onStart());
        CompletableFuture<Void> two = CompletableFuture.runAsync(() -> wired.box.service(LifecycleAware.class).onStart());
        CompletableFuture.allOf(one, two).join();
        assertEquals(before, state());
    }

    private static JsonNode plan(String project) throws Exception {
        Reply plan = wired.get("admin", "/rest/decision-gates/1.0/projects/" + project + "/set-up-plan");
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
        return wired.post("admin", "/rest/decision-gates/1.0/projects/" + project + "/enable", "{}");
    }

    private static List<?> state() {
        return List.of(wired.jira.projects().all(), wired.jira.issueTypes().all(), wired.jira.fields().all(), wired.jira.screens().all(),
                wired.jira.screens().typeSchemes(), wired.jira.workflows().schemes(), wired.jira.workflows().all(),
                wired.jira.projects().all().stream().map(project -> wired.jira.issueTypes().ofProject(project)).toList());
    }
}
