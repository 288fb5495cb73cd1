package org.decisiongates.confluence.summary;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;

import org.decisiongates.confluence.link.JiraAnswer.Reason;

/** Words the help page from the texts that people meet elsewhere: those of the macro browser, of the marks and of the notices. */
@ConfluenceComponent
public class HelpPage {

    private static final String PARAMETER = "org.decisiongates.decision-gates.decision-weekly-summary.param.";
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
                section("parameters", List.of("parameter", "takes"), PARAMETERS.stream().map(this::parameter)),
                section("reading", List.of("mark", "means"), MARKS.stream().map(this::mark)),
                section("trouble", List.of("mark", "because", "next"), Arrays.stream(Reason.values()).map(this::notice))));
    }

    private HelpSectionView section(String caption, List<String> headings, Stream<List<String>> rows) {
        return new HelpSectionView(text(caption), headings.stream().map(this::text).toList(), rows.toList());
    }

    private List<String> parameter(String name) {
        return List.of(texts.text(PARAMETER + name + ".label"), texts.text(PARAMETER + name + ".desc"));
    }

    private List<String> mark(String name) {
        return List.of(texts.text("decision-gates.page." + name), text("reading." + name));
    }

    private List<String> notice(Reason reason) {
        return Stream.of(".title", ".text", ".step").map(part -> texts.text(SummaryPage.MISSING + reason.key() + part, example(reason)))
                .toList();
    }

    private String text(String key) {
        return texts.text("decision-gates.help." + key);
    }

    /** What the reason could be about. */
    private static String example(Reason reason) {
        return switch (reason) {
            case NO_PERMISSION, NOT_ENABLED, PROJECT_AND_QUERY, FAILED -> "SHOP";
            case BAD_PROJECT, BAD_QUERY, BAD_WEEK, BAD_COMPARE, BAD_OWNER -> "\u2026";
            case WEEK_NOT_BEGUN, WEEK_NOT_FROZEN, WEEK_NOT_KEPT, WEEK_ALTERED -> "2026-W47";
            default -> "Jira";
        };
    }
}
