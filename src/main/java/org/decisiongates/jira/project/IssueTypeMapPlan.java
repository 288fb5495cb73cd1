package org.decisiongates.jira.project;

import java.util.List;
import java.util.Map;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.text.Message;

/**
 * What it would do if a project used other issue types as Decisions and Blockers, before anything is done.
 *
 * @param wanted    the host's ids of the types; none for what the app's own type is used for
 * @param seen      what the project uses now, as whoever applies the plan has to have seen it
 * @param effects   what would happen; none when nothing would
 * @param remaining what stays as it is, and is for somebody to do
 * @param obstacles why it must not be done, and what to do about it
 */
public record IssueTypeMapPlan(Map<OwnIssueType, String> wanted, String seen, List<Message> effects, List<Message> remaining,
        List<Message> obstacles) {

    public IssueTypeMapPlan {
        wanted = Map.copyOf(wanted);
        effects = List.copyOf(effects);
        remaining = List.copyOf(remaining);
        obstacles = List.copyOf(obstacles);
    }

    public boolean isPossible() {
        return obstacles.isEmpty() && !effects.isEmpty();
    }
}
