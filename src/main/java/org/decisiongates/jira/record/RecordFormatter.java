package org.decisiongates.jira.record;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecord.Kind;
import org.decisiongates.issue.Risk;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.json.Json;
import org.decisiongates.record.RecordPart;
import org.decisiongates.record.RecordParts;
import org.decisiongates.record.Records;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.timeline.RowAtRevision;

/** Words the rows of records in the reader's language. */
@JiraComponent
public class RecordFormatter {

    private static final String KEY = "decision-gates.record.";
    private static final int SHORT = 60;
    private static final int DECIMALS = 6;
    private static final Map<String, String> STYLES = Map.of("VERIFIED", "aui-lozenge-success", "MITIGATED", "aui-lozenge-success",
            "CHOSEN", "aui-lozenge-success", "ACCEPTED", "aui-lozenge-moved", "NOT_DEMONSTRABLE", "aui-lozenge-removed");

    private final JiraTexts texts;
    private final ProjectTime time;
    private final DayFormatter days;
    private final PeopleNames people;
    private final FollowUpFormatter followUps;

    RecordFormatter(JiraTexts texts, ProjectTime time, DayFormatter days, PeopleNames people, FollowUpFormatter followUps) {
        this.texts = texts;
        this.time = time;
        this.days = days;
        this.people = people;
        this.followUps = followUps;
    }

    /**
     * The section of one kind.
     *
     * @param all      every row of the issue, since evidence names criteria
     * @param attached names of the files that are still attached to it, as far as evidence names files
     */
    RecordSectionView section(Kind kind, List<RowAtRevision<IssueRecord>> all, Set<String> attached) {
        Map<Long, String> criteria = all.stream().filter(stored -> stored.row().kind() == Kind.CRITERION)
                .collect(Collectors.toMap(stored -> stored.revision().id(), stored -> brief(stored.row().text()), (a, b) -> a,
                        LinkedHashMap::new));
        List<RecordRowView> rows = new ArrayList<>();
        all.stream().filter(stored -> stored.row().kind() == kind).forEach(
                stored -> rows.add(row(stored, kind == Kind.EVIDENCE ? String.valueOf(rows.size() + 1) : "", criteria, all, attached)));
        return new RecordSectionView(kind.key(), kind.anchor(), text("title", kind), text("none", kind), text("one", kind),
                text("add", kind), rows.size() < Records.MAX, rows,
                RecordPart.of(kind).stream().map(part -> input(kind, part, criteria)).toList());
    }

