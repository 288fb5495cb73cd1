package org.decisiongates.sandbox.jira;

import static org.decisiongates.sandbox.jira.WiredJira.assertStatus;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.slf4j.LoggerFactory;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;

/** An approval of the shipped jar that takes the password of whoever gives it: over REST and on the page, right, wrong and too often. */
public class ApprovalPasswordWiredTest {

    private static final String BASE = "/rest/decision-gates/1.0";
    private static final String WRONG = "pa55-w0rd-of-nobody";

    private static WiredJira wired;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    @BeforeClass
    public static void aPolicyAsksForThePassword() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.values()[0]);
        AppPolicies.of(wired.box).append(1, "{\"format\":1,\"key\":\"approved\",\"name\":\"Approved\",\"issueType\":\"decision\","
                + "\"approvals\":{\"requirements\":[{\"key\":\"legal\",\"name\":\"Legal\",\"people\":[\"reader\",\"admin\"],"
                + "\"sections\":[\"scope\"],\"passwordRequired\":true}]},\"gates\":[]}");
    }

    @Test
    public void takesAnApprovalWithThePasswordOfWhoeverGivesIt() throws Exception {
        try (AppLog log = new AppLog()) {
            IssueRow issue = requested();
            assertTrue(wired.get("reader", path(issue)).json().at("/requirements/0/passwordRequired").asBoolean());
            for (String kind : List.of("APPROVED", "ABSTAINED", "NEEDS_DISCUSSION")) {
                Reply missing = take("reader", issue, kind, "");
                assertEquals(400, missing.status());
                assertEquals("Type your password. The policy asks for it.", missing.json().at("/errors/password").asText());
            }
            Reply wrong = take("reader", issue, "APPROVED", WRONG);
            assertEquals("a caller who sends name and password is asked as well", 400, wrong.status());
            assertTrue(wrong.body(), wrong.json().at("/errors/password").asText().startsWith("This is not your password in Jira"));
            assertFalse("it is not repeated", wrong.body().contains(WRONG));
            assertEquals(1, wired.get("reader", path(issue)).json().get("steps").size());

            assertStatus("right", 201, take("reader", issue, "APPROVED", "reader"));
            JsonNode approvals = wired.get("reader", path(issue)).json();
            assertEquals("MET", approvals.at("/requirements/0/state").asText());
            assertEquals(List.of(false, true), List.of(approvals.at("/steps/0/reauthenticated").asBoolean(),
                    approvals.at("/steps/1/reauthenticated").asBoolean()));
            assertTrue(panel("owner", issue).text().contains("password confirmed"));
            List<String> statements = wired.get("owner", path(issue) + "/statements").body().lines().toList();
            assertTrue(statements.get(0).contains("urn:decision-gates:approval:1"));
            assertTrue(
                    statements.get(1).contains("urn:decision-gates:approval:2") && statements.get(1).contains("\"reauthenticated\":true"));
            assertStatus("taking it back takes none", 201, take("reader", issue, "WITHDRAWN", ""));
            assertEquals(List.of(), log.with(WRONG));
        }
    }

    /** As one person may, not as all may; the right one does not help while that lasts, and nothing is stored. */
    @Test
    public void asksNobodyAnyMoreWhoWasWrongTooOften() throws Exception {
        IssueRow issue = requested();
        Reply locked;
        try (AppLog log = new AppLog()) {
            for (int i = 0; i < 5; i++) {
                assertTrue(take("admin", issue, "APPROVED", WRONG + i).json().at("/errors/password").asText().startsWith("This is not"));
            }
            locked = take("admin", issue, "APPROVED", "admin");
            assertEquals("an administrator is told, once", 1, log.with("typed too many wrong passwords").size());
            assertEquals(List.of(), log.with(WRONG));
        }
        assertEquals(400, locked.status());
        assertTrue(locked.body(), locked.json().at("/errors/password").asText().startsWith("You typed a wrong password 5 times"));
        assertEquals(1, wired.get("admin", path(issue)).json().get("steps").size());
        assertStatus("somebody else", 201, take("reader", issue, "APPROVED", "reader"));
    }

    @Test
    public void hasAnInputForItWhereSomebodyCouldSaySomething() throws Exception {
        IssueRow issue = requested();
        Element input = panel("reader", issue).selectFirst("input[name=password]");
        assertEquals("password current-password", input.attr("type") + " " + input.attr("autocomplete"));
        assertEquals("", input.attr("value"));
        assertEquals("the owner approves nothing", 0, panel("owner", issue).select("[name=password]").size());
    }

    private static Element panel(String user, IssueRow issue) throws Exception {
        return Jsoup.parse(wired.get(user, path(issue) + "/panel").body());
    }

    private static IssueRow requested() throws Exception {
        IssueRow issue = wired.create("SHOP", "Decision", new IssueInput().set("summary", "Is approved").set("duedate",
                TestTime.today().plusDays(7).toString()).set(wired.field("Owner"), "owner"));
        assertStatus("ask", 201, take("owner", issue, "REQUESTED", ""));
        return issue;
    }

    private static Reply take(String user, IssueRow issue, String kind, String password) throws Exception {
        String shown = wired.get(user, path(issue)).json().get("shown").asText();
        return wired.post(user, path(issue), "{'kind':'" + kind + "','shown':'" + shown + "','comment':'I have read it'"
                + (password.isEmpty() ? "" : ",'password':'" + password + "'") + "}");
    }

    private static String path(IssueRow issue) {
        return BASE + "/issue/" + issue.key() + "/approvals";
    }

    /** What the app writes into the log meanwhile, down to what nobody reads. */
    private static final class AppLog implements AutoCloseable {

        private final Logger everything = (Logger) LoggerFactory.getLogger("ROOT");
        private final Logger app = (Logger) LoggerFactory.getLogger("org.decisiongates");
        private final Level before = app.getLevel();
        private final ListAppender<ILoggingEvent> written = new ListAppender<>();

        AppLog() {
            everything.addAppender(written);
            app.setLevel(Level.ALL);
            written.start();
        }

        /** What contains this, in its message or in a stack trace. */
        List<String> with(String text) {
            return List.copyOf(written.list).stream().map(
                    event -> event.getFormattedMessage() + "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                    .filter(entry -> entry.contains(text)).toList();
        }

        @Override
        public void close() {
            app.setLevel(before);
            everything.detachAppender(written);
        }
    }
}
