package org.decisiongates.issue;

import java.util.List;
import java.util.Objects;

/**
 * What became of the approved scope of a Decision, as rules see it: its acceptance criteria, summary and description, release and due date,
 * as far as approvals are bound to them.
 *
 * @param changed      sections that were changed since the Decision was decided, and that no scope change covers
 * @param covered      sections that were changed, and that a scope change covers
 * @param scopeChanges those that are linked to the Decision, as far as they were looked at: none where nothing was changed
 */
public record ApprovedScope(State state, List<SealedSection> changed, List<SealedSection> covered, List<LinkedScopeChange> scopeChanges) {

    /** Of a Decision that nobody has approved. */
    public static final ApprovedScope NOT_APPROVED = of(State.NOT_APPROVED);

    /** What became of it. Stored by name in the tests of policies. */
    public enum State {
        /** No policy in force binds an approval to any of it. */
        NOTHING_SEALED,
        /** The Decision is not decided, or nobody approved it. */
        NOT_APPROVED,
        /** It says what was approved. */
        AS_APPROVED,
        /** It was changed, and each change is covered by a scope change. */
        COVERED,
        /** It was changed without a scope change. */
        CHANGED,
        /** The stored steps of approvals are not as they were sealed, so that nobody knows what was approved. */
        CHAIN_BROKEN
    }

    public ApprovedScope {
        Objects.requireNonNull(state, "state");
        changed = List.copyOf(changed);
        covered = List.copyOf(covered);
        scopeChanges = List.copyOf(scopeChanges);
    }

    public static ApprovedScope of(State state) {
        return new ApprovedScope(state, List.of(), List.of(), List.of());
    }

    /** One that was changed. */
    public static ApprovedScope changed(List<SealedSection> changed, List<SealedSection> covered, List<LinkedScopeChange> scopeChanges) {
        State state = !changed.isEmpty() ? State.CHANGED : covered.isEmpty() ? State.AS_APPROVED : State.COVERED;
        return new ApprovedScope(state, changed, covered, scopeChanges);
    }
}
