package com.atlassian.jira.project;

import java.util.List;
import java.util.Set;

public interface ProjectManager {
    Project getProjectObj(Long id);
    Project getProjectByCurrentKey(String key);
    Project getProjectByCurrentKeyIgnoreCase(String key);
    Project getProjectObjByKey(String key);
    Project getProjectObjByName(String name);
    List<Project> getProjectObjects();
    List<Project> getProjects();
    Set<String> getAllProjectKeys(Long projectId);
    long getProjectCount();
}
