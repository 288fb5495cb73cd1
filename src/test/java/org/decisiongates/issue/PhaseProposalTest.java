package org.decisiongates.issue;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

import org.decisiongates.issue.PhaseProposal.Basis;

public class PhaseProposalTest {

    @Test
    public void goesByTheNameThenByWhatIsUsualThenByTheCategory() {
        String[][] decisions = {{"in REVIEW", "new", "IN_REVIEW", "NAME"}, {"Superseded", "done", "SUPERSEDED", "NAME"},
                {" Approved ", "done", "DECIDED", "USUAL_NAME"}, {"To Do", "new", "DRAFT", "USUAL_NAME"},
                {"Won't do", "done", "REJECTED", "USUAL_NAME"}, {"Parked", "new", "DRAFT", "CATEGORY"},
                {"Parked", "indeterminate", "IN_REVIEW", "CATEGORY"}, {"Parked", "done", "DECIDED", "CATEGORY"},
                {"Parked", "", "IN_REVIEW", "CATEGORY"}};
        for (String[] row : decisions) {
            assertEquals(String.join(" ", row), new PhaseProposal(row[2], Basis.valueOf(row[3])), PhaseProposal.ofDecision(row[0], row[1]));
        }
        String[][] blockers = {{"resolving", "new", "RESOLVING", "NAME"}, {"On hold", "indeterminate", "ESCALATED", "USUAL_NAME"},
                {"Done", "done", "RESOLVED", "USUAL_NAME"}, {"Parked", "new", "OPEN", "CATEGORY"},
                {"Parked", "indeterminate", "RESOLVING", "CATEGORY"}, {"Parked", "done", "RESOLVED", "CATEGORY"}};
        for (String[] row : blockers) {
            assertEquals(String.join(" ", row), new PhaseProposal(row[2], Basis.valueOf(row[3])), PhaseProposal.ofBlocker(row[0], row[1]));
        }
    }
}