    /** The row in one sentence. */
    String sentence(IssueRecord row) {
        List<String> parts = new ArrayList<>(List.of(row.text()));
        parts.add(state(row));
        details(row, Map.of()).forEach(detail -> parts.add(detail.label() + " " + detail.text()));
        if (row instanceof Criterion criterion) {
            followUps.detail(criterion, true).ifPresent(detail -> parts.add(detail.label() + " " + detail.text()));
        }
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    private RecordRowView row(RowAtRevision<IssueRecord> stored, String number, Map<Long, String> criteria,
            List<RowAtRevision<IssueRecord>> all, Set<String> attached) {
        IssueRecord row = stored.row();
        List<RecordDetailView> details = new ArrayList<>(details(row, criteria));
        if (row instanceof Criterion criterion) {
            List<Evidence> supporting = all.stream().map(RowAtRevision::row).filter(Evidence.class::isInstance).map(Evidence.class::cast)
                    .filter(evidence -> evidence.criterion().filter(supported -> supported == stored.revision().id()).isPresent()).toList();
            followUps.detail(criterion, supporting.stream().anyMatch(evidence -> evidence.isThere(attached::contains)))
                    .ifPresent(details::add);
            details.addAll(support(criterion, supporting));
        }
        Map<String, String> values = new LinkedHashMap<>();
        RecordParts.of(row).forEach((part, text) -> values.put(part.key(), typed(part, text)));
        return new RecordRowView(stored.revision().id(), stored.revision().version(), Json.write(values), number, row.text(), state(row),
                STYLES.getOrDefault(word(row), ""), details, texts.text(KEY + "edit-row", brief(row.text())),
                texts.text(KEY + "remove-row", brief(row.text())));
    }

    /** What the field of a part in the form begins with. */
    private String typed(RecordPart part, String text) {
        return switch (part.form()) {
            case PERSON -> people.userName(text);
            case ISSUE -> followUps.typed(text);
            default -> text;
        };
    }

    /** What a row says beside its text and its state; a unit stands with its number, a follow-up in the end. */
    private List<RecordDetailView> details(IssueRecord row, Map<Long, String> criteria) {
        Map<RecordPart, String> parts = RecordParts.of(row);
        parts.keySet().removeAll(Set.of(RecordPart.TEXT, RecordPart.AUDIENCE, RecordPart.STATE, RecordPart.PATH, RecordPart.UNIT,
                RecordPart.FOLLOW_UP));
        return parts.entrySet().stream().map(part -> detail(row, part.getKey(), part.getValue(), criteria)).toList();
    }

    /** What shows that a criterion holds. That nothing does is worth a word only where somebody says that it is verified. */
    private List<RecordDetailView> support(Criterion criterion, List<Evidence> supporting) {
        String label = texts.text(KEY + "evidence");
        List<RecordDetailView> shown = supporting.stream()
                .map(evidence -> new RecordDetailView(label, brief(evidence.text()), link(evidence), "")).toList();
        return shown.isEmpty() && criterion.state() == Criterion.State.VERIFIED
                ? List.of(new RecordDetailView(label, texts.text(KEY + "evidence.none"), "", texts.text(KEY + "evidence.missing")))
                : shown;
    }

    private static String link(Evidence evidence) {
        return evidence.source() == Evidence.Source.LINK ? evidence.reference() : "";
    }

    private RecordDetailView detail(IssueRecord row, RecordPart part, String text, Map<Long, String> criteria) {
        String label = texts.text(KEY + "part." + part.key());
        return switch (part.form()) {
            case PERSON -> new RecordDetailView(label, people.displayName(text), "", "");
            case DAY -> new RecordDetailView(label, days.text(LocalDate.parse(text)), "", warning(row, LocalDate.parse(text)));
            case NUMBER -> new RecordDetailView(label, target((Criterion) row), "", "");
            case REFERENCE -> new RecordDetailView(label, text, link((Evidence) row), "");
            case CRITERION -> new RecordDetailView(label,
                    criteria.getOrDefault(Long.valueOf(text), texts.text(KEY + "criterion-gone")), "", "");
            default -> new RecordDetailView(label, text, "", "");
        };
    }

    private RecordInputView input(Kind kind, RecordPart part, Map<Long, String> criteria) {
        String key = KEY + "form." + kind.key() + "." + part.key();
        List<RecordChoiceView> choices = new ArrayList<>();
        part.words(kind).forEach(word -> choices.add(new RecordChoiceView(word, word(kind, word))));
        if (part == RecordPart.CRITERION) {
            choices.add(new RecordChoiceView("", texts.text(KEY + "whole")));
            criteria.forEach((id, text) -> choices.add(new RecordChoiceView(String.valueOf(id), text)));
        }
        String shape = !choices.isEmpty() ? "choice" : part.form() == RecordPart.Form.LINES ? "lines" : "line";
        return new RecordInputView("decision-gates-record-" + kind.key() + "-" + part.key(), part.key(), texts.text(key),
                texts.text(KEY + "hint." + hint(kind, part)), shape, part.form().longest(), choices);
    }

    /** Parts that are typed the same way share a hint. */
    private static String hint(Kind kind, RecordPart part) {
        return switch (part.form()) {
            case PERSON -> "person";
            case DAY -> "day";
            default -> kind.key() + "." + part.key();
        };
    }

    private String warning(IssueRecord row, LocalDate day) {
        boolean past = time.now().toLocalDate().isAfter(day);
        return past ? texts.text(KEY + (row instanceof Risk ? "expired" : "overdue")) : "";
    }

    private String state(IssueRecord row) {
        String word = word(row);
        return word.isEmpty() ? "" : word(row.kind(), word);
    }

    private static String word(IssueRecord row) {
        Map<RecordPart, String> parts = RecordParts.of(row);
        return parts.getOrDefault(RecordPart.STATE, parts.getOrDefault(RecordPart.PATH, ""));
    }

    private String word(Kind kind, String word) {
        return texts.text(KEY + "word." + kind.key() + "." + word);
    }

    private String target(Criterion criterion) {
        return criterion.target().map(target -> (number(target.value()) + " " + target.unit()).strip()).orElse("");
    }

    private String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
        format.setMaximumFractionDigits(DECIMALS);
        return format.format(number);
    }

    private String text(String key, Kind kind) {
        return texts.text(KEY + key + "." + kind.key());
    }

    private static String brief(String text) {
        return Abbreviation.ofCharacters(text.replace('\n', ' '), SHORT);
    }
}
