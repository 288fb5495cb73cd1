package org.decisiongates.sandbox.jira;

import static org.decisiongates.sandbox.jira.WiredJira.assertStatus;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

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
import org.decisiongates.sandbox.jira.model.Levels;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.web.Browser;

/** Changes of an approved scope in the shipped jar: an edit is drift until a scope change is decided. */
@RunWith(Parameterized.class)
public class ScopeChangeWiredTest {

    private static final String BASE = "/rest/decision-gates/1.0";
    private static final int REVIEW = 11;
    private static final int DECIDE = 21;
    private static final int START = 31;

    private static WiredJira wired;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    public ScopeChangeWiredTest(Options.Database database) {
        BOXES.on(database, () -> {
            wired = WiredJira.start(BOXES, database);
            AppPolicies.of(wired.box).append(1, "{\"format\":1,\"key\":\"scoped\",\"name\":\"Scoped\",\"issueType\":\"decision\","
                    + "\"approvals\":{\"requirements\":[{\"key\":\"legal\",\"name\":\"Legal\",\"people\":[\"reader\"],"
                    + "\"sections\":[\"due-date\",\"criteria\"]}]},"
                    + "\"gates\":[{\"key\":\"start\",\"name\":\"Start\",\"phase\":\"IN_DELIVERY\",\"enforcement\":\"enforce\","
                    + "\"rules\":[{\"rule\":\"scope-change\"}]}]}");
        });
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @Test
    public void holdsAChangedDecisionUpUntilAScopeChangeIsDecided() throws Exception {
        IssueRow issue = decided("Refunds by card", true);
        due(issue, 9);
        String refused = WiredJira.messages(start(issue)).toString();
        assertTrue(refused, refused.contains("Changed since it was approved, without a scope change: due date."));
        assertTrue(refused, refused.contains("Raise a scope change"));
        take("owner", issue, "REQUESTED", 201);
        take("owner", issue, "REQUESTED", 409);
        assertStatus("approved again", 201, take("reader", issue, "APPROVED", 201));
        assertTrue("an approval is no scope change", isHeldUp("lead", issue));

        Element panel = panel("owner", issue);
        assertEquals("Changed since it was decided: due date. not covered", panel.selectFirst("p").text());
        Browser owner = Browser.as(wired.box.baseUrl(), "owner");
        owner.open("/browse/" + issue.key());
        assertEquals(1, owner.page.select("#decision-gates-raise-scope-change").size());
        owner.open(panel.selectFirst("#decision-gates-approvals-scope-change").attr("href").replaceFirst("^.*(?=/plugins)", ""));
        String question = owner.page.selectFirst("[name=question]").wholeText().strip();
        assertEquals("Is the scope of " + issue.key() + " to change?\ndue date. Approved: " + shown(7) + ". Now: " + shown(9) + ".",
                question);
        owner.submit("#decision-gates-creation form", "question", question, "owner", "owner", "scope-change", "yes");
        assertTrue(owner.page.location(), owner.page.location().contains("created="));
        IssueRow change = onlyChange(issue);

        refused = WiredJira.messages(start(issue)).toString();
        assertTrue(refused, refused.contains("without an impact line: " + change.key()));
        impact(change);
        refused = WiredJira.messages(start(issue)).toString();
        assertTrue(refused, refused.contains("are not decided: " + change.key()));
        decide(change);
        refused = WiredJira.messages(start(issue)).toString();
        assertTrue(refused, refused.contains("whose approvals are not current: " + change.key()));
        approve(change);
        assertEquals("covered", panel("owner", issue).selectFirst(".aui-lozenge").text());
        WiredJira.awaitJournal();
        String trail = Jsoup.parse(wired.get("reader", BASE + "/issue/" + issue.key() + "/trail").body()).text();
        assertTrue(trail, trail.contains("raised " + change.key()) && trail.contains("decided " + change.key()));

        due(issue, 11);
        refused = WiredJira.messages(start(issue)).toString();
        assertTrue(refused, refused.contains("Decided before the last change: " + change.key()));
        IssueRow next = raise(issue, "{'scopeChange':'yes','owner':'owner','question':'Again?'}");
        impact(next);
        approve(next);
        decide(next);
        hide(next);
        assertFalse("a hidden one counts", isHeldUp("owner", issue));
        assertEquals(List.of(), wired.box.blockedCalls());
    }

    @Test
    public void namesNoScopeChangeToWhomMayNotSeeIt() throws Exception {
        IssueRow issue = decided("Refunds by coin", true);
        due(issue, 9);
        IssueRow change = raise(issue, "{'scopeChange':'yes','owner':'owner'}");
        assertTrue(change.summary(), change.summary().startsWith("Is the scope of " + issue.key() + " to change? due date. Approved: "));
        hide(change);
        String refused = WiredJira.messages(start("owner", issue)).toString();
        assertTrue(refused, refused.contains("that you may not see and that do not cover it: 1"));
        assertFalse(refused, refused.contains(change.key()));
        String panel = panel("owner", issue).text();
        assertTrue(panel, panel.contains("A scope change that you may not see"));
        WiredJira.awaitJournal();
        String trail = wired.get("owner", BASE + "/issue/" + issue.key() + "/trail").body();
        assertFalse(trail, trail.contains("scope change") || trail.contains("changes the scope"));
        assertFalse(trail + panel, (trail + panel).contains(change.key()));
    }

    @Test
    public void passesWhatSaysWhatWasApprovedAndWhatNobodyApproved() throws Exception {
        assertFalse(isHeldUp("lead", decided("Refunds by stamp", true)));
        IssueRow silent = decided("Refunds by pigeon", false);
        due(silent, 9);
        assertFalse(isHeldUp("lead", silent));
        IssueRow restored = decided("Refunds by mail", true);
        due(restored, 9);
        assertTrue(isHeldUp("lead", restored));
        due(restored, 7);
        assertFalse("the very content", isHeldUp("lead", restored));
    }

    @Test
    public void isRaisedForDecisionsOnly() throws Exception {
        IssueRow task = wired.create("SHOP", "Task", new IssueInput().set("summary", "No Decision"));
        Reply refused = wired.post("lead", BASE + "/issue/" + task.key() + "/decisions", "{'scopeChange':'yes','question':'Why?'}");
        assertEquals(400, refused.status());
        assertEquals(task.key() + " is not a Decision, so no Decision changes its scope.",
                refused.json().at("/errors/scopeChange").asText());
        assertEquals(0, Jsoup.parse(wired.get("lead", "/browse/" + task.key()).body()).select("#decision-gates-raise-scope-change").size());
    }

    /** However many scope changes there are. */
    @Test
    public void readsScopeChangesTogether() throws Exception {
        IssueRow issue = decided("Refunds by rail", true);
        due(issue, 9);
        raise(issue, "{'scopeChange':'yes','owner':'owner','question':'Once?'}");
        List<String> one = sent(issue);
        for (int i = 0; i < 4; i++) {
            raise(issue, "{'scopeChange':'yes','owner':'owner','question':'And " + i + "?'}");
        }
        List<String> many = sent(issue);
        assertEquals(String.join("\n", one), String.join("\n", many));
    }

    private static List<String> sent(IssueRow issue) throws Exception {
        WiredJira.awaitJournal();
        start(issue);
        StatementLog log = wired.box.logStatements();
        start(issue);
        return log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME).with("AO_").sql().stream().filter(sql -> sql.stripLeading()
                .toLowerCase(Locale.ROOT).startsWith("select")).map(sql -> sql.replaceAll("\\?(, \\?)+", "?")).toList();
    }

