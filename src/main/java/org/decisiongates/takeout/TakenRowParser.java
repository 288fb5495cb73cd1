package org.decisiongates.takeout;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.impact.ImpactLineParser;
import org.decisiongates.issue.IssueRecord.Kind;
import org.decisiongates.record.RecordPart;

/** Rows of a take-out as people would type them. */
public final class TakenRowParser {

    private TakenRowParser() {
    }

    /** The kind of a row of a record; empty for a word that is none. */
    public static Optional<Kind> kind(NumberedValues row) {
        return Arrays.stream(Kind.values()).filter(kind -> kind.key().equals(row.value("kind"))).findFirst();
    }

    /** A row of a record as it would be typed. */
    public static Map<RecordPart, String> parts(Kind kind, NumberedValues row) {
        Map<RecordPart, String> typed = new EnumMap<>(RecordPart.class);
        RecordPart.byKey(kind).forEach((name, part) -> typed.put(part, row.value(name)));
        return typed;
    }

    /** An impact line as it would be typed. */
    public static Map<ImpactLineParser.Part, String> parts(NumberedValues line) {
        Map<ImpactLineParser.Part, String> typed = new EnumMap<>(ImpactLineParser.Part.class);
        ImpactLineParser.Part.byKey().forEach((name, part) -> typed.put(part, line.value(name)));
        return typed;
    }
}
