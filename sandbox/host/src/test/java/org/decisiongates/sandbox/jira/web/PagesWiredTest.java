package org.decisiongates.sandbox.jira.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;

import org.jsoup.nodes.Element;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.RunningBox;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;

/** Jira's pages as a person without scripts meets them. */
public class PagesWiredTest {

    private static final String HOSTILE = "<script>alert(1)</script>\"'&<b>${7*7} $base #set($x=1)";

    private static final String CONTROL = "X-Atlassian-Dialog-Control";

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final PagesOnly JIRA = new PagesOnly();
    private static RunningBox box;

    @BeforeClass
    public static void start() throws Exception {
        box = BOXES.start(JIRA, BOXES.options());
    }

    private static Browser as(String name) throws Exception {
        return Browser.as(box.baseUrl(), name);
    }

    @Test
    public void logsInAndOut() throws Exception {
        Browser browser = as("lead");
        assertEquals("lead", browser.page.selectFirst("#header-details-user-fullname").attr("data-username"));
        browser.submit("form:has(#log_out)");
        assertNotNull(browser.page.selectFirst("#login-form-username"));
        browser.open("/browse/SHOP-1");
        assertNotNull("a page that needs a login leads to it", browser.page.selectFirst("#login-form-username"));
    }

    @Test
    public void saysThatAPasswordIsWrongAndKeepsTheName() throws Exception {
        Browser browser = new Browser(box.baseUrl());
        browser.open("/login.jsp");
        browser.submit("#login-form", "os_username", "lead\"><i>", "os_password", "wrong");
        assertTrue(browser.text(".aui-message-error").contains("incorrect"));
        assertEquals("lead\"><i>", browser.page.selectFirst("#login-form-username").attr("value"));
    }

    @Test
    public void returnsToThePageThatAskedForTheLogin() throws Exception {
        IssueRow issue = JIRA.issue("Asked for before the login");
        Browser browser = new Browser(box.baseUrl());
        browser.open("/browse/" + issue.key());
        browser.submit("#login-form", "os_username", "reader", "os_password", "reader");
        assertEquals(issue.key(), browser.text("#key-val"));
    }

    @Test
    public void letsNobodyInWhoseAccountIsClosed() throws Exception {
        assertTrue(as("former").text(".aui-message-error").contains("incorrect"));
    }

    @Test
    public void createsAnIssueInTwoSteps() throws Exception {
        Browser browser = as("lead");
        browser.open(browser.page.selectFirst("#create_link").absUrl("href"));
        browser.submit("#issue-create-choose", "issuetype", JIRA.jira.issueTypes().byName("Task").orElseThrow().id());
        browser.submit("#issue-create", "summary", "Two steps", JIRA.ownerField.id(), "owner", "duedate", "2027-03-01");
        assertEquals("Two steps", browser.text("#summary-val"));
        assertEquals("Owner", browser.text("#" + JIRA.ownerField.id() + "-val"));
        assertEquals("01/Mar/27", browser.text("#due-date-val"));
    }

    @Test
    public void showsAFieldsErrorUnderTheFieldAndKeepsWhatWasTyped() throws Exception {
        Browser browser = as("lead");
        browser.open("/secure/CreateIssue!default.jspa?pid=" + JIRA.shop.id() + "&issuetype="
                + JIRA.jira.issueTypes().byName("Task").orElseThrow().id());
        browser.submit("#issue-create", "summary", "", JIRA.fallbackField.id(), "line one\nline two", JIRA.ownerField.id(), "nobody-here");
        assertFalse(browser.text("#field-group-summary .error[data-field=summary]").isEmpty());
        assertFalse(browser.text(".error[data-field=" + JIRA.ownerField.id() + "]").isEmpty());
        assertEquals("line one\nline two", browser.page.selectFirst("#" + JIRA.fallbackField.id()).wholeText().strip());
        Element summary = browser.page.selectFirst("#summary");
        assertEquals("true", summary.attr("aria-invalid"));
        assertTrue(summary.attr("aria-describedby").contains("summary-error"));
    }

