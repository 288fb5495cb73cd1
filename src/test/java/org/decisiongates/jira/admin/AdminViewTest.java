package org.decisiongates.jira.admin;

import java.util.List;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.page.view.LinkView;

public class AdminViewTest {

    @Test
    public void showsWhatCanBeEnabledAndWhatCannot() {
        page(new AdminView("atl_token", "B6X0|in", List.of("Decisions and Blockers can now be created in SHOP."), List.of(), List.of(), "",
                List.of(), List.of(), "Self-check: everything is there.", "", "4 of 24 projects",
                List.of(ProjectView.notEnabled("OPS", "Operations", List.of()),
                        ProjectView.enabled("SHOP", "Storefront", "Reading the history: 120 of 500 issues", List.of()),
                        ProjectView.enabled("TEAM", "Team", "History read: 12 issues",
                                List.of("Week 2026-W46 is still open because TEAM-7 cannot be read.")),
                        ProjectView.notEnabled("WEB", "Web", List.of("The scheme is used by other projects too."))),
                List.of(new LinkView("More projects", "/jira/plugins/servlet/decision-gates/admin?query=&start=20", "next"))))
                .matches("typical");
    }

    @Test
    public void showsThatNothingIsThereYet() {
        page(new AdminView("atl_token", "B6X0|in", List.of(), List.of(), List.of("issue-type.decision has not been created yet."),
                "The field was named after Decisions.", List.of(), List.of(),
                "Self-check: nothing was checked.", "shop", "No project has this in its name or key.", List.of(), List.of()))
                .matches("empty");
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        List<String> texts = List.of(text);
        page(new AdminView(text, text, texts, texts, texts, text, List.of(), texts, text, text, text,
                List.of(ProjectView.enabled(text, text, text, texts), ProjectView.notEnabled(text, text, List.of()),
                        ProjectView.notEnabled(text, text, texts)),
                List.of(new LinkView(text, "/jira/plugins/servlet/decision-gates/admin?query=%3Cb%3E&start=0", "previous"))))
                .matches("hostile");
    }

    @Test
    public void showsWhatANewerVersionWouldAddAndHasAdded() {
        upgrade("B6X0|in",
                new InstallationUpgradeView(
                        List.of("Policy Decision: the gate Rejected", "Decision workflow, Reject: the gate decision: rejected"),
                        List.of("The workflow Blocker workflow has a draft."),
                        List.of("Decision workflow, Supersede: the screen Decision Gates: Decision: supersede")))
                .matches("typical");
        upgrade("B6X0|in").matches("empty");
        List<String> texts = List.of(GoldenHtml.HOSTILE);
        upgrade(GoldenHtml.HOSTILE, new InstallationUpgradeView(texts, texts, texts)).matches("hostile");
    }

    private static GoldenHtml upgrade(String token, InstallationUpgradeView... upgrade) {
        return GoldenHtml.of("jira/admin/upgrade.vm").with("view", new AdminView("atl_token", token, List.of(), List.of(), List.of(), "",
                List.of(upgrade), List.of(), "", "", "", List.of(), List.of()));
    }

    private static GoldenHtml page(AdminView view) {
        return GoldenHtml.of("jira/admin/admin.vm").with("view", view);
    }
}
