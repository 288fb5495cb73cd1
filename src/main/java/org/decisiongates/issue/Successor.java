package org.decisiongates.issue;

import java.util.Objects;
import java.util.Optional;

/**
 * An issue that is meant to take the place of the issue at hand, which is superseded by it.
 *
 * @param key      its key
 * @param type     {@code decision}, {@code blocker}, or the host's id of another type
 * @param status   where it stands
 * @param isItself whether it is the issue at hand
 * @param isBefore whether it is superseded itself by the issue at hand, at once or by way of others
 * @param isLinkable whether whoever acts may link the issue at hand with it, or the two are linked already
 */
public record Successor(String key, String type, IssueStatus status, boolean isItself, boolean isBefore, boolean isLinkable) {

    /** Why an issue cannot take the place of another. */
    public enum Fault {
        /** It is the same issue. */
        ITSELF,
        /** It is no Decision. */
        OTHER_TYPE,
        /** Each would take the place of the other. */
        CIRCLE,
        /** It was rejected or superseded, and decides nothing. */
        ENDED,
        /** Whoever acts may not link the issue at hand. */
        NOT_LINKABLE
    }

    public Successor {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(status, "status");
    }

    /** Why it cannot take the place of the issue at hand; empty when it can. */
    public Optional<Fault> fault() {
        if (isItself) {
            return Optional.of(Fault.ITSELF);
        }
        if (!type.equals("decision")) {
            return Optional.of(Fault.OTHER_TYPE);
        }
        if (isBefore) {
            return Optional.of(Fault.CIRCLE);
        }
        if (status.phase().filter(Successor::hasEnded).isPresent()) {
            return Optional.of(Fault.ENDED);
        }
        return isLinkable ? Optional.empty() : Optional.of(Fault.NOT_LINKABLE);
    }

    /** Whether a Decision in a phase, {@code REJECTED}, decides nothing. */
    public static boolean hasEnded(String phase) {
        return phase.equals(DecisionPhase.REJECTED.name()) || phase.equals(DecisionPhase.SUPERSEDED.name());
    }
}
