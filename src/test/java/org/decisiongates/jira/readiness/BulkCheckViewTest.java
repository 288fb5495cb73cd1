package org.decisiongates.jira.readiness;

import java.util.List;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.page.view.LinkView;

public class BulkCheckViewTest {

    @Test
    public void takesAQuery() {
        page(new BulkCheckView("atl_token", "token", "/jira/plugins/servlet/decision-gates/bulk-check", "project = \"SHOP\"",
                List.of("The value 'SHOP' does not exist."),
                List.of(new LinkView("In progress: project = OPS", "/jira/plugins/servlet/decision-gates/tasks?id=7", "task"))))
                .matches("typical");
    }

    @Test
    public void beginsWithNothing() {
        page(new BulkCheckView("atl_token", "token", "/jira/plugins/servlet/decision-gates/bulk-check", "", List.of(), List.of()))
                .matches("empty");
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        page(new BulkCheckView("atl_token", "token", "/jira/plugins/servlet/decision-gates/bulk-check", text, List.of(text),
                List.of(new LinkView(text, "/jira", "task")))).matches("hostile");
    }

    private static GoldenHtml page(BulkCheckView view) {
        return GoldenHtml.of("jira/readiness/bulk-check.vm").with("view", view);
    }
}
