package org.decisiongates.record;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.DecisionOption;
import org.decisiongates.issue.ExceptionState;
import org.decisiongates.issue.Hypothesis;
import org.decisiongates.issue.IssueRecord.Kind;
import org.decisiongates.issue.Risk;

/** A part of a row, in the order of the form; rows of different kinds have different parts. */
public enum RecordPart {
    PATH("path", Form.WORD),
    TEXT("text", Form.LINES),
    MEASURE("measure", Form.LINES),
    AUDIENCE("audience", Form.LINE),
    CHANNEL("channel", Form.LINE),
    REASON("reason", Form.LINES),
    REFERENCE("reference", Form.REFERENCE),
    CRITERION("criterion", Form.CRITERION),
    HYPOTHESIS("hypothesis", Form.HYPOTHESIS),
    TARGET("target", Form.NUMBER),
    UNIT("unit", Form.UNIT),
    EXPOSURE("exposure", Form.WORD),
    STATE("state", Form.WORD),
    OUTCOME("outcome", Form.LINES),
    FOLLOW_UP("followUp", Form.ISSUE),
    VERIFIER("verifier", Form.PERSON),
    OWNER("owner", Form.PERSON),
    APPROVER("approver", Form.PERSON),
    ACCEPTED_BY("acceptedBy", Form.PERSON),
    EXPIRY("expiry", Form.DAY),
    NEXT_UPDATE("nextUpdate", Form.DAY),
    CHECK_DATE("checkDate", Form.DAY);

    private final String key;
    private final Form form;

    RecordPart(String key, Form form) {
        this.key = key;
        this.form = form;
    }

    /** What is typed into a part. */
    public enum Form {
        /** Several lines of text. */
        LINES(1000),
        /** One line of text. */
        LINE(200),
        /** The address of a page, or the name of an attached file. */
        REFERENCE(500),
        UNIT(20),
        /** One of a few words. */
        WORD(40),
        PERSON(255),
        DAY(40),
        NUMBER(60),
        /** Number of a criterion. */
        CRITERION(40),
        /** Number of a hypothesis. */
        HYPOTHESIS(40),
        /** Key of an issue as it is typed, its id as it is stored. */
        ISSUE(255);

        private final int longest;

        Form(int longest) {
            this.longest = longest;
        }

        /** How many characters may be typed. */
        public int longest() {
            return longest;
        }
    }

    /** The name in forms, in JSON and in the journal. */
    public String key() {
        return key;
    }

    public Form form() {
        return form;
    }

    /** Whether a row may not be without it. */
    public boolean isRequired() {
        return switch (this) {
            case PATH, TEXT, MEASURE, AUDIENCE, REFERENCE, EXPOSURE, STATE, CHECK_DATE -> true;
            default -> false;
        };
    }

    /** The parts of rows of a kind. */
    public static List<RecordPart> of(Kind kind) {
        return switch (kind) {
            case OPTION -> List.of(TEXT, REASON, STATE);
            case CRITERION -> List.of(TEXT, TARGET, UNIT, STATE, FOLLOW_UP, VERIFIER);
            case HYPOTHESIS -> List.of(TEXT, MEASURE, EXPOSURE, OWNER, CHECK_DATE, STATE, OUTCOME);
            case TRADE_OFF -> List.of(TEXT, REASON, ACCEPTED_BY);
            case EXCEPTION_STATE -> List.of(PATH, TEXT, OWNER);
            case RISK -> List.of(TEXT, STATE, APPROVER, EXPIRY);
            case COMMUNICATION_PLAN -> List.of(AUDIENCE, CHANNEL, OWNER, NEXT_UPDATE);
            case EVIDENCE -> List.of(TEXT, REFERENCE, CRITERION, HYPOTHESIS);
        };
    }

    /** The parts of rows of a kind by their names, in their order. */
    public static Map<String, RecordPart> byKey(Kind kind) {
        Map<String, RecordPart> parts = new LinkedHashMap<>();
        of(kind).forEach(part -> parts.put(part.key, part));
        return parts;
    }

    /** The words that the part can be in rows of a kind, by name; empty where it is no word. */
    public List<String> words(Kind kind) {
        if (this == EXPOSURE) {
            return kind == Kind.HYPOTHESIS ? names(Hypothesis.Exposure.values()) : List.of();
        }
        Enum<?>[] words = switch (kind) {
            case OPTION -> DecisionOption.State.values();
            case CRITERION -> Criterion.State.values();
            case HYPOTHESIS -> Hypothesis.State.values();
            case RISK -> Risk.State.values();
            case EXCEPTION_STATE -> ExceptionState.Path.values();
            default -> new Enum<?>[0];
        };
        return form == Form.WORD ? names(words) : List.of();
    }

    /** The states that rows of a kind can be in, or the paths that they describe, by name; none for kinds that have neither. */
    public static List<String> states(Kind kind) {
        return of(kind).stream().filter(part -> part == STATE || part == PATH).flatMap(part -> part.words(kind).stream()).toList();
    }

    private static List<String> names(Enum<?>... words) {
        return Arrays.stream(words).map(Enum::name).toList();
    }
}
