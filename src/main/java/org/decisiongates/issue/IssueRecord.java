package org.decisiongates.issue;

import java.util.Locale;

/**
 * One row of the record of an issue: something structured that no field of the host holds. Texts are what people typed, without space around
 * them; empty text where nothing was typed.
 */
public sealed interface IssueRecord permits Criterion, ExceptionState, Risk, CommunicationPlan, DecisionOption, TradeOff, Evidence {

    /** What it is a row of. */
    Kind kind();

    /** What it says. */
    String text();

    /** The kinds of rows, in the order in which people read them. Stored by name. */
    enum Kind {
        OPTION, CRITERION, TRADE_OFF, EXCEPTION_STATE, RISK, COMMUNICATION_PLAN, EVIDENCE;

        /** The name in addresses, JSON and the ids of a page, {@code trade-off}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
