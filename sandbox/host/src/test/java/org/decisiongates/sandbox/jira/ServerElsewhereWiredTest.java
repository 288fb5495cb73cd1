package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.SandboxTime;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;

/** A server whose language is Turkish, where the small letter of I is not i, and whose zone is ahead of the one that Jira is set to. */
public class ServerElsewhereWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();
    private static final String WEEK = "/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-week-link";
    private static WiredJira wired;

    /** Late on a Sunday in New York, long Monday in Kathmandu. */
    @BeforeClass
    public static void start() throws Exception {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        JiraProduct product = new JiraProduct();
        wired = WiredJira.around(BOXES.start(product, BOXES.options().withClock(
                SandboxTime.startingAt(SandboxTime.parse("2026-11-22T23:00[America/New_York]", ZoneId.of("UTC")))), BuiltPlugin.jar()),
                product.jira());
        wired.awaitHistory();
    }

    @AfterClass
    public static void comeBack() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    @Test
    public void anAnswerThatIsKnownIsNotSentAgain() throws Exception {
        for (String header : List.of("If-None-Match", "if-none-match", "IF-NONE-MATCH")) {
            assertEquals(header, 304, conditional(header, conditional(header, "\"other\"").tag()).status());
        }
    }

    @Test
    public void theWeekIsThatOfTheZoneJiraIsSetTo() throws Exception {
        JsonNode summary = wired.get("lead", "/rest/decision-gates/1.0/summary?project=SHOP").json();
        assertEquals("2026-W47", summary.at("/header/week").asText());
        assertEquals("America/New_York", summary.at("/header/zone").asText());
        assertTrue(summary.toString(), summary.at("/blockers/total").asInt() > 0);
    }

    @Test
    public void aDayIsTheSameDayAllTheWayThrough() throws Exception {
        IssueRow decision = wired.create("SHOP", "Decision",
                new IssueInput().set("summary", "Which day is it").set("duedate", "2026-11-22"));
        assertEquals("2026-11-22", wired.get("lead", "/rest/api/2/issue/" + decision.key()).json().at("/fields/duedate").asText());
        for (String day : List.of("2026-11-21", "2026-11-22", "2026-11-23")) {
            List<String> errors = wired.post("lead", "/rest/api/2/issue/" + decision.key() + "/transitions",
                    "{'transition':{'id':'11'},'fields':{'duedate':'" + day + "'}}").errors();
            assertEquals(errors.toString(), day.equals("2026-11-21"), errors.stream()
                    .anyMatch(error -> error.startsWith("duedate") && error.contains("2026-11-21 is in the past: today is 2026-11-22")));
            assertEquals(errors.toString(), day.equals("2026-11-21") ? 3 : 2,
                    errors.stream().filter(error -> !error.startsWith("decisionGates: ")).count());
        }
    }

    @Test
    public void aWeekOfWhichNothingIsKeptSaysSo() throws Exception {
        for (String week : List.of("0001-W01", "0001-W02", "2016-W53", "2004-W09", "1970-W01")) {
            String page = wired.get("lead", WEEK + "&week=" + week).body();
            assertTrue(week + ": " + page, page.contains(week.equals("2016-W53") ? "2026-W47" : "There is no record of week " + week));
            assertFalse(week, page.contains("could not be shown"));
        }
        for (String week : List.of("9999-W52", "9999-W53", "2027-W53", "0000-W01", "10000-W01", "x")) {
            assertTrue(week, wired.get("lead", WEEK + "&week=" + week).body().contains("2026-W47"));
            assertEquals(week, 400, wired.get("lead", "/rest/decision-gates/1.0/summary?project=SHOP&week=" + week).status());
        }
    }

    private static WiredJira.Reply conditional(String header, String tag) {
        return wired.get("lead", "/rest/decision-gates/1.0/summary?project=SHOP&week=last", header, tag);
    }
}
