package org.decisiongates.jira.readiness;

import com.atlassian.jira.issue.Issue;

import org.decisiongates.readiness.Score;

/** An issue with its score. */
record ScoredIssue(Issue issue, Score score) {
}
