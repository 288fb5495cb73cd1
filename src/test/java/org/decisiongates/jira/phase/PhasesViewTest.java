package org.decisiongates.jira.phase;

import java.util.List;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;

public class PhasesViewTest {

    private static final String ACTION = "/jira/plugins/servlet/decision-gates/phases";

    @Test
    public void offersAPhaseForEachStatusOfSomebodyElse() {
        page(view("Storefront", List.of(), List.of("Saved."), List.of(new PhaseTableView("decision", "Decision",
                List.of(new PhaseRowView("Draft", "What the status Draft stands for", "phase.decision.1", "Draft", List.of(), "Brought"),
                        new PhaseRowView("Parked", "What the status Parked stands for", "phase.decision.2", "",
                                List.of(new PhaseOptionView("", "No phase", true), new PhaseOptionView("IN_REVIEW", "In review", false)),
                                "Proposed: In review"))))))
                .matches("typical");
    }

    @Test
    public void saysThatThereIsNothing() {
        page(new PhasesView("atl_token", "token", ACTION, "SHOP", "Storefront", 0, List.of(), List.of(), List.of(), List.of(), false,
                false))
                .matches("empty");
    }

    @Test
    public void asksForAProject() {
        page(new PhasesView("atl_token", "token", "", "", "", 0, List.of(), List.of("Say which project."), List.of(), List.of(), false,
                false))
                .matches("no-project");
    }

    @Test
    public void saysThatNothingCanBeChosen() {
        page(new PhasesView("atl_token", "token", ACTION, "SHOP", "Storefront", 0, List.of(), List.of(), List.of(),
                List.of(new PhaseTableView("blocker", "Blocker", List.of(
                        new PhaseRowView("Open", "What the status Open stands for", "phase.blocker.1", "Open", List.of(), "Brought")))),
                false, false)).matches("own-only");
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        page(view(text, List.of(text), List.of(text), List.of(new PhaseTableView("decision", text, List.of(new PhaseRowView(text, text,
                text, text, List.of(), text),
                new PhaseRowView(text, text, text, "", List.of(new PhaseOptionView(text, text, true)),
                        text))))))
                .matches("hostile");
    }

    private static PhasesView view(String name, List<String> problems, List<String> done, List<PhaseTableView> tables) {
        return new PhasesView("atl_token", "token", ACTION, "SHOP", name, 7, List.of("Changed by " + name), problems, done, tables, true,
                true);
    }

    private static GoldenHtml page(PhasesView view) {
        return GoldenHtml.of("jira/phase/phases.vm").with("view", view);
    }
}
