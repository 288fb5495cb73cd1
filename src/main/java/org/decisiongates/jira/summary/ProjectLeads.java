package org.decisiongates.jira.summary;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;

/** Who leads the projects of the issues of one listing, read once a project. For one thread of execution. */
final class ProjectLeads {

    private final Map<Long, Optional<String>> known = new HashMap<>();

    /** The display name of who can name an owner; empty where the lead has left. */
    Optional<String> of(Issue issue) {
        return known.computeIfAbsent(issue.getProjectId(), id -> Optional.ofNullable(issue.getProjectObject()).map(Project::getProjectLead)
                .filter(ApplicationUser::isActive).map(ApplicationUser::getDisplayName));
    }
}
