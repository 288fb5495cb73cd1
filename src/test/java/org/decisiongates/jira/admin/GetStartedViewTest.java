package org.decisiongates.jira.admin;

import java.util.List;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.jira.task.ProgressView;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;

public class GetStartedViewTest {

    private static final String ADDRESS = "/jira/plugins/servlet/decision-gates/get-started";
    private static final LinkView PHASES = new LinkView("Open Phases", "/jira/phases?project=SHOP", "phases");

    @Test
    public void showsWhatEnablingWouldDo() {
        page(new GetStartedView("atl_token", "B6X0|in", ADDRESS, List.of(), List.of("Gave the project the workflow scheme."), "", List.of(),
                "1 project", List.of(),
                List.of(new SetupPlanView("SHOP", "Storefront", "This is what enabling Storefront (SHOP) would do.", "info", List.of(),
                        List.of(new SetupPlanLineView("Workflow scheme", "SHOP: workflows", new MarkView("Will be extended", "moved"),
                                "Adds the workflows of Decision and Blocker.", "Used by OPS",
                                List.of("The scheme is used by other projects too."))),
                        List.of(new SetupPlanLineView("Status", "Draft", new MarkView("Already there", "success"), "", "", List.of())),
                        true)),
                List.of(), List.of(), List.of(), false))
                .matches("typical");
    }

    /** What enabling would do is not what the chosen types do, and two buttons would do two things. */
    @Test
    public void offersOnlyTheChosenTypesWhileTheyAreLookedAt() {
        page(new GetStartedView("atl_token", "B6X0|in", ADDRESS, List.of(), List.of(), "", List.of(), "1 project", List.of(),
                List.of(new SetupPlanView("SHOP", "Storefront", "This is what enabling Storefront (SHOP) would do.", "info", List.of(),
                        List.of(), List.of(), true)),
                List.of(), List.of(), List.of(new ProjectTypesView("SHOP", List.of(), List.of(), List.of(), List.of(),
                        List.of(new IssueTypeMapPlanView("10002", "", "", List.of("Tasks become Decisions."), List.of(), List.of(),
                                true)))),
                true))
                .matches("types-chosen");
    }

    @Test
    public void offersProjectsToChooseFrom() {
        page(new GetStartedView("atl_token", "B6X0|in", ADDRESS, List.of(), List.of(), "sto",
                List.of(new ProjectChoiceView("SHOP", "Storefront", ADDRESS + "?project=SHOP", true),
                        new ProjectChoiceView("STO", "Storage", ADDRESS + "?project=STO", false)),
                "2 of 2 projects", List.of(), List.of(), List.of(), List.of(), List.of(), false)).matches("choices");
    }

    @Test
    public void saysThatNothingWasFound() {
        page(new GetStartedView("atl_token", "B6X0|in", ADDRESS, List.of(), List.of(), "nothing", List.of(), "No project has this.",
                List.of(), List.of(), List.of(), List.of(), List.of(), false)).matches("empty");
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        List<String> texts = List.of(text);
        SetupPlanLineView line = new SetupPlanLineView(text, text, new MarkView(text, text), text, text, texts);
        page(new GetStartedView(text, text, ADDRESS, texts, texts, text, List.of(), text,
                List.of(new ProgressView(ADDRESS, ADDRESS, 1, 3, text, text)),
                List.of(new SetupPlanView(text, text, text, text, texts, List.of(line), List.of(line), true)), List.of(),
                List.of(), List.of(), false))
                .matches("hostile");
    }

