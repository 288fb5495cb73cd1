package org.decisiongates.policy;

import java.util.Objects;

/**
 * How many of the approvers have to approve.
 *
 * @param number people, or percent of the approvers
 */
public record ApprovalQuorum(Unit unit, int number) {

    private static final int ALL = 100;
    private static final int MAX_PEOPLE = 500;

    /** What is counted. Stored by name. */
    public enum Unit {
        /** People: somebody who approves on behalf of another one as well counts once. */
        PEOPLE,
        /** Percent of those who may approve and do not abstain, rounded up. */
        PERCENT;

        /** The most that a policy can ask for: of people, as many as are looked at of a group. */
        public int most() {
            return this == PERCENT ? ALL : MAX_PEOPLE;
        }
    }

    public ApprovalQuorum {
        Objects.requireNonNull(unit, "unit");
        if (number < 1 || unit == Unit.PERCENT && number > ALL) {
            throw new IllegalArgumentException("no quorum: " + number + " " + unit);
        }
    }

    public static ApprovalQuorum people(int number) {
        return new ApprovalQuorum(Unit.PEOPLE, number);
    }

    public static ApprovalQuorum percent(int number) {
        return new ApprovalQuorum(Unit.PERCENT, number);
    }

    /** How many approvals that makes, at least one, where so many people may approve. */
    public int needed(int approvers) {
        return unit == Unit.PEOPLE ? number : Math.max(1, (int) (((long) approvers * number + ALL - 1) / ALL));
    }
}
