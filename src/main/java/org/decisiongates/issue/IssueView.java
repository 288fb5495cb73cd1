package org.decisiongates.issue;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a rule may ask of an issue: as it is, as it was, or as it would be with the edits of a transition's screen. An adapter fills it;
 * reading it has no side effect.
 */
public interface IssueView {

    /** Whether the field still exists and applies to this issue; a rule that reads one that does not cannot be examined. */
    boolean has(Field field);

    /** The one person named in the field; empty for nobody, and for several. */
    Optional<Person> person(Field field);

    /** The day set in the field, in the zone of the issue's project. */
    Optional<LocalDate> date(Field field);

    /** The text of the field as typed; empty when not set. */
    String text(Field field);
}
