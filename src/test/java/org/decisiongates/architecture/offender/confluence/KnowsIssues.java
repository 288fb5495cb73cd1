package org.decisiongates.architecture.offender.confluence;

import com.atlassian.jira.issue.Issue;

public record KnowsIssues(Issue issue) {
}
