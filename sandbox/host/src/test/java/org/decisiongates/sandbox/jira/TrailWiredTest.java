package org.decisiongates.sandbox.jira;

import static org.decisiongates.sandbox.jira.WiredJira.assertStatus;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.StatementLog;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;

/** The trail of a Decision in the shipped jar: the tab in its activity, over REST and as a file, for those who see less as well. */
@RunWith(Parameterized.class)
public class TrailWiredTest {

    private static final String BASE = "/rest/decision-gates/1.0";
    private static final String TAB = "?page=org.decisiongates.decision-gates:decision-trail-tab";
    private static final String TRAIL = "#decision-gates-trail";

    private static WiredJira wired;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    public TrailWiredTest(Options.Database database) {
        BOXES.on(database, () -> {
            wired = WiredJira.start(BOXES, database);
            AppPolicies.of(wired.box).append(1, "{\"format\":1,\"key\":\"approved\",\"name\":\"Approved\",\"issueType\":\"decision\","
                    + "\"approvals\":{\"requirements\":[{\"key\":\"legal\",\"name\":\"Legal\",\"people\":[\"reader\"],"
                    + "\"sections\":[\"scope\"]}]},\"gates\":[]}");
        });
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @Test
    public void tellsHowADecisionCameAbout() throws Exception {
        IssueRow issue = decided();
        Element tab = tab("reader", issue);
        List<String> stages = tab.select(".aui-lozenge").eachText();
        assertEquals(tab.text(), List.of("Request", "Options", "Options", "Feedback", "Approvals", "Approvals", "Scope"), stages);
        for (String said : List.of("Maya Brandt created this Decision", "Tom Keller chose an option", "One page\nFewer clicks",
                "Tom Keller opened thread 1", "Tom Keller asked for approvals", "Sam Osei approved (Legal)", "Go <b>ahead</b>")) {
            assertTrue(said + " in " + tab.wholeText(), tab.wholeText().contains(said));
        }
        assertEquals("what was typed is no markup", 0, tab.select("b").size());
    }

    @Test
    public void givesTheSameAway() throws Exception {
        IssueRow issue = decided();
        JsonNode entries = wired.get("reader", path(issue)).json().get("entries");
        List<String> stages = new ArrayList<>();
        entries.forEach(entry -> stages.add(entry.get("stage").asText()));
        assertEquals(List.of("REQUEST", "OPTIONS", "OPTIONS", "FEEDBACK", "APPROVALS", "APPROVALS", "SCOPE"), stages);
        Reply file = wired.get("reader", path(issue) + "/markdown");
        assertStatus("markdown", 200, file);
        assertEquals("attachment; filename=\"" + issue.key() + ".md\"", file.header("Content-Disposition"));
        for (String part : List.of("# " + issue.key() + ": Is approved", "## Considered Options", "\n* One page (chosen)",
                "### Approvals", ": approved \\(approved/legal", "## Decision Trail",
                ", Approvals: Sam Osei approved \\(Legal\\) \u2013 Go \\<b\\>ahead\\</b\\>")) {
            assertTrue(part + " in " + file.body(), file.body().contains(part));
        }
    }

    @Test
    public void doesNotNameWhatItsReaderMayNotBrowse() throws Exception {
        IssueRow issue = decided();
        IssueRow hidden = wired.create("RISK", "Task", new IssueInput().set("summary", "Hidden from most"));
        assertTrue(wired.jira.issues().link("admin", wired.jira.links().typesNamed("Blocks").get(0).id(), hidden.id(), issue.id()).done());
        // Jira tells of no change of an issue when it is linked
        wired.runJob("reconcileJob");
        WiredJira.awaitJournal();
        String all = tab("admin", issue).text();
        assertTrue(all, all.contains(hidden.key() + ", which blocks this Decision"));
        for (String seen : List.of(tab("reader", issue).text(), wired.get("reader", path(issue)).body(),
                wired.get("reader", path(issue) + "/markdown").body())) {
            assertTrue(seen, seen.contains("an issue that you may not see") && !seen.contains(hidden.key()));
        }
        assertStatus("no part of the project", 404, wired.get("outsider", path(issue)));
        assertStatus("no part of the project", 404, wired.get("outsider", path(issue) + "/markdown"));
    }

    /** Of Jira's history, which has them; not of a custom field that is called like them. */
    @Test
    public void tellsEditsOfSummaryAndDescription() throws Exception {
        IssueRow issue = decided();
        for (String edit : List.of("\"summary\":\"Is <i>renamed</i>\"", "\"description\":\"What it is about\"")) {
            assertStatus("edit", 204, wired.call("lead", "PUT", "/rest/api/2/issue/" + issue.key(), WiredJira.JSON,
                    "{\"fields\":{" + edit + "}}"));
        }
        Element tab = tab("reader", issue);
        for (String said : List.of("Maya Brandt changed the summary", "Is <i>renamed</i>", "Maya Brandt wrote a description")) {
            assertTrue(said + " in " + tab.wholeText(), tab.wholeText().contains(said));
        }
        assertEquals("what was typed is no markup", 0, tab.select("i").size());
        assertTrue(wired.get("reader", path(issue) + "/markdown").body().contains("Scope: Maya Brandt changed the summary"));
        assertStatus("no part of the project", 404, wired.get("outsider", path(issue)));
    }

    @Test
    public void isOfDecisionsAlone() throws Exception {
        IssueRow blocker = wired.create("SHOP", "Blocker", new IssueInput().set("summary", "Stands in the way")
                .set(wired.field("Owner"), "owner").set("duedate", TestTime.today().plusDays(7).toString())
                .set(wired.field("Fallback plan"), "We deliver what was agreed before."));
        for (IssueRow other : List.of(blocker, wired.create("SHOP", "Task", new IssueInput().set("summary", "No Decision")))) {
            assertNull(Jsoup.parse(wired.get("reader", "/browse/" + other.key() + TAB).body()).selectFirst(TRAIL));
            assertStatus("of another type", 400, wired.get("reader", path(other)));
            assertStatus("of another type", 400, wired.get("reader", path(other) + "/markdown"));
        }
    }

    /** The journal, threads and approvals, one statement each, however much there is. */
    @Test
    public void takesThreeStatements() throws Exception {
        IssueRow issue = decided();
        List<String> few = sent(issue);
        for (int i = 0; i < 5; i++) {
            option(issue, "Way " + i);
        }
        List<String> many = sent(issue);
        assertEquals(String.join("\n", few), String.join("\n", many));
        assertEquals(many.toString(), 3, many.size());
        for (String table : List.of("ISSUE_CHANGE", "THREAD_STEP", "APPROVAL_STEP")) {
            assertEquals(many.toString(), 1, many.stream().filter(sql -> sql.contains(table)).count());
        }
    }

    private static List<String> sent(IssueRow issue) throws Exception {
        wired.awaitDebt();
        wired.awaitFirstLook();
        assertStatus("warm", 200, wired.get("reader", path(issue)));
        StatementLog log = wired.box.logStatements();
        assertStatus("counted", 200, wired.get("reader", path(issue)));
        return log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME).with("AO_").sql();
    }

