package org.decisiongates.summary.compose;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.decisiongates.summary.Headline;
import org.decisiongates.text.KebabCase;
import org.decisiongates.text.Message;

/** The possible headlines, most pressing first: the first rule that holds is the headline. The last one always holds. */
public enum HeadlineRule {
    /** No arguments. */
    NOT_ENABLED(input -> !input.enabled(), input -> List.of()),
    /** Whether issues are hidden. */
    NOTHING_TO_REPORT(
            input -> input.computed() && isNothingOpen(input) && input.closures() == 0 && input.reopened() == 0 && input.owed() == 0
                    && isNothingMoved(input),
            input -> List.of(input.hidden())),
    /** Overdue, open, overdue and customer-facing, whether there may be more. */
    BLOCKERS_OVERDUE(input -> input.overdueBlockers() > 0,
            input -> List.of(input.overdueBlockers(), input.blockers(), input.overdueForCustomers(), input.unlisted())),
    /** Escalated, open, whether there may be more. */
    BLOCKERS_ESCALATED(input -> input.escalated() > 0, input -> List.of(input.escalated(), input.blockers(), input.unlisted())),
    /** Decisions that nobody answers for, Blockers that nobody answers for, whether there may be more. */
    OWNERLESS(input -> input.nobodysDecisions() + input.nobodysBlockers() > 0,
            input -> List.of(input.nobodysDecisions(), input.nobodysBlockers(), input.unlisted())),
    /** Overdue, open, whether there may be more. */
    DECISIONS_OVERDUE(input -> input.overdueDecisions() > 0,
            input -> List.of(input.overdueDecisions(), input.decisions(), input.unlisted())),
    /** Metrics expected to get worse, metrics expected to get better. */
    IMPACT_WORSE(input -> input.worse() > 0, input -> List.of(input.worse(), input.better())),
    /** Metrics expected to get better, open Blockers. */
    IMPACT_BETTER(input -> input.better() > 0, input -> List.of(input.better(), input.blockers())),
    /** Closed, opened again. */
    NOTHING_OPEN(HeadlineRule::isNothingOpen, input -> List.of(input.closures(), input.reopened())),
    /** Open Blockers, open Decisions. */
    ON_TRACK(input -> input.unlisted() == 0, input -> List.of(input.blockers(), input.decisions())),
    /** Open Blockers, open Decisions, whether there may be more of either. */
    OPEN(input -> true, input -> List.of(input.blockers(), input.decisions(), input.least()));

    private static final int MAX_ARGUMENTS = 4;

    private final Predicate<HeadlineInput> claim;
    private final Function<HeadlineInput, List<Long>> arguments;

    HeadlineRule(Predicate<HeadlineInput> claim, Function<HeadlineInput, List<Long>> arguments) {
        this.claim = claim;
        this.arguments = arguments;
    }

    /** Stable name, {@code blockers-overdue}. */
    String key() {
        return KebabCase.of(this);
    }

    static Headline of(HeadlineInput input) {
        HeadlineRule first = Arrays.stream(values()).filter(rule -> rule.claim.test(input)).findFirst().orElse(OPEN);
        return new Headline(first.key(), first.arguments.apply(input));
    }

    /**
     * A headline to be worded; empty for a rule that this version does not know. Nothing that came with a summary becomes part of a key,
     * and it has as many arguments as any text takes, so that none is left open.
     */
    public static Optional<Message> message(Headline headline) {
        return Arrays.stream(values()).map(HeadlineRule::key).filter(headline.rule()::equals).findFirst()
                .map(rule -> new Message("decision-gates.summary.headline." + rule, arguments(headline)));
    }

    private static List<Long> arguments(Headline headline) {
        List<Long> numbers = Stream.concat(headline.arguments().stream(), Stream.generate(() -> 0L)).limit(MAX_ARGUMENTS).toList();
        return headline.rule().equals(OWNERLESS.key())
                ? List.of(numbers.get(0), numbers.get(1), numbers.get(2), present(numbers.get(0), numbers.get(1)))
                : Stream.concat(numbers.stream(), Stream.of(share(numbers.get(2), numbers.get(0)))).toList();
    }

    /** What words tell {@code part} of {@code all} by: 0 for none, 1 for some, 2 for the only one, 3 for both, 4 for all of more. */
    private static long share(long part, long all) {
        if (part <= 0) {
            return 0;
        }
        return part < all ? 1 : all == 1 ? 2 : all == 2 ? 3 : 4;
    }

    /** Which of two numbers words tell: 0 for neither, 1 for the first, 2 for the second, 3 for both. */
    private static long present(long first, long second) {
        return (first > 0 ? 1 : 0) + (second > 0 ? 2 : 0);
    }

    private static boolean isNothingOpen(HeadlineInput input) {
        return input.blockers() == 0 && input.decisions() == 0 && input.least() == 0;
    }

    private static boolean isNothingMoved(HeadlineInput input) {
        return input.worse() == 0 && input.better() == 0;
    }
}
