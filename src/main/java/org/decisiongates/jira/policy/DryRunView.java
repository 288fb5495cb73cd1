package org.decisiongates.jira.policy;

import java.util.List;

/**
 * The page on which a dry run or a replay is started.
 *
 * @param project key of the project; empty text for a policy of all projects
 * @param back    address of the policy; of the list where there is none
 * @param action  address the form is sent to
 * @param name    of what {@code back} leads to
 * @param draft   the policy as it is tried, as JSON
 * @param jql     which issues it is tried on
 * @param weeks   over how many of the last weeks it is replayed, as typed
 * @param running addresses of the dry run and the replay that are under way, of each of which there can be one
 * @param errors  what is wrong
 */
public record DryRunView(String tokenName, String tokenValue, String project, String back, String action, String name, String draft,
        String jql, String weeks, List<String> running, List<String> errors) {
}
