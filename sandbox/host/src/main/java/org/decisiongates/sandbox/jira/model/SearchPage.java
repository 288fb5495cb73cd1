package org.decisiongates.sandbox.jira.model;

import java.util.List;

/** A page of search results; {@code total} counts every issue the searcher may see. */
public record SearchPage(List<IssueRow> issues, long total, int start, int max) {
}
