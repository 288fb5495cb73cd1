package org.decisiongates.review;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.review.ThreadStep.Kind;
import org.decisiongates.text.Message;
import org.decisiongates.text.XmlCharacters;
import org.decisiongates.text.content.DescriptionTemplate;
import org.decisiongates.text.content.Statement;

/** What is wrong with what people write in threads. */
final class ThreadTextCheck {

    static final int MAX_OBJECTIVE = 200;
    /** As long as the rule {@code has-reason} asks for at first. */
    private static final int MIN_OUTCOME = 10;

    private ThreadTextCheck() {
    }

    /** What is wrong with an opening, by member. */
    static Map<String, Message> faults(OpenThreadRequest request) {
        Map<String, Message> faults = new LinkedHashMap<>(request.faults());
        if (request.section().isRow() != request.row().isPresent()) {
            faults.put("row", Message.of(request.section().isRow() ? "decision-gates.review.fault.no-row"
                    : "decision-gates.review.fault.extra-row", request.section().key()));
        } else if (request.current().isEmpty()) {
            boolean isRow = request.section().isRow();
            faults.put(isRow ? "row" : "section", Message.of("decision-gates.review.fault.gone", request.section().key()));
        }
        fault(request.objective(), MAX_OBJECTIVE, "decision-gates.review.fault.no-objective")
                .ifPresent(fault -> faults.put("objective", fault));
        fault(Kind.OPENED, request.text()).ifPresent(fault -> faults.put("text", fault));
        return faults;
    }

    /** What is wrong with the text of a step. */
    static Optional<Message> fault(Kind kind, String text) {
        return switch (kind) {
            case OPENED, REPLIED -> fault(text, ReviewThreads.MAX_TEXT, "decision-gates.review.fault.no-text");
            case RESOLVED, DECLINED, DISPUTE_SETTLED -> unfit(text, ReviewThreads.MAX_TEXT)
                    .or(() -> faultOf(text, "decision-gates.review.fault.no-outcome", "decision-gates.review.fault.short-outcome"));
            case DISPUTED -> unfit(text, ReviewThreads.MAX_TEXT)
                    .or(() -> faultOf(text, "decision-gates.review.fault.no-reason", "decision-gates.review.fault.short-reason"));
            case OWNER_ACTION, OWNER_ACTION_DROPPED, REOPENED -> unfit(text, ReviewThreads.MAX_TEXT);
        };
    }

    private static Optional<Message> faultOf(String text, String missing, String tooShort) {
        return Statement.faultOf(text, MIN_OUTCOME, DescriptionTemplate.NONE).map(fault -> switch (fault) {
            case EMPTY -> Message.of(missing);
            case PLACEHOLDER -> Message.of("decision-gates.review.fault.placeholder");
            case TOO_SHORT -> Message.of(tooShort, MIN_OUTCOME,
                    Statement.lengthOf(text, DescriptionTemplate.NONE));
        });
    }

    private static Optional<Message> fault(String text, int longest, String missing) {
        return Statement.faultOf(text, 1, DescriptionTemplate.NONE).filter(Statement.Fault.EMPTY::equals).map(empty -> Message.of(missing))
                .or(() -> unfit(text, longest));
    }

    private static Optional<Message> unfit(String text, int longest) {
        if (text.length() > longest) {
            return Optional.of(Message.of("decision-gates.review.fault.long", longest));
        }
        return XmlCharacters.firstInvalid(text).isPresent() ? Optional.of(Message.of("decision-gates.review.fault.characters"))
                : Optional.empty();
    }
}
