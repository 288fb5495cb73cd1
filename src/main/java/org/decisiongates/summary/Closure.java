package org.decisiongates.summary;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A Decision decided or rejected, or a Blocker settled, in the week.
 *
 * @param outcome name of the phase it reached, {@code DECIDED}
 * @param by      name of who moved it there; empty when that is not known
 * @param on      the day, project zone
 * @param question what had to be decided; empty where the issue does not say it, and in weeks of versions that did not ask
 * @param decided  what was decided, or how it was settled; empty likewise
 */
public record Closure(String key, String summary, boolean blocker, String outcome, Optional<String> by, LocalDate on,
        Optional<String> question, Optional<String> decided) {
}
