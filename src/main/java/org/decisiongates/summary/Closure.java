package org.decisiongates.summary;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * A Decision decided or rejected, or a Blocker settled, in the week.
 *
 * @param outcome name of the phase it reached, {@code DECIDED}
 * @param by      name of who moved it there; empty when that is not known
 * @param on      the day, project zone
 * @param question what had to be decided; empty where the issue does not say it, and in weeks of versions that did not ask
 * @param decided  what was decided, or how it was settled; empty likewise
 * @param successor what holds in place of a superseded Decision; empty for others, where the reader may not see it, and likewise
 */
public record Closure(String key, String summary, boolean blocker, String outcome, Optional<String> by, LocalDate on,
        Optional<String> question, Optional<String> decided, Optional<IssueName> successor) {

    /** An issue that a row names beside its own. */
    public record IssueName(long id, String key) {
    }

    /** The same without a successor that is hidden from the reader. */
    Closure naming(LongPredicate visible) {
        return new Closure(key, summary, blocker, outcome, by, on, question, decided, successor.filter(other -> visible.test(other.id())));
    }
}
