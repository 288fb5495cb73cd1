package org.decisiongates.issue;

import java.util.List;
import java.util.Objects;

/**
 * A requirement for approval of an issue, as rules see it.
 *
 * @param name    what people call it
 * @param given   how many current approvals there are
 * @param needed  how many it takes
 * @param missing user keys of those who could still approve
 */
public record IssueApproval(String name, ApprovalState state, int given, int needed, List<String> missing) {

    public IssueApproval {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(state, "state");
        missing = List.copyOf(missing);
    }
}
