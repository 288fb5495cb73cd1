package org.decisiongates.summary;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A Decision decided or rejected, or a Blocker settled, in the week.
 *
 * @param outcome name of the phase it reached, {@code DECIDED}
 * @param by      name of who moved it there; empty when that is not known
 * @param on      the day, project zone
 */
public record Closure(String key, String summary, boolean blocker, String outcome, Optional<String> by, LocalDate on) {
}
