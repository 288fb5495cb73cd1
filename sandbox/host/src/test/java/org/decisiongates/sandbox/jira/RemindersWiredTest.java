package org.decisiongates.sandbox.jira;

import static org.decisiongates.sandbox.jira.WiredJira.assertReadable;
import static org.decisiongates.sandbox.jira.WiredJira.assertStatus;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.After;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Outbox;
import org.decisiongates.sandbox.jira.web.Browser;

/** E-mails that days bring: reminders of approvals, by a policy and by somebody who asks for one, and the end of an owner's 48 hours. */
public class RemindersWiredTest {

    private static final String BASE = "/rest/decision-gates/1.0";
    private static final String CHOICE = "#decision-gates-notifications-choice";
    private static final String REMINDER = ".decision-gates-approvals-reminder";
    private static final SteppedClock CLOCK = new SteppedClock();
    private static final Instant NOON = TestTime.today().atTime(12, 0).toInstant(ZoneOffset.UTC);

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static WiredJira wired;

    @BeforeClass
    public static void start() throws Exception {
        JiraProduct product = new JiraProduct();
        wired = WiredJira.around(BOXES.start(product, BOXES.options().withClock(CLOCK), BuiltPlugin.jar()), product.jira());
        wired.awaitHistory();
        AppPolicies.of(wired.box).append(1, "{\"format\":1,\"key\":\"reminded\",\"name\":\"Reminded\",\"issueType\":\"decision\","
                + "\"approvals\":{\"reminderDays\":2,\"requirements\":[{\"key\":\"legal\",\"name\":\"Legal\","
                + "\"people\":[\"reader\",\"owner\",\"stakeholder\"],"
                + "\"quorum\":{\"unit\":\"people\",\"number\":2},\"sections\":[\"scope\"]}]},"
                + "\"gates\":[{\"key\":\"in-review\",\"name\":\"In review\",\"phase\":\"IN_REVIEW\",\"enforcement\":\"enforce\","
                + "\"rules\":[{\"rule\":\"approvals-current\"}]}]}");
        wired.runJob("notificationJob");
    }

    @After
    public void today() {
        CLOCK.goOn();
        wired.jira.outbox().server(true);
    }

    @Test
    public void remindsWhoIsMissingAfterTheDaysOfThePolicy() throws Exception {
        IssueRow issue = requested();
        assertEquals(List.of(), mailed(issue, Duration.ofHours(47)));
        List<Outbox.Mail> mails = mails(issue, Duration.ofHours(49));
        assertEquals(addresses("reader", "stakeholder"), mails.stream().map(Outbox.Mail::to).sorted().toList());
        String body = mails.get(0).body();
        assertTrue(body, body.contains("Your approval is missing: Legal") && body.contains("asked for the approvals."));
        assertTrue(mails.get(0).subject(), mails.get(0).subject().contains("approval needed"));
        assertEquals("once", List.of(), mailed(issue, Duration.ofHours(50)));
        assertTrue(panel("reader", issue).text(), panel("reader", issue).text().contains("Last reminder: automatic, "));

        assertStatus("approved", 201, wired.post("reader", path(issue), "{'kind':'APPROVED','shown':'"
                + wired.get("reader", path(issue)).json().get("shown").asText() + "'}"));
        assertEquals("who counts is left in peace", addresses("stakeholder"), mailed(issue, Duration.ofHours(98)));
    }

    @Test
    public void remindsAtOnceOnADayAndSaysWhyNobodyIsReminded() throws Exception {
        IssueRow issue = decision();
        refused(issue, "owner", 409, "Nobody has asked for approvals");
        request(issue);
        refused(issue, "reader", 403, "Only the owner and whoever may edit the issue");
        refused(issue, "outsider", 404, "");
        wired.jira.outbox().server(false);
        refused(issue, "owner", 409, "no server for outgoing mail");
        wired.jira.outbox().server(true);
        assertEquals(List.of("remind"), readiness("owner", issue).select("[data-action]").eachAttr("data-action"));
        assertEquals(List.of(), readiness("reader", issue).select("[data-action]").eachAttr("data-action"));
        assertEquals(0, panel("reader", issue).select("button").size());
        assertEquals("Remind", panel("owner", issue).text());

        JsonNode reminded = remind(issue, "owner");
        assertEquals(2, reminded.get("reminded").asInt());
        assertEquals("2 people get a reminder with their next e-mail.", reminded.get("message").asText());
        refused(issue, "lead", 409, "sent a reminder today already");
        assertTrue(panel("reader", issue).text(), panel("reader", issue).text().startsWith("Last reminder: "));
        assertEquals(addresses("reader", "stakeholder"), mailed(issue, Duration.ofMinutes(30)));
        assertEquals("nothing twice", List.of(), mailed(issue, Duration.ofMinutes(40)));
        assertEquals("from then on", List.of(), mailed(issue, Duration.ofHours(47)));
    }

