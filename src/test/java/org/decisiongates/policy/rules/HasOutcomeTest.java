package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;

import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.DecisionOption;
import org.decisiongates.issue.DecisionOption.State;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.Finding;
import org.decisiongates.text.content.DescriptionTemplate;

public class HasOutcomeTest {

    private static final String KEY = "decision-gates.rule.has-outcome.";
    private static final Field OUTCOME = new Field("outcome");
    private static final Field REASON = new Field("outcome-reason");
    private static final Field REJECTED = new Field("rejected-options");

    private final HasOutcome rule = new HasOutcome(OUTCOME, Optional.of(REASON), Optional.of(REJECTED), 10,
            DescriptionTemplate.of("We decided:"));

    @Test
    public void saysAllThatIsMissingAtOnceAndEachUnderItsField() {
        assertSays(rule, IssueSnapshot.EMPTY, Finding.on(OUTCOME, KEY + "missing"), Finding.on(REASON, KEY + "no-reason", "10"),
                Finding.on(REJECTED, KEY + "nothing-rejected", "10"));
        assertSays(rule, IssueSnapshot.EMPTY.with(OUTCOME, "We decided:").with(REASON, "We must").with(REJECTED, "n/a"),
                Finding.on(OUTCOME, KEY + "placeholder"), Finding.on(REASON, KEY + "no-reason", "10"),
                Finding.on(REJECTED, KEY + "nothing-rejected", "10"));
        assertSays(rule, IssueSnapshot.EMPTY.with(OUTCOME, "By card").with(REASON, "The law asks for it").with(REJECTED, "Only vouchers"),
                Finding.on(OUTCOME, KEY + "too-short", "10", "6"));
    }

    @Test
    public void takesWhatTheRecordSaysWhereAFieldDoesNot() {
        IssueSnapshot chosen = IssueSnapshot.EMPTY.recording(option("Card", "", State.CHOSEN));

        assertSays(rule, chosen, Finding.on(REASON, KEY + "no-reason", "10"));
        assertSays(rule, chosen.with(REASON, "The law asks for it"));
        assertSays(rule, chosen.with(REASON, "The law asks for it").recording(option("Voucher", "", State.REJECTED)));
        assertSays(rule, chosen.with(REASON, "The law asks for it").recording(option("Voucher", "", State.OPEN)),
                Finding.on(REJECTED, KEY + "nothing-rejected", "10"));
    }

    @Test
    public void takesNothingForAnOutcomeThatWasOnlyRejectedOrLeftOpen() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.recording(option("Refunds by card", "The law asks for it", State.OPEN))
                .recording(option("Refunds by voucher", "Buyers refuse them", State.REJECTED));

        assertSays(rule, issue, Finding.on(OUTCOME, KEY + "missing"), Finding.on(REASON, KEY + "no-reason", "10"),
                Finding.on(REJECTED, KEY + "nothing-rejected", "10"));
    }

    private static DecisionOption option(String text, String reason, State state) {
        return new DecisionOption(text, reason, state);
    }
}
