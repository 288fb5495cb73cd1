package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.decisiongates.sandbox.jira.WiredJira.assertReadable;
import static org.decisiongates.sandbox.jira.WiredJira.assertStatus;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

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
import org.decisiongates.sandbox.jira.model.CommentRow;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Levels;
import org.decisiongates.sandbox.jira.model.Outbox;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.web.Browser;

/**
 * Feedback threads of the shipped jar over HTTP and on the page of an issue: who may, what a thread holds up and until when, what two do at
 * once, what it costs.
 */
@RunWith(Parameterized.class)
public class FeedbackWiredTest {

    private static final String BASE = "/rest/decision-gates/1.0";
    private static final String WHOLE = "{'section':'whole','objective':'Agree on the scope','text':'What about refunds?'}";
    private static final String HOSTILE = "<img src=x onerror=alert(1)>\\\" ;\\\\=$view #set($x=1) \\u202Eab";
    private static final String CHOICE = "#decision-gates-notifications-choice";
    private static final String PANEL = "#panel-feedback-panel";
    private static final int REVIEW = 11;
    private static final int START = 4;

    private static WiredJira wired;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private final Options.Database database;

    public FeedbackWiredTest(Options.Database database) {
        this.database = database;
        BOXES.on(database, () -> {
            wired = WiredJira.start(BOXES, database);
            AppPolicies.of(wired.box).append(1, "{\"format\":1,\"key\":\"feedback\",\"name\":\"Feedback\",\"issueType\":\"decision\","
                    + "\"gates\":[{\"key\":\"in-review\",\"name\":\"In review\",\"phase\":\"IN_REVIEW\",\"enforcement\":\"enforce\","
                    + "\"rules\":[{\"rule\":\"no-open-owner-action\"}]},{\"key\":\"draft\",\"name\":\"Draft\",\"phase\":\"DRAFT\","
                    + "\"enforcement\":\"enforce\",\"rules\":[{\"rule\":\"no-open-owner-action\"}]}]}");
        });
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @Test
    public void holdsAnIssueUpUntilTheOwnerHasActed() throws Exception {
        IssueRow issue = ready();
        JsonNode opened = answer(201, wired.post("owner", path(issue), WHOLE));
        assertEquals("OPEN", opened.get("state").asText());
        assertTrue(opened.get("window").isNull());
        JsonNode asked = answer(200, wired.post("lead", path(issue) + "/1/owner-action", "{'step':1}"));
        assertEquals("NEEDS_OWNER_ACTION", asked.get("state").asText());
        assertEquals("RUNNING", asked.at("/window/state").asText());

        Outcome refused = go(issue);
        assertFalse(refused.done());
        assertTrue(WiredJira.messages(refused).toString(), WiredJira.messages(refused).toString().contains("1 (whole)"));
        await().atMost(Duration.ofSeconds(30)).until(() -> owes(issue));
        Element item = Jsoup.parse(wired.get("lead", BASE + "/issue/" + issue.key() + "/readiness/panel").body())
                .selectFirst("[data-rule=no-open-owner-action]");
        assertEquals("#decision-gates-feedback", item.select("a[href^=#]").attr("href"));
        assertTrue(wired.get("lead", BASE + "/issue/" + issue.key() + "/readiness").body().contains("\"fix\":\"THREAD\""));

        JsonNode resolved = answer(200, wired.post("owner", path(issue) + "/1/resolve",
                "{'step':2,'text':'Refunds are left to the next release'}"));
        assertEquals("RESOLVED", resolved.get("state").asText());
        assertEquals("MET", resolved.at("/window/state").asText());
        await().atMost(Duration.ofSeconds(30)).until(() -> !owes(issue));
        assertTrue(WiredJira.messages(go(issue)).toString(), "In review".equals(wired.status(issue)));
    }

    /** S59: what delivers a disputed Decision is held up, whatever its type, and told which Decision it is and since when. */
    @Test
    public void holdsUpWhatDeliversADisputedDecision() throws Exception {
        GatedWorkflow.named(wired, "Gate of not-disputed").gate(START, Map.of("gate.rules", new String[] {"not-disputed"})).usedBy("RISK");
        IssueRow issue = ready();
        IssueRow task = wired.create("RISK", "Task", new IssueInput().set("summary", "Build the checkout"));
        wired.jira.links().create(wired.jira.links().typesNamed("Blocks").get(0).id(), task.id(), issue.id(), "lead");
        answer(201, wired.post("owner", path(issue), WHOLE));
        assertStatus("no reason", 400, wired.post("lead", path(issue) + "/1/dispute", "{'step':1,'text':'No'}"));
        JsonNode disputed = answer(200, wired.post("lead", path(issue) + "/1/dispute", "{'step':1,'text':'Support was never asked'}"));
        assertEquals("DISPUTED", disputed.get("state").asText());
        assertEquals("RUNNING", disputed.at("/window/state").asText());
        assertTrue(page("reader", issue).text().contains("Disputed"));
        assertStatus("it is not resolved", 409, wired.post("owner", path(issue) + "/1/resolve", "{'step':2,'text':'We agree on it'}"));
        assertFalse("a disputed thread needs the owner", go(issue).done());

        Outcome refused = wired.jira.issues().transition("lead", task.id(), START, new IssueInput());
        assertFalse(refused.done());
        String since = issue.key() + " (" + DateTimeFormatter.ofPattern("d/MMM/yy", Locale.ENGLISH).format(TestTime.today()) + ")";
        assertTrue(WiredJira.messages(refused).toString(), WiredJira.messages(refused).toString().contains(since));

        JsonNode settled = answer(200,
                wired.post("owner", path(issue) + "/1/settle-dispute", "{'step':2,'text':'Support agrees with the limit'}"));
        assertEquals("OPEN", settled.get("state").asText());
        assertEquals("MET", settled.at("/window/state").asText());
        assertTrue(wired.jira.issues().transition("lead", task.id(), START, new IssueInput()).done());
        assertTrue(go(issue).done());
    }

    /** Who may edit an issue can make themselves its owner, and would settle what holds it up. */
    @Test
    public void letsNobodySettleADisputeWhoBecameTheOwnerForIt() throws Exception {
        IssueRow issue = ready();
        answer(201, wired.post("owner", path(issue), WHOLE));
        answer(200, wired.post("lead", path(issue) + "/1/dispute", "{'step':1,'text':'Support was never asked'}"));
        assertTrue(wired.jira.issues().update("lead", issue.id(), new IssueInput().set(wired.field("Owner"), "reader")).done());
        Reply refused = wired.post("reader", path(issue) + "/1/settle-dispute", "{'step':2,'text':'Support agrees with the limit'}");
        assertStatus("since the dispute", 403, refused);
        assertTrue(wired.jira.issues().update("lead", issue.id(), new IssueInput().set(wired.field("Owner"), "owner")).done());
        answer(200, wired.post("owner", path(issue) + "/1/settle-dispute", "{'step':2,'text':'Support agrees with the limit'}"));
    }

    /** What is running goes on as it began, whatever the project chooses meanwhile. */
    @Test
    public void countsBusinessHoursWhereTheProjectDoes() throws Exception {
        IssueRow issue = ready();
        answer(201, wired.post("owner", path(issue), WHOLE));
        answer(201, wired.post("owner", path(issue), WHOLE));
        JsonNode around = answer(200, wired.post("lead", path(issue) + "/1/owner-action", "{'step':1}"));
        hours("{\"hours\":\"business\",\"from\":\"09:00\",\"to\":\"17:00\"}");
        try {
            JsonNode business = answer(200, wired.post("lead", path(issue) + "/2/owner-action", "{'step':1}"));
            assertTrue(business.at("/window/businessTime").asBoolean());
            assertTrue(business.at("/window/due").asText().compareTo(around.at("/window/due").asText()) > 0);
            assertTrue(page("reader", issue).text().contains("(48 business hours)"));
            JsonNode again = wired.get("reader", path(issue)).json().at("/threads/0/window");
            assertFalse(again.get("businessTime").asBoolean());
            assertEquals(around.at("/window/due"), again.get("due"));
        } finally {
            hours("{\"hours\":\"all\"}");
        }
    }

    private static void hours(String chosen) throws Exception {
        assertStatus("chosen", 200,
                wired.call("lead", "PUT", BASE + "/projects/SHOP/owner-action-hours", WiredJira.JSON, chosen, WiredJira.TOKEN, "no-check"));
    }

    @Test
    public void keepsTheTextThatAThreadIsAbout() throws Exception {
        IssueRow issue = ready();
        String option = BASE + "/issue/" + issue.key() + "/records/option";
        long id = wired.post("owner", option, "{'text':'One page'}").json().get("id").asLong();
        String body = "{'section':'option','row':" + id + ",'objective':'Show the error rate','text':'How often does it fail?'}";
        JsonNode opened = answer(201, wired.post("owner", path(issue), body));
        assertEquals("One page", opened.get("quoted").asText());
        assertFalse(opened.get("changed").asBoolean());
        assertStatus("change", 200, wired.call("owner", "PUT", option + "/" + id, WiredJira.JSON,
                "{\"text\":\"Two pages\",\"version\":1}"));
        assertTrue(wired.get("reader", path(issue)).json().at("/threads/0/changed").asBoolean());
        assertTrue(page("reader", issue).text().contains("Changed since"));
        assertEquals("One page", wired.get("reader", path(issue)).json().at("/threads/0/quoted").asText());
        assertStatus("remove", 204,
                wired.call("owner", "DELETE", option + "/" + id + "?version=2", null, null, WiredJira.TOKEN, "no-check"));
        assertTrue(page("reader", issue).text().contains("Removed since"));
        assertStatus("gone", 400, wired.post("owner", path(issue), body));
    }

    @Test
    public void letsOneOfTwoTakeTheStepThatBothHaveSeen() throws Exception {
        IssueRow issue = ready();
        answer(201, wired.post("owner", path(issue), WHOLE));
        List<Callable<Reply>> ends = List.of(
                () -> wired.post("lead", path(issue) + "/1/resolve", "{'step':1,'text':'We agree on the scope'}"),
                () -> wired.post("owner", path(issue) + "/1/decline", "{'step':1,'text':'It is too late for that'}"));
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Integer> statuses = new ArrayList<>();
            for (var end : both.invokeAll(ends)) {
                Reply reply = end.get();
                statuses.add(reply.status());
                if (reply.status() == 409) {
                    assertReadable("the other", reply.errors());
                    assertEquals(2, reply.json().at("/current/step").asInt());
                }
            }
            assertEquals(List.of(200, 409), statuses.stream().sorted().toList());
        } finally {
            both.shutdownNow();
        }
        assertEquals(2, wired.get("reader", path(issue)).json().at("/threads/0/steps").size());
    }

