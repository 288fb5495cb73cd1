package org.decisiongates.sandbox.jira.model;

/** What somebody may do in a project, by Jira's own permission keys. */
public enum Permission {
    BROWSE_PROJECTS, CREATE_ISSUES, EDIT_ISSUES, TRANSITION_ISSUES, ASSIGN_ISSUES, ASSIGNABLE_USER, ADD_COMMENTS, LINK_ISSUES,
    DELETE_ISSUES, RESOLVE_ISSUES, CLOSE_ISSUES, SCHEDULE_ISSUES, MODIFY_REPORTER, ADMINISTER_PROJECTS
}
