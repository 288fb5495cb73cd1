package org.decisiongates.takeout;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.issue.OwnField;
import org.decisiongates.record.RecordPart;
import org.decisiongates.text.Csv;

/** A project as tables for spreadsheets. */
final class TakeOutTables {

    private static final List<String> ISSUE = List.of("issue", "type", "summary", "status", "phase", "created", "updated", "due");
    private static final List<String> FIELDS = Arrays.stream(OwnField.values()).map(OwnField::key).toList();
    private static final List<String> RECORD = Stream.concat(Stream.of("kind"), Arrays.stream(RecordPart.values()).map(RecordPart::key))
            .toList();
    private static final List<String> IMPACT = List.of("metric", "unit", "direction", "baseline", "expected", "confidence", "check",
            "actual");

    private TakeOutTables() {
    }

    /** The tables by the names of their files. */
    static Map<String, String> of(TakenProject project) {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("issues.csv", table(Stream.concat(ISSUE.stream(), FIELDS.stream()).toList(), project, issue -> Stream.of(line(issue))));
        tables.put("records.csv", rows(RECORD, project, TakenIssue::records));
        tables.put("impact.csv", rows(IMPACT, project, TakenIssue::impact));
        tables.put("links.csv", table(List.of("issue", "type", "description", "outward", "linked"), project, issue -> issue.links().stream()
                .map(link -> List.of(issue.key(), link.type(), link.description(), String.valueOf(link.outward()), link.issue()))));
        tables.put("waivers.csv", table(List.of("issue", "number", "policy", "rule", "field", "until", "state", "actor", "at", "reason"),
                project, issue -> issue.waivers().stream().flatMap(waiver -> waiver.steps().stream()
                        .map(step -> List.of(issue.key(), String.valueOf(waiver.number()), waiver.policy(), waiver.rule(), waiver.field(),
                                waiver.until().toString(), step.state(), step.actor(), step.at().toString(), step.reason())))));
        return tables;
    }

    private static List<String> line(TakenIssue issue) {
        return Stream.concat(Stream.of(issue.key(), issue.type(), issue.summary(), issue.status(), issue.phase().orElse(""),
                issue.created().toString(), issue.updated().toString(), issue.due().map(LocalDate::toString).orElse("")),
                FIELDS.stream().map(issue::field)).toList();
    }

    private static String rows(List<String> columns, TakenProject project, Function<TakenIssue, List<TakenEntry>> rows) {
        return table(Stream.concat(Stream.of("issue", "id"), columns.stream()).toList(), project, issue -> rows.apply(issue).stream()
                .map(row -> Stream.concat(Stream.of(issue.key(), String.valueOf(row.id())), columns.stream().map(row::value)).toList()));
    }

    private static String table(List<String> columns, TakenProject project, Function<TakenIssue, Stream<List<String>>> lines) {
        return Csv.line(columns) + project.issues().stream().flatMap(lines).map(Csv::line).collect(Collectors.joining());
    }
}
