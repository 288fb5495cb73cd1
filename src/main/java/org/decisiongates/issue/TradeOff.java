package org.decisiongates.issue;

import java.util.Objects;
import java.util.Optional;

/**
 * What a decision costs.
 *
 * @param text       what is given up
 * @param reason     what it is given up for; empty text for none given
 * @param acceptedBy user key of who accepted that
 */
public record TradeOff(String text, String reason, Optional<String> acceptedBy) implements IssueRecord {

    public TradeOff {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(acceptedBy, "acceptedBy");
    }

    @Override
    public Kind kind() {
        return Kind.TRADE_OFF;
    }
}
