package org.decisiongates.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.issue.CommunicationPlan;
import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.DecisionOption;
import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.ExceptionState;
import org.decisiongates.issue.Hypothesis;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecord.Kind;
import org.decisiongates.issue.Risk;
import org.decisiongates.issue.TradeOff;
import org.decisiongates.text.NamedValues;

/** Rows as texts, part by part: the shape in which they are typed, stored and written into the journal. */
public final class RecordParts {

    private static final String KIND = "kind";

    private RecordParts() {
    }

    /** The parts of a row that are not empty. */
    public static Map<RecordPart, String> of(IssueRecord row) {
        Map<RecordPart, String> parts = new EnumMap<>(RecordPart.class);
        if (row instanceof DecisionOption option) {
            put(parts, RecordPart.TEXT, option.text(), RecordPart.REASON, option.reason(), RecordPart.STATE, option.state().name());
        } else if (row instanceof Criterion criterion) {
            put(parts, RecordPart.TEXT, criterion.text(), RecordPart.STATE, criterion.state().name(), RecordPart.FOLLOW_UP,
                    criterion.followUp().map(String::valueOf).orElse(""), RecordPart.VERIFIER, criterion.verifier().orElse(""));
            criterion.target().ifPresent(target -> put(parts, RecordPart.TARGET, target.value().toPlainString(), RecordPart.UNIT,
                    target.unit()));
        } else if (row instanceof Hypothesis belief) {
            put(parts, RecordPart.TEXT, belief.text(), RecordPart.MEASURE, belief.measure(), RecordPart.EXPOSURE, belief.exposure().name(),
                    RecordPart.STATE, belief.state().name(), RecordPart.OUTCOME, belief.outcome(), RecordPart.OWNER,
                    belief.owner().orElse(""), RecordPart.CHECK_DATE, belief.checkDate().toString());
        } else if (row instanceof TradeOff cost) {
            put(parts, RecordPart.TEXT, cost.text(), RecordPart.REASON, cost.reason(), RecordPart.ACCEPTED_BY,
                    cost.acceptedBy().orElse(""));
        } else if (row instanceof ExceptionState state) {
            put(parts, RecordPart.PATH, state.path().name(), RecordPart.TEXT, state.text(), RecordPart.OWNER, state.owner().orElse(""));
        } else if (row instanceof Risk risk) {
            put(parts, RecordPart.TEXT, risk.text(), RecordPart.STATE, risk.state().name(), RecordPart.APPROVER,
                    risk.approver().orElse(""), RecordPart.EXPIRY, risk.expiry().map(LocalDate::toString).orElse(""));
        } else if (row instanceof CommunicationPlan plan) {
            put(parts, RecordPart.AUDIENCE, plan.audience(), RecordPart.CHANNEL, plan.channel(), RecordPart.OWNER,
                    plan.owner().orElse(""), RecordPart.NEXT_UPDATE, plan.nextUpdate().map(LocalDate::toString).orElse(""));
        } else if (row instanceof Evidence evidence) {
            put(parts, RecordPart.TEXT, evidence.text(), RecordPart.REFERENCE, evidence.reference(), RecordPart.CRITERION,
                    evidence.criterion().map(String::valueOf).orElse(""), RecordPart.HYPOTHESIS,
                    evidence.hypothesis().map(String::valueOf).orElse(""));
        }
        return parts;
    }

