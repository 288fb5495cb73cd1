package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.PlayedClock;
import org.decisiongates.sandbox.host.TestTime;

/** What an app has that has run for weeks: weeks that its own job closed at their time, each with its lists. */
public class PastWeeksWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final int WEEKS = 4;
    private static final String SUMMARY = "/rest/decision-gates/1.0/summary?project=SHOP";
    private static final String PAGE = "/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-week-link&week=";
    private static WiredJira wired;
    private static PlayedClock clock;

    @BeforeClass
    public static void start() throws Exception {
        JiraProduct product = new JiraProduct();
        clock = new PlayedClock(TestTime.CLOCK, WEEKS);
        wired = WiredJira.around(BOXES.start(product, BOXES.options().withClock(clock), BuiltPlugin.jar()), product.jira());
        wired.awaitHistory();
    }

    @Test
    public void endsAtThePresentWithTheSampleAsItIs() throws Exception {
        Instant before = TestTime.CLOCK.instant();
        Instant shown = clock.instant();
        assertFalse(shown.isBefore(before) || shown.isAfter(TestTime.CLOCK.instant()));
        JsonNode now = wired.get("lead", SUMMARY).json();
        OpenModel model = OpenModel.of(wired, "SHOP", "lead");
        assertEquals(model.blockers().size(), now.at("/blockers/total").asInt());
        assertEquals(model.decisions().size(), now.at("/decisions/total").asInt());
        assertEquals("closed this week: " + now.at("/closures"), 9, now.at("/closures/total").asInt());
    }

    @Test
    public void listsWhatWasOpenInTheWeeksThatWereClosedOnTime() throws Exception {
        for (int back = 1; back <= WEEKS + 1; back++) {
            JsonNode then = wired.get("lead", SUMMARY + "&week=" + week(back)).json();
            assertFalse(then.toString(), then.at("/header/frozenAt").isMissingNode());
            assertEquals(week(back), back > WEEKS, then.at("/header/rebuilt").asBoolean());
            assertEquals(week(back), back <= WEEKS, !then.at("/blockers/rows").isEmpty() && !then.at("/decisions/rows").isEmpty());
        }
    }

    @Test
    public void saysWhatIsDifferentItemByItem() throws Exception {
        JsonNode now = wired.get("lead", SUMMARY + "&compare=previous").json();
        assertFalse(now.toString(), now.at("/history/difference").isMissingNode());
        Set<String> kinds = new TreeSet<>();
        now.at("/history/comparison/changes/rows").forEach(change -> kinds.add(change.path("kind").asText()));
        assertTrue(kinds.toString(), kinds.containsAll(Set.of("new", "closed", "slipped", "owner-changed", "re-estimated")));
        Document page = Jsoup.parse(wired.get("lead", PAGE + week(0)).body());
        assertTrue(page.text(), page.select(".decision-gates-week-headline").text().contains("Since last week: "));
    }

    @Test
    public void hasFourTilesInEveryWeek() throws Exception {
        for (int back : List.of(0, 1, WEEKS, WEEKS + 1)) {
            Document page = Jsoup.parse(wired.get("lead", PAGE + week(back)).body());
            assertEquals(week(back), 4, page.select(".decision-gates-week-tiles > li").size());
        }
    }

    @Test
    public void tellsOfDecisionsThatNobodyMakesAlone() throws Exception {
        assertEquals(List.of("MET", "MET", "MET"), states("PAY-1"));
        assertEquals(List.of("OPEN", "MET", "NOT_ITS_TURN"), states("PAY-2"));
        assertEquals(List.of("OPEN", "NEEDS_DISCUSSION", "NOT_ITS_TURN"), states("PAY-3"));
        assertEquals(List.of("MET", "MET", "OPEN"), states("PAY-4"));
        assertEquals(List.of("OPEN", "OPEN", "NOT_ITS_TURN"), states("PAY-5"));
        assertEquals("STALE", approvals("PAY-2").at("/requirements/0/verdicts/0/standing").asText());
        assertEquals("[\"due-date\"]", approvals("PAY-2").at("/requirements/0/verdicts/0/changed").toString());
        assertTrue(approvals("PAY-4").get("steps").findValuesAsText("onBehalfOf").contains("stakeholder"));
        JsonNode thread = wired.get("owner", "/rest/decision-gates/1.0/issue/PAY-1/threads").json().at("/threads/0");
        assertEquals("RESOLVED", thread.get("state").asText());
        assertEquals("MET", thread.at("/window/state").asText());
        Document mine = Jsoup.parse(wired.get("stakeholder", "/plugins/servlet/decision-gates/my-approvals").body());
        assertEquals(List.of("PAY-2", "PAY-3", "PAY-5"), mine.select("#decision-gates-waiting tbody a").eachText());
        assertEquals(List.of("PAY-2", "See the difference"), mine.select("#decision-gates-stale tbody a").eachText());
    }

    @Test
    public void closedAWeekThatCountsThem() throws Exception {
        JsonNode then = wired.get("lead", SUMMARY.replace("SHOP", "PAY") + "&week=" + week(1)).json();
        assertFalse(then.toString(), then.at("/header/frozenAt").isMissingNode());
        assertEquals(then.toString(), 2, then.at("/approvals/issues").asInt());
        assertEquals(then.toString(), 0, then.at("/approvals/stale").asInt());
        assertEquals(then.toString(), 1, then.at("/feedback/met").asInt());
    }

    private static List<String> states(String key) throws Exception {
        return approvals(key).get("requirements").findValuesAsText("state");
    }

    private static JsonNode approvals(String key) throws Exception {
        return wired.get("owner", "/rest/decision-gates/1.0/issue/" + key + "/approvals").json();
    }

    private static String week(int back) {
        return TestTime.today().minusWeeks(back).format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, "2026-W47".length());
    }
}
