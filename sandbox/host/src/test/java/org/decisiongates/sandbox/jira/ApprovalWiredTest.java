package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.decisiongates.sandbox.jira.WiredJira.assertStatus;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.decisiongates.sandbox.jira.model.Levels;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.web.Browser;

/** Approvals of the shipped jar over HTTP and on the page of an issue: what they hold up, what makes them stale, what two do at once. */
@RunWith(Parameterized.class)
public class ApprovalWiredTest {

    private static final String BASE = "/rest/decision-gates/1.0";
    private static final String PANEL = "#panel-approvals-panel";
    private static final String WEEK = "/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-week-link";
    private static final String DELEGATIONS = BASE + "/approvals/delegations";
    private static final String MINE = "/plugins/servlet/decision-gates/my-approvals";
    private static final String FORM = "#decision-gates-delegation";
    private static final String WAITING = "#decision-gates-waiting";
    private static final String STALE = "#decision-gates-stale";
    private static final int REVIEW = 11;
    private static final int REJECT = 91;

    private static WiredJira wired;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    public ApprovalWiredTest(Options.Database database) {
        BOXES.on(database, () -> {
            wired = WiredJira.start(BOXES, database);
            AppPolicies.of(wired.box).append(1, "{\"format\":1,\"key\":\"approved\",\"name\":\"Approved\",\"issueType\":\"decision\","
                    + "\"approvals\":{\"requirements\":[{\"key\":\"legal\",\"name\":\"Legal\",\"people\":[\"reader\",\"owner\"],"
                    + "\"sections\":[\"scope\",\"options\"]},{\"key\":\"lead\",\"name\":\"Lead\",\"stage\":2,\"people\":[\"reader\"],"
                    + "\"sections\":[\"due-date\"]}]},"
                    + "\"gates\":[{\"key\":\"in-review\",\"name\":\"In review\",\"phase\":\"IN_REVIEW\",\"enforcement\":\"enforce\","
                    + "\"rules\":[{\"rule\":\"approvals-current\"}]}]}");
        });
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @Test
    public void holdsAnIssueUpUntilWhatItSaysIsApproved() throws Exception {
        IssueRow issue = ready();
        assertTrue(WiredJira.messages(go(issue)).toString().contains("Legal, Lead"));
        assertStatus("ask", 201, take("owner", issue, "REQUESTED"));
        Outcome refused = go(issue);
        assertFalse(refused.done());
        assertTrue(WiredJira.messages(refused).toString(), WiredJira.messages(refused).toString().contains("0 of 1"));
        Element item = Jsoup.parse(wired.get("lead", BASE + "/issue/" + issue.key() + "/readiness/panel").body())
                .selectFirst("[data-rule=approvals-current]");
        assertEquals("#decision-gates-approvals", item.select("a[href^=#]").attr("href"));

        assertStatus("the owner", 403, take("owner", issue, "APPROVED"));
        assertStatus("no approver", 403, take("lead", issue, "APPROVED"));
        assertStatus("legal", 201, take("reader", issue, "APPROVED"));
        assertEquals("by turns", List.of("MET", "OPEN"), states(issue));
        assertStatus("lead", 201, take("reader", issue, "APPROVED"));
        assertEquals(List.of("MET", "MET"), states(issue));
        assertTrue(WiredJira.messages(go(issue)).toString(), "In review".equals(wired.status(issue)));
    }

    @Test
    public void showsWhatChangedSinceItWasApproved() throws Exception {
        IssueRow issue = ready();
        String option = BASE + "/issue/" + issue.key() + "/records/option";
        long id = wired.post("owner", option, "{'text':'One page'}").json().get("id").asLong();
        take("owner", issue, "REQUESTED");
        take("reader", issue, "APPROVED");
        assertStatus("change", 200, wired.call("owner", "PUT", option + "/" + id, WiredJira.JSON,
                "{\"text\":\"Two pages\",\"version\":1}"));
        JsonNode verdict = wired.get("reader", path(issue)).json().at("/requirements/0/verdicts/0");
        assertEquals("STALE", verdict.get("standing").asText());
        assertEquals("[\"options\"]", verdict.get("changed").toString());
        Element panel = Jsoup.parse(wired.get("reader", path(issue) + "/panel").body());
        assertEquals("One page", panel.select("del").text());
        assertEquals("Two pages", panel.select("ins").text());
        assertStatus("restore", 200, wired.call("owner", "PUT", option + "/" + id, WiredJira.JSON,
                "{\"text\":\"One page\",\"version\":2}"));
        assertEquals("MET", states(issue).get(0));
    }

    /** Forms of Jira have the id of the issue; of one that is hidden nobody learns more than of one that is not there. */
    @Test
    public void tellsFormsWhichFieldsAreApproved() throws Exception {
        IssueRow issue = ready();
        take("owner", issue, "REQUESTED");
        String hints = BASE + "/issue/" + issue.id() + "/approvals/form-hints";
        assertEquals(List.of(), Jsoup.parse(wired.get("owner", hints).body()).select("li").eachText());
        take("reader", issue, "APPROVED");
        assertEquals(List.of("summary: A change of this field makes current approvals stale: Legal.",
                "description: A change of this field makes current approvals stale: Legal."),
                Jsoup.parse(wired.get("owner", hints).body()).select("li").stream()
                        .map(hint -> hint.attr("data-field") + ": " + hint.text()).toList());
        Reply hidden = wired.get("outsider", hints);
        assertEquals(404, hidden.status());
        assertFalse(hidden.body(), hidden.body().contains(issue.key()));
    }

    /** Whoever changed it stands at the difference, with the moment. */
    @Test
    public void saysWhoChangedWhatWasApproved() throws Exception {
        IssueRow issue = ready();
        take("owner", issue, "REQUESTED");
        take("reader", issue, "APPROVED");
        assertStatus("edit", 204, wired.call("lead", "PUT", "/rest/api/2/issue/" + issue.key(), WiredJira.JSON,
                "{\"fields\":{\"summary\":\"Says something else\"}}"));
        Element difference = Jsoup.parse(wired.get("reader", path(issue) + "/panel").body()).selectFirst("li li details");
        assertTrue(difference.text(), difference.text().contains("Last changed by Maya Brandt, "));
    }

    @Test
    public void storesNothingOfWhatWasNotShown() throws Exception {
        IssueRow issue = ready();
        take("owner", issue, "REQUESTED");
        String shown = shown("reader", issue);
        wired.post("owner", BASE + "/issue/" + issue.key() + "/records/option", "{'text':'Another way'}");
        Reply refused = wired.post("reader", path(issue), "{'kind':'APPROVED','shown':'" + shown + "'}");
        assertEquals(409, refused.status());
        assertEquals("OPEN", states(issue).get(0));
    }

    @Test
    public void keepsWhatTwoSayAtOnce() throws Exception {
        IssueRow issue = ready();
        take("owner", issue, "REQUESTED");
        String shown = shown("reader", issue);
        Callable<Reply> objection = () -> wired.post("reader", path(issue),
                "{'kind':'NEEDS_DISCUSSION','shown':'" + shown + "','comment':'What of refunds?'}");
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Integer> statuses = new ArrayList<>();
            for (var reply : both.invokeAll(List.of(objection, () -> take("reader", issue, "ABSTAINED")))) {
                statuses.add(reply.get().status());
            }
            assertEquals(List.of(201, 201), statuses);
            assertEquals(3, wired.get("reader", path(issue)).json().get("steps").size());
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    public void letsSomebodyStandInAsLongAsTheApproverWants() throws Exception {
        IssueRow issue = ready();
        take("owner", issue, "REQUESTED");
        String today = TestTime.today().toString();
        assertStatus("to oneself", 400, wired.post("reader", DELEGATIONS, "{'delegate':'reader','first':'" + today + "','last':'" + today
                + "'}"));
        Reply wrong = wired.post("reader", DELEGATIONS, "{'delegate':'no-one','first':'tomorrow','last':'','projects':'RISK'}");
        assertEquals(400, wrong.status());
        assertEquals(4, wrong.json().get("errors").size());
        assertStatus("stand in", 201, wired.post("reader", DELEGATIONS, "{'delegate':'admin','first':'" + today + "','last':'" + today
                + "','projects':'shop'}"));
        JsonNode made = wired.get("reader", DELEGATIONS).json().at("/made/0");
        assertEquals("[\"SHOP\"]", made.get("projects").toString());
        assertEquals(made, wired.get("admin", DELEGATIONS).json().at("/received/0"));
        assertEquals("others are told nothing", "{\"made\":[],\"received\":[]}", wired.get("owner", DELEGATIONS).body());

        assertEquals("[\"APPROVED\",\"ABSTAINED\",\"NEEDS_DISCUSSION\"]",
                wired.get("admin", path(issue)).json().at("/mayOnBehalfOf/reader").toString());
        String waiting = "issue in approvalPendingForMe() and key = " + issue.key();
        assertEquals("who stands in", List.of(issue.key()), found("admin", waiting));
        assertEquals("reader", Jsoup.parse(wired.get("admin", path(issue) + "/panel").body()).select("button[value=APPROVED]")
                .attr("data-on-behalf-of"));
        String approve = "{'kind':'APPROVED','onBehalfOf':'reader','shown':'" + shown("admin", issue) + "'}";
        assertStatus("who stands in for nobody", 403, wired.post("owner", path(issue), approve));
        assertStatus("who stands in", 201, wired.post("admin", path(issue), approve));
        JsonNode step = wired.get("admin", path(issue)).json().at("/steps/1");
        assertEquals("admin for reader", step.get("actor").asText() + " for " + step.get("onBehalfOf").asText());
        assertTrue(Jsoup.parse(wired.get("owner", path(issue) + "/panel").body()).text().contains(" on behalf of "));

        assertStatus("for the one who created the issue", 201, wired.post("reader", DELEGATIONS,
                "{'delegate':'lead','first':'" + today + "','last':'" + today + "'}"));
        assertEquals("{}", wired.get("lead", path(issue)).json().get("mayOnBehalfOf").toString());
        assertStatus("who edited it all", 403, wired.post("lead", path(issue), approve));
        assertStatus("nor takes it back", 403, wired.post("lead", path(issue), approve.replace("APPROVED", "WITHDRAWN")));

        String own = DELEGATIONS + "/" + made.get("id").asLong();
        assertStatus("by the delegate", 404, wired.call("admin", "DELETE", own, null, null));
        assertStatus("by the approver", 204, wired.call("reader", "DELETE", own, null, null));
        assertStatus("again", 404, wired.call("reader", "DELETE", own, null, null));
        assertEquals("whose standing in is over", List.of(), found("admin", waiting));
        assertEquals("{}", wired.get("admin", path(issue)).json().get("mayOnBehalfOf").toString());
        assertStatus("over", 403, wired.post("admin", path(issue), approve.replace("APPROVED", "WITHDRAWN")));
        assertEquals("what was approved goes on to count", "MET", states(issue).get(0));
    }

    @Test
    public void listsWhatWaitsForSomebodyAndWhatTheyApprovedThatChanged() throws Exception {
        IssueRow issue = ready();
        assertFalse("nobody asked", page("reader").select(WAITING + " a").eachText().contains(issue.key()));
        assertStatus("ask", 201, ask(issue, "Please read the options first"));
        Element row = page("reader").select(WAITING + " tbody tr:contains(" + issue.key() + " )").first();
        assertTrue(row.text(), row.text().contains("Is approved") && row.text().contains("Legal"));
        assertTrue(row.text(), row.text().contains("Please read the options first"));
        String panel = Jsoup.parse(wired.get("reader", path(issue) + "/panel").body()).text();
        assertTrue(panel, panel.contains(" asked for approvals ") && panel.contains("Please read the options first"));
        assertEquals("Please read the options first", wired.get("reader", path(issue)).json().at("/steps/0/comment").asText());
        assertTrue(row.selectFirst("a").attr("href"), row.selectFirst("a").attr("href").endsWith("/browse/" + issue.key()
                + "#decision-gates-approvals"));
        assertFalse("no approver", page("lead").select(WAITING + " a").eachText().contains(issue.key()));
        assertEquals("nobody else is told", 0, page("outsider").select(WAITING).size());

        take("reader", issue, "APPROVED");
        take("reader", issue, "APPROVED");
        assertFalse("said", page("reader").select(WAITING + " a").eachText().contains(issue.key()));
        assertFalse(page("reader").select(STALE + " a").eachText().contains(issue.key()));
        assertStatus("edit", 201, wired.post("owner", BASE + "/issue/" + issue.key() + "/records/option", "{'text':'Another way'}"));
        Element stale = page("reader").select(STALE + " tbody tr:contains(" + issue.key() + " )").first();
        assertTrue(stale.text(), stale.text().contains("options: Last changed by "));
        assertEquals("See the difference", stale.select("td a").text());
        assertTrue("and waits again", page("reader").select(WAITING + " a").eachText().contains(issue.key()));

        Outcome rejected = wired.jira.issues().transition("lead", issue.id(), REJECT, new IssueInput().set("resolution",
                wired.jira.resolutions().byName("Done").orElseThrow().id()).set(wired.field("Reason"),
                        "Nobody wants that any more now"));
        assertTrue(rejected.toString(), rejected.done());
        await().until(() -> !page("reader").select(WAITING + " a, " + STALE + " a").eachText().contains(issue.key()));
    }

    @Test
    public void areAskedForAgainOnceForEachChange() throws Exception {
        IssueRow issue = ready();
        assertStatus("ask", 201, ask(issue, ""));
        assertStatus("nothing has changed", 409, ask(issue, ""));
        take("reader", issue, "APPROVED");
        wired.post("owner", BASE + "/issue/" + issue.key() + "/records/option", "{'text':'Another way'}");
        Element panel = Jsoup.parse(wired.get("owner", path(issue) + "/panel").body());
        assertEquals("Ask for approvals again", panel.select("button[value=REQUESTED]").text());
        assertStatus("who may not", 403, take("reader", issue, "REQUESTED"));
        assertStatus("again", 201, ask(issue, "There is another way"));
        assertTrue(page("reader").select(WAITING + " tbody tr:contains(" + issue.key() + " )").text().contains("There is another way"));
        assertStatus("once", 409, ask(issue, ""));
        assertStatus("legal", 201, take("reader", issue, "APPROVED"));
        assertEquals("MET", states(issue).get(0));
    }

    private static Reply ask(IssueRow issue, String comment) throws Exception {
        return wired.post("owner", path(issue), "{'kind':'REQUESTED','shown':'" + shown("owner", issue) + "','comment':'" + comment + "'}");
    }

    @Test
    public void listsForWhoStandsInAndCountsWhatTheyMayNotSee() throws Exception {
        IssueRow issue = ready();
        take("owner", issue, "REQUESTED");
        String today = TestTime.today().toString();
        Browser reader = Browser.as(wired.box.baseUrl(), "reader");
        reader.open(MINE);
        reader.submit(FORM, "delegate", "nobody-here", "first", today, "last", "", "projects", "GONE");
        assertEquals(400, reader.status);
        assertEquals(3, reader.page.select(FORM + " .error").size());
        assertEquals("the page opens there", "delegate", reader.page.select(FORM + " [autofocus]").attr("name"));
        assertEquals("what was typed is there", "nobody-here", reader.page.select("[name=delegate]").val());
        assertEquals("another site", 403, reader.post(MINE, "do=delegate&delegate=admin&first=" + today + "&last=" + today));
        for (String delegate : List.of("admin", "outsider")) {
            reader.open(MINE);
            reader.submit(FORM, "delegate", delegate, "first", today, "last", today, "projects", "");
            assertEquals(200, reader.status);
        }
        Element admin = page("admin").select(WAITING + " tbody tr:contains(" + issue.key() + " )").first();
        assertTrue(admin.text(), admin.text().contains("Legal, on behalf of "));
        assertEquals(1, page("admin").select("#decision-gates-delegations-received tbody tr").size());
        Element outsider = page("outsider");
        assertTrue(outsider.text(), outsider.text().contains("and you may not see"));
        assertFalse(outsider.text(), outsider.text().contains(issue.key()) || outsider.text().contains("Is approved"));

        while (reader.open(MINE).select("#decision-gates-delegations-made form").size() > 0) {
            reader.submit("#decision-gates-delegations-made form");
        }
        assertEquals(0, page("reader").select("#decision-gates-delegations-made").size());
        assertEquals(0, page("admin").select(WAITING).size());
        assertFalse(page("outsider").text().contains("and you may not see"));
    }

    @Test
    public void readsManyIssuesThatWaitWithAsManyStatementsAsOne() throws Exception {
        take("owner", ready(), "REQUESTED");
        long few = statements();
        for (int i = 0; i < 12; i++) {
            take("owner", ready(), "REQUESTED");
        }
        assertEquals(few, statements());
        assertTrue("statements of the app: " + few, few <= 12);
    }

    /** How many statements of the app the page takes, once it was asked for before. */
    private static long statements() throws Exception {
        page("reader");
        StatementLog log = wired.box.logStatements();
        page("reader");
        return log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME).with("AO_").count();
    }

    private static Element page(String user) throws Exception {
        return Jsoup.parse(wired.get(user, MINE).body());
    }

    /** Who is in a group or a role is not for every reader. */
    @Test
    public void namesApproversToThoseWhoHaveToDoWithTheIssue() throws Exception {
        IssueRow issue = ready();
        take("owner", issue, "REQUESTED");
        for (String user : List.of("owner", "reader", "lead", "auditor")) {
            JsonNode legal = wired.get(user, path(issue)).json().at("/requirements/0");
            assertEquals(user, user.equals("auditor") ? "[]" : "[\"reader\"]", legal.get("missing").toString());
            assertEquals(user, 1, legal.get("missingCount").asInt());
        }
        String panel = Jsoup.parse(wired.get("auditor", path(issue) + "/panel").body()).text();
        assertTrue(panel, panel.contains("One person could approve"));
    }

    @Test
    public void isOnThePageWhereAPolicyAsksForIt() throws Exception {
        IssueRow issue = ready();
        Element panel = Jsoup.parse(wired.get("owner", "/browse/" + issue.key()).body()).selectFirst(PANEL);
        assertTrue(panel.text(), panel.text().contains("Legal"));
        assertEquals(List.of("REQUESTED"), panel.select("button").eachAttr("value"));
        IssueRow blocker = wired.create("SHOP", "Blocker", new IssueInput().set("summary", "No approvals")
                .set(wired.field("Owner"), "owner").set("duedate", TestTime.today().plusDays(7).toString())
                .set(wired.field("Fallback plan"), "We deliver what was agreed before."));
        assertEquals(null, Jsoup.parse(wired.get("owner", "/browse/" + blocker.key()).body()).selectFirst(PANEL));
    }

    @Test
    public void areFoundByFunctionsOfJql() throws Exception {
        IssueRow issue = ready();
        IssueRow other = ready();
        for (IssueRow one : List.of(issue, other)) {
            assertStatus("ask", 201, take("owner", one, "REQUESTED"));
        }
        String both = " and key in (" + issue.key() + ", " + other.key() + ")";
        assertEquals(List.of(issue.key(), other.key()), found("lead", "issue in approvalPending()" + both));
        assertEquals(List.of(issue.key(), other.key()), found("reader", "issue in approvalPendingForMe()" + both));
        assertEquals("no approver", List.of(), found("stakeholder", "issue in approvalPendingForMe()" + both));
        assertStatus("legal", 201, take("reader", issue, "APPROVED"));
        assertStatus("lead", 201, take("reader", issue, "APPROVED"));
        assertEquals(List.of(other.key()), found("lead", "issue in approvalPending(SHOP)" + both));
        assertEquals(List.of(other.key()), found("reader", "issue in approvalPendingForMe(SHOP)" + both));
        assertEquals(List.of(issue.key()), found("lead", "issue in approvedBy(reader, SHOP)" + both));
        assertEquals(List.of(), found("lead", "issue in approvalStale()" + both));
        assertEquals("whoever may not browse finds none", List.of(), found("outsider", "issue in approvalPending()" + both));
        wired.post("owner", BASE + "/issue/" + issue.key() + "/records/option", "{'text':'Another way'}");
        assertEquals(List.of(issue.key()), found("lead", "issue in approvalStale()" + both));
        assertEquals(List.of(issue.key(), other.key()), found("lead", "issue in approvalPending()" + both));
        assertEquals(List.of(), found("lead", "issue in decisionApproverIsOwner()" + both));
    }

    @Test
    public void refusesWhatWasApprovedByTheDatabaseAlone() throws Exception {
        IssueRow issue = ready();
        take("owner", issue, "REQUESTED");
        take("reader", issue, "ABSTAINED");
        String change = "update \"" + wired.table("APPROVAL_STEP") + "\" set \"STEP_KIND\" = ? where \"STEP_NAME\" = '" + issue.id()
                + ":2'";
        assertEquals(1, wired.box.box().jdbc().sql(change).param("APPROVED").update());
        assertEquals(List.of("CHAIN_BROKEN", "CHAIN_BROKEN"), states(issue));
        Outcome refused = go(issue);
        assertFalse(refused.done());
        assertTrue(WiredJira.messages(refused).toString(), WiredJira.messages(refused).toString().contains("are not what was stored"));
        assertTrue(wired.get("lead", path(issue) + "/panel").body().contains("Entry 2 of these approvals"));
        assertStatus("nothing is added to it", 409, take("reader", issue, "WITHDRAWN"));
        // whether the job has run by itself by now is a matter of time
        forgetVerifications();
        wired.runJob("approvalVerificationJob");
        String health = Jsoup.parse(wired.get("admin", "/plugins/servlet/decision-gates/health").body()).text();
        assertTrue(health, health.contains("The approvals of " + issue.key() + " are not what was stored: entry 2"));

        assertEquals(1, wired.box.box().jdbc().sql(change).param("ABSTAINED").update());
        wired.runJob("approvalVerificationJob");
        assertFalse("restored", wired.get("admin", BASE + "/health").body().contains("approval-chains.broken"));
        assertStatus("counts again", 201, take("reader", issue, "WITHDRAWN"));
        assertEquals(List.of(), wired.box.blockedCalls());
    }

    /** What a reader takes away holds without the app: each digest is that of the bytes at the address beside it. */
    @Test
    public void areExportedWithWhatTheyAreAbout() throws Exception {
        IssueRow issue = ready();
        take("owner", issue, "REQUESTED");
        take("reader", issue, "APPROVED");
        Reply file = wired.get("lead", path(issue) + "/statements");
        assertEquals(200, file.status());
        List<String> lines = file.body().lines().toList();
        assertEquals(2, lines.size());
        JsonNode approved = new ObjectMapper().readTree(lines.get(1));
        assertEquals("reader", approved.at("/predicate/actor").asText());
        assertEquals("what only the owner and approvers are told", -1, file.body().indexOf("\"lead\""));
        String address = approved.at("/subject/0/downloadLocation").asText();
        String content = wired.get("lead", address.substring(address.indexOf(BASE))).body();
        assertEquals(approved.at("/subject/0/digest/sha256").asText(), HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8))));
        String link = Jsoup.parse(wired.get("lead", path(issue) + "/panel").body()).selectFirst(".decision-gates-approvals-export")
                .attr("href");
        assertEquals(file.body(), wired.get("lead", link.substring(link.indexOf(BASE))).body());
        String other = ready().key();
        assertStatus("content of another issue", 404,
                wired.get("lead", BASE + "/issue/" + other + "/approvals" + address.substring(address.indexOf("/content/"))));
        assertEquals("nothing has happened yet", "", wired.get("lead", BASE + "/issue/" + other + "/approvals/statements").body());
    }

    private static void forgetVerifications() {
        wired.box.service(PluginSettingsFactory.class).createGlobalSettings()
                .remove("org.decisiongates.decision-gates:approvals.verified");
    }

    /** One statement for the steps and one for the journal, of up to 200 issues. */
    @Test
    public void areReadWithAsManyStatementsForManyIssuesAsForOne() throws Exception {
        take("owner", ready(), "REQUESTED");
        List<String> one = sentByTheApp();
        for (int i = 0; i < 5; i++) {
            take("owner", ready(), "REQUESTED");
        }
        List<String> many = sentByTheApp();
        assertEquals(String.join("\n", one), String.join("\n", many));
        for (String table : List.of("APPROVAL_STEP", "ISSUE_CHANGE")) {
            assertEquals(many.toString(), 1, many.stream().filter(sql -> sql.contains(table)).count());
        }
    }

    /** Of what the reader may browse, and of nothing else; the links of the page find what is counted. */
    @Test
    public void areCountedInTheWeek() throws Exception {
        JsonNode before = week("reader");
        JsonNode lead = week("lead");
        IssueRow waiting = ready();
        IssueRow stale = ready();
        IssueRow secret = ready();
        assertEquals("nobody asked", before, week("reader"));
        for (IssueRow issue : List.of(waiting, stale, secret)) {
            assertStatus("ask", 201, take("owner", issue, "REQUESTED"));
        }
        hide(secret);
        assertStatus("legal", 201, take("reader", stale, "APPROVED"));
        wired.post("owner", BASE + "/issue/" + stale.key() + "/records/option", "{'text':'Another way'}");

        JsonNode week = week("reader");
        assertEquals("2 4 1", more("issues", before, week) + " " + more("pending", before, week) + " " + more("stale", before, week));
        assertEquals("3 6 1", more("issues", lead, week("lead")) + " " + more("pending", lead, week("lead")) + " "
                + more("stale", lead, week("lead")));
        String jql = "/summary?jql=" + URLEncoder.encode("key in (" + waiting.key() + ", " + stale.key() + ")", StandardCharsets.UTF_8);
        assertEquals("{\"issues\":2,\"pending\":4,\"stale\":1}", wired.get("reader", BASE + jql).json().get("approvals").toString());

        Element section = Jsoup.parse(wired.get("reader", WEEK).body())
                .selectFirst(".decision-gates-week-approvals");
        assertTrue(section.text(), section.text().contains("Stale approvals: " + week.get("stale").asLong()));
        List<String> queries = section.select("a").eachAttr("href").stream()
                .map(href -> URLDecoder.decode(href.substring(href.indexOf("jql=") + 4), StandardCharsets.UTF_8)).toList();
        assertEquals(week.get("issues").asLong(), found("reader", queries.get(0)).size());
        assertTrue(queries.toString(), found("reader", queries.get(1)).contains(stale.key()));
    }

    /** One statement more says that somebody asked, three read what happened, and then it is as many for every issue. */
    @Test
    public void areCountedWithAsManyStatementsForManyIssuesAsForOne() throws Exception {
        IssueRow one = ready();
        take("owner", one, "REQUESTED");
        take("reader", one, "APPROVED");
        List<String> few = sentForTheWeek();
        for (int i = 0; i < 5; i++) {
            IssueRow another = ready();
            take("owner", another, "REQUESTED");
            take("reader", another, "APPROVED");
        }
        List<String> many = sentForTheWeek();
        assertEquals(String.join("\n", few), String.join("\n", many));
        assertEquals(many.toString(), 2, many.stream().filter(sql -> sql.contains("APPROVAL_")).count());
    }

    /** For pages elsewhere: what the reader may see, with names; what they may not see is told like what is not there. */
    @Test
    public void areReadForSeveralIssuesAtOnce() throws Exception {
        IssueRow current = ready();
        IssueRow stale = ready();
        IssueRow secret = ready();
        for (IssueRow issue : List.of(current, stale, secret)) {
            take("owner", issue, "REQUESTED");
            assertStatus("legal", 201, take("reader", issue, "APPROVED"));
        }
        hide(secret);
        wired.post("owner", BASE + "/issue/" + stale.key() + "/records/option", "{'text':'Another way'}");
        IssueRow task = wired.create("SHOP", "Task", new IssueInput().set("summary", "No Decision"));
        String asked = asking(stale.key(), "GONE-1", current.key(), secret.key(), task.key(), "?");

        JsonNode overview = wired.get("reader", asked).json();
        assertEquals("[\"GONE-1\",\"" + secret.key() + "\",\"?\"]", overview.get("unseen").toString());
        assertEquals(List.of(stale.key(), current.key(), task.key()), overview.findValuesAsText("asked"));
        assertFalse(overview.at("/issues/2/takesApprovals").asBoolean());
        JsonNode verdict = overview.at("/issues/0/requirements/0/verdicts/0");
        assertEquals("stale [\"options\"] true",
                verdict.get("standing").asText() + " " + verdict.get("changed") + " " + verdict.at("/person/active").asBoolean());
        assertEquals("what the panel says",
                names("reader", current).get(wired.get("reader", path(current)).json().at("/steps/1/actor").asText()),
                overview.at("/issues/1/requirements/0/verdicts/0/person/name"));
        assertEquals("current", overview.at("/issues/1/requirements/0/verdicts/0/standing").asText());
        assertFalse(overview.get("zone").asText().isEmpty());
        assertEquals("the lead sees it", List.of("GONE-1", "?"), texts(wired.get("lead", asked).json().get("unseen")));
        JsonNode others = wired.get("auditor", asking(stale.key())).json().at("/issues/0/requirements/0");
        assertEquals("who could approve is for those who are concerned", 0, others.get("missing").size());
        assertTrue(others.toString(), others.get("missingCount").asInt() > 0);

        assertStatus("none", 400, wired.get("reader", BASE + "/approvals"));
        assertStatus("too many", 400,
                wired.get("reader", asking(IntStream.range(0, 41).mapToObj(i -> "SHOP-" + i).toArray(String[]::new))));
    }

    @Test
    public void areReadTogetherWithAsManyStatementsForManyIssuesAsForOne() throws Exception {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            IssueRow issue = ready();
            if (i < 4) {
                take("owner", issue, "REQUESTED");
                take("reader", issue, "APPROVED");
            }
            keys.add(issue.key());
        }
        List<String> one = sentFor(asking(keys.get(0)));
        assertEquals(String.join("\n", one), String.join("\n", sentFor(asking(keys.toArray(String[]::new)))));
        assertTrue(one.toString(), one.size() <= 6);
    }

    private static List<String> sentFor(String path) throws Exception {
        assertStatus(path, 200, wired.get("reader", path));
        StatementLog log = wired.box.logStatements();
        wired.get("reader", path);
        return log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME).with("AO_").sql().stream()
                .map(sql -> sql.toUpperCase(Locale.ROOT).replaceAll("\\?(, \\?)+", "?")).toList();
    }

    private static String asking(String... keys) {
        return BASE + "/approvals?issue=" + String.join("&issue=", keys);
    }

    private static JsonNode names(String user, IssueRow issue) throws Exception {
        return wired.get(user, path(issue)).json().get("names");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static List<String> sentForTheWeek() throws Exception {
        week("reader");
        StatementLog log = wired.box.logStatements();
        week("reader");
        return log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME).with("AO_").sql().stream()
                .map(sql -> sql.toUpperCase(Locale.ROOT).replaceAll("\\?(, \\?)+", "?")).toList();
    }

    private static JsonNode week(String login) throws Exception {
        return wired.get(login, BASE + "/summary?project=SHOP").json().get("approvals");
    }

    private static long more(String member, JsonNode before, JsonNode now) {
        return now.get(member).asLong() - before.get(member).asLong();
    }

    /** From now on leads alone may see the issue. */
    private static void hide(IssueRow issue) throws Exception {
        long scheme = wired.jira.levels().createScheme("Levels");
        long level = wired.jira.levels().create(scheme, "Few", List.of("storefront-leads")).id();
        wired.jira.levels().useScheme(wired.id("SHOP"), scheme);
        Outcome hidden = wired.jira.issues().update("lead", issue.id(), new IssueInput().set(Levels.FIELD, String.valueOf(level))
                .offScreen(IssueInput.OffScreen.ACCEPTED));
        assertTrue(hidden.toString(), hidden.done());
        assertStatus("hidden", 404, wired.get("reader", path(issue)));
    }

    private static List<String> sentByTheApp() throws Exception {
        String jql = "issue in gateReady(\"In review\", SHOP)";
        wired.awaitFirstLook();
        wired.jira.search().find("lead", jql, 0, 50);
        StatementLog log = wired.box.logStatements();
        wired.jira.search().find("lead", jql, 0, 50);
        return log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME).with("AO_").sql().stream()
                .map(sql -> sql.toUpperCase(Locale.ROOT).replaceAll("\\?(, \\?)+", "?")).toList();
    }

    private static List<String> found(String user, String jql) throws Exception {
        return wired.jira.search().find(user, jql + " order by key", 0, 50).issues().stream().map(IssueRow::key).toList();
    }

    private static List<String> states(IssueRow issue) throws Exception {
        List<String> states = new ArrayList<>();
        wired.get("reader", path(issue)).json().get("requirements").forEach(one -> states.add(one.get("state").asText()));
        return states;
    }

    private static Reply take(String user, IssueRow issue, String kind) throws Exception {
        return wired.post(user, path(issue), "{'kind':'" + kind + "','shown':'" + shown(user, issue) + "'}");
    }

    private static String shown(String user, IssueRow issue) throws Exception {
        return wired.get(user, path(issue)).json().get("shown").asText();
    }

    private static String path(IssueRow issue) {
        return BASE + "/issue/" + issue.key() + "/approvals";
    }

    private static IssueRow ready() {
        return wired.create("SHOP", "Decision", new IssueInput().set("summary", "Is approved").set("duedate",
                TestTime.today().plusDays(7).toString()).set(wired.field("Owner"), "owner"));
    }

    private static Outcome go(IssueRow issue) {
        return wired.jira.issues().transition("lead", issue.id(), REVIEW,
                new IssueInput().set("duedate", TestTime.today().plusDays(7).toString()).set(wired.field("Owner"), "owner")
                        .set(wired.field("Acceptance criteria"), "Refunds reach the customer within 3 days"));
    }
}
