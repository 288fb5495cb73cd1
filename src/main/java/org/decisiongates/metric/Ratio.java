package org.decisiongates.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A share of a whole: 0 to 1, four decimals, half up. */
final class Ratio {

    static final int DECIMALS = 4;

    private Ratio() {
    }

    /** Empty, that is n/a, when there is no whole. */
    static Optional<BigDecimal> of(long part, long whole) {
        return whole == 0 ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP));
    }
}
