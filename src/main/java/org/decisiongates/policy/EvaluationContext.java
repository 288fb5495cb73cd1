package org.decisiongates.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.Successor;
import org.decisiongates.policy.RuleDefinition.Need;

/** The circumstances of an evaluation, as data: rules ask no clock and no session. Immutable. */
public final class EvaluationContext {

    private final Instant instant;
    private final LocalDate today;
    // computed once, not by every rule that compares days: a sixth of what a gate costs (ADR-0064)
    private final long epochDay;
    private final Optional<String> actor;
    private final Optional<TransitionChanges> transition;
    private final ActiveWaivers waivers;

    private EvaluationContext(Instant instant, LocalDate today, Optional<String> actor, Optional<TransitionChanges> transition,
            ActiveWaivers waivers) {
        this.instant = Objects.requireNonNull(instant, "instant");
        this.today = today;
        this.epochDay = today.toEpochDay();
        this.actor = actor;
        this.transition = transition;
        this.waivers = Objects.requireNonNull(waivers, "waivers");
    }

    /** The moment as a calendar in {@code zone} shows it; without an actor, a transition or waivers. */
    public static EvaluationContext of(Instant instant, ZoneId zone) {
        return new EvaluationContext(instant, LocalDate.ofInstant(instant, zone), Optional.empty(), Optional.empty(), ActiveWaivers.NONE);
    }

    /** The same moment, before {@code wanted}. */
    public EvaluationContext at(TransitionChanges wanted) {
        return new EvaluationContext(instant, today, actor, Optional.of(wanted), waivers);
    }

    /** The same moment, with this user acting; empty text for nobody logged in. */
    public EvaluationContext by(String userKey) {
        return new EvaluationContext(instant, today, Optional.of(userKey).filter(key -> !key.isEmpty()), transition, waivers);
    }

    /** The same moment, of an issue that has these waivers. */
    public EvaluationContext waivedBy(ActiveWaivers active) {
        return new EvaluationContext(instant, today, actor, transition, active);
    }

    /** When it takes place. */
    public Instant instant() {
        return instant;
    }

    /** The calendar day that falls on, in the host's default zone (projects have none of their own). */
    public LocalDate today() {
        return today;
    }

    /** How many days {@code day} lies ahead; negative for a day that is past. */
    public long daysUntil(LocalDate day) {
        return day.toEpochDay() - epochDay;
    }

    /** User key of who acts; empty where there is no actor, as in a nightly job. */
    public Optional<String> actor() {
        return actor;
    }

    /** The transition that is asked for; empty where there is none, as in a panel. */
    public Optional<TransitionChanges> transition() {
        return transition;
    }

    /** What was accepted of the issue for a while. */
    ActiveWaivers waivers() {
        return waivers;
    }

    /** Whether the field is set or changed by the transition that is asked for; false without a transition. */
    public boolean changes(Field field) {
        return transition.isPresent() && transition.get().changes(field);
    }

    /** Whether who acts is named in the field, or was before the transition; false where nobody acts. */
    public boolean actorWasNamed(Field field) {
        return actor.isPresent() && transition.isPresent() && transition.get().namedBefore(field, actor.get());
    }

    /** The comment that is being written with the transition; empty for none, and where no transition is asked for. */
    public String comment() {
        return transition.map(TransitionChanges::comment).orElse("");
    }

    /** The issue that the field names as the one that takes this one's place; empty for none that the actor may see. */
    public Optional<Successor> successor(Field field) {
        return transition.flatMap(wanted -> wanted.successor(field));
    }

    /** Whether a rule with these needs can be evaluated here. */
    boolean answers(Set<Need> needs) {
        return (transition.isPresent() || !needs.contains(Need.TRANSITION)) && (actor.isPresent() || !needs.contains(Need.ACTOR));
    }
}
