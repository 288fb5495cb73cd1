package org.decisiongates.readiness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The scores of several issues in numbers. Whoever holds a release to a bound looks at the lowest: a mean hides the one issue that is not
 * ready.
 *
 * @param scored how many issues have a score
 * @param min    the lowest score; empty where there is none
 * @param mean   the mean score, rounded to one decimal; empty where there is none
 */
public record ScoreSummary(int scored, OptionalInt min, Optional<BigDecimal> mean) {

    /** Of these; those without a score do not count. */
    public static ScoreSummary of(Collection<Score> scores) {
        List<Integer> values = scores.stream().flatMapToInt(score -> score.value().stream()).boxed().toList();
        return new ScoreSummary(values.size(), values.stream().mapToInt(value -> value).min(), values.isEmpty() ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(values.stream().mapToInt(value -> value).sum())
                        .divide(BigDecimal.valueOf(values.size()), 1, RoundingMode.HALF_UP)));
    }
}
