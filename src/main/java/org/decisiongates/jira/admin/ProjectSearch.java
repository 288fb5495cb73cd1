package org.decisiongates.jira.admin;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

/**
 * Finds projects for administrators. Reads what Jira has in memory: the state of a project is another matter, and is asked of those that
 * are shown alone, since there may be thousands.
 */
@JiraComponent
public class ProjectSearch {

    private final ProjectManager projects;

    ProjectSearch(ProjectManager projects) {
        this.projects = projects;
    }

    /** Those with {@code part} in their key or name, by key; all for an empty text. */
    List<Project> matching(String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        return projects.getProjectObjects().stream()
                .filter(project -> project.getKey().toLowerCase(Locale.ROOT).contains(wanted)
                        || project.getName().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparing(Project::getKey)).toList();
    }

    /** {@code most} of them behind the first {@code start}. */
    static List<Project> page(List<Project> found, int start, int most) {
        return found.stream().skip(start).limit(most).toList();
    }
}
