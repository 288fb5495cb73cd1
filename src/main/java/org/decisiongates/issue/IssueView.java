package org.decisiongates.issue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule may ask of an issue: as it is, as it was, or as it would be with the edits of a transition's screen. An adapter fills it;
 * reading it has no side effect, and costs nothing that no rule asks for. Asked for a kind of value that the field does not hold, it
 * throws {@link FieldTypeMismatchException}.
 */
public interface IssueView {

    /** Where it stands: before the transition, where there is one; where it will begin, when it is being created. */
    IssueStatus status();

    /** Whether the field still exists and applies to this issue; a rule that reads one that does not cannot be evaluated. */
    boolean has(Field field);

    /** The one person named in the field; empty for nobody, and for several. */
    Optional<Person> person(Field field);

    /** Everybody named in the field. */
    List<Person> people(Field field);

    /** The day set in the field, in the zone of the issue's project. */
    Optional<LocalDate> date(Field field);

    /** The number in the field. */
    Optional<BigDecimal> number(Field field);

    /** The options or labels in the field. */
    List<Choice> choices(Field field);

    /** The text of the field as typed; empty when not set. */
    String text(Field field);

    /** The issues it is linked to, in no order, those that the actor may not see among them. */
    List<LinkedIssue> links();

    /** The phases it was in so far, the one it is in now among them, by name, {@code IN_REVIEW}. */
    Set<String> phasesVisited();
}