    /** A Decision that was created, chosen, discussed, approved and changed, in this order. */
    private static IssueRow decided() throws Exception {
        IssueRow issue = wired.create("SHOP", "Decision", new IssueInput().set("summary", "Is approved").set("duedate",
                TestTime.today().plusDays(7).toString()).set(wired.field("Owner"), "owner"));
        String option = BASE + "/issue/" + issue.key() + "/records/option";
        long id = option(issue, "One page");
        assertStatus("choose", 200, wired.call("owner", "PUT", option + "/" + id, WiredJira.JSON,
                "{\"text\":\"One page\",\"reason\":\"Fewer clicks\",\"state\":\"CHOSEN\",\"version\":1}"));
        assertStatus("discuss", 201, wired.post("owner", BASE + "/issue/" + issue.key() + "/threads",
                "{'section':'whole','objective':'Agree on the scope','text':'What about refunds?'}"));
        take("owner", issue, "REQUESTED", "");
        take("reader", issue, "APPROVED", "Go <b>ahead</b>");
        assertTrue(wired.jira.issues().update("lead", issue.id(),
                new IssueInput().set("duedate", TestTime.today().plusDays(9).toString())).done());
        WiredJira.awaitJournal();
        return issue;
    }

    private static long option(IssueRow issue, String text) throws Exception {
        Reply added = wired.post("owner", BASE + "/issue/" + issue.key() + "/records/option", "{'text':'" + text + "'}");
        assertStatus(text, 201, added);
        return added.json().get("id").asLong();
    }

    private static void take(String user, IssueRow issue, String kind, String comment) throws Exception {
        String approvals = BASE + "/issue/" + issue.key() + "/approvals";
        assertStatus(kind, 201, wired.post(user, approvals, "{'kind':'" + kind + "','comment':'" + comment + "','shown':'"
                + wired.get(user, approvals).json().get("shown").asText() + "'}"));
    }

    private static Element tab(String user, IssueRow issue) throws Exception {
        Element page = Jsoup.parse(wired.get(user, "/browse/" + issue.key() + TAB).body());
        assertFalse(page.text(), page.select("#decision-trail-tab").isEmpty());
        return page.selectFirst(TRAIL);
    }

    private static String path(IssueRow issue) {
        return BASE + "/issue/" + issue.key() + "/trail";
    }
}
