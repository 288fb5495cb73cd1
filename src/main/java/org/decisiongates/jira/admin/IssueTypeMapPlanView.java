package org.decisiongates.jira.admin;

import java.util.List;

/**
 * What using other issue types would do, as the template sees it.
 *
 * @param decision  id of the type that would be used as Decision; empty text for the app's own
 * @param blocker   the same of Blockers
 * @param seen      what the project used when this was looked at
 * @param effects   what would happen, a sentence each
 * @param remaining what stays for somebody to do
 * @param obstacles why it must not be done
 * @param possible  whether it can be done now
 */
public record IssueTypeMapPlanView(String decision, String blocker, String seen, List<String> effects, List<String> remaining,
        List<String> obstacles, boolean possible) {

    public IssueTypeMapPlanView {
        effects = List.copyOf(effects);
        remaining = List.copyOf(remaining);
        obstacles = List.copyOf(obstacles);
    }
}
