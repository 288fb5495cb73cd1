package org.decisiongates.issue;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a rule may ask of the item under examination, edits of the transition screen included. An adapter fills it; reading it has
 * no side effect.
 */
public interface IssueView {

    /** Whether the field still exists and applies to this item; a rule that reads one that does not cannot run. */
    boolean has(Field field);

    /** The one person named in the field. */
    Optional<Person> person(Field field);

    /** The day set in the field, in the item's project zone. */
    Optional<LocalDate> date(Field field);

    /** The text of the field as typed; empty when not set. */
    String text(Field field);

    /** Whether this very transition (or creation) sets or changes the field. */
    boolean changes(Field field);
}
