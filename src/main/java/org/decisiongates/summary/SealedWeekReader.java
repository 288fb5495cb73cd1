package org.decisiongates.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.decisiongates.audit.Erasure;
import org.decisiongates.audit.Erasures;
import org.decisiongates.time.Week;

/**
 * Reads closed weeks of a project and verifies the seal of each: one statement, and one more where a person was taken out of one.
 */
public final class SealedWeekReader {

    private final Snapshots snapshots;
    private final Erasures erasures;
    private final Predicate<SealedSnapshot> sealed;

    /** Hashes every week anew. */
    public SealedWeekReader(Snapshots snapshots, Erasures erasures) {
        this(snapshots, erasures, Seal::isSealed);
    }

    /** @param sealed answers what {@link Seal#isSealed} does, which may be known of exactly this content */
    public SealedWeekReader(Snapshots snapshots, Erasures erasures, Predicate<SealedSnapshot> sealed) {
        this.snapshots = snapshots;
        this.erasures = erasures;
        this.sealed = sealed;
    }

    /**
     * A closed week.
     *
     * @param seal {@code CHANGED} as well where a person was taken out and no sound record says so
     */
    public record VerifiedWeek(SealedSnapshot stored, Seal seal) {
    }

    /**
     * The newest closed weeks, newest first.
     *
     * @param upTo  the newest week wanted, inclusive
     * @param limit one more is read, to verify the last of them
     */
    public List<VerifiedWeek> upTo(long projectId, Week upTo, int limit) {
        List<SealedSnapshot> rows = snapshots.latest(Snapshots.scopeOf(projectId), upTo.text(), limit + 1);
        Set<String> unexplained = unexplained(rows);
        List<VerifiedWeek> weeks = new ArrayList<>();
        for (int i = 0; i < Math.min(rows.size(), limit); i++) {
            SealedSnapshot row = rows.get(i);
            boolean isExplained = row.erased().map(SealedSnapshot.Erased::erasure).filter(unexplained::contains).isEmpty();
            weeks.add(new VerifiedWeek(row, !isExplained || !sealed.test(row) ? Seal.CHANGED
                    : Seal.chained(row, i + 1 < rows.size() ? Optional.of(rows.get(i + 1)) : Optional.empty())));
        }
        return weeks;
    }

    /** Names of erasures that changed a week and are not on record as they were made. */
    private Set<String> unexplained(List<SealedSnapshot> rows) {
        Set<String> named = rows.stream().flatMap(row -> row.erased().stream()).map(SealedSnapshot.Erased::erasure)
                .collect(Collectors.toSet());
        if (!named.isEmpty()) {
            erasures.named(named).values().stream().filter(Erasure::isSound).map(Erasure::key).forEach(named::remove);
        }
        return named;
    }
}
