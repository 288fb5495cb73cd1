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
 * @param acceptance who accepted the risk, and until when; empty for others, and in weeks of versions that did not ask
 */
public record Closure(String key, String summary, boolean blocker, String outcome, Optional<String> by, LocalDate on,
        Optional<String> question, Optional<String> decided, Optional<IssueName> successor, Optional<Acceptance> acceptance) {

    /** What was not accepted as a risk. */
    public Closure(String key, String summary, boolean blocker, String outcome, Optional<String> by, LocalDate on,
            Optional<String> question, Optional<String> decided, Optional<IssueName> successor) {
        this(key, summary, blocker, outcome, by, on, question, decided, successor, Optional.empty());
    }

    /** An issue that a row names beside its own. */
    public record IssueName(long id, String key) {
    }

    /**
     * How a risk was accepted.
     *
     * @param by    name of whoever accepts it; empty when that is not known
     * @param until the last day on which it counts as accepted; empty when that is not known
     */
    public record Acceptance(Optional<String> by, Optional<LocalDate> until) {
    }

    /** The same without a successor that is hidden from the reader. */
    Closure naming(LongPredicate visible) {
        return new Closure(key, summary, blocker, outcome, by, on, question, decided, successor.filter(other -> visible.test(other.id())),
                acceptance);
    }
}
