package org.decisiongates.jira.admin;

import java.util.List;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;

public class AdminViewTest {

    private static final AdminView.Token TOKEN = new AdminView.Token("atl_token", "B6X0|in");

    @Test
    public void showsWhatCanBeEnabledAndWhatCannot() {
        page(new AdminView.Messages(List.of("Decisions and Blockers can now be created in SHOP."), List.of()),
                new AdminView.Health(List.of(), List.of(), "Self-check: everything is there."),
                new ProjectView("OPS", "Operations", List.of()),
                new ProjectView("SHOP", "Storefront", "Reading the history: 120 of 500 issues", List.of()),
                new ProjectView("TEAM", "Team", "History read: 12 issues",
                        List.of("Week 2026-W46 is still open because TEAM-7 cannot be read.")),
                new ProjectView("WEB", "Web", List.of("The scheme is used by other projects too."))).matches("typical");
    }

    @Test
    public void showsThatNothingIsThereYet() {
        page(AdminView.Messages.NONE,
                new AdminView.Health(List.of("issue-type.decision was not made yet."), List.of(), "Self-check: nothing was checked."))
                .matches("empty");
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        GoldenHtml.of("jira/admin/admin.vm").with("view", new AdminView(new AdminView.Token(text, text),
                new AdminView.Messages(List.of(text), List.of(text)), new AdminView.Health(List.of(text), List.of(text), text),
                List.of(new ProjectView(text, text, text, List.of(text)), new ProjectView(text, text, List.of()),
                        new ProjectView(text, text, List.of(text)))))
                .matches("hostile");
    }

    private static GoldenHtml page(AdminView.Messages messages, AdminView.Health health, ProjectView... projects) {
        return GoldenHtml.of("jira/admin/admin.vm").with("view", new AdminView(TOKEN, messages, health, List.of(projects)));
    }
}