    @Test
    public void remindsWhoStandsInAndNobodyWhoMaySeeNothingOrWantsNothing() throws Exception {
        IssueRow issue = requested();
        String first = TestTime.today().toString();
        assertStatus("stands in", 201, wired.post("reader", BASE + "/approvals/delegations",
                "{'delegate':'admin','first':'" + first + "','last':'" + TestTime.today().plusDays(1) + "'}"));
        Browser stakeholder = Browser.as(wired.box.baseUrl(), "stakeholder");
        stakeholder.open("/plugins/servlet/decision-gates/notifications");
        stakeholder.submit(CHOICE, "delivery", "off", "weekends", "");
        try {
            JsonNode reminded = remind(issue, "lead");
            assertEquals("2 and 1", reminded.get("reminded").asInt() + " and " + reminded.get("unreachable").asInt());
            List<Outbox.Mail> mails = mails(issue, Duration.ofMinutes(30));
            assertEquals(addresses("admin", "reader"), mails.stream().map(Outbox.Mail::to).sorted().toList());
            String standsIn = mails.stream().filter(mail -> mail.to().equals(address("admin"))).findFirst().orElseThrow().body();
            assertTrue(standsIn, standsIn.contains("Your approval for " + wired.jira.users().byName("reader").orElseThrow().displayName()
                    + " is missing: Legal"));

            CLOCK.stand(NOON.plus(Duration.ofHours(24)));
            assertEquals(2, remind(issue, "owner").get("reminded").asInt());
            assertTrue(wired.jira.issues().update("lead", issue.id(), new IssueInput().set(wired.field("Owner"), "reader")).done());
            assertEquals("an owner approves nothing, nor does who stands in for one", List.of(), mailed(issue, Duration.ofHours(25)));
        } finally {
            stakeholder.submit(CHOICE, "delivery", "at-once", "weekends", "");
            String made = BASE + "/approvals/delegations/"
                    + wired.get("reader", BASE + "/approvals/delegations").json().at("/made/0/id").asLong();
            assertStatus("ended", 204, wired.call("reader", "DELETE", made, null, null));
        }
    }

    @Test
    public void tellsTheOwnerOnceThatTheWindowWasBreached() throws Exception {
        IssueRow issue = decision();
        String threads = BASE + "/issue/" + issue.key() + "/threads";
        assertStatus("opened", 201,
                wired.post("lead", threads, "{'section':'whole','objective':'Agree on it','text':'What about refunds?'}"));
        assertStatus("asked", 200, wired.post("lead", threads + "/1/owner-action", "{'step':1}"));
        List<Outbox.Mail> asked = mails(issue, Duration.ofHours(1));
        assertTrue(asked.toString(), asked.stream().noneMatch(mail -> mail.body().contains("48 hours have passed")));
        assertEquals("in time", List.of(), mailed(issue, Duration.ofHours(47)));
        List<Outbox.Mail> breached = mails(issue, Duration.ofHours(49));
        assertEquals(addresses("owner"), breached.stream().map(Outbox.Mail::to).toList());
        assertTrue(breached.get(0).body(), breached.get(0).body().contains("48 hours have passed"));
        assertEquals("once", List.of(), mailed(issue, Duration.ofHours(50)));
    }

    private static List<String> mailed(IssueRow issue, Duration after) {
        return mails(issue, after).stream().map(Outbox.Mail::to).sorted().toList();
    }

    /** What is mailed about the issue so long after noon, once nothing more happened for some minutes. */
    private static List<Outbox.Mail> mails(IssueRow issue, Duration after) {
        int before = wired.jira.outbox().mails().size();
        CLOCK.stand(NOON.plus(after));
        wired.runJob("notificationJob");
        CLOCK.stand(NOON.plus(after).plus(Duration.ofMinutes(5)));
        wired.runJob("notificationJob");
        List<Outbox.Mail> mails = wired.jira.outbox().mails();
        return mails.subList(before, mails.size()).stream().filter(mail -> mail.body().contains("/browse/" + issue.key() + "#")).toList();
    }

    private static JsonNode remind(IssueRow issue, String login) throws Exception {
        Reply reply = wired.post(login, path(issue) + "/reminders", "{}");
        assertStatus("reminded", 201, reply);
        return reply.json();
    }

    private static void refused(IssueRow issue, String login, int status, String why) throws Exception {
        Reply reply = wired.post(login, path(issue) + "/reminders", "{}");
        assertStatus(why, status, reply);
        assertReadable(why, reply.errors());
        assertTrue(reply.body(), reply.body().contains(why));
    }

    private static Element panel(String login, IssueRow issue) throws Exception {
        Element reminder = Jsoup.parse(wired.get(login, path(issue) + "/panel").body()).selectFirst(REMINDER);
        return reminder == null ? new Element("p") : reminder;
    }

    private static Element readiness(String login, IssueRow issue) throws Exception {
        Element item = Jsoup.parse(wired.get(login, BASE + "/issue/" + issue.key() + "/readiness/panel").body())
                .selectFirst("[data-rule=approvals-current]");
        return item == null ? new Element("p") : item;
    }

    private static List<String> addresses(String... logins) {
        return Stream.of(logins).map(RemindersWiredTest::address).sorted().toList();
    }

    private static String address(String login) {
        return wired.jira.users().byName(login).orElseThrow().email();
    }

    private static String path(IssueRow issue) {
        return BASE + "/issue/" + issue.key() + "/approvals";
    }

    private static IssueRow requested() throws Exception {
        IssueRow issue = decision();
        request(issue);
        return issue;
    }

    private static void request(IssueRow issue) throws Exception {
        assertStatus("asked for", 201, wired.post("owner", path(issue), "{'kind':'REQUESTED','shown':'"
                + wired.get("owner", path(issue)).json().get("shown").asText() + "'}"));
    }

    private static IssueRow decision() {
        return wired.create("SHOP", "Decision", new IssueInput().set("summary", "Waits for approvals").set("duedate",
                TestTime.today().plusDays(7).toString()).set(wired.field("Owner"), "owner"));
    }
}
