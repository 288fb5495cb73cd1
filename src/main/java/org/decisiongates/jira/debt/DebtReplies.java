package org.decisiongates.jira.debt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.decisiongates.debt.GateDebt;
import org.decisiongates.debt.OwedRule;
import org.decisiongates.policy.RuleResult;

/** What is answered about gate debt; the components are the members of the JSON. */
final class DebtReplies {

    private DebtReplies() {
    }

    /**
     * @param hidden how many issues of the page the caller may not browse
     * @param next   issue id to go on from
     */
    record Page(List<Entry> issues, int hidden, Optional<Long> next) {
    }

    record Entry(long issueId, String issue, String phase, List<Rule> rules) {
    }

    /**
     * @param policies    keys of the policies that ask it, as the journal has them
     * @param field       id of the field that the rule reads; empty text for none
     * @param waivedUntil when its waiver ends; empty for what is owed
     */
    record Rule(List<String> policies, String rule, String field, RuleResult.Status result, Instant since, GateDebt.Cause cause,
            Optional<Instant> waivedUntil) {

        static Rule of(OwedRule owed) {
            GateDebt debt = owed.debt();
            return new Rule(debt.policies(), debt.rule(), debt.field(), debt.result(), debt.since(), debt.cause(), owed.waivedUntil());
        }
    }
}
