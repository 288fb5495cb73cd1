package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.confluence.ConfluenceProduct;
import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.RunningBox;
import org.decisiongates.sandbox.host.SandboxTime;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;

/** Everything in a box goes by the clock of the box: the very jar we ship, too, though it knows nothing of the sandbox. */
public class ClockWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    /** Friday morning in Kathmandu, still Thursday by UTC. */
    private static final Clock CLOCK = SandboxTime.startingAt(SandboxTime.parse("2031-02-28T03:40[Asia/Kathmandu]", ZoneId.of("UTC")));
    private static WiredJira wired;

    @BeforeClass
    public static void start() throws Exception {
        JiraProduct product = new JiraProduct();
        wired = WiredJira.around(BOXES.start(product, BOXES.options().withClock(CLOCK), BuiltPlugin.jar()), product.jira());
        wired.awaitHistory();
    }

    @Test
    public void theAppWritesItsJournalAtTheTimeOfTheBox() throws Exception {
        IssueRow decision = wired.decision("When is now?");
        WiredJira.assertStatus("a refusal", 400,
                wired.post("lead", "/rest/api/2/issue/" + decision.key() + "/transitions", "{'transition':{'id':'11'}}"));
        Map<String, Object> row = wired.box.box().jdbc().sql("select * from \"" + wired.table("GATE_EVENT") + "\" where \"ISSUE_ID\" = ?")
                .param(decision.id()).query().singleRow();
        assertIsNow(Instant.ofEpochMilli(((Number) row.get("AT_MILLIS")).longValue()));
        assertIsNow(decision.created());
    }

    @Test
    public void theWeekIsThatOfTheBoxInItsZone() throws Exception {
        JsonNode summary = wired.get("lead", "/rest/decision-gates/1.0/summary?project=SHOP").json();
        assertEquals("2031-W09", summary.at("/header/week").asText());
        assertEquals("Asia/Kathmandu", summary.at("/header/zone").asText());
        assertIsNow(Instant.parse(summary.at("/header/asOf").asText()));
    }

    @Test
    public void queriesGoByTheTimeOfTheBox() throws Exception {
        IssueRow decision = wired.create("SHOP", "Decision", new IssueInput().set("summary", "Due today").set("duedate", "2031-02-28"));
        for (String jql : List.of("created >= -5m", "created <= now()", "due = startOfDay()", "due <= endOfMonth()",
                "created >= startOfWeek()", "created >= \\\"2031-02-28 03:40\\\"")) {
            assertEquals(jql, 1, wired.post("lead", "/rest/api/2/search", "{\"jql\":\"key = " + decision.key() + " and " + jql + "\"}")
                    .json().path("total").asInt());
        }
    }

    @Test
    public void theServerSaysWhatTimeItIs() throws Exception {
        String time = wired.get("lead", "/rest/api/2/serverInfo").json().path("serverTime").asText();
        assertTrue(time, time.startsWith("2031-02-27T21:5") || time.startsWith("2031-02-27T22:"));
    }

    @Test
    public void confluenceGoesByItToo() throws Exception {
        RunningBox wiki = BOXES.start(new ConfluenceProduct(), BOXES.options().withClock(CLOCK), BuiltPlugin.jar());
        String body = WiredJira.around(wiki, null).get("lead", "/rest/api/content?expand=version,history").body();
        List<String> moments = Pattern.compile("\"(?:when|createdDate)\":\"([^\"]+)\"").matcher(body).results().map(found -> found.group(1))
                .toList();
        assertFalse(body, moments.isEmpty());
        moments.forEach(moment -> assertIsNow(Instant.parse(moment)));
    }

    private static void assertIsNow(Instant instant) {
        Duration ago = Duration.between(instant, CLOCK.instant());
        assertTrue(instant + " is not now", !ago.isNegative() && ago.compareTo(Duration.ofMinutes(20)) < 0);
    }
}