    @Test
    public void performsATransitionWithoutScreenAtOnce() throws Exception {
        IssueRow issue = JIRA.issue("Moves at once");
        Browser browser = as("lead");
        browser.open("/browse/" + issue.key());
        String before = browser.text("#status-val");
        browser.submit("form:has(button.issueaction-workflow-transition)");
        assertFalse(browser.text("#status-val").equals(before));
    }

    @Test
    public void performsATransitionThroughItsScreen() throws Exception {
        IssueRow issue = JIRA.issue("Moves through a screen");
        Browser browser = as("lead");
        browser.open("/browse/" + issue.key());
        browser.open(browser.page.selectFirst("a.issueaction-workflow-transition").absUrl("href"));
        browser.submit("#issue-workflow-transition", "assignee", "nobody-here", "comment", "typed before");
        assertFalse(browser.text(".error[data-field=assignee]").isEmpty());
        assertEquals("nobody-here", browser.page.selectFirst("#assignee").attr("value"));
        assertEquals("typed before", browser.page.selectFirst("#comment").wholeText().strip());
        browser.submit("#issue-workflow-transition", "assignee", "owner");
        assertEquals(issue.key(), browser.text("#key-val"));
        assertEquals("Owner", browser.text("#assignee-val"));
        assertTrue(browser.text("#issue_actions_container").contains("typed before"));
    }

    @Test
    public void answersADialogWithTheFormAloneAndSaysInAHeaderWhenItIsDone() throws Exception {
        IssueRow issue = JIRA.issue("Moves in a dialog");
        Browser browser = as("lead");
        browser.open("/browse/" + issue.key());
        String form = browser.page.selectFirst("a.issueaction-workflow-transition.trigger-dialog").absUrl("href");
        browser.open(form + "&inline=true&decorator=dialog");
        assertTrue("no frame, scripts or styles", browser.page.select("header#header, footer, script, link, title").isEmpty());
        browser.submit("#issue-workflow-transition", "assignee", "nobody-here", "inline", "true", "decorator", "dialog");
        assertEquals("a form that is refused is an answer like any other", 200, browser.status);
        assertEquals(Optional.empty(), browser.headers.firstValue(CONTROL));
        assertFalse(browser.text("#issue-workflow-transition .error[data-field=assignee]").isEmpty());
        assertTrue(browser.page.select("header#header").isEmpty());
        browser.submit("#issue-workflow-transition", "assignee", "owner", "inline", "true", "decorator", "dialog");
        assertEquals(Optional.of("DONE"), browser.headers.firstValue(CONTROL));
        assertEquals("", browser.page.text());

        browser.open(form + "&inline=true&decorator=dialog");
        assertEquals("it has moved on", 400, browser.status);
        Browser stranger = new Browser(box.baseUrl());
        stranger.open(form + "&inline=true&decorator=dialog");
        assertEquals(Optional.of("permissionviolation"), stranger.headers.firstValue(CONTROL));
    }

    @Test
    public void findsPeopleForFieldsOfPeopleAndThoseWhoMayBeAssignedForTheAssignee() throws Exception {
        IssueRow issue = JIRA.issue("Somebody is to act");
        Browser browser = as("lead");
        browser.open("/secure/EditIssue!default.jspa?id=" + issue.id());
        assertEquals("/rest/api/2/user/picker?maxResults=20&query=",
                browser.page.selectFirst("#" + JIRA.ownerField.id()).attr("data-people"));
        browser.open("/secure/AssignIssue!default.jspa?id=" + issue.id());
        assertEquals("/rest/api/2/user/assignable/search?project=SHOP&maxResults=20&username=",
                browser.page.selectFirst("#assignee").attr("data-people"));
    }

    @Test
    public void saysSoWhenATransitionIsNotOfferedAnyMore() throws Exception {
        IssueRow issue = JIRA.issue("Asked for something else");
        Browser browser = as("lead");
        browser.open("/secure/CommentAssignIssue!default.jspa?id=" + issue.id() + "&action=9999");
        assertEquals(400, browser.status);
        assertTrue(browser.text("#stop").contains("9999"));
    }

