package org.decisiongates.jira.record;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.Hypothesis;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecord.Kind;
import org.decisiongates.issue.Risk;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.json.Json;
import org.decisiongates.record.HypothesisVerdicts;
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
            "CHOSEN", "aui-lozenge-success", "VALIDATED", "aui-lozenge-success", "INVALIDATED", "aui-lozenge-error",
            "INCONCLUSIVE", "aui-lozenge-moved", "ACCEPTED", "aui-lozenge-moved", "NOT_DEMONSTRABLE", "aui-lozenge-removed");

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
     * What a record holds.
     *
     * @param all      every row of the issue, since evidence names others
     * @param attached names of the files that are still attached to it, as far as evidence names files
     * @param verdicts who gave the verdicts of hypotheses, by the ids of their rows
     */
    record Content(List<RowAtRevision<IssueRecord>> all, Set<String> attached, Map<Long, HypothesisVerdicts.Given> verdicts) {

        static final Content NONE = new Content(List.of(), Set.of(), Map.of());

        List<RowAtRevision<IssueRecord>> of(Kind kind) {
            return all.stream().filter(stored -> stored.row().kind() == kind).sorted(Comparator.comparing(Content::rank)).toList();
        }

        /** Texts of rows that evidence may name, by id. */
        Map<Long, String> texts(Kind kind) {
            return of(kind).stream().collect(Collectors.toMap(stored -> stored.revision().id(), stored -> brief(stored.row().text()),
                    (a, b) -> a, LinkedHashMap::new));
        }

        List<Evidence> evidence(Predicate<Evidence> chosen) {
            return all.stream().map(RowAtRevision::row).filter(Evidence.class::isInstance).map(Evidence.class::cast).filter(chosen)
                    .toList();
        }

        /** What most is lost by comes first. */
        private static int rank(RowAtRevision<IssueRecord> stored) {
            return stored.row() instanceof Hypothesis belief && belief.exposure() == Hypothesis.Exposure.HIGHEST ? 0 : 1;
        }
    }

    /** The section of one kind. */
    RecordSectionView section(Kind kind, Content content) {
        List<RecordRowView> rows = new ArrayList<>();
        content.of(kind)
                .forEach(stored -> rows.add(row(stored, kind == Kind.EVIDENCE ? String.valueOf(rows.size() + 1) : "", content)));
        return new RecordSectionView(kind.key(), kind.anchor(), text("title", kind), text("none", kind), text("one", kind),
                text("add", kind), rows.size() < Records.MAX, rows,
                RecordPart.of(kind).stream().map(part -> input(kind, part, content)).toList());
    }

    /** The row in one sentence. */
    String sentence(IssueRecord row) {
        List<String> parts = new ArrayList<>(List.of(row.text()));
        parts.add(state(row));
        details(row, Content.NONE).forEach(detail -> parts.add(detail.label() + " " + detail.text()));
        if (row instanceof Criterion criterion) {
            followUps.detail(criterion, true).ifPresent(detail -> parts.add(detail.label() + " " + detail.text()));
        }
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    private RecordRowView row(RowAtRevision<IssueRecord> stored, String number, Content content) {
        IssueRecord row = stored.row();
        List<RecordDetailView> details = new ArrayList<>(details(row, content));
        if (row instanceof Criterion criterion) {
            List<Evidence> supporting = content
                    .evidence(one -> one.criterion().filter(supported -> supported == stored.revision().id()).isPresent());
            followUps.detail(criterion, supporting.stream().anyMatch(evidence -> evidence.isThere(content.attached()::contains)))
                    .ifPresent(details::add);
            // the table of evidence and criteria says which file is gone
            details.addAll(support(supporting, evidence -> true, criterion.state() == Criterion.State.VERIFIED ? "evidence.missing" : ""));
        } else if (row instanceof Hypothesis belief) {
            Optional.ofNullable(content.verdicts().get(stored.revision().id())).filter(given -> belief.state() != Hypothesis.State.OPEN)
                    .ifPresent(given -> details.add(verdict(given)));
            details.addAll(support(
                    content.evidence(one -> one.hypothesis().filter(tested -> tested == stored.revision().id()).isPresent()),
                    evidence -> evidence.isThere(content.attached()::contains),
                    belief.state() == Hypothesis.State.VALIDATED ? "evidence.missing-for-verdict" : ""));
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
    private List<RecordDetailView> details(IssueRecord row, Content content) {
        Map<RecordPart, String> parts = RecordParts.of(row);
        parts.keySet().removeAll(Set.of(RecordPart.TEXT, RecordPart.AUDIENCE, RecordPart.STATE, RecordPart.PATH, RecordPart.UNIT,
                RecordPart.FOLLOW_UP));
        parts.remove(RecordPart.EXPOSURE, Hypothesis.Exposure.NORMAL.name());
        return parts.entrySet().stream().map(part -> detail(row, part.getKey(), part.getValue(), content)).toList();
    }

    private RecordDetailView verdict(HypothesisVerdicts.Given given) {
        String day = days.text(given.at().atZone(time.now().getZone()).toLocalDate());
        return new RecordDetailView(texts.text(KEY + "verdict"),
                given.actor().isEmpty() ? day
                        : texts.text(KEY + (given.isAddedWithRow() ? "verdict.recorded" : "verdict.given"),
                                people.displayName(given.actor()), day),
                "", "");
    }

    /**
     * What shows that something holds. That nothing does is worth a word only where somebody says that it holds.
     *
     * @param isThere asked which of it still shows something
     * @param missing key of that word; empty text for none
     */
    private List<RecordDetailView> support(List<Evidence> supporting, Predicate<Evidence> isThere, String missing) {
        String label = texts.text(KEY + "evidence");
        String warning = missing.isEmpty() || supporting.stream().anyMatch(isThere) ? "" : texts.text(KEY + missing);
        return supporting.isEmpty() && !warning.isEmpty()
                ? List.of(new RecordDetailView(label, texts.text(KEY + "evidence.none"), "", warning))
                : supporting.stream().map(evidence -> new RecordDetailView(label, brief(evidence.text()), link(evidence), warning))
                        .toList();
    }

    private static String link(Evidence evidence) {
        return evidence.source() == Evidence.Source.LINK ? evidence.reference() : "";
    }

    private RecordDetailView detail(IssueRecord row, RecordPart part, String text, Content content) {
        String label = texts.text(KEY + "part." + part.key());
        return switch (part.form()) {
            case PERSON -> new RecordDetailView(label, people.displayName(text), "", "");
            case DAY -> new RecordDetailView(label, days.text(LocalDate.parse(text)), "", warning(row, LocalDate.parse(text)));
            case NUMBER -> new RecordDetailView(label, target((Criterion) row), "", "");
            case REFERENCE -> new RecordDetailView(label, text, link((Evidence) row), "");
            case CRITERION -> new RecordDetailView(label,
                    content.texts(Kind.CRITERION).getOrDefault(Long.valueOf(text), texts.text(KEY + "criterion-gone")), "", "");
            case HYPOTHESIS -> new RecordDetailView(label,
                    content.texts(Kind.HYPOTHESIS).getOrDefault(Long.valueOf(text), texts.text(KEY + "hypothesis-gone")), "", "");
            case WORD -> new RecordDetailView(label, word(row.kind(), text), "", "");
            default -> new RecordDetailView(label, text, "", "");
        };
    }

    private RecordInputView input(Kind kind, RecordPart part, Content content) {
        String key = KEY + "form." + kind.key() + "." + part.key();
        List<RecordChoiceView> choices = new ArrayList<>();
        part.words(kind).forEach(word -> choices.add(new RecordChoiceView(word, word(kind, word))));
        if (part == RecordPart.CRITERION) {
            choices.add(new RecordChoiceView("", texts.text(KEY + "whole")));
            content.texts(Kind.CRITERION).forEach((id, text) -> choices.add(new RecordChoiceView(String.valueOf(id), text)));
        }
        if (part == RecordPart.HYPOTHESIS) {
            choices.add(new RecordChoiceView("", texts.text(KEY + "no-hypothesis")));
            content.texts(Kind.HYPOTHESIS).forEach((id, text) -> choices.add(new RecordChoiceView(String.valueOf(id), text)));
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
        LocalDate today = time.now().toLocalDate();
        boolean past = row instanceof Hypothesis belief ? belief.isOverdueOn(today) : today.isAfter(day);
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
