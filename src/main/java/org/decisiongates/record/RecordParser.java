package org.decisiongates.record;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

import org.decisiongates.issue.Hypothesis;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecord.Kind;
import org.decisiongates.text.Message;
import org.decisiongates.text.NamedValues;
import org.decisiongates.text.TypedNumber;
import org.decisiongates.text.TypedText;

/** A row as typed. Reading it says everything that is wrong with it at once, each fault with the part it is about. */
public final class RecordParser {

    private static final String FAULT = "decision-gates.record.fault.";
    private static final int MAX_LINES = 20;

    private final Kind kind;
    private final Lookup lookup;
    private final Map<RecordPart, String> parts = new EnumMap<>(RecordPart.class);
    private final Map<RecordPart, Message> faults = new LinkedHashMap<>();

    private RecordParser(Kind kind, Lookup lookup) {
        this.kind = kind;
        this.lookup = lookup;
    }

    /** Finds what a row refers to. */
    public interface Lookup {

        /** User key of the one whom somebody typed; empty when there is nobody of that name. */
        Optional<String> userKey(String typed);

        /** Whether the issue has a criterion of this number. */
        boolean hasCriterion(long id);

        /** Whether the issue has a hypothesis of this number. */
        boolean hasHypothesis(long id);

        /**
         * The host's id of another issue, by what somebody typed: its key, or the id that the record has already; empty when there is none
         * that the reader may see.
         */
        OptionalLong otherIssue(String typed);

        /** Whether a file of this name is attached to the issue. */
        boolean hasAttachment(String name);
    }

    /** What {@code typed} means, or what is wrong with it; a part that is not given is empty. */
    public static ParsedRecord read(Kind kind, Map<RecordPart, String> typed, Lookup lookup) {
        RecordParser parser = new RecordParser(kind, lookup);
        RecordPart.of(kind).forEach(part -> parser.part(part, typed.getOrDefault(part, "")));
        return parser.result();
    }

    /**
     * The same of a row that somebody types now: a check without a result needs a day on which it is done again. What is taken over from
     * elsewhere is as it was.
     *
     * @param today in the project's zone
     */
    public static ParsedRecord readNow(Kind kind, Map<RecordPart, String> typed, Lookup lookup, LocalDate today) {
        ParsedRecord read = read(kind, typed, lookup);
        boolean isUnset = read.row().filter(row -> row instanceof Hypothesis belief && belief.state() == Hypothesis.State.INCONCLUSIVE
                && !belief.checkDate().isAfter(today)).isPresent();
        return !isUnset ? read
                : new ParsedRecord(Optional.empty(), Map.of(RecordPart.CHECK_DATE, Message.of(FAULT + "check-again")));
    }

    private ParsedRecord result() {
        if (parts.containsKey(RecordPart.UNIT) && !parts.containsKey(RecordPart.TARGET) && !faults.containsKey(RecordPart.TARGET)) {
            fault(RecordPart.TARGET, FAULT + "unit-without-number");
        }
        boolean isChecked = kind == Kind.HYPOTHESIS && parts.containsKey(RecordPart.STATE)
                && !parts.get(RecordPart.STATE).equals(Hypothesis.State.OPEN.name());
        if (isChecked && !parts.containsKey(RecordPart.OUTCOME) && !faults.containsKey(RecordPart.OUTCOME)) {
            missing(RecordPart.OUTCOME);
        }
        return new ParsedRecord(faults.isEmpty() ? Optional.of(RecordParts.row(kind, parts)) : Optional.empty(), faults);
    }

    private void part(RecordPart part, String typed) {
        boolean hasLines = part.form() == RecordPart.Form.LINES;
        String text = hasLines ? TypedText.tidiedLines(typed) : TypedText.tidied(typed);
        int length = text.codePointCount(0, text.length());
        if (text.isEmpty()) {
            empty(part);
        } else if (length > part.form().longest()) {
            fault(part, FAULT + "too-long", String.valueOf(part.form().longest()), String.valueOf(length));
        } else if (hasLines && text.lines().count() > MAX_LINES) {
            fault(part, FAULT + "too-many-lines", String.valueOf(MAX_LINES));
        } else if (!text.lines().allMatch(TypedText::isStorable)) {
            fault(part, FAULT + "not-text");
        } else {
            given(part, text);
        }
    }

    private void empty(RecordPart part) {
        if (part == RecordPart.STATE || part == RecordPart.EXPOSURE) {
            parts.put(part, part.words(kind).get(0));
        } else if (part.isRequired()) {
            missing(part);
        }
    }

    private void missing(RecordPart part) {
        fault(part, FAULT + "missing." + kind.key() + "." + part.key());
    }

    private void given(RecordPart part, String text) {
        switch (part.form()) {
            case WORD -> word(part, text);
            case PERSON -> lookup.userKey(text).ifPresentOrElse(key -> parts.put(part, key),
                    () -> fault(part, FAULT + "no-such-user", TypedText.quoted(text)));
            case DAY -> day(part, text);
            case NUMBER -> number(part, text);
            case CRITERION -> number(part, text, lookup::hasCriterion, "no-such-criterion");
            case HYPOTHESIS -> number(part, text, lookup::hasHypothesis, "no-such-hypothesis");
            case REFERENCE -> reference(part, text);
            case ISSUE -> lookup.otherIssue(text).ifPresentOrElse(id -> parts.put(part, String.valueOf(id)),
                    () -> fault(part, FAULT + "no-such-issue", TypedText.quoted(text)));
            default -> parts.put(part, text);
        }
    }

    private void word(RecordPart part, String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        List<String> words = part.words(kind);
        if (words.contains(name)) {
            parts.put(part, name);
        } else {
            fault(part, FAULT + "no-such-word", TypedText.quoted(text), String.join(", ", words));
        }
    }

    private void day(RecordPart part, String text) {
        try {
            LocalDate day = NamedValues.day(text);
            parts.put(part, day.toString());
        } catch (IllegalArgumentException e) {
            fault(part, FAULT + "not-a-date", TypedText.quoted(text));
        }
    }

    private void number(RecordPart part, String text) {
        TypedNumber number = TypedNumber.of(text);
        number.fault().ifPresentOrElse(key -> faults.put(part, new Message(key, number.arguments())),
                () -> parts.put(part, number.value().toPlainString()));
    }

    private void number(RecordPart part, String text, LongPredicate isThere, String fault) {
        if (text.matches("[1-9][0-9]{0,17}") && isThere.test(Long.parseLong(text))) {
            parts.put(part, text);
        } else {
            fault(part, FAULT + fault, TypedText.quoted(text));
        }
    }

    private void reference(RecordPart part, String text) {
        if (RecordParts.isLink(text) ? isAddress(text) : lookup.hasAttachment(text)) {
            parts.put(part, text);
        } else {
            fault(part, FAULT + (RecordParts.isLink(text) ? "not-an-address" : "no-such-file"), TypedText.quoted(text));
        }
    }

    private static boolean isAddress(String text) {
        try {
            return new URI(text).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void fault(RecordPart part, String key, String... arguments) {
        faults.put(part, new Message(key, List.of(arguments)));
    }

    /**
     * The result of parsing.
     *
     * @param row    the row, when nothing is wrong
     * @param faults everything that is wrong, by part
     */
    public record ParsedRecord(Optional<IssueRecord> row, Map<RecordPart, Message> faults) {
    }
}
