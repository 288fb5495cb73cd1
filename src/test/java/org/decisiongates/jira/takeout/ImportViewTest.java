package org.decisiongates.jira.takeout;

import java.util.List;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.jira.task.ProgressView;
import org.decisiongates.page.view.LabelledTextView;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;

public class ImportViewTest {

    private static final List<LabelledTextView> PROJECTS = List.of(new LabelledTextView("SHOP", "Storefront (SHOP)"));

    @Test
    public void asksForAFile() {
        page(view(List.of(), List.of(), PROJECTS, List.of(), List.of())).matches("typical");
    }

    @Test
    public void saysThatNoProjectIsEnabled() {
        page(view(List.of(), List.of(), List.of(), List.of(), List.of())).matches("empty");
    }

    @Test
    public void showsWhatAnImportWouldDo() {
        page(view(List.of(), List.of(), PROJECTS,
                List.of(plan("OLD of https://old.example.com into SHOP", "Ann Owner (ann)", "anna", "Create secured issues, too.")),
                List.of())).matches("plan");
    }

    @Test
    public void showsWhatCameOfIt() {
        page(view(List.of(), List.of(), PROJECTS, List.of(), List.of(new ImportReportView(
                List.of(new MarkView("1 created", "success"), new MarkView("1 not created", "removed")),
                List.of(new LinkView("Decided (1)", "/jira/issues/?jql=key", "issues")),
                List.of(new ImportLineView("OLD-2", List.of(), new MarkView("Not created", "removed"), List.of("Owner is required.")),
                        new ImportLineView("OLD-1", List.of(new LinkView("SHOP-7", "/jira/browse/SHOP-7", "issue")),
                                new MarkView("Created", "success"), List.of())),
                "")))).matches("report");
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        page(view(List.of(text),
                List.of(new ProgressView("/jira/tasks?id=1", "/jira/rest/tasks/1", 3, 8, "3 of 8 done", "{0} of {1} done")),
                List.of(new LabelledTextView("SHOP", text)), List.of(plan(text, text, text, text)),
                List.of(new ImportReportView(List.of(), List.of(new LinkView(text, "/jira/issues", "issues")),
                        List.of(new ImportLineView(text, List.of(), new MarkView(text, "default"),
                                List.of(text))),
                        text))))
                .matches("hostile");
    }

    private static ImportPlanView plan(String title, String there, String here, String secured) {
        return new ImportPlanView("a1", title, List.of("The file holds Decisions: 3, Blockers: 1.", title),
                List.of(new ImportPersonView("person:" + there, there, here)), List.of(secured), true);
    }

    private static ImportView view(List<String> problems, List<ProgressView> progress, List<LabelledTextView> projects,
            List<ImportPlanView> plans, List<ImportReportView> reports) {
        return new ImportView("atl_token", "token", "/jira/plugins/servlet/decision-gates/import",
                "/jira/plugins/servlet/decision-gates/admin", "/jira/rest/decision-gates/1.0/imports",
                1_000, "The file is too long.", problems, progress,
                progress.stream().map(one -> new RunningImportView(one.text(), one, "/jira/import")).toList(), projects, plans, reports);
    }

    private static GoldenHtml page(ImportView view) {
        return GoldenHtml.of("jira/takeout/import.vm").with("view", view);
    }
}
