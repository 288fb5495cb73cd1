package org.decisiongates.jira.approval;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.SealedContent;
import org.decisiongates.issue.OwnField;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.page.ApprovalWording;

/** Words what is approved in the reader's language: each section, and each row of a section with the name of what it is. */
@JiraComponent
class SealedContentFormatter {

    private static final String KEY = "decision-gates.approval.part.";
    private static final String FIELD = "field";
    private static final String DAY = "day";

    private final JiraTexts texts;
    private final ApprovalWording wording;
    private final DayFormatter days;

    SealedContentFormatter(JiraTexts texts, DayFormatter days) {
        this.texts = texts;
        this.wording = new ApprovalWording(texts);
        this.days = days;
    }

    /** The sections that say something, in the order in which people read them. */
    List<ApprovalContentView> view(SealedContent content) {
        return Arrays.stream(SealedSection.values()).map(SealedSection::key)
                .filter(section -> !content.sections().getOrDefault(section, List.of()).isEmpty())
                .map(section -> new ApprovalContentView(wording.section(section), parts(content.sections().get(section))))
                .toList();
    }

    /** Rows of a section. */
    List<ApprovalPartView> parts(List<List<String>> rows) {
        return rows.stream().map(row -> new ApprovalPartView(name(row), said(row))).toList();
    }

    /** What a row says, for people: without the word for what it is and, where there is one, the id of its field or version. */
    String said(List<String> row) {
        return switch (row.get(0)) {
            case FIELD, "version" -> row.get(2);
            case DAY -> days.text(LocalDate.parse(row.get(1)));
            case "option", "trade-off" -> said(row.get(1), "decision-gates.record.part.reason", row.get(2));
            case "criterion" -> said(row.get(1), "decision-gates.record.part.target",
                    String.join(" ", row.subList(2, row.size())).strip());
            default -> String.join("\n", row.subList(1, row.size())).strip();
        };
    }

    private String said(String text, String name, String more) {
        return more.isEmpty() ? text : text + "\n" + texts.text(name) + " " + more;
    }

    /** Empty text where the name of the section says it already. */
    private String name(List<String> row) {
        return switch (row.get(0)) {
            case FIELD -> nameOfField(row.get(1));
            case "option", "criterion", "trade-off" -> texts.text("decision-gates.record.one." + row.get(0));
            case "expected", "failure", "recovery" -> texts.text(KEY + row.get(0));
            default -> "";
        };
    }

    private String nameOfField(String id) {
        return id.equals(OwnField.QUESTION.key()) || id.equals(OwnField.FALLBACK.key()) ? "" : texts.text(KEY + "field." + id);
    }
}
