package org.decisiongates.sandbox.jira.model;

/** A project and the schemes it uses. */
public record ProjectRow(long id, String key, String name, String description, String leadKey, long issueTypeSchemeId,
        long issueTypeScreenSchemeId, long workflowSchemeId) {
}
