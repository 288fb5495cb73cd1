package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.atlassian.sal.api.lifecycle.LifecycleAware;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.ProjectRow;

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
    public void twoStartsAtOnceMakeOneSet() {
        List<?> before = state();
        CompletableFuture<Void> one = CompletableFuture.runAsync(() -> wired.box.service(LifecycleAware.class).onStart());
        CompletableFuture<Void> two = CompletableFuture.runAsync(() -> wired.box.service(LifecycleAware.class).onStart());
        CompletableFuture.allOf(one, two).join();
        assertEquals(before, state());
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
