package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.model.VersionRow;
import org.decisiongates.sandbox.jira.model.Versions;

/** What summaries tell when the past and the present differ: an issue is in another project now, a release has other dates. */
@RunWith(Parameterized.class)
public class ProjectsInTimeWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String SUMMARY = "/rest/decision-gates/1.0/summary?";
    private static final List<String> LISTS = List.of("blockers", "decisions");
    private static WiredJira wired;

    public ProjectsInTimeWiredTest(Options.Database database) {
        BOXES.on(database, () -> wired = WiredJira.start(BOXES, database));
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @Test
    public void whatIsMovedCountsWhereItIsNowAndStaysInTheWeeksThatAreOver() throws Exception {
        wired.enable("RISK");
        JsonNode before = summary("lead", "project=SHOP");
        JsonNode elsewhere = summary("lead", "project=RISK");
        Reply frozen = wired.get("lead", SUMMARY + "project=SHOP&week=last");
        Map<String, JsonNode> leaving = new TreeMap<>();
        Map<String, IssueRow> arrived = new TreeMap<>();
        for (String list : LISTS) {
            JsonNode row = before.at("/" + list + "/rows/0");
            leaving.put(list, row);
            IssueRow issue = wired.jira.issues().byKey(row.get("key").asText()).orElseThrow();
            Outcome moved = wired.jira.issues().move("lead", issue.id(), wired.id("RISK"), issue.issueTypeId());
            assertTrue(moved.toString(), moved.done());
            arrived.put(list, moved.issue().orElseThrow());
        }
        JsonNode after = summary("lead", "project=SHOP");
        JsonNode there = summary("lead", "project=RISK");
        for (String list : LISTS) {
            assertEquals(list, total(before, list) - 1, total(after, list));
            assertEquals(list, total(elsewhere, list) + 1, total(there, list));
            assertFalse(list, keys(after, list).contains(leaving.get(list).get("key").asText()));
            JsonNode row = row(there, list, arrived.get(list).key());
            for (String member : List.of("summary", "phase", "owner", "due", "ageDays", "fallback", "escalated")) {
                assertEquals(list + " " + member, leaving.get(list).get(member), row.get(member));
            }
        }
        assertEquals("to leave is not to be closed", before.get("closures"), after.get("closures"));
        assertEquals("nor is to arrive", elsewhere.get("closures"), there.get("closures"));
        assertEquals("the week that is over", frozen.body(), wired.get("lead", SUMMARY + "project=SHOP&week=last").body());
        readsTheSameFromJirasHistory(arrived);
        knowsNothingOf(leaving, arrived);
    }

    /** Both projects' rows: that it left the one, and how it stood when it came to the other. */
    private static void readsTheSameFromJirasHistory(Map<String, IssueRow> arrived) {
        for (IssueRow issue : arrived.values()) {
            List<String> rows = rows(issue);
            assertEquals(rows.toString(), 1,
                    rows.stream().filter(row -> row.contains(":MOVED:left|SHOP-") && row.contains("|" + wired.id("SHOP") + "|")).count());
            assertEquals(rows.toString(), 1,
                    rows.stream().filter(row -> row.contains(":CREATED|" + issue.key() + "|" + wired.id("RISK") + "|")).count());
            wired.box.box().jdbc().sql("delete from \"" + wired.proof().table() + "\" where \"ITEM\" <> 'IMPACT' and \"ISSUE_ID\" = ?")
                    .param(issue.id()).update();
            wired.runJob("reconcileJob");
            assertEquals(rows, rows(issue));
        }
    }

    private static List<String> rows(IssueRow issue) {
        return wired.proof().lines().stream().filter(line -> line.startsWith(issue.id() + ":")).sorted().toList();
    }

    /** A reader of the project that they left, who may not browse the other. */
    private static void knowsNothingOf(Map<String, JsonNode> leaving, Map<String, IssueRow> arrived) throws Exception {
        for (String question : List.of("project=SHOP", "project=SHOP&week=last", "jql=issuetype%20in%20(Blocker,Decision)")) {
            Reply reply = wired.get("reader", SUMMARY + question);
            assertEquals(question, 200, reply.status());
            for (String list : LISTS) {
                for (String hidden : List.of(leaving.get(list).get("key").asText(), arrived.get(list).key(),
                        leaving.get(list).get("summary").asText())) {
                    assertFalse(question + " tells of " + hidden + ": " + reply.body(), reply.body().contains("\"" + hidden + "\""));
                }
            }
        }
        assertTrue("it is said that something is missing", summary("reader", "project=SHOP&week=last").at("/header/partial").asBoolean());
    }

    @Test
    public void aReleaseThatIsReplannedChangesNoLeadThatWasMeasured() throws Exception {
        wired.open("PLAN");
        LocalDate today = LocalDate.now(wired.jira.clock());
        VersionRow spring = wired.jira.versions().create(release(0, "Spring", today.minusDays(5), today.plusDays(15)));
        VersionRow autumn = wired.jira.versions().create(release(0, "Autumn", today.minusDays(1), today.plusDays(99)));
        IssueRow early = blocker(spring);
        assertLead(1, "0.75");
        wired.jira.versions().update(release(spring.id(), "Spring", today.minusDays(5), today.plusDays(5)));
        assertLead(1, "0.75");
        assertTrue(wired.jira.issues().update("lead", early.id(), new IssueInput().set(Versions.FIELD, String.valueOf(autumn.id()))
                .offScreen(IssueInput.OffScreen.ACCEPTED)).done());
        assertLead(1, "0.75");
        wired.runJob("reconcileJob");
        assertLead(1, "0.75");
        blocker(spring);
        // half of the time is left: the median of that and of what was
        assertLead(2, "0.625");
    }

    private static VersionRow release(long id, String name, LocalDate start, LocalDate launch) {
        return new VersionRow(id, wired.id("PLAN"), name, "", start.toString(), launch.toString(), false, false);
    }

    private static IssueRow blocker(VersionRow release) {
        return wired.create("PLAN", "Blocker",
                new IssueInput().set("summary", "Found in " + release.name()).set(wired.field("Owner"), "lead")
                        .set("duedate", TestTime.today().plusDays(3).toString())
                        .set(wired.field("Fallback plan"), "Go on with the old way of doing it.")
                        .set(Versions.FIELD, String.valueOf(release.id())).offScreen(IssueInput.OffScreen.ACCEPTED));
    }

    private static void assertLead(int sample, String value) throws Exception {
        JsonNode summary = summary("lead", "project=PLAN");
        for (JsonNode figure : summary.at("/figures/rows")) {
            if (figure.get("metric").asText().equals("blocker-surfacing-lead")) {
                assertEquals(sample, figure.get("sample").asInt());
                assertEquals(value, figure.get("value").decimalValue().stripTrailingZeros().toPlainString());
                assertEquals("0", figure.at("/secondaryFigures/without-release").asText());
                assertFalse("so few say nothing", figure.get("enough").asBoolean());
                return;
            }
        }
        throw new AssertionError("no lead is told: " + summary);
    }

    private static JsonNode summary(String who, String question) throws Exception {
        Reply reply = wired.get(who, SUMMARY + question);
        WiredJira.assertStatus(question, 200, reply);
        return reply.json();
    }

    private static int total(JsonNode summary, String list) {
        return summary.at("/" + list + "/total").asInt();
    }

    private static List<String> keys(JsonNode summary, String list) {
        return summary.at("/" + list + "/rows").findValuesAsText("key");
    }

    private static JsonNode row(JsonNode summary, String list, String key) {
        for (JsonNode row : summary.at("/" + list + "/rows")) {
            if (row.get("key").asText().equals(key)) {
                return row;
            }
        }
        throw new AssertionError(key + " is not among the " + list + ": " + keys(summary, list));
    }
}
