package org.decisiongates.jira.policy;

import java.util.List;

/**
 * The page on which a dry run is started.
 *
 * @param project key of the project; empty text for a policy of all projects
 * @param back    address of the policy
 * @param action  address the form is sent to
 * @param name    of the policy
 * @param draft   the policy as it is tried, as JSON
 * @param jql     which issues it is tried on
 * @param running address of the dry run that is under way, of which there can be one; none for none
 * @param errors  what is wrong
 */
public record DryRunView(String tokenName, String tokenValue, String project, String back, String action, String name, String draft,
        String jql, List<String> running, List<String> errors) {
}
