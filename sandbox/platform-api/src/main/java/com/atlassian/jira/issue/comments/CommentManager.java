package com.atlassian.jira.issue.comments;

import java.util.List;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;

public interface CommentManager {
    List<Comment> getCommentsForUser(Issue issue, ApplicationUser user);
    Comment create(Issue issue, ApplicationUser author, String body, boolean dispatchEvent);
}
