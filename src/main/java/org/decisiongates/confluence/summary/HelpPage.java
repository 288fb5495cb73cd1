package org.decisiongates.confluence.summary;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;

import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.approval.Verdict.Standing;
import org.decisiongates.confluence.approval.DecisionApprovalsFormatter;
import org.decisiongates.confluence.approval.DecisionApprovalsMacro;
import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.confluence.macro.ConfluenceTexts;
import org.decisiongates.issue.ApprovalState;
import org.decisiongates.page.ApprovalWording;
import org.decisiongates.text.KebabCase;

/** Words the help page from the texts that people meet elsewhere: those of the macro browser, of the marks and of the notices. */
@ConfluenceComponent
public class HelpPage {

    private static final String PARAMETER = "org.decisiongates.decision-gates.";
    private static final List<String> APPROVAL_PARAMETERS = List.of("issues", "jira");
    private static final List<String> PARAMETERS = List.of("project", "jql", "week", "compare", "owner", "frozen", "title", "mode",
            "sections",
            "rows",
            "jira");
    private static final List<String> MARKS = List.of("live", "copy", "frozen", "rebuilt", "not-enough-data");

    private final ConfluenceTexts texts;

    HelpPage(ConfluenceTexts texts) {
        this.texts = texts;
    }

    HelpView view() {
        return new HelpView(text("title"), text("what"), List.of(
                section("parameters", List.of("parameter", "takes"),
                        PARAMETERS.stream().map(name -> parameter(WeeklySummaryMacro.NAME, name))),
                section("reading", List.of("mark", "means"), MARKS.stream().map(this::mark)),
                section("trouble", List.of("mark", "because", "next"),
                        SummaryPage.REASONS.stream().map(reason -> notice(SummaryPage.MISSING, reason))),
                section("approvals.parameters", List.of("parameter", "takes"),
                        APPROVAL_PARAMETERS.stream().map(name -> parameter(DecisionApprovalsMacro.NAME, name))),
                section("approvals.reading", List.of("mark", "means"), Stream.concat(
                        Arrays.stream(ApprovalState.values()).filter(state -> state != ApprovalState.NOT_APPLICABLE).map(this::state),
                        Stream.concat(Stream.of(objection()), Arrays.stream(Standing.values()).map(this::standing)))),
                section("approvals.trouble", List.of("mark", "because", "next"),
                        DecisionApprovalsFormatter.REASONS.stream().map(reason -> notice(DecisionApprovalsFormatter.MISSING, reason)))));
    }

    private HelpSectionView section(String caption, List<String> headings, Stream<List<String>> rows) {
        return new HelpSectionView(DecisionApprovalsMacro.HELP_ANCHORS + caption.replace('.', '-'), text(caption),
                headings.stream().map(this::text).toList(), rows.toList());
    }

    private List<String> parameter(String macro, String name) {
        String key = PARAMETER + macro + ".param." + name;
        return List.of(texts.text(key + ".label"), texts.text(key + ".desc"));
    }

    private List<String> mark(String name) {
        return List.of(texts.text("decision-gates.page." + name), text("reading." + name));
    }

    /** As a requirement reads of which one of two approvals is there. */
    private List<String> state(ApprovalState state) {
        return List.of(new ApprovalWording(texts).state(state, 1, 2), text("approvals.reading.state." + KebabCase.of(state)));
    }

    private List<String> objection() {
        return List.of(new ApprovalWording(texts).standing(ApprovalState.NEEDS_DISCUSSION, Kind.NEEDS_DISCUSSION, Standing.CURRENT),
                text("approvals.reading.objection"));
    }

    private List<String> standing(Standing standing) {
        return List.of(new ApprovalWording(texts).standing(ApprovalState.OPEN, Kind.APPROVED, standing),
                text("approvals.reading." + KebabCase.of(standing)));
    }

    private List<String> notice(String reasons, Reason reason) {
        return Stream.of(".title", ".text", ".step").map(part -> texts.text(reasons + reason.key() + part, example(reason)))
                .toList();
    }

    private String text(String key) {
        return texts.text("decision-gates.help." + key);
    }

    /** What the reason could be about. */
    private static String example(Reason reason) {
        return switch (reason) {
            case NO_PERMISSION, NOT_ENABLED, PROJECT_AND_QUERY, FAILED -> "SHOP";
            case TOO_MANY_ISSUES -> "21";
            case BAD_PROJECT, BAD_ISSUE, BAD_QUERY, BAD_WEEK, BAD_COMPARE, BAD_OWNER -> "\u2026";
            case WEEK_NOT_BEGUN, WEEK_NOT_FROZEN, WEEK_NOT_KEPT, WEEK_ALTERED -> "2026-W47";
            default -> "Jira";
        };
    }
}
