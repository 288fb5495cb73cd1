package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jsoup.nodes.Element;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.FieldRow;
import org.decisiongates.sandbox.jira.model.FieldType;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.LinkRow;
import org.decisiongates.sandbox.jira.web.Browser;

/** A Blocker that is raised from the More menu of an issue: created through its gate, linked, its plan kept, the issue flagged. */
public class RaiseBlockerWiredTest {

    private static final String PAGE = "/plugins/servlet/decision-gates/raise-blocker?issue=";
    private static final String FORM = "#decision-gates-creation form";
    private static final String WHOLE = "{'summary':'<img src=x> hostile','cause':'Nobody available','owner':'owner','due':'"
            + TestTime.today().plusDays(5) + "','fallback':'Sell on invoice until the cards arrive','trigger':'three days are left'}";
    private static final String DUE = TestTime.today().plusDays(5).toString();

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static WiredJira wired;
    private static FieldRow flag;
    private static long impediment;

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
        flag = wired.jira.fields().create("Flagged", "", FieldType.MULTICHECKBOXES, null);
        impediment = wired.jira.fields().addOption(flag.id(), "Impediment").id();
    }

    @Test
    public void createsLinksAndFlagsInOneStepAndKeepsTheStatus() throws Exception {
        IssueRow story = story("Pay by card");
        Browser lead = Browser.as(wired.box.baseUrl(), "lead");
        lead.open("/browse/" + story.key());
        lead.open(lead.page.selectFirst("#decision-gates-raise-blocker").attr("href").replaceFirst("^.*(?=/plugins)", ""));
        assertEquals("Blocked: Pay by card", lead.page.selectFirst("[name=summary]").val());
        assertEquals("owner", lead.page.selectFirst("[name=owner]").val());
        lead.submit(FORM, "summary", "No test cards", "due", DUE, "fallback", "Sell on invoice until the cards arrive", "trigger",
                "the launch is three days away", "cause", cause("Supplier or partner"), "customer-facing", "yes", "audience", "Merchants",
                "channel", "Status page", "writer",
                "owner", "next-update", DUE);
        IssueRow blocker = onlyBlocker(story);
        assertEquals(blocker.key() + " was created.", lead.text(".aui-message-success .decision-gates-creation-created"));
        assertEquals(0, lead.page.select(FORM).size());
        assertTrue(lead.page.selectFirst(".decision-gates-creation-issue").attr("href").endsWith("/browse/" + story.key()));
        Browser another = Browser.as(wired.box.baseUrl(), "admin");
        another.open(PAGE + story.key() + "&created=" + blocker.key());
        assertEquals("nobody is told that he created what he did not", 0, another.page.select(".decision-gates-creation-created").size());
        lead.open("/browse/" + story.key());

        assertEquals("No test cards", blocker.summary());
        String panel = lead.text("#panel-blocked-by-panel .panel-body");
        assertTrue(panel, panel.startsWith(blocker.key() + " No test cards due ") && !panel.contains("no owner"));
        assertFalse("who may read both sees it, too", Browser.as(wired.box.baseUrl(), "reader").open("/browse/" + story.key())
                .select("#panel-blocked-by-panel").isEmpty());
        assertEquals(DUE, blocker.dueDate());
        assertEquals("lead", blocker.reporterKey());
        assertEquals(List.of(cause("Supplier or partner")), blocker.values(wired.field("Cause")));
        assertTrue(blocker.custom().toString(), blocker.custom().values().contains(
                List.of("Sell on invoice until the cards arrive\nInvoke when: the launch is three days away")));
        IssueRow after = wired.jira.issues().byId(story.id()).orElseThrow();
        assertEquals(List.of(String.valueOf(impediment)), after.values(flag.id()));
        assertEquals(story.statusId(), after.statusId());
        String plan = wired.get("lead", "/rest/decision-gates/1.0/issue/" + blocker.key() + "/records").body();
        assertTrue(plan, plan.contains("\"audience\":\"Merchants\"") && plan.contains("\"nextUpdate\":\"" + DUE + "\""));
        assertEquals(List.of(), wired.box.blockedCalls());
    }

    @Test
    public void tellsEveryReasonOfTheGateUnderItsInputAndCreatesNothing() throws Exception {
        IssueRow story = story("Refused");
        Browser lead = Browser.as(wired.box.baseUrl(), "lead");
        lead.open(PAGE + story.key());
        lead.submit(FORM, "summary", "Says <b>nothing</b>", "owner", "");
        assertEquals(400, lead.status);
        assertEquals(List.of("owner", "due", "fallback"), faulty(lead));
        assertEquals("Says <b>nothing</b>", lead.page.selectFirst("[name=summary]").val());

        lead.submit(FORM, "summary", "Says when only", "owner", "owner", "due", DUE, "fallback", "", "trigger",
                "the launch is three days away");
        assertEquals("when the fallback is invoked is no fallback", List.of("fallback"), faulty(lead));

        lead.submit(FORM, "summary", "", "owner", "nobody", "due", "soon", "customer-facing", "yes", "next-update", "later");
        assertEquals(400, lead.status);
        assertEquals("what the form, Jira and the gate find",
                List.of("summary", "owner", "due", "fallback", "audience", "channel", "writer",
                        "next-update"),
                faulty(lead));
        assertTrue(blockers(story).isEmpty());
        assertEquals(403, lead.post(PAGE + story.key(), "summary=Forged"));
        assertTrue(blockers(story).isEmpty());
    }

    @Test
    public void takesANameForTheOnlyPersonWhomItFits() throws Exception {
        wired.jira.users().create("quentin", "Quentin Quist", "quentin@example.com", "quentin");
        wired.jira.users().create("quentina", "Quentina Holm", "quentina@example.com", "quentina");
        IssueRow story = story("Owned by a name");
        Browser lead = Browser.as(wired.box.baseUrl(), "lead");
        lead.open(PAGE + story.key());
        lead.submit(FORM, "summary", "Typed without help", "owner", "Quent", "due", DUE, "fallback",
                "Sell on invoice until the cards arrive");
        assertEquals(List.of("owner"), faulty(lead));
        assertTrue(lead.page.text(), lead.page.text().contains("Quentin Quist (quentin), Quentina Holm (quentina)"));
        lead.submit(FORM, "summary", "Typed without help", "owner", "Quist", "due", DUE, "fallback",
                "Sell on invoice until the cards arrive");
        assertFalse("it is somebody whom a gate may refuse, and no longer an unknown name", lead.page.text().contains("does not exist"));
    }

    @Test
    public void raisesOneHoweverOftenItIsPressedAndFinishesWhatEndedHalfWay() throws Exception {
        IssueRow story = story("Pressed twice");
        Browser lead = Browser.as(wired.box.baseUrl(), "lead");
        for (int i = 0; i < 2; i++) {
            lead.open(PAGE + story.key());
            lead.submit(FORM, "summary", "Once", "due", DUE, "fallback", "Sell on invoice until the cards arrive");
        }
        IssueRow blocker = onlyBlocker(story);
        assertEquals(blocker.key() + " already exists.", lead.text(".decision-gates-creation-found"));
        wired.jira.links().delete(links(story).get(0).id(), "lead");

        lead.open(PAGE + story.key());
        lead.submit(FORM, "summary", "Once", "due", DUE, "fallback", "Sell on invoice until the cards arrive");

        assertEquals(blocker.key(), onlyBlocker(story).key());
    }

    @Test
    public void writesNoPlanOntoABlockerThatWasFinishedWithoutOne() throws Exception {
        IssueRow story = story("Nobody outside notices");
        WiredJira.assertStatus("finished", 201, wired.post("lead", rest(story), WHOLE));
        String plan = WHOLE.replace("{'summary'", "{'customerFacing':'yes','audience':'Merchants','channel':'Status page','writer':'owner',"
                + "'nextUpdate':'" + DUE + "','summary'");

        Reply found = wired.post("lead", rest(story), plan);

        WiredJira.assertStatus("found", 200, found);
        assertEquals(0, found.json().path("undone").size());
        String rows = wired.get("lead", "/rest/decision-gates/1.0/issue/" + onlyBlocker(story).key() + "/records").body();
        assertFalse(rows, rows.contains("Merchants"));
    }

    @Test
    public void createsAnotherOneOnceForWhoSaysThatTheFirstIsNotMeant() throws Exception {
        IssueRow story = story("Blocked twice by the like");
        Browser lead = Browser.as(wired.box.baseUrl(), "lead");
        for (int i = 0; i < 2; i++) {
            lead.open(PAGE + story.key());
            lead.submit(FORM, "summary", "Cards are missing", "due", DUE, "fallback", "Sell on invoice until the cards arrive");
        }
        String first = onlyBlocker(story).key();
        assertEquals(first, lead.page.selectFirst(FORM + " [name=another]").val());

        for (int created : new int[] {201, 200}) {
            Reply another = wired.post("lead", rest(story), WHOLE.replace("<img src=x> hostile", "Cards are missing")
                    .replace("{'summary'", "{'another':'" + first + "','summary'"));
            assertEquals(created, another.status());
        }
        assertEquals(2, blockers(story).size());
        lead.submit(FORM, "another", first);
        assertFalse(first, lead.text(".decision-gates-creation-found").startsWith(first));
        assertEquals(2, blockers(story).size());
        assertTrue(wired.post("lead", rest(story), WHOLE.replace("{'summary'", "{'another':'SHOP-99999','summary'")).json()
                .path("errors").has("another"));
    }

    @Test
    public void takesDaysAsJiraWritesThem() throws Exception {
        IssueRow story = story("Due as Jira has it");
        String day = TestTime.today().plusDays(5).format(DateTimeFormatter.ofPattern("d/MMM/yy", Locale.ENGLISH));
        Reply raised = wired.post("lead", rest(story), WHOLE.replace(DUE, day).replace("{'summary'",
                "{'customerFacing':'yes','audience':'Merchants','channel':'Status page','writer':'owner','nextUpdate':'" + day
                        + "','summary'"));
        assertEquals(raised.body(), 201, raised.status());
        assertEquals(DUE, onlyBlocker(story).dueDate());
        String plan = wired.get("lead", "/rest/decision-gates/1.0/issue/" + onlyBlocker(story).key() + "/records").body();
        assertTrue(plan, plan.contains("\"nextUpdate\":\"" + DUE + "\""));
        Browser lead = Browser.as(wired.box.baseUrl(), "lead");
        lead.open(PAGE + story.key());
        lead.submit(FORM, "due", day, "next-update", "soon", "customer-facing", "yes");
        assertEquals(DUE, lead.page.selectFirst("[name=due][type=date]").val());
        assertEquals("soon", lead.page.selectFirst("[name=next-update][type=text]").val());
        lead.submit(FORM, "due", "soon", "next-update", "soon", "customer-facing", "yes");
        assertEquals("in the same words", lead.text("#decision-gates-creation-due-about .error"),
                lead.text("#decision-gates-creation-next-update-about .error"));
    }

    @Test
    public void raisesOneForTwoWhoPressAtTheSameMoment() throws Exception {
        IssueRow story = story("Pressed by two hands");
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService hands = Executors.newFixedThreadPool(2);
        try {
            Callable<Reply> press = () -> {
                together.await();
                return wired.post("lead", rest(story), WHOLE);
            };
            Set<Integer> statuses = new TreeSet<>();
            Set<String> keys = new TreeSet<>();
            for (Future<Reply> pressed : hands.invokeAll(List.of(press, press))) {
                statuses.add(pressed.get().status());
                keys.add(pressed.get().json().path("key").asText());
            }
            assertEquals(Set.of(200, 201), statuses);
            assertEquals(Set.of(onlyBlocker(story).key()), keys);
        } finally {
            hands.shutdown();
        }
    }

    @Test
    public void doesForProgramsWhatItDoesForPeople() throws Exception {
        IssueRow story = story("Called by a program");
        Reply refused = wired.post("lead", rest(story), "{'summary':'<b>None</b>','cause':'The moon','customerFacing':'yes','due':'soon'}");
        assertEquals(400, refused.status());
        Set<String> members = new TreeSet<>();
        refused.json().path("errors").fieldNames().forEachRemaining(members::add);
        assertEquals(Set.of("audience", "cause", "channel", "due", "fallback", "nextUpdate", "owner", "writer"), members);
        Reply unknown = wired.post("lead", rest(story), "{'colour':'red'}");
        assertTrue(unknown.body(), unknown.status() == 400 && !unknown.body().contains("version"));
        assertTrue(wired.post("lead", rest(story), "{'customerFacing':'perhaps'}").json().path("errors").has("customerFacing"));
        assertEquals(403, wired.post("reader", rest(story), WHOLE).status());
        assertEquals(404, wired.post("outsider", rest(story), WHOLE).status());
        assertTrue(blockers(story).isEmpty());

        Reply raised = wired.post("lead", rest(story), WHOLE);
        assertEquals(201, raised.status());
        assertEquals("[]", raised.json().path("undone").toString());
        IssueRow blocker = onlyBlocker(story);
        assertEquals(List.of(cause("Nobody available")), blocker.values(wired.field("Cause")));
        assertEquals(story.statusId(), wired.jira.issues().byId(story.id()).orElseThrow().statusId());
        Browser lead = Browser.as(wired.box.baseUrl(), "lead");
        lead.open("/browse/" + story.key());
        assertTrue(lead.text("#panel-blocked-by-panel"), lead.text("#panel-blocked-by-panel").contains("<img src=x> hostile"));
        assertTrue(lead.page.select("#panel-blocked-by-panel img").isEmpty());
    }

    @Test
    public void asksInWhichProjectWhereTheIssueHasNoBlockers() throws Exception {
        IssueRow story = wired.create("OPS", "Task", new IssueInput().set("summary", "Elsewhere"));
        Browser lead = Browser.as(wired.box.baseUrl(), "lead");
        lead.open(PAGE + story.key());
        assertTrue(lead.page.select("[name=project] option").eachAttr("value").contains("SHOP"));
        assertFalse(lead.page.select("[name=project] option").eachAttr("value").contains("OPS"));
        lead.submit(FORM, "project", "OPS", "summary", "Wrong project", "owner", "owner", "due", DUE, "fallback",
                "Sell on invoice until then");
        assertEquals(List.of("project"), faulty(lead));
        lead.submit(FORM, "project", "SHOP", "summary", "Right project", "owner", "owner", "due", DUE, "fallback",
                "Sell on invoice until then");
        assertTrue(onlyBlocker(story).key().startsWith("SHOP-"));
    }

    @Test
    public void offersOnlyProjectsInWhichTheCallerMayCreateAndHidesIssues() throws Exception {
        IssueRow story = story("Seen by some");
        String hidden = refusalOf(404, "outsider", story.key());
        assertEquals("There is no issue \u201C" + story.key() + "\u201D, or you may not see it. Check the key. "
                + "If it is right, ask somebody who can see the issue.", hidden);
        assertEquals("nothing tells whether it exists", hidden, refusalOf(404, "lead", "SHOP-99999").replace("SHOP-99999", story.key()));
        assertTrue(refusalOf(404, "lead", "<b>NOPE").contains("\u201C<b>NOPE\u201D"));
        assertTrue(refusalOf(404, "lead", "").startsWith("This address names no issue."));
        Browser reader = Browser.as(wired.box.baseUrl(), "reader");
        reader.open("/browse/" + story.key());
        assertFalse(reader.page.select("#decision-gates-raise-blocker").hasAttr("href"));
        assertEquals("You may not link " + story.key() + ", so you cannot create an issue for it. Ask an administrator of the project.",
                refusalOf(403, "reader", story.key()));
    }

    private static String rest(IssueRow issue) {
        return "/rest/decision-gates/1.0/issue/" + issue.key() + "/blockers";
    }

    private static String cause(String name) {
        return wired.jira.fields().options(wired.field("Cause")).stream().filter(option -> option.value().equals(name)).findFirst()
                .map(option -> String.valueOf(option.id())).orElseThrow();
    }

    /** What the page says in place of the form. */
    private static String refusalOf(int status, String login, String key) throws Exception {
        Browser browser = Browser.as(wired.box.baseUrl(), login);
        browser.open(PAGE + URLEncoder.encode(key, StandardCharsets.UTF_8));
        assertEquals(status, browser.status);
        return browser.text(".decision-gates-refusal p");
    }

    private static List<String> faulty(Browser browser) {
        List<String> names = new ArrayList<>();
        for (Element input : browser.page.select(FORM + " [aria-invalid]")) {
            names.add(input.attr("name"));
            assertFalse(browser.page.selectFirst("#" + input.attr("aria-describedby") + " .error").text().isBlank());
        }
        return names;
    }

    private static IssueRow story(String summary) {
        return wired.create("SHOP", "Task", new IssueInput().set("summary", summary).set("assignee", "owner"));
    }

    private static IssueRow onlyBlocker(IssueRow story) {
        List<IssueRow> found = blockers(story);
        assertEquals(1, found.size());
        return found.get(0);
    }

    private static List<IssueRow> blockers(IssueRow story) {
        return links(story).stream().map(link -> wired.jira.issues().byId(link.sourceId()).orElseThrow()).toList();
    }

    /** Links that say of the story that it is blocked. */
    private static List<LinkRow> links(IssueRow story) {
        return wired.jira.links().inward(story.id()).stream().filter(link -> link.type().inward().equals("is blocked by")).toList();
    }
}
