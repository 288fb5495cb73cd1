package org.decisiongates.jira.takeout;

import java.util.List;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.jira.task.ProgressView;
import org.decisiongates.page.view.LinkView;

public class TakeOutViewTest {

    private static final String ACTION = "/jira/plugins/servlet/decision-gates/take-out";
    private static final String KEPT = "The newest 5 are kept.";

    @Test
    public void offersToTakeOut() {
        page(new TakeOutView("atl_token", "token", ACTION, false, "SHOP", "Storefront", "", List.of(), List.of(), List.of(), List.of(),
                KEPT))
                .matches("empty");
    }

    @Test
    public void asksForAProject() {
        page(new TakeOutView("atl_token", "token", ACTION, false, "", "", "", List.of("Say which project."), List.of(), List.of(),
                List.of(),
                KEPT))
                .matches("no-project");
    }

    @Test
    public void offersToTakeOutAllProjects() {
        page(new TakeOutView("atl_token", "token", ACTION, true, "", "", "", List.of(), List.of(), List.of(), List.of(), KEPT))
                .matches("whole");
    }

    @Test
    public void leadsToTheFile() {
        page(new TakeOutView("atl_token", "token", ACTION, false, "SHOP", "Storefront", "a0", List.of("It was lost."), List.of(),
                List.of(new LinkView("Download the file", "/jira/rest/decision-gates/1.0/take-out/a1", "file")),
                List.of(new LinkView("decision-gates-SHOP-2026-11-29.zip", "/jira/rest/decision-gates/1.0/take-out/a1", "kept")), KEPT))
                .matches("typical");
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        page(new TakeOutView("atl_token", "token", ACTION, false, "SHOP", text, text, List.of(text),
                List.of(new ProgressView("/jira/tasks?id=1", "/jira/rest/tasks/1", 3, 8, "3 of 8 done", "{0} of {1} done")),
                List.of(new LinkView(text, "/jira", "file")), List.of(new LinkView(text, "/jira", "kept")), text)).matches("hostile");
    }

    private static GoldenHtml page(TakeOutView view) {
        return GoldenHtml.of("jira/takeout/take-out.vm").with("view", view);
    }
}