    @Test
    public void letsEverybodyDoWhatTheyMayAndNothingElse() throws Exception {
        IssueRow issue = ready();
        answer(201, wired.post("owner", path(issue), WHOLE));
        for (String login : List.of("reader", "owner", "lead")) {
            assertStatus(login, 200, wired.get(login, path(issue)));
        }
        assertStatus("nobody", 401, wired.get(null, path(issue)));
        assertStatus("no browse", 404, wired.get("outsider", path(issue)));
        assertStatus("no browse", 404, wired.post("outsider", path(issue) + "/1/reply", "{'text':'Let me in'}"));

        wired.jira.permissions().grant(wired.id("SHOP"), Permission.ADD_COMMENTS, "*");
        try {
            assertEquals("[\"reply\",\"owner-action\",\"dispute\"]",
                    wired.get("reader", path(issue)).json().at("/threads/0/may").toString());
            answer(200, wired.post("reader", path(issue) + "/1/owner-action", "{'step':1}"));
            assertStatus("an outsider's end", 403,
                    wired.post("reader", path(issue) + "/1/resolve", "{'step':2,'text':'It is settled, I say'}"));
            assertStatus("the lead did not ask", 403, wired.post("lead", path(issue) + "/1/drop-owner-action", "{'step':2}"));
            answer(200, wired.post("reader", path(issue) + "/1/drop-owner-action", "{'step':2}"));
        } finally {
            wired.jira.permissions().revoke(wired.id("SHOP"), Permission.ADD_COMMENTS, "*");
        }
        assertEquals("[]", wired.get("reader", path(issue)).json().at("/threads/0/may").toString());
        assertFalse(wired.get("reader", path(issue)).json().get("mayOpen").asBoolean());
        assertStatus("may not comment", 403, wired.post("reader", path(issue) + "/1/reply", "{'text':'One more thing'}"));
        assertStatus("may not comment", 403, wired.post("reader", path(issue), WHOLE));
        assertEquals(0, page("reader", issue).select("form, button").size());
        assertEquals(2, page("owner", issue).select("form").size());
        IssueRow task = wired.create("SHOP", "Task", new IssueInput().set("summary", "None of ours"));
        assertStatus("another type", 400, wired.get("owner", path(task)));
    }

