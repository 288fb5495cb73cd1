package org.decisiongates.issue;

import java.util.Locale;

/**
 * One row of the record of an issue: something structured that no field of the host holds. Texts are what people typed, without space
 * around them; empty text where nothing was typed.
 */
public sealed interface IssueRecord
        permits Criterion, Hypothesis, ExceptionState, Risk, CommunicationPlan, DecisionOption, TradeOff, Evidence {

    /** What it is a row of. */
    Kind kind();

    /** What it says. */
    String text();

    /** The same row, stored under this id; only what others refer to knows its own. */
    default IssueRecord withId(long stored) {
        return this;
    }

    /** The kinds of rows, in the order in which people read them. Stored by name. */
    enum Kind {
        OPTION("options"), CRITERION("criteria"), HYPOTHESIS("hypotheses"), TRADE_OFF("trade-offs"), EXCEPTION_STATE("exception-states"),
        RISK("risks"),
        COMMUNICATION_PLAN("communication-plans"), EVIDENCE("evidence");

        private final String plural;

        Kind(String plural) {
            this.plural = plural;
        }

        /** The name in addresses, in JSON and in the journal, {@code trade-off}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The id of its section on the page of an issue: a link that ends in it leads to where one more can be added. */
        public String anchor() {
            return "decision-gates-record-" + plural;
        }
    }
}