    @Test
    public void editsCommentsAssignsLinksAndRemembers() throws Exception {
        IssueRow issue = JIRA.issue("Before");
        IssueRow other = JIRA.issue("The other one");
        Browser browser = as("lead");
        browser.open("/secure/EditIssue!default.jspa?id=" + issue.id());
        browser.submit("#issue-edit", "summary", "After", "labels", "one two");
        assertEquals("After", browser.text("#summary-val"));
        assertEquals("one two", browser.text("#labels-val"));
        browser.submit("#addcomment", "comment", "First line\nSecond line");
        assertTrue(browser.page.selectFirst(".action-body").wholeText().contains("First line\nSecond line"));
        browser.open("/secure/AssignIssue!default.jspa?id=" + issue.id());
        browser.submit("#assign-issue-form", "assignee", "owner");
        assertEquals("Owner", browser.text("#assignee-val"));
        browser.open("/secure/LinkJiraIssue!default.jspa?id=" + issue.id());
        browser.submit("#link-issue-form", "issueKeys", "NOPE-1");
        assertTrue(browser.text(".error[data-field=issueKeys]").contains("NOPE-1"));
        browser.submit("#link-issue-form", "issueKeys", other.key());
        assertTrue(browser.text("#linkingmodule").contains(other.key()));
        browser.open(browser.page.selectFirst("#changehistory-tabpanel").absUrl("href"));
        assertTrue(browser.text("#changehistory").contains("Before"));
        assertTrue(browser.text("#changehistory").contains("After"));
    }

    @Test
    public void printsHostileTextAsText() throws Exception {
        IssueRow issue = JIRA
                .issue(new IssueInput().set("summary", HOSTILE).set("description", HOSTILE).set(JIRA.fallbackField.id(), HOSTILE));
        JIRA.jira.issues().comment("lead", issue.id(), HOSTILE);
        Browser browser = as("lead");
        for (String path : List.of("/browse/" + issue.key(), "/secure/EditIssue!default.jspa?id=" + issue.id(),
                "/issues/?jql=key%3D" + issue.key(),
                "/projects/SHOP", "/issues/?jql=" + java.net.URLEncoder.encode(HOSTILE, java.nio.charset.StandardCharsets.UTF_8),
                "/issues/?searchString=" + java.net.URLEncoder.encode(HOSTILE, java.nio.charset.StandardCharsets.UTF_8))) {
            browser.open(path);
            assertEquals(path, 200, browser.status);
            assertTrue(path, browser.page.select("script:not([src])").isEmpty());
            assertTrue(path, browser.page.select("#main b").isEmpty());
            assertTrue(path, browser.page.html().contains("#set($x=1)"));
        }
        browser.open("/browse/" + issue.key());
        assertEquals(HOSTILE, browser.text("#summary-val"));
        assertEquals(HOSTILE, browser.text("#description-val"));
        assertEquals(HOSTILE, browser.text("#" + JIRA.fallbackField.id() + "-val"));
        assertEquals(HOSTILE, browser.text(".action-body"));
    }

    @Test
    public void tellsNoDifferenceBetweenAHiddenIssueAndNone() throws Exception {
        IssueRow issue = JIRA.issue("Not for everybody");
        Browser browser = as("outsider");
        browser.open("/browse/" + issue.key());
        String hidden = browser.text("#main");
        assertEquals(404, browser.status);
        browser.open("/browse/SHOP-99999");
        assertEquals(hidden, browser.text("#main"));
    }

    @Test
    public void offersAReaderNothingThatChanges() throws Exception {
        IssueRow issue = JIRA.issue("Only to be read");
        Browser browser = as("reader");
        browser.open("/browse/" + issue.key());
        assertTrue(browser.page.select("#edit-issue, #addcomment, #assign-issue, .issueaction-workflow-transition").isEmpty());
        browser.open("/secure/EditIssue!default.jspa?id=" + issue.id());
        assertEquals(403, browser.status);
        browser.open("/secure/admin");
        assertEquals(403, browser.status);
    }

    @Test
    public void refusesAFormWithoutItsToken() throws Exception {
        IssueRow issue = JIRA.issue("Not by a foreign page");
        Browser browser = as("lead");
        assertEquals(403, browser.post("/secure/AddComment.jspa", "id=" + issue.id() + "&comment=forged"));
        assertEquals(0, JIRA.jira.comments().of(issue.id()).size());
    }

