package org.decisiongates.jira.admin;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.IssueTypeMap;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.project.SchemeUndoPreview;
import org.decisiongates.jira.project.SetupPlan;
import org.decisiongates.jira.project.SetupPlanLine;
import org.decisiongates.jira.project.UndoList;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.text.KebabCase;

/** Words what enabling a project would do. */
@JiraComponent
public class SetupPlanViews {

    private final JiraTexts texts;

    SetupPlanViews(JiraTexts texts) {
        this.texts = texts;
    }

    /** @param types which types of its own the project uses: its gates are tried otherwise */
    SetupPlanView view(SetupPlan plan, IssueTypeMap types) {
        String state = plan.isEnabled() ? types.isEmpty() ? "enabled" : "enabled-own-types" : plan.obstacles().isEmpty() ? "possible"
                : "refused";
        return new SetupPlanView(plan.key(), plan.name(), texts.text("decision-gates.jira.start.state." + state, plan.name(), plan.key()),
                plan.isEnabled() ? "success" : plan.obstacles().isEmpty() ? "info" : "warning", texts.texts(plan.missing()),
                lines(plan.schemes()), lines(plan.parts()), state.equals("possible"));
    }

    UndoListView undo(String project, UndoList list) {
        return new UndoListView(project, sentences(list), texts.texts(list.obstacles()));
    }

    /** What taking it back would do, a sentence each. */
    List<String> sentences(UndoList list) {
        Stream<String> schemes = list.schemes().stream().map(this::sentence);
        return Stream.of(texts.texts(list.additions()).stream(), schemes, texts.texts(list.types()).stream()).flatMap(steps -> steps)
                .toList();
    }

    private String sentence(SchemeUndoPreview scheme) {
        String how = scheme.isOwn() ? "own" : scheme.added().isEmpty() ? "nothing-left" : "changed";
        return texts.text("decision-gates.jira.start.undo." + how,
                texts.text("decision-gates.jira.start.kind." + KebabCase.of(scheme.kind())),
                scheme.name(), scheme.plural());
    }

    private List<SetupPlanLineView> lines(List<SetupPlanLine> lines) {
        return lines.stream().map(this::line).toList();
    }

    private SetupPlanLineView line(SetupPlanLine line) {
        return new SetupPlanLineView(texts.text("decision-gates.jira.start.kind." + KebabCase.of(line.kind())), line.name(),
                new MarkView(texts.text("decision-gates.jira.start.effect." + KebabCase.of(line.effect())), style(line)),
                note(line), line.sharing() == 0 ? "" : shared(line), texts.texts(line.obstacles()));
    }

    private String note(SetupPlanLine line) {
        return line.types().isEmpty() ? ""
                : texts.text("decision-gates.jira.start." + KebabCase.of(line.effect()) + "."
                        + KebabCase.of(line.kind()), line.types().stream().map(OwnIssueType::label).collect(Collectors.joining(" and ")),
                        line.types().size());
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
