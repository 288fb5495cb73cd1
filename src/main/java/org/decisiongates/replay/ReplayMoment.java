package org.decisiongates.replay;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import org.decisiongates.timeline.GateEvent;

/**
 * A moment of an issue's past at which gates are asked: somebody made a transition, or tried to.
 *
 * @param place      in the history of the issue, in front of what the transition changed
 * @param at         when the gates were asked; of a transition of which nothing was recorded, when it was made
 * @param actor      user key of who acted; empty for nobody logged in, and for a person who was erased
 * @param entered    the status that the issue went into; empty where it went into none, as when it was refused
 * @param action     id of the transition in its workflow; empty where that is not recorded
 * @param transition name of the transition at that time; empty text where that is not recorded
 * @param recorded   what the journal of gates has of it, in the order in which the gates were asked
 */
public record ReplayMoment(int place, Instant at, Optional<String> actor, Optional<EnteredStatus> entered, OptionalInt action,
        String transition, List<GateEvent> recorded) {

    /**
     * A status that an issue went into.
     *
     * @param from the host's id of the status it came from
     * @param id   the host's id
     * @param name what it was called then
     */
    public record EnteredStatus(String from, String id, String name) {
    }

    public ReplayMoment {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        recorded = List.copyOf(recorded);
    }

    /** Whether no request of a person asked for it, so that more may have been edited than its screen has. */
    boolean wasMadeByAProgram() {
        return recorded.stream().anyMatch(event -> event.source().equals(GateEvent.Source.BACKGROUND.name()));
    }
}
