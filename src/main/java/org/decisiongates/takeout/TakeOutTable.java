package org.decisiongates.takeout;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.decisiongates.issue.OwnField;
import org.decisiongates.record.RecordPart;
import org.decisiongates.text.Csv;

/**
 * A table of a project's issues for spreadsheets.
 *
 * @param file  name of its file
 * @param lines those of an issue, each with a value for every column
 */
record TakeOutTable(String file, List<String> columns, Function<TakenIssue, Stream<List<String>>> lines) {

    private static final List<String> FIELDS = Arrays.stream(OwnField.values()).map(OwnField::key).toList();
    private static final List<String> RECORD = Stream.concat(Stream.of("kind"), Arrays.stream(RecordPart.values()).map(RecordPart::key))
            .toList();
    private static final List<String> IMPACT = List.of("metric", "unit", "direction", "baseline", "expected", "confidence", "check",
            "actual");

    /** All of them, in the order of their names. */
    static List<TakeOutTable> all() {
        return List.of(
                new TakeOutTable("gates.csv",
                        List.of("issue", "at", "transition", "actor", "source", "policy", "version", "gate", "outcome", "failed"),
                        issue -> issue.gates().stream()
                                .map(gate -> List.of(issue.key(), gate.at().toString(), gate.transition(), gate.actor(), gate.source(),
                                        gate.policy(), String.valueOf(gate.version()), gate.gate(), gate.outcome(),
                                        String.join(" ", gate.failed())))),
                rows("impact.csv", IMPACT, TakenIssue::impact),
                new TakeOutTable("issues.csv",
                        Stream.concat(Stream.of("issue", "type", "summary", "status", "phase", "created", "updated", "due"),
                                FIELDS.stream()).toList(),
                        issue -> Stream.of(line(issue))),
                new TakeOutTable("links.csv", List.of("issue", "type", "description", "outward", "linked"),
                        issue -> issue.links().stream().map(link -> List.of(issue.key(), link.type(), link.description(),
                                String.valueOf(link.outward()), link.issue()))),
                rows("records.csv", RECORD, TakenIssue::records),
                new TakeOutTable("waivers.csv",
                        List.of("issue", "number", "policy", "rule", "field", "until", "state", "actor", "at", "reason"),
                        issue -> issue.waivers().stream().flatMap(waiver -> waiver.steps().stream()
                                .map(step -> List.of(issue.key(), String.valueOf(waiver.number()), waiver.policy(), waiver.rule(),
                                        waiver.field(), waiver.until().toString(), step.state(), step.actor(), step.at().toString(),
                                        step.reason())))));
    }

    /** What names the columns, its end included. */
    String header() {
        return Csv.line(columns);
    }

    /** What an issue adds; empty text for nothing. */
    String text(TakenIssue issue) {
        StringBuilder text = new StringBuilder();
        lines.apply(issue).map(Csv::line).forEach(text::append);
        return text.toString();
    }

    private static List<String> line(TakenIssue issue) {
        return Stream.concat(Stream.of(issue.key(), issue.type(), issue.summary(), issue.status(), issue.phase().orElse(""),
                issue.created().toString(), issue.updated().toString(), issue.due().map(LocalDate::toString).orElse("")),
                FIELDS.stream().map(issue::field)).toList();
    }

    private static TakeOutTable rows(String file, List<String> columns, Function<TakenIssue, List<NumberedValues>> rows) {
        return new TakeOutTable(file, Stream.concat(Stream.of("issue", "id"), columns.stream()).toList(), issue -> rows.apply(issue)
                .stream()
                .map(row -> Stream.concat(Stream.of(issue.key(), String.valueOf(row.id())), columns.stream().map(row::value)).toList()));
    }
}
