package com.atlassian.jira.issue.comments;

public interface CommentManager {
}
