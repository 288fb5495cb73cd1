package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.StatementLog;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Levels;

/** What gates did, in the built jar: who sees which numbers, and what they cost. */
public class InsightWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String REST = "/rest/decision-gates/1.0/insight";
    private static final String PAGE = "/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-insight-link";
    private static final int SEND_FOR_REVIEW = 11;

    private static WiredJira wired;

    @BeforeClass
    public static void refuse() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
        long scheme = wired.jira.levels().createScheme("Levels");
        long level = wired.jira.levels().create(scheme, "Few", List.of("storefront-leads")).id();
        wired.jira.levels().useScheme(wired.id("SHOP"), scheme);
        IssueRow secret = wired.create("SHOP", "Decision", new IssueInput().set("summary", "Refused in secret")
                .set(Levels.FIELD, String.valueOf(level)).offScreen(IssueInput.OffScreen.ACCEPTED));
        for (IssueRow issue : List.of(wired.decision("Refused in the open"), secret)) {
            assertEquals(400, wired.jira.issues().transition("lead", issue.id(), SEND_FOR_REVIEW, new IssueInput()).reason());
        }
    }

    @Test
    public void countsForEachReaderWhatThatReaderMayBrowse() throws Exception {
        // what was refused before there was an issue counts only for those from whom nothing is hidden
        String transition = "transition=Send%20for%20review";
        long lead = refused("lead", "?project=SHOP&" + transition);
        assertEquals(lead - 1, refused("reader", "?project=SHOP&" + transition));
        assertEquals("over all projects", lead - 1, refused("admin", "?" + transition));
        assertEquals(403, wired.get("lead", REST).status());
        assertEquals(404, wired.get("outsider", REST + "?project=SHOP").status());
    }

    private static long refused(String who, String query) throws Exception {
        JsonNode answer = wired.get(who, REST + query).json();
        long refused = 0;
        for (JsonNode bucket : answer.get("timeline")) {
            refused += bucket.get("counts").path("REFUSED").asLong();
        }
        assertEquals(answer.toString(), 12, answer.get("timeline").size());
        return refused;
    }

    @Test
    public void showsThePageOfTheProjectAndLeadsThoseWhoMayToTheEntries() throws Exception {
        Document lead = page("lead");
        assertTrue(lead.text(), lead.select(".decision-gates-insight-rules tbody tr").size() > 0);
        assertEquals(200,
                wired.get("lead", lead.selectFirst(".decision-gates-insight-entries").attr("href").replaceFirst("^.*(?=/projects)", ""))
                        .status());
        assertEquals(0, page("reader").select(".decision-gates-insight-entries").size());
        assertEquals(List.of(), wired.box.blockedCalls());
    }

    @Test
    public void showsThePageOfAllProjectsToAdministrators() throws Exception {
        Document page = Jsoup.parse(wired.get("admin", "/plugins/servlet/decision-gates/insight").body());
        assertTrue(page.text(), page.select(".decision-gates-insight-timeline tbody tr").size() == 12);
        assertTrue(page.title(), page.title().contains("Gate insight") && page.select("h2").eachText().contains("Gate insight"));
        assertEquals(403, wired.get("lead", "/plugins/servlet/decision-gates/insight").status());
    }

    @Test
    public void refusesMoreDaysThanItCanShow() throws Exception {
        for (String call : List.of(REST, REST + "/export")) {
            assertEquals(call, 400, wired.get("lead", call + "?project=SHOP&from=0001-01-01&until=9999-12-31").status());
        }
        Document page = Jsoup.parse(wired.get("admin", "/plugins/servlet/decision-gates/insight?from=0001-01-01").body());
        assertTrue(page.text(), page.text().contains("is longer than 3,660 days. Choose a shorter period."));
        assertEquals(0, page.select(".decision-gates-insight-timeline").size());
    }

    @Test
    public void givesTheNumbersAsAFile() throws Exception {
        String csv = wired.get("lead", REST + "/export?project=SHOP").body();
        assertTrue(csv, csv.startsWith("start,ERROR,REFUSED,WAIVED,ADVISED,EVALUATED,PASSED\r\n"));
        assertTrue(csv, csv.contains("rule,refused,attempts,passedLater,medianSecondsUntilPassed\r\nhas-"));
        assertTrue(csv, csv.endsWith("\r\n\r\ncutOff\r\nfalse\r\n"));
    }

    @Test
    public void readsAThousandEntriesWithOneStatement() throws Exception {
        wired.awaitFirstLook();
        wired.get("lead", REST + "?project=SHOP");
        StatementLog log = wired.box.logStatements();
        assertEquals(200, wired.get("lead", REST + "?project=SHOP").status());
        assertEquals(1, log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME).with("AO_").count());
    }

    private static Document page(String who) throws Exception {
        return Jsoup.parse(wired.get(who, PAGE).body());
    }
}
