package org.decisiongates.confluence.summary;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.confluence.link.JiraAnswer.Missing;
import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.time.Week;

public class SummaryQuestionTest {

    @Test
    public void keepsThePagesTextOutOfTheLog() {
        assertEquals("SHOP", question("project", " shop ").logged());
        assertEquals("(not a key)", question("project", "SHOP\nERROR forged line").logged());
        assertEquals("(a query)", question("jql", "text ~ \"ERROR forged line\"").logged());
    }

    @Test
    public void asksForTheCurrentWeekUnlessAnotherIsNamed() {
        assertEquals("project=SHOP", question("project", "shop").query());
        assertEquals("project=SHOP", question("project", "\u200B\u00A0shop\uFEFF ").query());
        assertEquals("project=SHOP", question("project", "shop", "week", " Current").query());
        assertEquals("project=SHOP&week=last", question("project", "shop", "week", "LAST").query());
        assertEquals("project=SHOP&week=2026-W07", question("project", "shop", "week", "2026-w07").query());
        assertEquals("jql=labels+%3D+%22a%26b%22+%23&week=last", question("jql", "labels = \"a&b\" #", "week", "last").query());
    }

    @Test
    public void givesEveryFaultItsName() {
        assertEquals(fault(Reason.NO_PROJECT, ""), question().fault());
        assertEquals(fault(Reason.BAD_PROJECT, "SH OP"), question("project", "sh op").fault());
        assertEquals("what nobody sees is named", fault(Reason.BAD_PROJECT, "SH[U+200B]OP"), question("project", "sh\u200Bop").fault());
        assertEquals(fault(Reason.PROJECT_AND_QUERY, "SHOP"), question("project", "SHOP", "jql", "project = SHOP").fault());
        assertEquals(fault(Reason.BAD_QUERY, "a\u0000b"), question("jql", "a\u0000b").fault());
        assertEquals(Reason.BAD_QUERY, question("jql", "a".repeat(2_001)).fault().orElseThrow().reason());
        assertEquals(Reason.BAD_QUERY, question("jql", "\u20ac".repeat(223)).fault().orElseThrow().reason());
        for (String week : new String[] {"2026", "2026-W54", "2026-W00", "next", "2026-W1", "2026-11-20", "2026-W47&x=1"}) {
            assertEquals(week, Reason.BAD_WEEK, question("project", "SHOP", "week", week).fault().orElseThrow().reason());
        }
    }

    @Test
    public void asksForAComparisonWithAnEarlierWeek() {
        assertEquals("project=SHOP&compare=previous", question("project", "SHOP", "compare", " Previous ").query());
        assertEquals("project=SHOP&week=last&compare=2026-W07", question("project", "SHOP", "week", "last", "compare", "2026-w07").query());
        for (String week : new String[] {"last", "2026-W54", "2026-11-18T09:15:00Z", "2026-W07&x=1"}) {
            assertEquals(week, Reason.BAD_COMPARE, question("project", "SHOP", "compare", week).fault().orElseThrow().reason());
        }
        assertEquals("weeks of a query are not closed", Reason.BAD_COMPARE,
                question("jql", "project = SHOP", "compare", "previous").fault().orElseThrow().reason());
        assertEquals("project=SHOP&week=2026-W30&compare=previous",
                question("project", "SHOP", "compare", "previous").in(Week.parse("2026-W30")).query());
        assertEquals("project=SHOP&week=2026-W30&compare=2026-W29",
                question("project", "SHOP", "compare", "2026-W29").in(Week.parse("2026-W30")).query());
        assertEquals("project=SHOP&week=2026-W30", question("project", "SHOP", "compare", "2026-W30").in(Week.parse("2026-W30")).query());
        Instant monday = Instant.parse("2026-11-16T09:00:00Z");
        assertEquals(Reason.BAD_COMPARE, question("project", "SHOP", "week", "last", "compare", "2026-W47").whyNoWeek(monday));
        assertEquals(Reason.WEEK_NOT_BEGUN, question("project", "SHOP", "week", "2027-W01", "compare", "previous").whyNoWeek(monday));
    }

    @Test
    public void asksForWhatOnePersonOwns() {
        assertEquals("project=SHOP&owner=Maya+Chen", question("project", "SHOP", "owner", " Maya Chen ").query());
        assertEquals("project=SHOP&week=2026-W30&owner=-", question("project", "SHOP", "owner", "-").in(Week.parse("2026-W30")).query());
        for (String name : new String[] {"a\u0000b", "x".repeat(256)}) {
            assertEquals(Reason.BAD_OWNER, question("project", "SHOP", "owner", name).fault().orElseThrow().reason());
        }
    }

    @Test
    public void tellsAWeekThatLiesAheadFromOneOfTooLongAgo() {
        Instant monday = Instant.parse("2026-11-16T09:00:00Z");
        assertEquals(Reason.WEEK_NOT_BEGUN, question("project", "SHOP", "week", "2026-W48").whyNoWeek(monday));
        assertEquals(Reason.WEEK_NOT_BEGUN, question("project", "SHOP", "week", "2027-W01").whyNoWeek(monday));
        assertEquals("somewhere it is still Sunday", Reason.WEEK_NOT_BEGUN,
                question("project", "SHOP", "week", "2026-W47").whyNoWeek(monday));
        assertEquals(Reason.WEEK_NOT_KEPT, question("project", "SHOP", "week", "1999-W01").whyNoWeek(monday));
        assertEquals(Reason.BAD_WEEK, question("project", "SHOP").whyNoWeek(monday));
    }

    @Test
    public void asksForTheWeekOfAMomentAndNamesTheWeeksItCanLieIn() {
        SummaryQuestion asked = question("project", "SHOP", "week", "2026-11-18T09:15:00Z");
        assertEquals("project=SHOP&week=2026-11-18T09:15:00Z", asked.query());
        assertEquals(Optional.empty(), asked.fault());
        assertEquals("2026-W47", asked.weekShown());
        assertEquals("2026-W47/2026-W48", question("project", "SHOP", "week", "2026-11-22T23:30:00Z").weekShown());
        assertEquals("last", question("project", "SHOP", "week", "last").weekShown());
        assertEquals(Reason.BAD_WEEK, question("project", "SHOP", "week", "2026-11-18T25:00:00Z").fault().orElseThrow().reason());
    }

    @Test
    public void findsNoFaultInWhatCanBeAsked() {
        for (SummaryQuestion question : new SummaryQuestion[] {question("project", "SHOP"), question("jql", "\u20ac".repeat(222)),
                question("project", "A_1", "week", "2026-W53", "frozen", "true", "jira", "Other")}) {
            assertEquals(Optional.empty(), question.fault());
        }
        assertTrue(question("project", "SHOP", "frozen", "TRUE").frozenOnly());
    }

    private static Optional<Missing> fault(Reason reason, String subject) {
        return Optional.of(Missing.because(reason, subject));
    }

    private static SummaryQuestion question(String... parameters) {
        Map<String, String> map = new java.util.HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            map.put(parameters[i], parameters[i + 1]);
        }
        return SummaryQuestion.of(map);
    }
}
