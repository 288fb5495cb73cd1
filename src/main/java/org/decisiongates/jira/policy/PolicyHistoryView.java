package org.decisiongates.jira.policy;

import java.util.List;

/**
 * The page of a policy's versions.
 *
 * @param back    address of the list
 * @param action  address of the policy
 * @param basedOn the newest version
 */
public record PolicyHistoryView(String tokenName, String tokenValue, String project, String back, String action, String name, int basedOn,
        List<String> errors, List<String> done, List<RevisionView> versions) {

    public PolicyHistoryView {
        errors = List.copyOf(errors);
        done = List.copyOf(done);
        versions = List.copyOf(versions);
    }
}