    @Test
    public void changesNothingByGet() throws Exception {
        IssueRow issue = JIRA.issue("Not by a link");
        Browser browser = as("lead");
        browser.open("/secure/AddComment.jspa?id=" + issue.id() + "&comment=linked");
        assertEquals(405, browser.status);
        assertEquals(0, JIRA.jira.comments().of(issue.id()).size());
    }

    @Test
    public void showsWhatIsWrongWithAQuery() throws Exception {
        Browser browser = as("lead");
        browser.open("/issues/?jql=projct+%3D+");
        assertFalse(browser.text("#jql-errors").isEmpty());
        assertEquals("projct =", browser.page.selectFirst("#advanced-search").attr("value").strip());
    }

    @Test
    public void namesEveryInputAndHasOneHeading() throws Exception {
        IssueRow issue = JIRA.issue("Looked at by a screen reader");
        Browser browser = as("admin");
        for (String path : List.of("/secure/Dashboard.jspa", "/secure/BrowseProjects.jspa", "/projects/SHOP", "/issues/?jql=",
                "/browse/" + issue.key(),
                "/secure/EditIssue!default.jspa?id=" + issue.id(), "/secure/CreateIssue!default.jspa", "/secure/admin",
                "/secure/admin/projects",
                "/secure/admin/user/UserBrowser.jspa", "/secure/admin/ViewCustomFields.jspa", "/secure/admin/ViewIssueTypes.jspa",
                "/secure/admin/workflows/ListWorkflows.jspa")) {
            browser.open(path);
            assertEquals(path, 200, browser.status);
            assertEquals(path, 1, browser.page.select("h1").size());
            assertEquals(path, 1, browser.page.select("main").size());
            for (Element input : browser.page.select("input:not([type=hidden]), select, textarea")) {
                assertFalse(path + " " + input, browser.page.select("label[for=" + input.id() + "]").isEmpty());
            }
            for (Element id : browser.page.select("[id]")) {
                assertEquals(path + " #" + id.id(), 1, browser.page.select("[id=\"" + id.id() + "\"]").size());
            }
            assertTrue(path, browser.text("#footer").startsWith("Sandbox — not Jira"));
        }
    }

    @Test
    public void letsAnAdministratorCloseAndReopenAnAccount() throws Exception {
        Browser browser = as("admin");
        browser.open("/secure/admin/user/UserBrowser.jspa");
        browser.submit("tr[data-user=outsider] form");
        assertFalse(JIRA.jira.users().byName("outsider").orElseThrow().active());
        browser.submit("tr[data-user=outsider] form");
        assertTrue(JIRA.jira.users().byName("outsider").orElseThrow().active());
        browser.submit("tr[data-user=admin] form");
        assertTrue(browser.text("#form-errors").contains("yourself"));
    }

    @Test
    public void draftsPublishesAndExplainsAWorkflowThatCannotBeRead() throws Exception {
        Browser browser = as("admin");
        browser.open("/secure/admin/workflows/ListWorkflows.jspa");
        Element active = browser.page.select("#workflows_table tbody tr").stream()
                .filter(row -> row.text().contains("Active") && !row.attr("data-workflow-name").equals("jira")).findFirst().orElse(null);
        String name = active == null ? "jira" : active.attr("data-workflow-name");
        browser.submit("tr[data-workflow-name=\"" + name + "\"] form");
        assertFalse(browser.page.select("#steps_table tbody tr").isEmpty());
        browser.open(browser.page.selectFirst("#steps_table a.transition-link").absUrl("href"));
        assertTrue(browser.text("h1").startsWith("Transition"));
        if (active != null) {
            browser.open("/secure/admin/workflows/ViewWorkflowSteps.jspa?workflowName=" + name.replace(" ", "+"));
            browser.submit("form:has(#create-draft)");
            browser.open(browser.page.selectFirst("#edit-xml").absUrl("href"));
            browser.submit("#workflow-xml", "xml", "<workflow><oops>");
            assertFalse(browser.text("#form-errors").isEmpty());
            assertEquals("<workflow><oops>", browser.page.selectFirst("#xml").wholeText().strip());
        }
    }
}
