package org.decisiongates.sandbox.jira.model;

import java.util.List;

/** The issue types a project offers, in display order. */
public record IssueTypeSchemeRow(long id, String name, String description, List<String> issueTypeIds) {

    public IssueTypeSchemeRow {
        issueTypeIds = List.copyOf(issueTypeIds);
    }
}
