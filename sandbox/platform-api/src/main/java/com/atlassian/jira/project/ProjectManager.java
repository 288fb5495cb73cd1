package com.atlassian.jira.project;

import java.util.List;

public interface ProjectManager {
    Project getProjectByCurrentKey(String key);
    Project getProjectObj(Long id);

    Project getProjectObjByKey(String key);
    List<Project> getProjectObjects();
    List<Project> getArchivedProjects();
}
