package org.decisiongates.jira.approval;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

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
    List<ApprovalContentPartView> parts(List<List<String>> rows) {
        return rows.stream().map(row -> new ApprovalContentPartView(name(row), said(row))).toList();
    }

    /** What a row says, for people: without the word for what it is and, where there is one, the id of its field or version. */
    String said(List<String> row) {
        return switch (kind(row)) {
            case FIELD, "version" -> row.get(2);
            case DAY -> days.text(LocalDate.parse(row.get(1)));
            case "option", "trade-off" -> said(row.get(1), "decision-gates.record.part.reason", row.get(2));
            case "criterion" -> said(row.get(1), "decision-gates.record.part.target",
                    String.join(" ", row.subList(2, row.size())).strip());
            default -> row.stream().skip(1).collect(Collectors.joining("\n")).strip();
        };
    }

    /**
     * The word for what a row is; empty text where the row is not one of these. Content that was altered in the database may have any
     * rows: they are shown as they are, since whoever looks for what was altered needs the panel.
     */
    private static String kind(List<String> row) {
        String kind = row.isEmpty() ? "" : row.get(0);
        boolean isSound = switch (kind) {
            case FIELD, "version", "option", "trade-off" -> row.size() > 2;
            case "criterion" -> row.size() > 1;
            case DAY -> row.size() > 1 && isDay(row.get(1));
            default -> true;
        };
        return isSound ? kind : "";
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private String said(String text, String name, String more) {
        return more.isEmpty() ? text : text + "\n" + texts.text(name) + " " + more;
    }

    /** Empty text where the name of the section says it already. */
    private String name(List<String> row) {
        return switch (kind(row)) {
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
