package com.atlassian.jira.issue.comments;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import java.util.List;

public interface CommentManager {
    Comment create(Issue issue, ApplicationUser author, String body, boolean dispatchEvent);
    Comment create(Issue issue, ApplicationUser author, String body, String groupLevel, Long roleLevelId, boolean dispatchEvent);
    List<Comment> getComments(Issue issue);
    List<Comment> getCommentsForUser(Issue issue, ApplicationUser user);
    Comment getLastComment(Issue issue);
    Comment getCommentById(Long id);
}
