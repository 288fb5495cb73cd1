package org.decisiongates.jira;

import static org.junit.Assert.assertEquals;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

import org.junit.Test;

/** What there is one of is not said of many. */
public class CountsTest {

    @Test
    public void areWordedForNoneForOneAndForMany() {
        assertEquals(List.of("0 of 0 issues would be refused", "1 of 1 issue would be refused", "1 of 2 issues would be refused"),
                texts("jira.task.headline.ISSUE", of(0, 0), of(1, 1), of(1, 2)));
        assertEquals(List.of("0 of 0 transitions would have been refused", "1 of 1 transition would have been refused",
                "1 of 2 transitions would have been refused"), texts("jira.task.headline.TRANSITION", of(0, 0), of(1, 1), of(1, 2)));
        assertEquals(List.of("Replay of version 3 of the policy P over the last week: all",
                "Replay of version 3 of the policy P over the last 2 weeks: all"),
                texts("jira.replay.title", of("P", 3, 1, "all"), of("P", 3, 2, "all")));
        assertEquals(List.of("The person was erased from no row. One more is left: press Erase again.",
                "The person was erased from one row. 2 more are left: press Erase again.",
                "The person was erased from 2 rows. One more is left: press Erase again."),
                texts("jira.audit.erasure.go-on", of(0L, 1L), of(1L, 2L), of(2L, 1L)));
        assertEquals(List.of("One entry is left out, because you may not browse the issue.",
                "2 entries are left out, because you may not browse the issue."), texts("jira.audit.hidden", of(1), of(2)));
        assertEquals(List.of("The policy allows waivers of at most 1 day. Choose 2026-11-23 or an earlier day.",
                "The policy allows waivers of at most 14 days. Choose 2026-11-23 or an earlier day."),
                texts("waiver.fault.late-day", of("2026-11-23", 1), of("2026-11-23", 14)));
        assertEquals(List.of("Reading the history: 0 of 1 issue", "Reading the history: 1 of 20 issues"),
                texts("jira.admin.journal-reading", of(0L, 1L), of(1L, 20L)));
        assertEquals(List.of("1 of 1 issue; 1", "1 of 20 issues; "
                + "19"), texts("jira.admin.journal-failed", of(1L, 1L, 1L), of(1L, 20L, 19L))
                        .stream().map(text -> text.replaceAll("^History read: | could not be read.*$", "")).toList());
        String migrate = " or migrate %s in Jira first, then try again.";
        assertEquals(List.of("1 issue of the type Decision in this project uses another workflow and would have to be migrated. Move"
                + migrate.formatted("it"),
                "2 issues of the type Decision in this project use another workflow and would have to be migrated. "
                        + "Move" + migrate.formatted("them")),
                texts("jira.project.needs-migration", of(1L, "Decision"), of(2L, "Decision")));
        assertEquals(List.of("no points", "1 point", "2 points"), texts("readiness.panel.points", of(0), of(1), of(2)));
        assertEquals(
                List.of("Bypass rate: 0 of 1 gate went through by a waiver.", "Bypass rate: 1 of 1,000 gates went through by a waiver."),
                texts("page.waivers.rate", of(0, 1), of(1, 1_000)));
    }

    private static List<String> texts(String key, Serializable[]... counts) {
        return Stream.of(counts).map(some -> Texts.english().text("decision-gates." + key, some)).toList();
    }

    private static Serializable[] of(Serializable... arguments) {
        return arguments;
    }
}