    /** A Decision that was decided, and approved before that. */
    private static IssueRow decided(String summary, boolean isApproved) throws Exception {
        IssueRow issue = wired.create("SHOP", "Decision", new IssueInput().set("summary", summary).set("duedate",
                TestTime.today().plusDays(7).toString()).set(wired.field("Owner"), "owner"));
        if (isApproved) {
            approve(issue);
        }
        decide(issue);
        return issue;
    }

    private static void approve(IssueRow issue) throws Exception {
        take("owner", issue, "REQUESTED", 201);
        take("reader", issue, "APPROVED", 201);
    }

    private static void decide(IssueRow issue) {
        assertTrue(wired.jira.issues().transitionUnexamined("lead", issue.id(), REVIEW).done());
        assertTrue(wired.jira.issues().transitionUnexamined("lead", issue.id(), DECIDE).done());
    }

    private static void due(IssueRow issue, int days) throws Exception {
        assertTrue(wired.jira.issues().update("lead", issue.id(),
                new IssueInput().set("duedate", TestTime.today().plusDays(days).toString())).done());
        Thread.sleep(Duration.ofMillis(5).toMillis());
    }

    private static void impact(IssueRow issue) throws Exception {
        assertStatus("impact", 201, wired.post("lead", BASE + "/issue/" + issue.key() + "/impact-lines",
                "{'metric':'m','unit':'u','direction':'UP','baseline':1,'expected':3,'confidence':0.5,'check':'"
                        + TestTime.today().plusDays(30) + "'}"));
    }

