package com.atlassian.jira.bc.project.component;

public interface ProjectComponent {
}