    /**
     * The row that has these parts; a criterion or hypothesis without its id. Throws {@link IllegalArgumentException} or
     * {@link java.time.DateTimeException} where a part is not what {@link #of} writes.
     */
    public static IssueRecord row(Kind kind, Map<RecordPart, String> parts) {
        String text = parts.getOrDefault(RecordPart.TEXT, "");
        String state = parts.getOrDefault(RecordPart.STATE, "");
        String reason = parts.getOrDefault(RecordPart.REASON, "");
        return switch (kind) {
            case OPTION -> new DecisionOption(text, reason, DecisionOption.State.valueOf(state));
            case CRITERION -> new Criterion(0, text, target(parts), given(parts, RecordPart.VERIFIER), Criterion.State.valueOf(state),
                    given(parts, RecordPart.FOLLOW_UP).map(Long::valueOf));
            case HYPOTHESIS -> new Hypothesis(0, text, parts.getOrDefault(RecordPart.MEASURE, ""),
                    Hypothesis.Exposure.valueOf(parts.getOrDefault(RecordPart.EXPOSURE, "")), Hypothesis.State.valueOf(state),
                    parts.getOrDefault(RecordPart.OUTCOME, ""), given(parts, RecordPart.OWNER),
                    LocalDate.parse(parts.getOrDefault(RecordPart.CHECK_DATE, "")));
            case TRADE_OFF -> new TradeOff(text, reason, given(parts, RecordPart.ACCEPTED_BY));
            case EXCEPTION_STATE -> new ExceptionState(ExceptionState.Path.valueOf(parts.getOrDefault(RecordPart.PATH, "")), text,
                    given(parts, RecordPart.OWNER));
            case RISK -> new Risk(text, Risk.State.valueOf(state), given(parts, RecordPart.APPROVER), day(parts, RecordPart.EXPIRY));
            case COMMUNICATION_PLAN -> new CommunicationPlan(parts.getOrDefault(RecordPart.AUDIENCE, ""),
                    parts.getOrDefault(RecordPart.CHANNEL, ""), given(parts, RecordPart.OWNER), day(parts, RecordPart.NEXT_UPDATE));
            case EVIDENCE -> evidence(text, parts.getOrDefault(RecordPart.REFERENCE, ""), number(parts, RecordPart.CRITERION),
                    number(parts, RecordPart.HYPOTHESIS));
        };
    }

    /** The notation that the journal stores. */
    public static String text(IssueRecord row) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(KIND, row.kind().key());
        of(row).forEach((part, value) -> members.put(part.key(), value));
        return NamedValues.write(members);
    }

    /** Reads {@link #text}; throws what {@link #row} throws. */
    public static IssueRecord read(String text) {
        Map<String, String> members = NamedValues.read(text);
        Kind kind = Arrays.stream(Kind.values()).filter(one -> one.key().equals(members.get(KIND))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of row: " + members.get(KIND)));
        Map<RecordPart, String> parts = new EnumMap<>(RecordPart.class);
        RecordPart.byKey(kind).forEach((name, part) -> Optional.ofNullable(members.get(name)).ifPresent(value -> parts.put(part, value)));
        return row(kind, parts);
    }

    private static Evidence evidence(String text, String reference, Optional<Long> criterion, Optional<Long> hypothesis) {
        return new Evidence(text, isLink(reference) ? Evidence.Source.LINK : Evidence.Source.ATTACHMENT, reference,
                criterion, hypothesis);
    }

    /** Whether a reference is an address that a browser can follow; everything else is the name of a file. */
    static boolean isLink(String reference) {
        return reference.regionMatches(true, 0, "https://", 0, "https://".length())
                || reference.regionMatches(true, 0, "http://", 0, "http://".length());
    }

    private static Optional<Criterion.Target> target(Map<RecordPart, String> parts) {
        return given(parts, RecordPart.TARGET)
                .map(number -> new Criterion.Target(new BigDecimal(number), parts.getOrDefault(RecordPart.UNIT, "")));
    }

    private static Optional<LocalDate> day(Map<RecordPart, String> parts, RecordPart part) {
        return given(parts, part).map(LocalDate::parse);
    }

    private static Optional<Long> number(Map<RecordPart, String> parts, RecordPart part) {
        return given(parts, part).map(Long::valueOf);
    }

    private static Optional<String> given(Map<RecordPart, String> parts, RecordPart part) {
        return Optional.ofNullable(parts.get(part)).filter(text -> !text.isEmpty());
    }

    /** @param partsAndTexts a part and its text in turn; an empty text is left out */
    private static void put(Map<RecordPart, String> parts, Object... partsAndTexts) {
        for (int i = 0; i < partsAndTexts.length; i += 2) {
            String text = (String) partsAndTexts[i + 1];
            if (!text.isEmpty()) {
                parts.put((RecordPart) partsAndTexts[i], text);
            }
        }
    }
}
