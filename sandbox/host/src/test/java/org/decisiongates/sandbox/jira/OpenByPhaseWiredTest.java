package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;

/** What is open is a matter of the status alone: issues that keep a resolution after they were opened again, or were given one early. */
@RunWith(Parameterized.class)
public class OpenByPhaseWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String SUMMARY = "/rest/decision-gates/1.0/summary?project=SHOP";
    private static WiredJira wired;

    public OpenByPhaseWiredTest(Options.Database database) {
        BOXES.on(database, () -> wired = WiredJira.start(BOXES, database));
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @Test
    public void anOpenIssueThatKeepsAResolutionIsInEveryListAndEveryCount() throws Exception {
        JsonNode before = wired.get("lead", SUMMARY).json();
        IssueRow decision = wired.decision("Reopened without clearing its resolution");
        IssueRow blocker = wired.create("SHOP", "Blocker", new IssueInput().set("summary", "Given a resolution early").set("duedate",
                LocalDate.now(wired.jira.clock()).plusDays(3).toString())
                .set(wired.field("Fallback plan"), "Go on with the old way of doing it.").set(wired.field("Owner"), "owner"));
        for (IssueRow issue : List.of(decision, blocker)) {
            wired.box.box().jdbc().sql("update jira_issue set resolution = ?, resolved = updated where id = ?")
                    .param(wired.jira.resolutions().all().get(0).id()).param(issue.id()).update();
        }

        JsonNode now = wired.get("lead", SUMMARY).json();
        OpenModel model = OpenModel.of(wired, "SHOP", "lead");
        assertTrue(keys(now, "decisions").contains(decision.key()));
        assertTrue(keys(now, "blockers").contains(blocker.key()));
        assertEquals(before.at("/decisions/total").asLong() + 1, now.at("/decisions/total").asLong());
        assertEquals(before.at("/blockers/total").asLong() + 1, now.at("/blockers/total").asLong());
        assertEquals(model.decisions().size(), now.at("/decisions/total").asInt());
        assertEquals(model.owners(), OpenModel.owners(now));
        assertEquals(model.asks() + now.at("/debt/total").asLong(), now.at("/asks/total").asLong());
        assertEquals("the journal counts the same Blockers", now.at("/blockers/total").asLong(),
                figure(now, "blocker-survival").path("sample").asLong());
        JsonNode closure = figure(now, "decision-closure-rate").path("secondaryFigures");
        assertEquals("the journal counts the same Decisions", now.at("/decisions/total").asLong(),
                closure.path("open-at-start").asLong() + closure.path("opened").asLong() - closure.path("closed").asLong());
        for (String list : List.of("blockers", "decisions")) {
            assertEquals("Jira's own issue list finds the same " + list, now.at("/" + list + "/total").asLong(),
                    wired.jira.search().count("lead", now.at("/header/lists/" + list).asText()));
        }
    }

    private static JsonNode figure(JsonNode summary, String metric) {
        for (JsonNode row : summary.at("/figures/rows")) {
            if (row.path("metric").asText().equals(metric)) {
                return row;
            }
        }
        throw new AssertionError("no figure " + metric);
    }

    private static List<String> keys(JsonNode summary, String section) {
        List<String> keys = new ArrayList<>();
        summary.at("/" + section + "/rows").forEach(row -> keys.add(row.path("key").asText()));
        return keys;
    }
}
