package org.decisiongates.summary;

import java.math.BigDecimal;
import java.util.Optional;

import org.decisiongates.issue.ImpactLine;

/**
 * Another expectation of one impact line: how far the number is expected to move, and how sure that is.
 *
 * @param metric           name of the number, {@code Checkout conversion}
 * @param before           expected value less the value of that day, in the earlier week
 * @param now              the same in the later week
 * @param confidenceBefore 0 to 1
 * @param confidence       0 to 1
 */
public record EstimateChange(String metric, String unit, BigDecimal before, BigDecimal now, BigDecimal confidenceBefore,
        BigDecimal confidence) {

    /** Empty where nothing else is expected, and where the line is about another number by now. */
    public static Optional<EstimateChange> between(ImpactLine then, ImpactLine now) {
        EstimateChange change = new EstimateChange(now.metric(), now.unit(), then.expected().subtract(then.baseline()),
                now.expected().subtract(now.baseline()), then.confidence(), now.confidence());
        boolean isSame = change.before.compareTo(change.now) == 0 && change.confidenceBefore.compareTo(change.confidence) == 0;
        boolean isOfOneNumber = then.metric().strip().equals(now.metric().strip()) && then.unit().strip().equals(now.unit().strip());
        return isSame || !isOfOneNumber ? Optional.empty() : Optional.of(change);
    }
}
