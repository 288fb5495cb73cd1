package org.decisiongates.sandbox.jira;

import static org.decisiongates.sandbox.jira.WiredJira.assertNames;
import static org.decisiongates.sandbox.jira.WiredJira.assertReadable;
import static org.decisiongates.sandbox.jira.WiredJira.assertStatus;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jsoup.nodes.Document;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Faults;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.WiredJira.StoredIssue;
import org.decisiongates.sandbox.jira.WrongQuestions.Wrong;
import org.decisiongates.sandbox.jira.model.FieldRow;
import org.decisiongates.sandbox.jira.model.FieldType;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.web.Browser;

/** What no one should send, and what may break: each is told clearly, changes nothing, and can be done again once it is put right. */
@RunWith(Parameterized.class)
public class BadInputWiredTest {

    private static final String HOSTILE = "<x-injected a=b>\"'><img src=x onerror=alert(1)><script>alert(1)</script>\" "
            + "data-injected=\"1\" '"
            + " data-injected='1' &lt;i&gt; ${7*7} $base #set($x=1) {0} ]]>";
    private static final String MEGABYTE = "x".repeat(1024 * 1024);
    private static final int SEND_FOR_REVIEW = 11;

    private static WiredJira wired;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    public BadInputWiredTest(Options.Database database) {
        BOXES.on(database, () -> wired = WiredJira.start(BOXES, database));
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @Test
    public void namesTheIssueTypeThatIsNotThere() throws Exception {
        long rows = wired.journal();
        int issues = wired.jira.issues().idsOf(shop()).size();
        for (String type : List.of("{'name':'Nonsense'}", "{'id':'99999'}")) {
            Reply reply = wired.post("lead", "/rest/api/2/issue",
                    "{'fields':{'project':{'key':'SHOP'},'summary':'x','issuetype':" + type + "}}");
            assertStatus(type, 400, reply);
            assertReadable(type, reply.errors());
            assertNames(type, reply.errors(), type.contains("name") ? "Nonsense" : "99999");
        }
        Browser browser = as("lead");
        browser.open("/secure/CreateIssue!default.jspa?pid=" + shop() + "&issuetype=99999");
        assertEquals(400, browser.status);
        assertTrue(browser.page.text(), browser.text("#stop").contains("99999"));
        assertEquals(issues, wired.jira.issues().idsOf(shop()).size());
        assertEquals(rows, wired.journal());
    }

    @Test
    public void namesTheTransitionThatIsNotThere() throws Exception {
        IssueRow decision = wired.decision("Stays where it is");
        StoredIssue before = wired.stored(decision);
        for (String id : List.of("9999", "21", "-1", "11x")) {
            Reply reply = transition("lead", decision, "{'transition':{'id':'" + id + "'}}");
            assertStatus(id, 400, reply);
            assertReadable(id, reply.errors());
            assertNames(id, reply.errors(), id);
        }
        Outcome outcome = wired.jira.issues().transition("lead", decision.id(), 9999, new IssueInput());
        assertReadable("the model", WiredJira.messages(outcome));
        assertNames("the model", WiredJira.messages(outcome), "9999");
        Browser browser = as("lead");
        browser.open("/secure/CommentAssignIssue!default.jspa?id=" + decision.id() + "&action=9999");
        assertTrue(browser.text("#stop").contains("9999"));
        assertEquals(before, wired.stored(decision));
    }

    @Test
    public void refusesWhatIsNotJsonAndNumbersThatAreNone() throws Exception {
        IssueRow decision = wired.decision("Not moved by nonsense");
        StoredIssue before = wired.stored(decision);
        for (String body : List.of("{'transition':", "[]", "7", "", "nonsense", "{'transition':{'id':'11'},'fields':[]}",
                "{'transition':{'id':'11'},'fields':{'duedate':{'a':1}}}", "{'transition':{'id':'11'},'fields':{'duedate':'soon'}}",
                "{'transition':{'id':'11'},'fields':{'nonsense':'x'}}")) {
            Reply reply = transition("lead", decision, body);
            assertStatus(body, 400, reply);
            assertReadable(body, reply.errors());
        }
        assertEquals(before, wired.stored(decision));
        for (String query : List.of("journal?project=SHOP&limit=0", "journal?project=SHOP&limit=201", "journal?project=SHOP&after=abc",
                "journal?project=SHOP&after=-1", "journal?project=SHOP&limit=99999999999999999999", "journal", "summary",
                "summary?project=",
                "journal?project=SHOP&after=%00", "summary?project=%00", "summary?project=S%00HOP")) {
            Reply reply = wired.get("admin", "/rest/decision-gates/1.0/" + query);
            assertStatus(query, 400, reply);
            assertReadable(query, reply.errors());
        }
        for (String query : List.of("summary?project=%3Cb%3E", "journal?project=SHOP%27%20OR%201%3D1",
                "summary?project=" + "S".repeat(4000))) {
            Reply reply = wired.get("admin", "/rest/decision-gates/1.0/" + query);
            assertStatus(query, 404, reply);
        }
    }

    @Test
    public void namesWhatIsWrongWithAQuestionAboutAWeek() throws Exception {
        for (Map.Entry<String, WrongQuestions.Wrong> question : WrongQuestions.aboutAWeek().entrySet()) {
            String asked = question.getKey();
            String when = asked.substring(0, Math.min(80, asked.length()));
            Reply reply = wired.get("reader", "/rest/decision-gates/1.0/summary?" + asked);
            assertRefusal(when, question.getValue(), reply.status(), reply.errors());
            Reply batch = wired.get("reader", "/rest/decision-gates/1.0/summary/batch?q=" + encoded(asked) + "&q=project%3DSHOP");
            assertStatus(when + " in a batch", 200, batch);
            // only the first is answered however slow the machine is (ADR-0039)
            assertTrue(when, List.of(200, 202).contains(batch.json().at("/answers/1/status").asInt()));
            List<String> messages = new java.util.ArrayList<>();
            batch.json().at("/answers/0/errors/errorMessages").forEach(message -> messages.add(message.asText()));
            assertRefusal(when + " in a batch", question.getValue(), batch.json().at("/answers/0/status").asInt(), messages);
        }
    }

    @Test
    public void namesWhatIsWrongWithManyQuestionsAtOnce() throws Exception {
        Map<String, Wrong> wrong = new LinkedHashMap<>();
        wrong.put("?" + "q=project%3DSHOP&".repeat(21), new Wrong(400, "21"));
        wrong.put("?project=SHOP", new Wrong(400, "project"));
        wrong.put("?q=project%3DSHOP&week=last", new Wrong(400, "week"));
        for (Map.Entry<String, WrongQuestions.Wrong> question : wrong.entrySet()) {
            Reply reply = wired.get("reader", "/rest/decision-gates/1.0/summary/batch" + question.getKey());
            assertRefusal(question.getKey(), question.getValue(), reply.status(), reply.errors());
        }
        // encoded once too often, a batch in a batch, cut off in the middle, only separators
        for (String odd : List.of("project%253DSHOP", "q%3Dproject%253DSHOP", "project%3D%25", "project%3D%25ZZ", "%26%26%3D", "%3D",
                "%25ED%25A0%2580%3D1", "project%3DSHOP%00%3D1")) {
            Reply reply = wired.get("reader", "/rest/decision-gates/1.0/summary/batch?q=" + odd);
            assertStatus(odd, 200, reply);
            List<String> messages = new java.util.ArrayList<>();
            reply.json().at("/answers/0/errors/errorMessages").forEach(message -> messages.add(message.asText()));
            assertRefusal(odd, new Wrong(reply.json().at("/answers/0/status").asInt() == 404 ? 404 : 400, ""),
                    reply.json().at("/answers/0/status").asInt(), messages);
        }
        for (String path : List.of("summary?jql=", "summary?project=", "summary/batch?q=jql%3D")) {
            Reply reply = wired.get("reader", "/rest/decision-gates/1.0/" + path + "x".repeat(100_000));
            assertTrue(path + ": " + reply.status(), reply.status() >= 400 && reply.status() < 500);
            assertFalse(path + ": " + reply.body(), reply.body().contains("Exception") || reply.body().contains("\tat "));
        }
    }

    private static void assertRefusal(String when, Wrong wrong, int status, List<String> messages) {
        if (wrong.status() == 0) {
            // Jira may know no such project, or find nothing in it
            assertTrue(when + ": " + status, status == 200 || status == 400);
            return;
        }
        assertEquals(when + ": " + messages, wrong.status(), status);
        assertReadable(when, messages);
        assertNames(when, messages, wrong.named());
    }

    @Test
    public void refusesAMegabyteOfTextAndKeepsTheIssue() throws Exception {
        IssueRow decision = wired.decision("Kept as it was");
        StoredIssue before = wired.stored(decision);
        String criteria = wired.field("Acceptance criteria");
        Reply reply = transition("lead", decision, "{'transition':{'id':'11'},'fields':{'" + criteria + "':'" + MEGABYTE + "'}}");
        assertStatus("a megabyte by REST", 400, reply);
        assertReadable("a megabyte by REST", reply.errors());
        assertNames("a megabyte by REST", reply.errors(), criteria);
        assertNames("a megabyte by REST", reply.errors(), "32,767");
        Browser browser = as("lead");
        browser.open("/secure/CommentAssignIssue!default.jspa?id=" + decision.id() + "&action=11");
        browser.submit("#issue-workflow-transition", criteria, MEGABYTE);
        assertTrue(browser.text(".error[data-field=" + criteria + "]").contains("32,767"));
        browser.open("/secure/CommentAssignIssue!default.jspa?id=" + decision.id() + "&action=11");
        browser.submit("#issue-workflow-transition", "comment", MEGABYTE);
        assertTrue(browser.page.text(), browser.page.text().contains("32,767"));
        assertEquals(before, wired.stored(decision));
        Reply fits = transition("lead", decision, filled("Every page counts. ".repeat(1_724)));
        assertStatus("as much as a field takes", 204, fits);
        assertEquals("In review", wired.status(decision));
    }

    @Test
    public void showsMarkupAsTextWhereverItComesBack() throws Exception {
        IssueInput input = new IssueInput().set("summary", HOSTILE);
        for (String field : List.of("Acceptance criteria", "Question and options", "Trade-offs", "Fallback plan",
                "Expected customer impact")) {
            input.set(wired.field(field), HOSTILE);
        }
        IssueRow decision = wired.create("SHOP", "Decision", input.offScreen(IssueInput.OffScreen.IGNORED));
        wired.jira.issues().comment("lead", decision.id(), HOSTILE);
        wired.jira.users().create("hostile", HOSTILE, HOSTILE + "@example.com", "hostile");
        wired.jira.projects().create("HOST", HOSTILE, HOSTILE, "lead");
        Browser browser = as("admin");
        assertText(browser.open("/browse/" + decision.key()), "the issue");
        assertText(browser.open("/secure/EditIssue!default.jspa?id=" + decision.id()), "the edit form");
        assertText(browser.open("/issues/?jql=" + encoded("key = " + decision.key())), "the navigator");
        assertText(browser.open("/issues/?jql=" + encoded(HOSTILE)), "the navigator with a query that is none");
        browser.open("/secure/CommentAssignIssue!default.jspa?id=" + decision.id() + "&action=11");
        assertText(browser.page, "the form of the transition");
        browser.submit("#issue-workflow-transition", wired.field("Owner"), "hostile", "duedate", HOSTILE, "comment", HOSTILE,
                wired.field("Acceptance criteria"), HOSTILE);
        assertText(browser.page, "the form of the transition with what was typed");
        browser.submit("#issue-workflow-transition", wired.field("Owner"), "hostile", "duedate", "", "comment", HOSTILE,
                wired.field("Acceptance criteria"), HOSTILE);
        assertTrue(browser.page.text(), browser.text(".error[data-field=" + wired.field("Owner") + "]").contains("<x-injected"));
        assertText(browser.page, "what the gate says of a person");
        assertText(browser.open("/secure/admin/user/UserBrowser.jspa"), "the people");
        assertText(browser.open("/secure/admin/projects"), "the projects");
        assertText(browser.confirmed("admin").open("/plugins/servlet/decision-gates/admin"), "the page of the app");
        browser.submit("#decision-gates-projects tr[data-project=HOST] form", "project", HOSTILE);
        assertText(browser.page, "the page of the app refusing a project");
        assertTrue("JSON leaves it as it is",
                wired.get("admin", "/rest/decision-gates/1.0/summary?project=SHOP").json().toString().contains("<x-injected"));
    }

    @Test
    public void showsMarkupInAGateAsTextAndSaysItsMessageToTheLetter() throws Exception {
        String workflow = "hostile";
        // the engine itself puts its variables in place of ${...}
        String message = HOSTILE.replace("${7*7}", "");
        GatedWorkflow.named(wired, workflow, HOSTILE).gate(4, Map.of("gate.rules", new String[] {"has-due-date"}, "has-due-date.field",
                new String[] {"duedate"}, "has-due-date.horizon-days", new String[] {"28"}, "has-due-date.message",
                new String[] {message})).usedBy("RISK");
        IssueRow task = wired.create("RISK", "Task", new IssueInput().set("summary", "One"));
        assertEquals(List.of("Due date: " + message), wired.jira.issues().transition("lead", task.id(), 4, new IssueInput()).messages());
        Browser browser = as("admin");
        String view = "/secure/admin/workflows/ViewWorkflowTransition.jspa?workflowMode=live&workflowTransition=4&workflowName=";
        String form = "/secure/admin/workflows/EditWorkflowTransitionValidatorParams!default.jspa?workflowMode=live&workflowTransition=4&count=0&workflowName=";
        assertText(browser.open(view + workflow), "the gate in words");
        wired.jira.workflows().create("admin", "hostile-unused", "", xml(workflow));
        assertText(browser.open(form + "hostile-unused"), "the form of the gate");
        assertText(browser.open("/secure/admin/workflows/ListWorkflows.jspa"), "the workflows");
        String damaged = xml(workflow).replace("name=\"gate.rules\">has-due-date",
                "name=\"gate.rules\">" + HOSTILE.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        assertFalse(damaged.equals(xml(workflow)));
        store(workflow, damaged);
        assertText(browser.open(view + workflow), "a damaged gate in words");
        store("hostile-unused", damaged);
        assertText(browser.open(form + "hostile-unused"), "the form of a damaged gate");
        browser.open("/browse/" + task.key());
        browser.submit("form:has(button.issueaction-workflow-transition)");
        assertNothingInjected(browser.page, "the refusal of a damaged gate");
        assertFalse(wired.jira.issues().transition("lead", task.id(), 4, new IssueInput()).done());
    }

    @Test
    public void refusesAnOwnerWhoseAccountWasClosedMeanwhile() throws Exception {
        wired.jira.users().create("leaver", "Leaver", "leaver@example.com", "leaver");
        wired.jira.users().join("leaver", "storefront-team");
        IssueRow decision = wired.create("SHOP", "Decision", new IssueInput().set("summary", "Owned by somebody who leaves")
                .set(wired.field("Owner"), "leaver").offScreen(IssueInput.OffScreen.ACCEPTED));
        IssueInput rest = new IssueInput().set("duedate", TestTime.today().plusDays(7).toString())
                .set(wired.field("Acceptance criteria"), "Completion does not fall");
        wired.jira.users().setActive("leaver", false);
        StoredIssue before = wired.stored(decision);
        Outcome refused = wired.jira.issues().transition("lead", decision.id(), SEND_FOR_REVIEW, rest);
        assertEquals(refused.toString(), List.of(wired.field("Owner")), List.copyOf(refused.errors().keySet()));
        assertReadable("a closed account", WiredJira.messages(refused));
        assertNames("a closed account", WiredJira.messages(refused), "Leaver");
        assertUnchanged(before, decision, 1);
        wired.jira.users().setActive("leaver", true);
        assertTrue(wired.jira.issues().transition("lead", decision.id(), SEND_FOR_REVIEW, rest).done());
    }

    @Test
    public void refusesWhileTheFieldItReadsIsGone() throws Exception {
        FieldRow extra = wired.jira.fields().create("Second owner", "", FieldType.USERPICKER, "");
        String workflow = "field-gone";
        GatedWorkflow.named(wired, workflow)
                .gate(4, Map.of("gate.rules", new String[] {"has-owner"}, "has-owner.field", new String[] {extra.id()})).usedBy("RISK");
        IssueRow task = wired.create("RISK", "Task", new IssueInput().set("summary", "One").set("assignee", "owner"));
        wired.jira.fields().delete(extra.id());
        StoredIssue before = wired.stored(task);
        Outcome refused = wired.jira.issues().transition("lead", task.id(), 4, new IssueInput());
        assertReadable("a field that is gone", WiredJira.messages(refused));
        assertNames("a field that is gone", WiredJira.messages(refused), extra.id());
        assertUnchanged(before, task, 1);
        store(workflow, xml(workflow).replace(extra.id(), "assignee"));
        Outcome passed = wired.jira.issues().transition("lead", task.id(), 4, new IssueInput());
        assertTrue(passed.toString(), passed.done());
    }

    @Test
    public void refusesWithAWorkflowEditedByHandIntoNonsense() throws Exception {
        String workflow = "by-hand";
        GatedWorkflow.named(wired, workflow).gate(4, Map.of("gate.rules", new String[] {"has-owner", "has-due-date"}, "has-owner.field",
                new String[] {"assignee"}, "has-due-date.field", new String[] {"duedate"}, "has-due-date.horizon-days",
                new String[] {"28"})).usedBy("RISK");
        String good = xml(workflow);
        IssueRow task = wired.create("RISK", "Task",
                new IssueInput().set("summary", "Moved only by a gate that works").set("assignee", "owner")
                        .set("duedate", TestTime.today().plusDays(3).toString()));
        for (Map.Entry<String, String> edit : DamagedWorkflows.of(good).entrySet()) {
            String when = edit.getKey();
            assertFalse(when + " changes nothing in the file", edit.getValue().equals(good));
            store(workflow, edit.getValue());
            StoredIssue before = wired.stored(task);
            Outcome refused = wired.jira.issues().transition("lead", task.id(), 4, new IssueInput());
            assertFalse(when + " let the issue through", refused.done());
            assertReadable(when, WiredJira.messages(refused));
            StoredIssue after = wired.stored(task);
            assertEquals(when, new StoredIssue(before.issue(), before.history(), before.comments(), after.journal()), after);
            Reply reply = transition("lead", task, "{'transition':{'id':'4'}}");
            assertTrue(when + ": " + reply.status(), reply.status() == 400 || reply.status() == 500);
            assertReadable(when + " by REST", reply.errors());
            Browser browser = as("admin");
            browser.open("/browse/" + task.key());
            assertEquals(when + ": the issue can still be seen", 200, browser.status);
            browser.open("/secure/admin/workflows/ViewWorkflowTransition.jspa?workflowName=" + workflow
                    + "&workflowMode=live&workflowTransition=4");
            assertReadable(when + " in the editor", List.of(browser.page.select("#stop, .aui-message, #validators").text() + "."));
        }
        store(workflow, good);
        assertTrue(wired.jira.issues().transition("lead", task.id(), 4, new IssueInput()).done());
    }

    @Test
    public void changesNothingWhenTheJournalCannotBeWritten() throws Exception {
        brokenAt("the journal", sql -> sql.toUpperCase(java.util.Locale.ROOT).startsWith("INSERT INTO") && sql.contains("AO_"), 0,
                "journal");
    }

    @Test
    public void changesNothingWhenTheTransitionCannotBeCommitted() throws Exception {
        // the gate was asked, and that is written down before Jira ends its own transaction, or with it
        brokenAt("the commit", Faults.COMMIT::equals, wired.faults().doStoresJoin() ? 0 : 1, "database");
    }

    @Test
    public void changesNothingWhileTheDatabaseIsDown() throws Exception {
        brokenAt("everything", sql -> true, 0, "");
    }

    /** What a page says went wrong; the whole of one that is nothing but that. */
    private static String said(Document page) {
        return Objects.requireNonNullElse(page.selectFirst("#stop, .aui-message"), page.body()).text();
    }

    private void brokenAt(String what, java.util.function.Predicate<String> broken, int rowsOfJournal, String named) throws Exception {
        IssueRow decision = wired.decision("Waits until " + what + " is back");
        StoredIssue before = wired.stored(decision);
        IssueInput input = input();
        String filled = filled("Completion does not fall");
        String owner = wired.field("Owner");
        String criteria = wired.field("Acceptance criteria");
        Outcome outcome;
        wired.faults().failStatements(broken);
        try {
            if (what.equals("everything")) {
                wired.faults().databaseDown();
            }
            outcome = wired.jira.issues().transition("lead", decision.id(), SEND_FOR_REVIEW, input);
        } finally {
            wired.faults().heal();
        }
        assertFalse(what, outcome.done());
        assertReadable(what, WiredJira.messages(outcome));
        assertNames(what, WiredJira.messages(outcome), named);
        assertNames(what, WiredJira.messages(outcome), "ry again");
        assertUnchanged(before, decision, rowsOfJournal);
        Browser browser = as("lead");
        browser.open("/secure/CommentAssignIssue!default.jspa?id=" + decision.id() + "&action=11");
        Document form = browser.page;
        Reply reply;
        wired.faults().failStatements(broken);
        try {
            if (what.equals("everything")) {
                wired.faults().databaseDown();
            }
            reply = transition("lead", decision, filled);
            browser.submit("#issue-workflow-transition", "duedate", TestTime.today().plusDays(7).toString(), owner, "owner",
                    criteria, "Completion does not fall", "comment", "Said while it was broken");
        } finally {
            wired.faults().heal();
        }
        assertTrue(what + ": " + reply.status() + " " + reply.body(), reply.status() == 400 || reply.status() >= 500);
        assertReadable(what + " by REST", List.of(reply.body()));
        assertReadable(what + " on the page", List.of(said(browser.page)));
        assertUnchanged(before, decision, 3 * rowsOfJournal);
        browser.page = form;
        browser.submit("#issue-workflow-transition", "duedate", TestTime.today().plusDays(7).toString(), owner, "owner",
                criteria, "Completion does not fall", "comment", "Said when it was back");
        assertEquals(browser.page.text(), "In review", wired.status(decision));
        assertEquals(1, wired.jira.comments().of(decision.id()).size());
        assertEquals(before.journal() + 3 * rowsOfJournal + 1, wired.journal(decision));
    }

    private static void assertUnchanged(StoredIssue before, IssueRow issue, int rowsOfJournal) throws Exception {
        assertEquals(new StoredIssue(before.issue(), before.history(), before.comments(), before.journal() + rowsOfJournal),
                wired.stored(issue));
    }

    private static void assertText(Document page, String where) {
        assertNothingInjected(page, where);
        assertTrue(where + " does not show it:\n" + page.text(), page.html().contains("x-injected"));
    }

    private static void assertNothingInjected(Document page, String where) {
        assertTrue(where + ": " + page.select("x-injected, [data-injected], [onerror], img[src=x]"),
                page.select("x-injected, [data-injected], [onerror], img[src=x]").isEmpty());
        assertTrue(where, page.select("script").stream().noneMatch(script -> script.data().contains("alert(1)")));
    }

    private static IssueInput input() {
        return new IssueInput().set("duedate", TestTime.today().plusDays(7).toString()).set(wired.field("Owner"), "owner")
                .set(wired.field("Acceptance criteria"), "Completion does not fall").comment("Sent");
    }

    private static String filled(String criteria) {
        return "{'transition':{'id':'11'},'fields':{'duedate':'" + TestTime.today().plusDays(7) + "','" + wired.field("Owner")
                + "':{'name':'owner'},'" + wired.field("Acceptance criteria") + "':'" + criteria + "'}}";
    }

    private static Reply transition(String user, IssueRow issue, String json) throws Exception {
        return wired.post(user, "/rest/api/2/issue/" + issue.key() + "/transitions", json);
    }

    private static Browser as(String user) throws Exception {
        return Browser.as(wired.box.baseUrl(), user);
    }

    private static String xml(String workflow) {
        return wired.jira.workflows().byName(workflow, false).orElseThrow().xml();
    }

    /** As somebody does who edits the database. */
    private static void store(String workflow, String xml) {
        assertEquals(1, wired.box.box().jdbc().sql("update jira_workflow set xml = ? where name = ? and draft = 0").param(xml)
                .param(workflow).update());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static long shop() {
        return wired.jira.projects().byKey("SHOP").orElseThrow().id();
    }
}