    @Test
    public void showsNamesOfProjectsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        page(new GetStartedView(text, text, ADDRESS, List.of(), List.of(), text,
                List.of(new ProjectChoiceView(text, text, ADDRESS, true)), text, List.of(), List.of(), List.of(), List.of(),
                List.of(), false))
                .matches("hostile-choices");
    }

    @Test
    public void showsWhatCanBeTakenBackAndWhyItCannot() {
        List<String> steps = List.of("Workflow scheme \u201CSHOP: workflows\u201D, created for this project: it is deleted.");
        undoList("SHOP", List.of(new UndoListView("SHOP", steps, List.of()), new UndoListView("SHOP", steps, List.of("Decisions: 3"))))
                .matches("typical");
        undoList("SHOP", List.of()).matches("empty");
        List<String> texts = List.of(GoldenHtml.HOSTILE);
        undoList(GoldenHtml.HOSTILE, List.of(new UndoListView(GoldenHtml.HOSTILE, texts, List.of()),
                new UndoListView(GoldenHtml.HOSTILE, texts, texts))).matches("hostile");
    }

    @Test
    public void offersASampleAndLeadsToIt() {
        List<LinkView> issues = List.of(new LinkView("SHOP-1: Which provider?", "/jira/browse/SHOP-1", "issue"),
                new LinkView("SHOP-2: No test account", "/jira/browse/SHOP-2", "issue"));
        sample("SHOP", List.of(new SampleView("SHOP", List.of(), "", List.of(), true),
                new SampleView("SHOP", issues, "Open the Decision.", List.of(), false),
                new SampleView("SHOP", issues, "Open the Decision.", List.of("Somebody else has changed it."), false))).matches("typical");
        sample("SHOP", List.of()).matches("empty");
        String text = GoldenHtml.HOSTILE;
        sample(text, List.of(new SampleView(text, List.of(new LinkView(text, "/jira/browse/SHOP-1", "issue")), text, List.of(text), true)))
                .matches("hostile");
    }

    @Test
    public void showsWhatUsingOtherTypesWouldDo() {
        IssueTypeChoiceView choice = new IssueTypeChoiceView("decision", "Decision", List.of(
                new IssueTypeOptionView("", "Decision, which comes with Decision Gates", false),
                new IssueTypeOptionView("10002", "Architecture decision (probably, by its name)", true)));
        types("SHOP", List.of(new ProjectTypesView("SHOP", List.of("The project uses the issue types Decision and Blocker."),
                List.of(), List.of(), List.of(choice),
                List.of(new IssueTypeMapPlanView("10002", "", "", List.of("3 issues become Decisions at once."),
                        List.of("The workflow stays as it is."), List.of(), true))),
                new ProjectTypesView("SHOP", List.of("Decisions of this project are issues of the type Task."),
                        List.of(new ManualSetupStepView("2 statuses stand for no phase.", List.of(PHASES)),
                                new ManualSetupStepView("A screen lacks fields.", List.of())),
                        List.of(), List.of(choice),
                        List.of(new IssueTypeMapPlanView("10002", "10002", "", List.of(), List.of(), List.of("It cannot be both."),
                                false)))))
                .matches("typical");
        types("SHOP", List.of()).matches("empty");
        String text = GoldenHtml.HOSTILE;
        List<String> texts = List.of(text);
        types(text, List.of(new ProjectTypesView(text, texts,
                List.of(new ManualSetupStepView(text, List.of(new LinkView(text, "/jira/phases", "phases")))), List.of(),
                List.of(new IssueTypeChoiceView("decision", text, List.of(new IssueTypeOptionView(text, text, true)))),
                List.of(new IssueTypeMapPlanView(text, text, text, texts, texts, texts, true))))).matches("hostile");
    }

    @Test
    public void offersGatesForTheWorkflowsOfAProjectAndSaysWhereItDoesNot() {
        String line = "Workflow Rulings, transition Decide: the gate Decided of the policy Decision";
        gates("SHOP", List.of(new WorkflowGatesView("SHOP", List.of(line), "11 decision/decided Rulings", List.of(), List.of(), List.of(),
                true),
                new WorkflowGatesView("SHOP", List.of(), "", List.of("The workflow Rulings is also used by OPS."),
                        List.of(new ManualSetupStepView(line, List.of(new LinkView("Open the workflow", "/jira/workflow", "workflow")))),
                        List.of(), true),
                new WorkflowGatesView("SHOP", List.of(), "", List.of(), List.of(), List.of(line), true))).matches("typical");
        gates("SHOP", List.of()).matches("empty");
        String text = GoldenHtml.HOSTILE;
        List<String> texts = List.of(text);
        List<ManualSetupStepView> steps = List.of(new ManualSetupStepView(text, List.of(new LinkView(text, "/jira/workflow", "workflow"))));
        gates(text, List.of(new WorkflowGatesView(text, texts, text, texts, steps, texts, true),
                new WorkflowGatesView(text, texts, text, texts, steps, texts, false))).matches("hostile");
    }

    private static GoldenHtml gates(String text, List<WorkflowGatesView> gates) {
        return GoldenHtml.of("jira/admin/gates.vm").with("view", new GetStartedView(text, text, ADDRESS, List.of(), List.of(), "",
                List.of(), "1 project", List.of(), List.of(), List.of(), List.of(),
                List.of(new ProjectTypesView(text, List.of(), List.of(), gates, List.of(), List.of())), false));
    }

    private static GoldenHtml types(String text, List<ProjectTypesView> types) {
        return GoldenHtml.of("jira/admin/types.vm").with("view", new GetStartedView(text, text, ADDRESS, List.of(), List.of(), "",
                List.of(), "1 project", List.of(), List.of(), List.of(), List.of(), types, false));
    }

    private static GoldenHtml sample(String text, List<SampleView> sample) {
        return GoldenHtml.of("jira/admin/sample.vm").with("view", new GetStartedView(text, text, ADDRESS, List.of(), List.of(), "",
                List.of(), "1 project", List.of(), List.of(), sample, List.of(), List.of(), false));
    }

    private static GoldenHtml undoList(String text, List<UndoListView> undo) {
        return GoldenHtml.of("jira/admin/undo-list.vm").with("view", new GetStartedView(text, text, ADDRESS, List.of(), List.of(), "",
                List.of(), "1 project", List.of(),
                List.of(new SetupPlanView(text, text, text, "success", List.of(), List.of(), List.of(), false)), List.of(), undo,
                List.of(), false));
    }

    private static GoldenHtml page(GetStartedView view) {
        return GoldenHtml.of("jira/admin/get-started.vm").with("view", view);
    }
}
