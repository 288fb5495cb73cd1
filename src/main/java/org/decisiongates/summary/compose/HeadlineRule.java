package org.decisiongates.summary.compose;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import org.decisiongates.summary.Headline;
import org.decisiongates.text.KebabCase;

/** The possible headlines, most pressing first: the first rule that holds is the headline. The last one always holds. */
enum HeadlineRule {
    /** No arguments. */
    NOT_ENABLED(facts -> !facts.enabled(), facts -> List.of()),
    /** Whether issues are hidden. */
    NOTHING_TO_REPORT(
            facts -> facts.reckoned() && isNothingOpen(facts) && facts.closures() == 0 && facts.reopened() == 0 && isNothingMoved(facts),
            facts -> List.of(facts.hidden())),
    /** Overdue, open, overdue and customer-facing, whether there may be more. */
    BLOCKERS_OVERDUE(facts -> facts.overdueBlockers() > 0,
            facts -> List.of(facts.overdueBlockers(), facts.blockers(), facts.overdueForCustomers(), facts.unlisted())),
    /** Escalated, open, whether there may be more. */
    BLOCKERS_ESCALATED(facts -> facts.escalated() > 0, facts -> List.of(facts.escalated(), facts.blockers(), facts.unlisted())),
    /** Decisions that nobody answers for, Blockers that nobody answers for, whether there may be more. */
    OWNERLESS(facts -> facts.nobodysDecisions() + facts.nobodysBlockers() > 0,
            facts -> List.of(facts.nobodysDecisions(), facts.nobodysBlockers(), facts.unlisted())),
    /** Overdue, open, whether there may be more. */
    DECISIONS_OVERDUE(facts -> facts.overdueDecisions() > 0,
            facts -> List.of(facts.overdueDecisions(), facts.decisions(), facts.unlisted())),
    /** Metrics expected to get worse, metrics expected to get better. */
    IMPACT_WORSE(facts -> facts.worse() > 0, facts -> List.of(facts.worse(), facts.better())),
    /** Metrics expected to get better, open Blockers. */
    IMPACT_BETTER(facts -> facts.better() > 0, facts -> List.of(facts.better(), facts.blockers())),
    /** Closed, opened again. */
    NOTHING_OPEN(HeadlineRule::isNothingOpen, facts -> List.of(facts.closures(), facts.reopened())),
    /** Open Blockers, open Decisions. */
    ON_TRACK(facts -> facts.unlisted() == 0, facts -> List.of(facts.blockers(), facts.decisions())),
    /** Open Blockers, open Decisions, whether there may be more of either. */
    OPEN(facts -> true, facts -> List.of(facts.blockers(), facts.decisions(), facts.least()));

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

    static Headline of(HeadlineInput facts) {
        HeadlineRule first = Arrays.stream(values()).filter(rule -> rule.claim.test(facts)).findFirst().orElse(OPEN);
        return new Headline(first.key(), first.arguments.apply(facts));
    }

    private static boolean isNothingOpen(HeadlineInput facts) {
        return facts.blockers() == 0 && facts.decisions() == 0 && facts.least() == 0;
    }

    private static boolean isNothingMoved(HeadlineInput facts) {
        return facts.worse() == 0 && facts.better() == 0;
    }
}
