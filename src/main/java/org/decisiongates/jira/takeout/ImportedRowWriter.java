package org.decisiongates.jira.takeout;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.impact.ImpactLineParser;
import org.decisiongates.impact.ImpactLines;
import org.decisiongates.issue.Hypothesis;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.record.RecordParser;
import org.decisiongates.record.RecordPart;
import org.decisiongates.record.RecordParts;
import org.decisiongates.record.Records;
import org.decisiongates.takeout.NumberedValues;
import org.decisiongates.takeout.TakenIssue;
import org.decisiongates.takeout.TakenRowParser;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.Message;
import org.decisiongates.timeline.RowAtRevision;
import org.decisiongates.timeline.RowChangeOutcome;

/** Adds the record and the impact lines of an issue that was imported; rows that are there already are not added again. */
@JiraComponent
class ImportedRowWriter {

    private static final int SHORT = 60;
    /** What evidence is about. */
    private static final List<RecordPart> REFERRED = List.of(RecordPart.CRITERION, RecordPart.HYPOTHESIS);

    private final Records records;
    private final ImpactLines impact;
    private final OwnIssueAccess access;
    private final JiraTexts texts;

    ImportedRowWriter(Records records, ImpactLines impact, OwnIssueAccess access, JiraTexts texts) {
        this.records = records;
        this.impact = impact;
        this.access = access;
        this.texts = texts;
    }

    /** @param notes takes what is left out */
    void take(TakenIssue taken, Issue issue, ImportPersonMapping people, List<String> notes) {
        if (!taken.records().isEmpty()) {
            records(taken, issue, people, notes);
        }
        if (!taken.impact().isEmpty()) {
            impact(taken, issue, notes);
        }
    }

    /** In the order of the file, but for what evidence before it is about. */
    private void records(TakenIssue taken, Issue issue, ImportPersonMapping people, List<String> notes) {
        List<RowAtRevision<IssueRecord>> there = new ArrayList<>(records.ofIssue(issue.getId()));
        ImportedReferences lookup = new ImportedReferences(people);
        Map<Long, NumberedValues> rest = new LinkedHashMap<>();
        taken.records().forEach(row -> rest.put(row.id(), row));
        while (!rest.isEmpty()) {
            NumberedValues first = rest.values().iterator().next();
            NumberedValues row = REFERRED.stream().map(part -> rest.get(number(first.value(part.key())))).filter(Objects::nonNull)
                    .findFirst().orElse(first);
            rest.remove(row.id());
            IssueRecord.Kind kind = TakenRowParser.kind(row).orElseThrow();
            read(kind, row, lookup, notes).ifPresent(record -> stored(record, there, issue).ifPresentOrElse(
                    id -> {
                        lookup.rows.put(row.id(), id);
                        verdict(record).ifPresent(notes::add);
                    }, () -> notes.add(texts.text("decision-gates.takeout.import.not-stored",
                            String.valueOf(row.id()), kind.key(), issue.getKey()))));
        }
    }

    private Optional<String> verdict(IssueRecord record) {
        return Optional.of(record).filter(Hypothesis.class::isInstance).filter(belief -> ((Hypothesis) belief).state().isVerdict())
                .map(belief -> texts.text("decision-gates.takeout.import.verdict", Abbreviation.ofCharacters(belief.text(), SHORT)));
    }

    private static long number(String row) {
        return row.matches("[1-9][0-9]{0,17}") ? Long.parseLong(row) : 0;
    }

    /** Without people and rows that are not here; nothing where something else is not, such as a file that is attached there. */
    private Optional<IssueRecord> read(IssueRecord.Kind kind, NumberedValues row, ImportedReferences lookup, List<String> notes) {
        Map<RecordPart, String> typed = new EnumMap<>(TakenRowParser.parts(kind, row));
        // whatever follows up may not be here yet
        typed.remove(RecordPart.FOLLOW_UP);
        REFERRED.forEach(referring -> typed.computeIfPresent(referring, (part, id) -> lookup.here(id)));
        RecordPart.of(kind).stream().filter(part -> part.form() == RecordPart.Form.PERSON).forEach(part -> {
            String person = typed.getOrDefault(part, "");
            if (!person.isEmpty() && lookup.userKey(person).isEmpty()) {
                notes.add(texts.text("decision-gates.takeout.import.no-person", person));
                typed.remove(part);
            }
        });
        RecordParser.ParsedRecord parsed = RecordParser.read(kind, typed, lookup);
        for (Message fault : parsed.faults().values()) {
            notes.add(texts.text("decision-gates.takeout.import.no-row", kind.key(), texts.text(fault)));
        }
        return parsed.row();
    }

    /** Its number here. */
    private Optional<Long> stored(IssueRecord record, List<RowAtRevision<IssueRecord>> there, Issue issue) {
        for (Iterator<RowAtRevision<IssueRecord>> rest = there.iterator(); rest.hasNext();) {
            RowAtRevision<IssueRecord> row = rest.next();
            if (partsOf(row.row()).equals(partsOf(record))) {
                rest.remove();
                return Optional.of(row.revision().id());
            }
        }
        return records.add(access.context(issue), record) instanceof RowChangeOutcome.Applied<IssueRecord> applied
                ? Optional.of(applied.row().revision().id())
                : Optional.empty();
    }

    /** Without what follows up: that is named in the end. */
    private static Map<RecordPart, String> partsOf(IssueRecord record) {
        Map<RecordPart, String> parts = RecordParts.of(record);
        parts.remove(RecordPart.FOLLOW_UP);
        return parts;
    }

    private void impact(TakenIssue taken, Issue issue, List<String> notes) {
        List<String> there = new ArrayList<>(impact.ofIssue(issue.getId()).stream().map(line -> line.row().text()).toList());
        for (NumberedValues row : taken.impact()) {
            ImpactLine line = ImpactLineParser.read(TakenRowParser.parts(row)).line().orElseThrow();
            if (!there.remove(line.text())
                    && !(impact.add(access.context(issue), line) instanceof RowChangeOutcome.Applied<ImpactLine>)) {
                notes.add(texts.text("decision-gates.takeout.import.not-stored-impact", String.valueOf(row.id()),
                        issue.getKey()));
            }
        }
    }

    /**
     * What a row refers to: people as they were mapped, criteria and hypotheses of the same issue by their
     * numbers here, no files.
     */
    private static final class ImportedReferences implements RecordParser.Lookup {

        private final ImportPersonMapping people;
        /** Numbers here by numbers there. */
        private final Map<Long, Long> rows = new HashMap<>();

        ImportedReferences(ImportPersonMapping people) {
            this.people = people;
        }

        /** Empty text for a row that was left out. */
        String here(String id) {
            return id.matches("[1-9][0-9]{0,17}") ? Optional.ofNullable(rows.get(Long.valueOf(id))).map(String::valueOf).orElse("")
                    : "";
        }

        @Override
        public Optional<String> userKey(String typed) {
            return people.of(typed).map(ApplicationUser::getKey);
        }

        @Override
        public boolean hasCriterion(long id) {
            return rows.containsValue(id);
        }

        @Override
        public boolean hasHypothesis(long id) {
            return rows.containsValue(id);
        }

        @Override
        public OptionalLong otherIssue(String typed) {
            return OptionalLong.empty();
        }

        @Override
        public boolean hasAttachment(String name) {
            return false;
        }
    }
}