    @Test
    public void namesEverythingThatIsWrongAtOnce() throws Exception {
        IssueRow issue = ready();
        Reply reply = wired.post("owner", path(issue), "{'section':'option','objective':'','text':' '}");
        assertStatus("all of it", 400, reply);
        for (String member : List.of("row", "objective", "text")) {
            assertFalse(member + ": " + reply.body(), reply.json().at("/errors/" + member).isMissingNode());
        }
        assertStatus("no section", 400, wired.post("owner", path(issue), WHOLE.replace("whole", "margin")));
        assertStatus("an unknown member", 400, wired.post("owner", path(issue), WHOLE.replace("'text'", "'quoted':'mine','text'")));
        answer(201, wired.post("owner", path(issue), WHOLE));
        assertStatus("no outcome", 400, wired.post("owner", path(issue) + "/1/resolve", "{'step':1,'text':'ok'}"));
        assertStatus("no step", 400, wired.post("owner", path(issue) + "/1/resolve", "{'text':'We agree on the scope'}"));
        assertStatus("no such thread", 404, wired.post("owner", path(issue) + "/2/reply", "{'text':'Hello?'}"));
        assertEquals(1, wired.get("owner", path(issue)).json().at("/threads/0/steps").size());
    }

    /** M8 in the week: every issue that the reader may browse is counted, and no other one. */
    @Test
    public void isCountedInTheWeek() throws Exception {
        JsonNode before = week("reader");
        IssueRow asked = ready();
        IssueRow disputed = ready();
        IssueRow settled = ready();
        IssueRow moved = ready();
        for (IssueRow issue : List.of(asked, disputed, settled, moved)) {
            answer(201, wired.post("owner", path(issue), WHOLE));
            answer(200, wired.post("lead", path(issue) + "/1/" + (issue == disputed ? "dispute" : "owner-action"),
                    "{'step':1,'text':'Support was never asked'}"));
        }
        answer(200, wired.post("owner", path(settled) + "/1/resolve", "{'step':2,'text':'Refunds are left to the next release'}"));
        wired.jira.issues().delete("lead", moved.id());

        JsonNode week = week("reader");
        assertEquals(1, more("ownerActions", before, week));
        assertEquals(1, more("disputes", before, week));
        assertEquals(1, more("met", before, week));
        assertEquals("what is running has no verdict", 0, more("breached", before, week));
        String jql = "/summary?jql=" + java.net.URLEncoder.encode("key = " + asked.key(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals("{\"ownerActions\":1,\"disputes\":0,\"met\":0,\"breached\":0}",
                wired.get("reader", BASE + jql).json().get("feedback").toString());
        assertTrue(week.toString(), ours(() -> wired.get("reader", BASE + "/summary?project=SHOP")).stream()
                .filter(sql -> sql.contains("THREAD_STEP")).count() == 1);
    }

    @Test
    public void isNotCountedForThoseWhoMayNotSeeTheIssue() throws Exception {
        JsonNode lead = week("lead");
        JsonNode reader = week("reader");
        long scheme = wired.jira.levels().createScheme("Levels");
        long level = wired.jira.levels().create(scheme, "Few", List.of("storefront-leads")).id();
        wired.jira.levels().useScheme(wired.id("SHOP"), scheme);
        IssueRow secret = wired.create("SHOP", "Decision", new IssueInput().set("summary", "Is a secret").set("duedate",
                TestTime.today().plusDays(7).toString()).set(wired.field("Owner"), "owner").set(Levels.FIELD, String.valueOf(level))
                .offScreen(IssueInput.OffScreen.ACCEPTED));
        answer(201, wired.post("lead", path(secret), WHOLE));
        answer(200, wired.post("lead", path(secret) + "/1/owner-action", "{'step':1}"));
        assertStatus("hidden", 404, wired.get("reader", path(secret)));

        assertEquals(1, more("ownerActions", lead, week("lead")));
        assertEquals(0, more("ownerActions", reader, week("reader")));
    }

    private static JsonNode week(String login) throws Exception {
        return wired.get(login, BASE + "/summary?project=SHOP").json().get("feedback");
    }

    private static long more(String member, JsonNode before, JsonNode now) {
        return now.get(member).asLong() - before.get(member).asLong();
    }

    /** ADR-0121: what few may read is copied only where that is confirmed, and what somebody may not see never. */
    @Test
    public void makesAThreadOfACommentWithItsReadersInMind() throws Exception {
        IssueRow issue = ready();
        CommentRow open = wired.jira.comments().create(issue.id(), "reader", "Who pays <b>refunds</b>?", wired.jira.clock().instant());
        CommentRow few = wired.jira.comments().create(issue.id(), "lead", "The contract ends in May.", wired.jira.clock().instant());
        wired.jira.comments().restrict(few.id(), "storefront-leads");

        Element item = Jsoup.parse(wired.get("owner", "/browse/" + issue.key()).body()).selectFirst("#decision-gates-make-thread");
        assertTrue(item.attr("href"), item.attr("href").endsWith("/browse/" + issue.key() + "?feedback-comment=#decision-gates-feedback"));
        assertEquals("reads no comment", 0, page("owner", issue).select("[name=comment]").size());
        Element form = Jsoup.parse(wired.get("owner", path(issue) + "/panel?comment=").body());
        assertEquals("the comment is chosen", List.of(String.valueOf(open.id()), ""),
                form.select("[name=comment] option").eachAttr("value"));
        assertFalse("what somebody may not see", form.text().contains("contract"));
        assertEquals(0, Jsoup.parse(wired.get("reader", path(issue) + "/panel?comment=").body()).select("[name=comment]").size());
        assertEquals("may not comment", 0,
                Jsoup.parse(wired.get("reader", "/browse/" + issue.key()).body()).select("#decision-gates-make-thread").size());

        String body = "{'section':'whole','objective':'Name who pays','comment':'%s'%s}";
        JsonNode made = answer(201, wired.post("owner", path(issue), body.formatted(open.id(), ",'text':'We should say so.'")));
        assertEquals(open.id(), made.get("comment").asLong());
        String text = made.at("/steps/0/text").asText();
        assertTrue(text, text.startsWith("From a comment by ") && text.endsWith(":\nWho pays <b>refunds</b>?\n\nWe should say so."));
        String link = page("reader", issue).select(".decision-gates-feedback-comment a").attr("href");
        assertTrue(link, link.endsWith("/browse/" + issue.key() + "?focusedCommentId=" + open.id() + "#comment-" + open.id()));

        Reply hidden = wired.post("owner", path(issue), body.formatted(few.id(), ""));
        assertStatus("a comment that the owner may not see", 400, hidden);
        assertFalse(hidden.body(), hidden.json().at("/errors/comment").isMissingNode() || hidden.body().contains("contract"));
        Reply asked = wired.post("lead", path(issue), body.formatted(few.id(), ""));
        assertStatus("more people may read it then", 400, asked);
        assertTrue(asked.body(), asked.json().at("/errors/copyRestricted").asText().contains("storefront-leads"));
        assertStatus("confirmed of another one", 400,
                wired.post("lead", path(issue), body.formatted(few.id(), ",'copyRestricted':'" + open.id() + "'")));
        assertEquals(1, wired.get("reader", path(issue)).json().get("threads").size());
        JsonNode confirmed = answer(201, wired.post("lead", path(issue), body.formatted(few.id(), ",'copyRestricted':'" + few.id() + "'")));
        assertTrue(confirmed.at("/steps/0/text").asText().endsWith(":\nThe contract ends in May."));
    }

    /** The first run of the job notes where it begins; steps are made older, so that nobody waits for the end of a burst. */
    @Test
    public void mailsEveryStepOnceToThoseWhomItConcernsAndWhoMaySeeIt() throws Exception {
        IssueRow issue = ready();
        for (String watcher : List.of("reader", "outsider")) {
            wired.jira.watchers().add(issue.id(), wired.jira.users().byName(watcher).orElseThrow().key());
        }
        wired.runJob("notificationJob");
        answer(201, wired.post("owner", path(issue), WHOLE.replace("What about", "[~lead], what about <b>")));
        answer(200, wired.post("lead", path(issue) + "/1/reply", "{'text':'They come later'}"));
        age(10);
        List<Outbox.Mail> mails = mailsOf(issue);
        assertEquals(mails.toString(), Stream.of("lead", "owner", "reader").map(FeedbackWiredTest::address).sorted().toList(),
                mails.stream().map(Outbox.Mail::to).sorted().toList());
        assertEquals("nothing twice", List.of(), mailsOf(issue));
    }

    @Test
    public void mailsNothingToThoseWhoWantNothingOrQuietHours() throws Exception {
        IssueRow issue = ready();
        wired.runJob("notificationJob");
        wired.box.box().zones().put("owner", TimeZone.getTimeZone("UTC"));
        Browser owner = Browser.as(wired.box.baseUrl(), "owner");
        owner.open("/plugins/servlet/decision-gates/notifications");
        owner.submit(CHOICE, "delivery", "daily", "hour", "6", "weekends", "");
        assertEquals(400, owner.status);
        assertEquals(List.of("The daily e-mail would be sent in your quiet hours. Choose another time, or other quiet hours."),
                owner.page.select(CHOICE + " .error").eachText());
        int hour = TestTime.CLOCK.instant().atZone(ZoneOffset.UTC).getHour();
        owner.submit(CHOICE, "delivery", "at-once", "from", String.valueOf(hour), "to", String.valueOf((hour + 2) % 24), "form", "text",
                "weekends", "");
        assertTrue(owner.page.text(), owner.page.text().contains("Your choice has been saved."));
        answer(201, wired.post("owner", path(issue), WHOLE));
        answer(200, wired.post("lead", path(issue) + "/1/reply", "{'text':'They come later'}"));
        age(10);
        assertEquals("quiet", List.of(), mailsOf(issue));
        owner.submit(CHOICE, "from", "0", "to", "0", "weekends", "");
        List<Outbox.Mail> mails = mailsOf(issue);
        assertEquals(1, mails.size());
        assertEquals("text/plain", mails.get(0).mimeType());
        assertTrue(mails.get(0).body(), mails.get(0).body().contains("    They come later\n"));

        owner.submit(CHOICE, "delivery", "off", "weekends", "");
        answer(200, wired.post("lead", path(issue) + "/1/reply", "{'text':'Much later'}"));
        age(10);
        assertEquals(List.of(), mailsOf(issue));
        owner.submit(CHOICE, "delivery", "at-once", "from", "20", "to", "7", "form", "page", "weekends", "");
        assertEquals("what came while nothing was wanted", List.of(), mailsOf(issue));
    }

    @Test
    public void costsAFewStatementsWhereNothingIsToBeMailed() throws Exception {
        // whatever other tests did is looked through, and none of it is new
        age(60);
        wired.runJob("notificationJob");
        wired.runJob("notificationJob");
        List<String> idle = ours(() -> {
            wired.runJob("notificationJob");
            return null;
        });
        assertEquals(idle.toString(), 6, idle.size());
    }

    /** Every step, since one that is not settled keeps those behind it. */
    private static void age(int minutes) {
        wired.box.box().jdbc().sql("update \"" + wired.table("THREAD_STEP") + "\" set \"AT_MILLIS\" = \"AT_MILLIS\" - "
                + Duration.ofMinutes(minutes).toMillis()).update();
    }

    /** What two runs of the job mail about the issue. */
    private static List<Outbox.Mail> mailsOf(IssueRow issue) {
        int before = wired.jira.outbox().mails().size();
        wired.runJob("notificationJob");
        wired.runJob("notificationJob");
        List<Outbox.Mail> mails = wired.jira.outbox().mails();
        return mails.subList(before, mails.size()).stream().filter(mail -> mail.body().contains("/browse/" + issue.key() + "#")).toList();
    }

    private static String address(String login) {
        return wired.jira.users().byName(login).orElseThrow().email();
    }

    /** Of text in any script as much as a thread takes. */
    @Test
    public void takesLongTextsAndShowsTextsAsTexts() throws Exception {
        IssueRow issue = ready();
        answer(201, wired.post("owner", path(issue), "{'section':'whole','objective':'" + HOSTILE + "','text':'" + HOSTILE + "'}"));
        answer(200, wired.post("owner", path(issue) + "/1/reply", "{'text':'" + "\u6f22".repeat(4_000) + "'}"));
        assertStatus("longer", 400, wired.post("owner", path(issue) + "/1/reply", "{'text':'" + "x".repeat(4_001) + "'}"));
        Element page = page("owner", issue);
        assertEquals(0, page.select("img").size());
        assertTrue(page.text(), page.text().contains("<img src=x onerror=alert(1)>\" ;\\=$view"));
        assertEquals("what the page has is what is asked for again",
                Jsoup.parse(wired.get("owner", path(issue) + "/panel").body()).select(".decision-gates-feedback-shown").outerHtml(),
                page.select(".decision-gates-feedback-shown").outerHtml());
    }

    @Test
    public void costsTheSameWhateverTheNumberOfThreads() throws Exception {
        IssueRow issue = ready();
        for (int i = 1; i <= 3; i++) {
            answer(201, wired.post("owner", path(issue), WHOLE));
            wired.get("reader", path(issue) + "/panel");
            List<String> all = List.of("SELECT ISSUE_RECORD", "SELECT IMPACT_LINE", "SELECT THREAD_STEP");
            assertEquals(i + " threads", all.stream().sorted().toList(), ours(() -> wired.get("reader", path(issue))));
            assertEquals(i + " threads", all.stream().sorted().toList(), ours(() -> wired.get("reader", path(issue) + "/panel")));
        }
    }

    private IssueRow ready() {
        return wired.create("SHOP", "Decision", new IssueInput().set("summary", "Is discussed").set("duedate",
                TestTime.today().plusDays(7).toString()).set(wired.field("Owner"), "owner"));
    }

    private static Outcome go(IssueRow issue) {
        return wired.jira.issues().transition("lead", issue.id(), REVIEW,
                new IssueInput().set("duedate", TestTime.today().plusDays(7).toString()).set(wired.field("Owner"), "owner")
                        .set(wired.field("Acceptance criteria"), "Refunds reach the customer within 3 days"));
    }

    private static boolean owes(IssueRow issue) throws Exception {
        return wired.get("lead", BASE + "/debt?issue=" + issue.key()).body().contains("no-open-owner-action");
    }

    private static Element page(String login, IssueRow issue) throws Exception {
        return Jsoup.parse(wired.get(login, "/browse/" + issue.key()).body()).selectFirst(PANEL);
    }

    private static JsonNode answer(int status, Reply reply) throws Exception {
        assertStatus("a step", status, reply);
        return reply.json();
    }

    private static String path(IssueRow issue) {
        return BASE + "/issue/" + issue.key() + "/threads";
    }

    /** What is read of the app's tables, sorted. */
    private List<String> ours(Callable<Reply> work) throws Exception {
        StatementLog log = wired.box.logStatements();
        work.call();
        return log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME).sql().stream().map(sql -> sql.toUpperCase(Locale.ROOT))
                .filter(sql -> sql.contains("AO_"))
                .map(sql -> sql.substring(0, sql.indexOf(' ')) + " " + List.of("ISSUE_RECORD", "IMPACT_LINE", "THREAD_STEP").stream()
                        .filter(sql::contains).findFirst().orElse(sql))
                .sorted().toList();
    }
}