    private static IssueRow raise(IssueRow issue, String body) throws Exception {
        Reply raised = wired.post("lead", BASE + "/issue/" + issue.key() + "/decisions", body);
        assertStatus(raised.body(), 201, raised);
        JsonNode reply = raised.json();
        assertEquals("[]", reply.get("undone").toString());
        return wired.jira.issues().byKey(reply.get("key").asText()).orElseThrow();
    }

    private static IssueRow onlyChange(IssueRow issue) throws Exception {
        return wired.jira.issues().byKey(panel("lead", issue).selectFirst("li a").text()).orElseThrow();
    }

    /** The gate that the app ships asks for more than this. */
    private static boolean isHeldUp(String user, IssueRow issue) {
        return WiredJira.messages(start(user, issue)).toString().contains("Changed since it was approved");
    }

    private static String shown(int days) {
        return DateTimeFormatter.ofPattern("d/MMM/yy", Locale.ENGLISH).format(TestTime.today().plusDays(days));
    }

    private static Outcome start(IssueRow issue) {
        return start("lead", issue);
    }

    private static Outcome start(String user, IssueRow issue) {
        return wired.jira.issues().transition(user, issue.id(), START, new IssueInput());
    }

    private static Element panel(String user, IssueRow issue) throws Exception {
        return Jsoup.parse(wired.get(user, BASE + "/issue/" + issue.key() + "/approvals/panel").body())
                .selectFirst(".decision-gates-approvals-scope");
    }

    private static Reply take(String user, IssueRow issue, String kind, int status) throws Exception {
        String approvals = BASE + "/issue/" + issue.key() + "/approvals";
        Reply reply = wired.post(user, approvals,
                "{'kind':'" + kind + "','shown':'" + wired.get(user, approvals).json().get("shown").asText() + "'}");
        assertStatus(kind, status, reply);
        return reply;
    }

    /** From now on leads alone may see the issue. */
    private static void hide(IssueRow issue) {
        long scheme = wired.jira.levels().createScheme("Levels of " + issue.key());
        long level = wired.jira.levels().create(scheme, "Few", List.of("storefront-leads")).id();
        wired.jira.levels().useScheme(wired.id("SHOP"), scheme);
        Outcome hidden = wired.jira.issues().update("lead", issue.id(), new IssueInput().set(Levels.FIELD, String.valueOf(level))
                .offScreen(IssueInput.OffScreen.ACCEPTED));
        assertTrue(hidden.toString(), hidden.done());
    }
}
