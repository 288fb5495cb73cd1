package org.decisiongates.issue;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.Test;

import org.decisiongates.issue.LinkedIssue.Link;

public class LinkedIssueTest {

    private static final Link LINK = new Link("10003", true, false);

    @Test
    public void saysNothingOfAHiddenIssueThatCouldBePrinted() {
        IssueStatus status = new IssueStatus("77", "Secretly stuck", Optional.of("DRAFT"));
        LinkedIssue hidden = LinkedIssue.hidden(LINK, 4711, "decision", status);

        assertEquals(Optional.empty(), hidden.key());
        assertEquals(Optional.empty(), hidden.status());
        assertFalse(hidden.toString(), hidden.toString().matches(".*(77|Secretly|4711|DRAFT).*"));
        assertEquals("", LinkedIssue.named(List.of(hidden)));
        assertTrue("it can be counted", hidden.isDecision() && hidden.isOpen() && hidden.standsIn(Set.of("DRAFT"), Set.of()));
        assertEquals(Optional.of(status), LinkedIssue.visible(LINK, 4711, "SHOP-1", "decision", status).status());
    }

    @Test
    public void isOpenUntilItIsSettled() {
        for (DecisionPhase phase : DecisionPhase.values()) {
            assertEquals(phase.name(), phase.isOpen(), visible(1, "decision", Optional.of(phase.name())).isOpen());
        }
        for (BlockerPhase phase : BlockerPhase.values()) {
            assertEquals(phase.name(), phase.isOpen(), visible(1, "blocker", Optional.of(phase.name())).isOpen());
        }
        assertTrue("a status of no phase has settled nothing", visible(1, "decision", Optional.empty()).isOpen());
        assertTrue(visible(1, "blocker", Optional.empty()).isOpen());
        assertFalse("only Decisions and Blockers are open or settled", visible(1, "10002", Optional.empty()).isOpen());
    }

    @Test
    public void standsInAPhaseOrAStatus() {
        LinkedIssue decided = visible(1, "decision", Optional.of("DECIDED"));
        assertTrue(decided.standsIn(Set.of("LIVE", "DECIDED"), Set.of()));
        assertTrue(decided.standsIn(Set.of(), Set.of("status-1")));
        assertFalse(decided.standsIn(Set.of("LIVE"), Set.of("status-2")));
        assertFalse("in no phase", visible(1, "decision", Optional.empty()).standsIn(Set.of("DECIDED"), Set.of()));
    }

    @Test
    public void isOneIssueHoweverManyLinksLeadToIt() {
        LinkedIssue again = LinkedIssue.visible(new Link("10000", false, true), 1, "SHOP-1", "decision",
                new IssueStatus("status-1", "Status 1", Optional.empty()));
        List<LinkedIssue> all = List.of(visible(1, "decision", Optional.empty()), again, visible(2, "decision", Optional.empty()));

        assertEquals(List.of(all.get(0), all.get(2)), LinkedIssue.distinct(all));
        assertNotEquals(all.get(0), again);
        assertEquals(again.hashCode(), LinkedIssue.visible(new Link("10000", false, true), 1, "SHOP-1", "decision",
                new IssueStatus("status-1", "Status 1", Optional.empty())).hashCode());
    }

    @Test
    public void namesTheFirstTenAsPeopleCount() {
        List<LinkedIssue> all = LongStream.rangeClosed(1, 10).mapToObj(id -> visible(id, "decision", Optional.empty()))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(all);
        String ten = LongStream.rangeClosed(1, 10).mapToObj(id -> "SHOP-" + id + " (Status " + id + ")").collect(Collectors.joining(", "));

        assertEquals(ten, LinkedIssue.named(all));
        all.add(visible(11, "decision", Optional.empty()));
        assertEquals(ten + ", \u2026", LinkedIssue.named(all));
    }

    private static LinkedIssue visible(long id, String type, Optional<String> phase) {
        return LinkedIssue.visible(LINK, id, "SHOP-" + id, type, new IssueStatus("status-" + id, "Status " + id, phase));
    }
}
