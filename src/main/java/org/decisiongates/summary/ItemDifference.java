package org.decisiongates.summary;

import java.time.LocalDate;
import java.util.Optional;

import org.decisiongates.text.KebabCase;

/**
 * One thing that is different about a Decision or Blocker between two weeks. An item of which several things changed has as many.
 *
 * @param kind        a {@link Kind}, in lower case with hyphens; a newer version may know others
 * @param key         issue key
 * @param summary     the summary, as typed
 * @param blocker     whether it is a Blocker
 * @param ownerBefore name of the owner then; empty for nobody
 * @param owner       name of the owner now, or while it was open; empty for nobody
 * @param dueBefore   due date then, where it slipped
 * @param due         due date now, or while it was open
 * @param estimate    what is expected now, where that changed
 * @param outcome     name of the phase in which it was closed, {@code DECIDED}
 * @param decided     what was decided, or how it was settled; empty where the issue does not say it
 */
public record ItemDifference(String kind, String key, String summary, boolean blocker, Optional<String> ownerBefore, Optional<String> owner,
        Optional<LocalDate> dueBefore, Optional<LocalDate> due, Optional<EstimateChange> estimate, Optional<String> outcome,
        Optional<String> decided) {

    /** What can be different, in the order in which it is told. */
    public enum Kind {
        /** Open now, and not then. */
        NEW,
        /** Open now, not open then, and opened again in between. */
        REOPENED,
        /** Open then, and closed in between. */
        CLOSED,
        /** Open then and not now, with no closing on record: moved elsewhere, deleted, or closed in a week that was not read. */
        LEFT,
        /** Due later than then. */
        SLIPPED,
        /** Another owner, or one where there was none. People are told apart by their accounts, in older weeks by the names they had. */
        OWNER_CHANGED,
        /** An impact line expects something else. */
        RE_ESTIMATED;

        /** Stable name, {@code owner-changed}. */
        public String key() {
            return KebabCase.of(this);
        }
    }

    /** A change of {@code item} of which nothing more is said than what the item says itself. */
    public static ItemDifference of(Kind kind, OpenItem item, boolean blocker) {
        return new ItemDifference(kind.key(), item.key(), item.summary(), blocker, Optional.empty(), item.owner(), Optional.empty(),
                item.due(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, saying what it was closed with. */
    public ItemDifference with(Closure closure) {
        return new ItemDifference(kind, key, summary, blocker, ownerBefore, owner, dueBefore, due, estimate, Optional.of(closure.outcome()),
                closure.decided());
    }

    /** The same, saying what is expected now. */
    public ItemDifference with(EstimateChange changed) {
        return new ItemDifference(kind, key, summary, blocker, ownerBefore, owner, dueBefore, due, Optional.of(changed), outcome, decided);
    }

    /** The same, saying who owned it then. */
    public ItemDifference ownedBefore(Optional<String> name) {
        return new ItemDifference(kind, key, summary, blocker, name, owner, dueBefore, due, estimate, outcome, decided);
    }

    /** The same, saying when it was due then. */
    public ItemDifference dueBefore(Optional<LocalDate> day) {
        return new ItemDifference(kind, key, summary, blocker, ownerBefore, owner, day, due, estimate, outcome, decided);
    }
}
