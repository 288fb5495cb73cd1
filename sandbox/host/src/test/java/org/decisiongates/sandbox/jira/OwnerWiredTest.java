package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.nodes.Document;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.jira.model.ChangeRow;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.web.Browser;

/** What follows a change of owner or assignee in a project that keeps both the same, and in one that does not, as the built jar does it. */
public class OwnerWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String PAGE = "/plugins/servlet/decision-gates/owner?project=SHOP";

    private static WiredJira wired;
    private static String field;

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
        wired.enable("SHOP");
        field = wired.field("Owner");
    }

    @Test
    public void followsBothWaysUntilTheChoiceIsTakenBack() throws Exception {
        IssueRow before = wired.decision("Differs before");
        assertTrue(wired.jira.issues().update("lead", before.id(), new IssueInput().set(field, "owner")).done());
        choose("same");

        IssueRow issue = wired.decision("Who answers?");
        assertTrue(wired.jira.issues().update("lead", issue.id(), new IssueInput().set(field, "owner")).done());
        stands(issue, "owner", "owner");
        assertTrue(wired.jira.issues().assign("lead", issue.id(), "lead").done());
        stands(issue, "lead", "lead");
        assertEquals("one change each, in the name of who made the first", List.of("lead", "lead", "lead", "lead"),
                wired.jira.history().of(issue.id()).stream().map(ChangeRow::authorKey).toList());
        stands(before, "owner", wired.jira.issues().byId(before.id()).orElseThrow().assigneeKey());

        choose("apart");
        assertTrue(wired.jira.issues().update("lead", issue.id(), new IssueInput().set(field, "owner")).done());
        stands(issue, "owner", "lead");
    }

    @Test
    public void takesAnOwnerBackWhoCannotBeAssigned() throws Exception {
        choose("same");
        IssueRow issue = wired.decision("Who cannot answer?");
        assertTrue(wired.jira.issues().update("lead", issue.id(), new IssueInput().set(field, "owner")).done());
        stands(issue, "owner", "owner");
        assertTrue(wired.jira.issues().update("lead", issue.id(), new IssueInput().set(field, "outsider")).done());
        stands(issue, "owner", "owner");
    }

    @Test
    public void isChosenByProgramsAndTakenBackWithTheProject() throws Exception {
        wired.open("TRIAL");
        String rest = "/rest/decision-gates/1.0/projects/TRIAL/";
        assertEquals("{\"owner\":\"apart\"}", wired.get("lead", rest + "owner").body());
        JsonNode chosen = wired.call("lead", "PUT", rest + "owner", WiredJira.JSON, "{\"owner\":\"same\"}").json();
        assertEquals("same by lead", chosen.path("owner").asText() + " by " + chosen.path("changedBy").asText());
        assertEquals("a choice that is made stays as old as it is", chosen,
                wired.call("admin", "PUT", rest + "owner", WiredJira.JSON, "{\"owner\":\"same\"}").json());
        Document page = Browser.as(wired.box.baseUrl(), "lead").open("/plugins/servlet/decision-gates/owner?project=TRIAL");
        assertTrue(page.text(), page.text().contains("Last changed by "));
        assertTrue(wired.get("admin", rest + "undo").body().contains("they become independent again"));

        assertEquals(200, wired.post("admin", rest + "undo", "{}").status());

        JsonNode back = wired.get("lead", rest + "owner").json();
        assertEquals("apart by admin", back.path("owner").asText() + " by " + back.path("changedBy").asText());
        assertEquals(0, wired.get("admin", rest + "undo").json().path("steps").size());
    }

    @Test
    public void saysWhereTheTwoDifferAndSettlesItInOneDirection() throws Exception {
        wired.open("MIXED");
        wired.jira.permissions().grant(wired.id("MIXED"), Permission.BROWSE_PROJECTS, "storefront-team");
        wired.jira.permissions().grant(wired.id("MIXED"), Permission.ASSIGNABLE_USER, "storefront-team");
        IssueRow one = wired.create("MIXED", "Decision", new IssueInput().set("summary", "Who answers <b>here</b>?").set(field, "owner"));
        IssueRow two = wired.create("MIXED", "Decision", new IssueInput().set("summary", "And here?").set(field, "owner"));
        String health = "/plugins/servlet/decision-gates/health?project=MIXED";
        assertFalse(wired.get("lead", health).body().contains("owner and assignee differ"));
        assertEquals(0, issuePage(one).select(".decision-gates-owner-panel").size());
        chosen("MIXED", "same");

        assertTrue(wired.get("lead", health).body().contains("In 2 open Decisions and Blockers of MIXED owner and assignee differ"));
        assertEquals("Owner: Tom Keller", issuePage(one).select(".decision-gates-owner-panel p").first().text().split(" Assignee")[0]);
        Browser browser = Browser.as(wired.box.baseUrl(), "lead");
        Document page = browser.open("/plugins/servlet/decision-gates/owner?project=MIXED");
        assertEquals(List.of(one.key(), two.key()), page.select("#decision-gates-owner-differing [name=issue]").eachAttr("value"));
        String search = page.selectFirst("#decision-gates-owner-differing p a").attr("href");
        assertTrue(search, search.contains("/issues/?jql=") && search.contains(one.key()));
        assertEquals("a form of nobody", 403,
                browser.post("/plugins/servlet/decision-gates/owner", "project=MIXED&settle=owner&issue=" + one.key()));

        browser.open("/plugins/servlet/decision-gates/owner?project=MIXED");
        page = browser.submit("#decision-gates-owner-differing", "settle", "owner");
        assertTrue(page.text(), page.text().contains("2 issues were changed."));
        for (IssueRow issue : List.of(one, two)) {
            stands(issue, "owner", "owner");
        }
        assertEquals(0, page.select("#decision-gates-owner-differing").size());
        assertFalse(wired.get("lead", health).body().contains("owner and assignee differ"));
        assertEquals(0, issuePage(one).select(".decision-gates-owner-panel").size());
    }

    @Test
    public void putsNobodyInThePlaceOfSomebody() throws Exception {
        wired.open("HALF");
        for (Permission permission : List.of(Permission.BROWSE_PROJECTS, Permission.ASSIGNABLE_USER)) {
            wired.jira.permissions().grant(wired.id("HALF"), permission, "storefront-team");
        }
        IssueRow unowned = wired.create("HALF", "Decision", new IssueInput().set("summary", "Nobody owns it"));
        assertTrue(wired.jira.issues().assign("lead", unowned.id(), "lead").done());
        chosen("HALF", "same");
        Browser browser = Browser.as(wired.box.baseUrl(), "lead");
        browser.open("/plugins/servlet/decision-gates/owner?project=HALF");
        assertEquals("nobody owns any of them", List.of("assignee"), directions(browser));
        chosen("HALF", "apart");
        IssueRow unassigned = wired.create("HALF", "Decision", new IssueInput().set("summary", "Nobody is assigned").set(field, "owner"));
        assertTrue(wired.jira.issues().assign("lead", unassigned.id(), "").done());
        chosen("HALF", "same");

        browser.open("/plugins/servlet/decision-gates/owner?project=HALF");
        assertEquals(List.of("owner", "assignee"), directions(browser));
        browser.submit("#decision-gates-owner-differing", "settle", "owner");
        assertEquals("1 issue was changed.", browser.text("#decision-gates-owner-done"));
        assertEquals(unowned.key() + " was not changed: Nobody owns this issue, so it would be assigned to nobody. Name an owner, "
                + "or make its assignee the owner.", browser.text("#decision-gates-owner-problems"));
        stands(unowned, "", "lead");
        stands(unassigned, "owner", "owner");

        chosen("HALF", "apart");
        assertTrue(wired.jira.issues().assign("lead", unassigned.id(), "").done());
        chosen("HALF", "same");
        browser.open("/plugins/servlet/decision-gates/owner?project=HALF");
        browser.submit("#decision-gates-owner-differing", "settle", "assignee");
        assertEquals(unassigned.key() + " was not changed: This issue is assigned to nobody, so nobody would own it. Assign it to "
                + "somebody, or to its owner.", browser.text("#decision-gates-owner-problems"));
        stands(unowned, "lead", "lead");
        stands(unassigned, "owner", null);
        assertEquals("nobody is assigned to any of them", List.of("owner"), directions(browser));
    }

    private static List<String> directions(Browser browser) {
        return browser.page.select("#decision-gates-owner-differing [name=settle]").eachAttr("value");
    }

    private static Document issuePage(IssueRow issue) throws Exception {
        return Browser.as(wired.box.baseUrl(), "lead").open("/browse/" + issue.key());
    }

    private static void chosen(String project, String owner) {
        WiredJira.assertStatus(project, 200, wired.call("lead", "PUT", "/rest/decision-gates/1.0/projects/" + project + "/owner",
                WiredJira.JSON, "{\"owner\":\"" + owner + "\"}"));
    }

    private static void choose(String owner) throws Exception {
        Browser browser = Browser.as(wired.box.baseUrl(), "lead");
        browser.open(PAGE);
        assertEquals(browser.page.text(), 200, browser.status);
        Document page = browser.submit(".decision-gates-owner form", "owner", owner);
        assertTrue(page.text(), page.text().contains("Saved."));
        assertEquals(owner, page.select("input[name=owner][checked]").attr("value"));
    }

    private static void stands(IssueRow issue, String owner, String assignee) {
        await("owner and assignee").atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            IssueRow now = wired.jira.issues().byId(issue.id()).orElseThrow();
            assertEquals(List.of(owner, String.valueOf(assignee)),
                    List.of(String.join(",", now.values(field)), String.valueOf(now.assigneeKey())));
        });
    }
}
