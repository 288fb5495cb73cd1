package org.decisiongates.issue;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.junit.Test;

public class IssueTypeProposalTest {

    @Test
    public void goesByTheWordsOfTheName() {
        List<String> names = List.of("Task", "Architecture decision", "ADR", "Decision-log entry", "Indecision", "Impediment",
                "Team blocker (ops)", "Blocked", "Story", "");

        assertEquals(List.of("Architecture decision", "ADR", "Decision-log entry"),
                names.stream().filter(IssueTypeProposal::isDecision).toList());
        assertEquals(List.of("Impediment", "Team blocker (ops)"), names.stream().filter(IssueTypeProposal::isBlocker).toList());
    }
}
