package org.decisiongates.approval;

import java.util.List;
import java.util.Objects;

import org.decisiongates.approval.ApprovalStep.Kind;

/**
 * The last word of an approver on a requirement, and what it is worth now.
 *
 * @param kind    approved, abstained or needs discussion
 * @param changed keys of the sections that say something else than what the approver was shown
 */
public record Verdict(ApprovalStep step, Kind kind, Standing standing, List<String> changed) {

    /** What a verdict is worth. */
    public enum Standing {
        /** It counts. */
        CURRENT,
        /** What it is bound to has changed since. It counts again once the very content is restored. */
        STALE,
        /** Whoever gave it may not: they are the owner by now, or edited what is sealed. */
        EXCLUDED,
        /** Whoever gave it was an approver in another project, or by a field that names them no longer. */
        NO_APPROVER,
        /** The stored steps of the issue are not as they were sealed: nobody knows what was said. */
        CHAIN_BROKEN
    }

    public Verdict {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(standing, "standing");
        changed = List.copyOf(changed);
    }

    /** Whether it is an approval that what it is bound to has left behind. */
    public boolean isStaleApproval() {
        return kind == Kind.APPROVED && standing == Standing.STALE;
    }

    /** Whether it is an approval of somebody, given for others or by others for them as well, and whatever it is worth now. */
    public boolean isApprovalBy(String userKey) {
        return kind == Kind.APPROVED && (step.actor().equals(userKey) || step.approver().equals(userKey));
    }

    boolean isCurrent(Kind wanted) {
        return kind == wanted && standing == Standing.CURRENT;
    }
}
