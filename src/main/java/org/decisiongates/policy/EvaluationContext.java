package org.decisiongates.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.Field;
import org.decisiongates.policy.RuleDefinition.Need;

/**
 * The circumstances of an evaluation, as data: rules ask no clock and no session.
 *
 * @param instant    when it takes place
 * @param today      the calendar day that falls on in the zone of the issue's project
 * @param actor      user key of who acts; empty where nobody does, as in a nightly job
 * @param transition the transition that is asked for; empty where there is none, as in a panel
 */
public record EvaluationContext(Instant instant, LocalDate today, Optional<String> actor, Optional<TransitionChanges> transition) {

    public EvaluationContext {
        Objects.requireNonNull(instant, "instant");
        Objects.requireNonNull(today, "today");
    }

    /** The moment as a calendar in {@code zone} shows it; nobody acts, no transition is asked for. */
    public static EvaluationContext of(Instant instant, ZoneId zone) {
        return new EvaluationContext(instant, LocalDate.ofInstant(instant, zone), Optional.empty(), Optional.empty());
    }

    /** The same moment, before {@code wanted}. */
    public EvaluationContext at(TransitionChanges wanted) {
        return new EvaluationContext(instant, today, actor, Optional.of(wanted));
    }

    /** The same moment, with this user acting; empty text for nobody logged in. */
    public EvaluationContext by(String userKey) {
        return new EvaluationContext(instant, today, Optional.of(userKey).filter(key -> !key.isEmpty()), transition);
    }

    /** Whether the field is set or changed by the transition that is asked for; no field is where none is. */
    public boolean changes(Field field) {
        return transition.isPresent() && transition.get().changes(field);
    }

    /** The comment that is being written with the transition; empty for none, and where no transition is asked for. */
    public String comment() {
        return transition.map(TransitionChanges::comment).orElse("");
    }

    /** Whether a rule with these needs can be evaluated here. */
    boolean answers(Set<Need> needs) {
        return (transition.isPresent() || !needs.contains(Need.TRANSITION)) && (actor.isPresent() || !needs.contains(Need.ACTOR));
    }
}
