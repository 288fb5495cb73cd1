package org.decisiongates.summary;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One of the two questions of every weekly review, answered by numbers (docs/weekly-summary-rules.md).
 *
 * @param name   {@code surfacing-earlier} or {@code stability-right}
 * @param now    the week's number
 * @param before median of the four weeks before
 * @param sample how many issues the week's number rests on
 */
public record Question(String name, Answer answer, Optional<BigDecimal> now, Optional<BigDecimal> before, long sample) {

    /** Travels in lower case with hyphens. */
    public enum Answer { YES, NO, NOT_ENOUGH_DATA }
}
