package org.decisiongates.issue;

import java.util.List;
import java.util.Objects;

/**
 * A requirement for approval of an issue, as rules see it.
 *
 * @param name    what people call it
 * @param given   how many current approvals there are
 * @param needed  how many it takes
 * @param missing user keys of those who could still approve; nobody where the actor may not know them
 */
public record IssueApproval(String name, ApprovalState state, int given, int needed, List<String> missing) {

    /** So many of those who could still approve are named by a rule. */
    public static final int MAX_NAMED = 5;

    public IssueApproval {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(state, "state");
        missing = List.copyOf(missing);
    }

    /** The same for those who may not know who could still approve. */
    public IssueApproval withoutNames() {
        return new IssueApproval(name, state, given, needed, List.of());
    }

    /** The same with as few missing people as answer a rule alike: those it names, and one more where there are more. */
    IssueApproval inShort() {
        return new IssueApproval(name, state, given, needed, missing.stream().limit(MAX_NAMED + 1L).toList());
    }
}
