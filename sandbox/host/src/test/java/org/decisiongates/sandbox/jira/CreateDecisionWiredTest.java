package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.CommentRow;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Levels;
import org.decisiongates.sandbox.jira.model.LinkRow;
import org.decisiongates.sandbox.jira.model.RoleRow;
import org.decisiongates.sandbox.jira.web.Browser;

/** A Decision that is created for an issue out of what was said of it: created, linked, with the comment, and never with one in secret. */
public class CreateDecisionWiredTest {

    private static final String PAGE = "/plugins/servlet/decision-gates/create-decision?issue=";
    private static final String FORM = "#decision-gates-creation form";
    private static final String DUE = TestTime.today().plusDays(5).toString();

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static WiredJira wired;

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
    }

    @Test
    public void createsItFromACommentAndLinksIt() throws Exception {
        IssueRow story = story("Pay by card");
        CommentRow comment = comment(story, "Do we take <b>American</b> cards? I would.{quote}Nobody{quote}");
        Browser lead = Browser.as(wired.box.baseUrl(), "lead");
        lead.open("/browse/" + story.key());
        lead.open(lead.page.selectFirst("#decision-gates-create-decision").attr("href").replaceFirst("^.*(?=/plugins)", ""));
        assertEquals("Pay by card", lead.page.selectFirst("[name=question]").wholeText().strip());
        assertEquals("owner", lead.page.selectFirst("[name=owner]").val());
        assertEquals(List.of("", String.valueOf(comment.id())), lead.page.select("[name=comment] option").eachAttr("value"));
        lead.open(PAGE + story.key() + "&comment=" + comment.id());
        assertTrue(lead.page.toString(), lead.page.selectFirst("[name=question]").wholeText().contains("Do we take"));

        lead.submit(FORM, "question", "Do we take\nAmerican cards?", "context", "Fees are at 3 %.", "due", DUE);

        assertTrue(lead.page.location(), lead.page.location().endsWith(PAGE + story.key() + "&created=" + onlyDecision(story).key()));
        assertTrue(lead.text(".aui-message-success"), lead.text(".aui-message-success").endsWith("It is linked to " + story.key() + "."));
        IssueRow decision = onlyDecision(story);
        assertEquals("Do we take American cards?", decision.summary());
        assertEquals(List.of("Do we take\nAmerican cards?"),
                decision.values(wired.field("Question and options")).stream().map(text -> text.replace("\r\n", "\n")).toList());
        assertEquals(List.of("owner"), decision.values(wired.field("Owner")));
        assertEquals(DUE, decision.dueDate());
        assertEquals("lead", decision.reporterKey());
        String description = decision.description();
        assertTrue(description, description.startsWith("Fees are at 3 %.\n\nFrom a comment by "));
        assertTrue(description, description.contains("/browse/" + story.key() + "?focusedCommentId=" + comment.id() + "#comment-"));
        assertTrue(description,
                description.endsWith("\n{quote}\nDo we take <b>American</b> cards? I would.{ quote}Nobody{ quote}\n{quote}"));
        assertEquals(List.of(), wired.box.blockedCalls());
    }

    @Test
    public void copiesACommentThatFewMayReadOnlyWhereThatIsConfirmed() throws Exception {
        IssueRow story = story("Secrets");
        CommentRow ofGroup = comment(story, "The contract ends in May.");
        wired.jira.comments().restrict(ofGroup.id(), "jira-administrators");
        RoleRow role = wired.jira.roles().create("Auditors");
        wired.jira.roles().grant(role.id(), story.projectId(), "jira-administrators");
        CommentRow ofRole = comment(story, "The auditors know.");
        wired.jira.comments().restrictToRole(ofRole.id(), role.id());

        Browser lead = Browser.as(wired.box.baseUrl(), "lead");
        lead.open(PAGE + story.key() + "&comment=" + ofGroup.id());
        assertFalse("what somebody may not see", lead.page.toString().contains("contract"));
        Reply hidden = wired.post("lead", rest(story), "{'question':'What now?','comment':'" + ofGroup.id() + "'}");
        assertEquals(Set.of("comment"), errors(hidden));

        Browser admin = Browser.as(wired.box.baseUrl(), "admin");
        for (CommentRow comment : List.of(ofGroup, ofRole)) {
            admin.open(PAGE + story.key() + "&comment=" + comment.id());
            assertEquals("the summary of the issue, not of the comment", "",
                    admin.page.selectFirst("[name=question]").wholeText().strip());
            String audience = comment == ofGroup ? "the group jira-administrators" : "the role Auditors";
            assertTrue(admin.page.select("[name=comment] option[selected]").text().contains(audience));
            admin.submit(FORM, "question", "What now?", "copy-restricted", "");
            assertEquals(400, admin.status);
            assertTrue(admin.text("#decision-gates-creation-copy-restricted-about"),
                    admin.text("#decision-gates-creation-copy-restricted-about").contains(audience));
            assertEquals(Set.of("copyRestricted"), errors(wired.post("admin", rest(story),
                    "{'question':'What now?','comment':'" + comment.id() + "','copyRestricted':'1'}")));
        }
        assertTrue(decisions(story).isEmpty());

        admin.submit(FORM, "question", "What now?", "copy-restricted", String.valueOf(ofRole.id()));
        assertTrue(onlyDecision(story).description().contains("The auditors know."));
    }

    @Test
    public void asksBeforeACommentGoesToAnotherProject() throws Exception {
        IssueRow story = wired.create("OPS", "Task", new IssueInput().set("summary", "Elsewhere"));
        CommentRow comment = comment(story, "Shall we move it?");
        String call = "{'question':'Shall we move it?','project':'SHOP','comment':'" + comment.id() + "'%s}";
        assertEquals(Set.of("copyRestricted"), errors(wired.post("lead", rest(story), call.formatted(""))));
        assertEquals(201, wired.post("lead", rest(story), call.formatted(",'copyRestricted':'" + comment.id() + "'")).status());
        assertTrue(onlyDecision(story).key().startsWith("SHOP-"));
        Browser lead = Browser.as(wired.box.baseUrl(), "lead");
        lead.open("/browse/" + story.key());
        assertTrue("the project has no Decisions", lead.page.select("#decision-gates-create-decision").isEmpty());
    }

    @Test
    public void tellsEveryReasonAtOnceAndCreatesNothing() throws Exception {
        IssueRow story = story("Refused");
        Reply refused = wired.post("lead", rest(story), "{'question':' ','owner':'nobody','due':'soon','comment':'1','project':'SHOP'}");
        assertEquals(400, refused.status());
        assertEquals(Set.of("question", "owner", "due", "comment"), errors(refused));
        assertEquals(Set.of("project"), errors(wired.post("lead", rest(story), "{'question':'Where?','project':'NONE'}")));
        Reply unknown = wired.post("lead", rest(story), "{'colour':'red'}");
        assertEquals(Set.of("colour"), errors(unknown));
        assertFalse(unknown.body(), unknown.body().contains("version"));
        assertEquals(403, wired.post("reader", rest(story), "{'question':'May I?'}").status());
        assertEquals(404, wired.post("outsider", rest(story), "{'question':'May I?'}").status());
        assertEquals(403, Browser.as(wired.box.baseUrl(), "lead").post(PAGE + story.key(), "question=Forged"));
        assertEquals(404, wired.get("outsider", PAGE + story.key()).status());
        assertTrue(decisions(story).isEmpty());
    }

    @Test
    public void takesNoDueDateThatJiraWouldStoreInAnotherCentury() throws Exception {
        IssueRow story = story("Due in another century");
        for (String day : List.of("2126-12-01", "0026-12-24", "+12026-12-24")) {
            Reply refused = wired.post("lead", rest(story), "{'question':'When?','due':'" + day + "'}");
            assertEquals(day, Set.of("due"), errors(refused));
            assertTrue(refused.body(), refused.json().at("/errors/due").asText().contains(day));
        }
        assertTrue(decisions(story).isEmpty());
    }

    @Test
    public void saysOfOneThatWasThereThatNothingMoreIsTakenOver() throws Exception {
        IssueRow story = story("Asked in two goes");
        CommentRow comment = comment(story, "Horses have no stripes.");
        assertEquals("", wired.post("lead", rest(story), "{'question':'Zebra?'}").json().path("note").asText());
        for (String more : List.of(",'context':'Stripes'", ",'context':'Stripes','comment':'" + comment.id() + "'")) {
            Reply again = wired.post("lead", rest(story), "{'question':'Zebra?'" + more + "}");
            assertEquals(again.body(), 200, again.status());
            assertEquals("[]", again.json().path("undone").toString());
            assertTrue(again.body(), again.json().path("note").asText().contains("nothing else that you entered this time was used"));
        }
        Browser lead = Browser.as(wired.box.baseUrl(), "lead");
        lead.open(PAGE + story.key());
        assertTrue("what the form begins with", lead.page.selectFirst(FORM).hasAttr("data-begun"));
        lead.submit(FORM, "question", "Zebra?", "context", "Stripes");
        assertFalse("what somebody typed", lead.page.selectFirst(FORM).hasAttr("data-begun"));
        assertTrue(lead.page.text(), lead.page.select(".aui-message-error").isEmpty());
        assertTrue(lead.page.text(), lead.text(".aui-message-info").contains("nothing else that you entered this time was used"));
        assertEquals("", Objects.toString(onlyDecision(story).description(), ""));
    }

    @Test
    public void beginsWithNoSummaryThatFewerPeopleMayRead() throws Exception {
        Browser lead = Browser.as(wired.box.baseUrl(), "lead");
        for (IssueRow story : List.of(wired.create("OPS", "Task", new IssueInput().set("summary", "Of other readers")), secret())) {
            for (String form : List.of("create-decision", "raise-blocker")) {
                lead.open("/plugins/servlet/decision-gates/" + form + "?issue=" + story.key());
                assertEquals(200, lead.status);
                assertFalse(form + " of " + story.key(), lead.page.toString().contains(story.summary()));
            }
        }
    }

    @Test
    public void createsOneHoweverOftenItIsPressedAndAnotherOneOnRequest() throws Exception {
        IssueRow story = story("Pressed twice");
        Browser lead = Browser.as(wired.box.baseUrl(), "lead");
        for (int i = 0; i < 2; i++) {
            lead.open(PAGE + story.key());
            lead.submit(FORM, "question", "Once?");
        }
        String first = onlyDecision(story).key();
        assertEquals(first + " already exists.", lead.text(".decision-gates-creation-found"));
        lead.submit(FORM, "another", first);
        assertEquals(2, decisions(story).size());
    }

    @Test
    public void leadsFromTheWeekToANewOneWhoeverMayCreateOne() throws Exception {
        String week = "/rest/decision-gates/1.0/summary?project=SHOP";
        assertTrue(wired.get("reader", week).json().at("/header/creation").isMissingNode());
        String creation = wired.get("lead", week).json().at("/header/creation").asText();
        Browser lead = Browser.as(wired.box.baseUrl(), "lead");
        lead.open("/secure/CreateIssueDetails!init.jspa?" + creation);
        assertEquals(200, lead.status);
        assertTrue(lead.page.text(), lead.page.text().contains("Question and options"));
    }

    private static Set<String> errors(Reply reply) throws Exception {
        assertEquals(reply.body(), 400, reply.status());
        Set<String> members = new TreeSet<>();
        reply.json().path("errors").fieldNames().forEachRemaining(members::add);
        return members;
    }

    private static String rest(IssueRow issue) {
        return "/rest/decision-gates/1.0/issue/" + issue.key() + "/decisions";
    }

    private static IssueRow story(String summary) {
        return wired.create("SHOP", "Task", new IssueInput().set("summary", summary).set("assignee", "owner"));
    }

    private static IssueRow secret() {
        long scheme = wired.jira.levels().createScheme("Levels");
        long level = wired.jira.levels().create(scheme, "Few", List.of("storefront-leads")).id();
        wired.jira.levels().useScheme(wired.id("SHOP"), scheme);
        return wired.create("SHOP", "Task", new IssueInput().set("summary", "Only for few").set(Levels.FIELD, String.valueOf(level))
                .offScreen(IssueInput.OffScreen.ACCEPTED));
    }

    private static CommentRow comment(IssueRow story, String body) {
        return wired.jira.comments().create(story.id(), "reader", body, wired.jira.clock().instant());
    }

    private static IssueRow onlyDecision(IssueRow story) {
        List<IssueRow> found = decisions(story);
        assertEquals(1, found.size());
        return found.get(0);
    }

    private static List<IssueRow> decisions(IssueRow story) {
        return wired.jira.links().inward(story.id()).stream().filter(link -> link.type().outward().equals("relates to"))
                .map(LinkRow::sourceId).map(id -> wired.jira.issues().byId(id).orElseThrow()).toList();
    }
}
