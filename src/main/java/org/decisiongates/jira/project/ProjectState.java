package org.decisiongates.jira.project;

import java.util.List;

import org.decisiongates.text.Message;

/**
 * The state of a project.
 *
 * @param key       project key
 * @param name      project name
 * @param enabled   whether Decisions and Blockers can be created in it with their workflows and screens
 * @param obstacles why it cannot be enabled; empty when it is or can be
 */
public record ProjectState(String key, String name, boolean enabled, List<Message> obstacles) {

    public ProjectState {
        obstacles = List.copyOf(obstacles);
    }
}
