package org.decisiongates.jira.admin;

import java.util.List;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.project.SetupPlan;
import org.decisiongates.jira.project.SetupPlanLine;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.text.KebabCase;

/** Words what enabling a project would do. */
@JiraComponent
class SetupPlanViews {

    private final JiraTexts texts;

    SetupPlanViews(JiraTexts texts) {
        this.texts = texts;
    }

    SetupPlanView view(SetupPlan plan) {
        String state = plan.isEnabled() ? "enabled" : plan.obstacles().isEmpty() ? "possible" : "refused";
        return new SetupPlanView(plan.key(), plan.name(), texts.text("decision-gates.jira.start.state." + state, plan.name(), plan.key()),
                plan.isEnabled() ? "success" : plan.obstacles().isEmpty() ? "info" : "warning", texts.texts(plan.missing()),
                lines(plan.schemes()), lines(plan.parts()), state.equals("possible"));
    }

    private List<SetupPlanLineView> lines(List<SetupPlanLine> lines) {
        return lines.stream().map(this::line).toList();
    }

    private SetupPlanLineView line(SetupPlanLine line) {
        return new SetupPlanLineView(texts.text("decision-gates.jira.start.kind." + KebabCase.of(line.kind())), line.name(),
                new MarkView(texts.text("decision-gates.jira.start.effect." + KebabCase.of(line.effect())), style(line)),
                line.sharing() == 0 ? "" : shared(line), texts.texts(line.obstacles()));
    }

    private String shared(SetupPlanLine line) {
        return texts.text("decision-gates.jira.start.shared", String.join(", ", line.sharedWith()),
                line.sharing() - line.sharedWith().size());
    }

    private static String style(SetupPlanLine line) {
        return switch (line.effect()) {
            case PRESENT -> "success";
            case MADE -> "new";
            case CHANGED -> "moved";
            case REMOVED -> "removed";
        };
    }
}
