package org.decisiongates.summary;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.decisiongates.text.Sha256;

/**
 * Makes a change of a closed week show: a hash over everything it holds and over the seal of the week before. It is not a signature:
 * whoever can write to the database can compute new seals, from the changed week up to the newest one. Out of a week a person can be taken,
 * which is recorded ({@link #erased}).
 */
public enum Seal {
    /** The week is as it was closed. */
    INTACT,
    /** The week says something else than when it was sealed. */
    CHANGED,
    /** The week is as it was closed, but the one before it is not the one it was sealed with: that one was replaced, removed or put in. */
    CHAIN_BROKEN;

    /**
     * {@code week} with its seal; the time to the millisecond, as it is stored. Throws for half a surrogate pair, which no database
     * stores.
     */
    public static SealedSnapshot on(SealedSnapshot week) {
        SealedSnapshot stored = new SealedSnapshot(week.scope(), week.week(), week.closedAt().truncatedTo(ChronoUnit.MILLIS),
                week.rebuilt(), week.body(), week.previous(), "");
        return new SealedSnapshot(stored.scope(), stored.week(), stored.closedAt(), stored.rebuilt(), stored.body(), stored.previous(),
                hash(stored).orElseThrow(() -> new IllegalArgumentException("half a surrogate pair cannot be stored")));
    }

    /**
     * {@code week} with another body, out of which a person was taken: its seal stays, so that the weeks behind it still fit, and a second
     * one is over what is left.
     *
     * @param erasure name of the record of the erasure
     */
    public static SealedSnapshot erased(SealedSnapshot week, String body, String erasure) {
        SealedSnapshot left = new SealedSnapshot(week.scope(), week.week(), week.closedAt(), week.rebuilt(), body, week.previous(),
                week.seal(), Optional.of(new SealedSnapshot.Erased(erasure, "")));
        String seal = hash(left).orElseThrow(() -> new IllegalArgumentException("half a surrogate pair cannot be stored"));
        return new SealedSnapshot(week.scope(), week.week(), week.closedAt(), week.rebuilt(), body, week.previous(), week.seal(),
                Optional.of(new SealedSnapshot.Erased(erasure, seal)));
    }

    /** @param previous the week that was closed before it in its scope; empty when it was the first */
    public static Seal verify(SealedSnapshot week, Optional<SealedSnapshot> previous) {
        return isSealed(week) ? chained(week, previous) : CHANGED;
    }

    /** The verdict on a week that is known to hold what it was sealed with. */
    static Seal chained(SealedSnapshot week, Optional<SealedSnapshot> previous) {
        return previous.map(SealedSnapshot::seal).orElse("").equals(week.previous())
                && previous.stream().allMatch(before -> before.scope().equals(week.scope()) && before.week().compareTo(week.week()) < 0)
                        ? INTACT
                        : CHAIN_BROKEN;
    }

    /** The verdict on each of some weeks, newest first without gaps; for the last one the week before is unknown. */
    public static List<Seal> verify(List<SealedSnapshot> weeks) {
        List<Seal> seals = new ArrayList<>();
        for (int i = 0; i < weeks.size(); i++) {
            seals.add(
                    i + 1 < weeks.size() ? verify(weeks.get(i), Optional.of(weeks.get(i + 1))) : isSealed(weeks.get(i)) ? INTACT : CHANGED);
        }
        return seals;
    }

    /** Whether a week says what it was sealed with, whatever came before it; hashes all it holds. */
    public static boolean isSealed(SealedSnapshot week) {
        return hash(week).filter(week.erased().map(SealedSnapshot.Erased::seal).orElse(week.seal())::equals).isPresent();
    }

    /** Over all but the seal itself; of a week that was changed by an erasure also over the seal that it was closed with. */
    private static Optional<String> hash(SealedSnapshot week) {
        Sha256 digest = new Sha256();
        List<String> parts = new ArrayList<>(List.of(week.scope(), week.week(), Long.toString(week.closedAt().toEpochMilli()),
                Boolean.toString(week.rebuilt()), week.body(), week.previous()));
        week.erased().ifPresent(erased -> parts.addAll(List.of(week.seal(), erased.erasure())));
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            if (!new String(bytes, StandardCharsets.UTF_8).equals(part)) {
                return Optional.empty();
            }
            digest.updateDelimited(part);
        }
        return Optional.of(digest.hex());
    }
}
