package org.decisiongates.jira.approval;

import java.util.List;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;

public class ApprovalFormHintsViewTest {

    @Test
    public void tellsEachFieldWhatItsChangeMakesStale() {
        page(new ApprovalFormHintView("customfield_10004", "A change of this field makes current approvals stale: Legal, Board."),
                new ApprovalFormHintView("duedate", "A change of this field makes current approvals stale: Board.")).matches("typical");
    }

    @Test
    public void saysNothingWhereNothingIsApproved() {
        page().matches("empty");
    }

    @Test
    public void showsTextsAsTexts() {
        page(new ApprovalFormHintView("duedate", GoldenHtml.HOSTILE)).matches("hostile");
    }

    private static GoldenHtml page(ApprovalFormHintView... hints) {
        return GoldenHtml.of("jira/approval/form-hints.vm").with("view", new ApprovalFormHintsView(List.of(hints)));
    }
}
