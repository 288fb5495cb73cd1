package org.decisiongates.impact;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.ImpactLine;
import org.decisiongates.text.TypedNumber;
import org.decisiongates.text.TypedText;

/** A line as typed. Reading it says everything that is wrong with it at once, each fault with the part it is about. */
public final class ImpactLineParser {

    /** Longest name of a number, characters. */
    public static final int METRIC_LENGTH = 100;
    /** Longest unit, characters. */
    public static final int UNIT_LENGTH = 20;

    private static final String MISSING = "decision-gates.impact.fault.missing.";
    private static final Set<Part> OPTIONAL = Set.of(Part.CHECK, Part.ACTUAL);

    private final Map<Part, String> typed = new EnumMap<>(Part.class);
    private final List<Fault> faults = new ArrayList<>();

    private ImpactLineParser(Map<Part, String> typed) {
        for (Part part : Part.values()) {
            this.typed.put(part, TypedText.tidied(typed.getOrDefault(part, "")));
        }
    }

    /** What {@code typed} means, or what is wrong with it; a part that is not given is empty. */
    public static ParsedLine read(Map<Part, String> typed) {
        return new ImpactLineParser(typed).read();
    }

    private ParsedLine read() {
        typed.forEach((part, text) -> {
            if (text.isEmpty() && !OPTIONAL.contains(part)) {
                fault(part, MISSING + part.key());
            }
        });
        String metric = text(Part.METRIC, METRIC_LENGTH);
        String unit = text(Part.UNIT, UNIT_LENGTH);
        Optional<ImpactLine.Direction> direction = direction();
        Optional<TypedNumber> baseline = number(Part.BASELINE);
        Optional<TypedNumber> expected = number(Part.EXPECTED);
        Optional<TypedNumber> confidence = number(Part.CONFIDENCE);
        Optional<LocalDate> check = check();
        Optional<TypedNumber> actual = number(Part.ACTUAL);
        return new ParsedLine(faults.isEmpty()
                ? Optional.of(new ImpactLine(metric, unit, direction.orElseThrow(), baseline.orElseThrow().value(),
                        expected.orElseThrow().value(), confidence.orElseThrow().value(), check, actual.map(TypedNumber::value)))
                : Optional.empty(), faults);
    }

    private String text(Part part, int longest) {
        String text = typed.get(part);
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            fault(part, "decision-gates.impact.fault.too-long", String.valueOf(longest), String.valueOf(length));
        } else if (!TypedText.isStorable(text)) {
            fault(part, "decision-gates.impact.fault.not-text");
        }
        return text;
    }

    private Optional<ImpactLine.Direction> direction() {
        String text = typed.get(Part.DIRECTION).toUpperCase(Locale.ROOT);
        Optional<ImpactLine.Direction> direction = Arrays.stream(ImpactLine.Direction.values()).filter(one -> one.name().equals(text))
                .findFirst();
        if (direction.isEmpty() && !text.isEmpty()) {
            fault(Part.DIRECTION, "decision-gates.impact.fault.not-a-direction", TypedText.quoted(typed.get(Part.DIRECTION)));
        }
        return direction;
    }

    private Optional<TypedNumber> number(Part part) {
        String text = typed.get(part);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        TypedNumber number = part == Part.CONFIDENCE ? TypedNumber.share(text) : TypedNumber.of(text);
        number.fault().ifPresent(key -> fault(part, key, number.arguments().toArray(String[]::new)));
        return Optional.of(number);
    }

    private Optional<LocalDate> check() {
        String text = typed.get(Part.CHECK);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return Optional.of(LocalDate.parse(text));
            }
        } catch (DateTimeParseException e) {
            // a day that no calendar has is reported like any other text that is no date
        }
        fault(Part.CHECK, "decision-gates.impact.fault.not-a-date", TypedText.quoted(text));
        return Optional.empty();
    }

    private void fault(Part part, String key, String... arguments) {
        faults.add(new Fault(part, key, List.of(arguments)));
    }

    /** A part of a line, in the order of the form. */
    public enum Part {
        METRIC, UNIT, DIRECTION, BASELINE, EXPECTED, CONFIDENCE, CHECK, ACTUAL;

        /** The name in forms and in JSON. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** All parts by their names, in the order in which they are typed. */
        public static Map<String, Part> byKey() {
            Map<String, Part> parts = new LinkedHashMap<>();
            Arrays.stream(values()).forEach(part -> parts.put(part.key(), part));
            return parts;
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param part      what it is about
     * @param key       message key
     * @param arguments plain values for the message
     */
    public record Fault(Part part, String key, List<String> arguments) {

        public Fault {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * The result of parsing.
     *
     * @param line   the line, when nothing is wrong
     * @param faults everything that is wrong, by part
     */
    public record ParsedLine(Optional<ImpactLine> line, List<Fault> faults) {

        public ParsedLine {
            faults = List.copyOf(faults);
        }
    }
}
