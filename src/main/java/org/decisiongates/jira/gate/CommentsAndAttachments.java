package org.decisiongates.jira.gate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.atlassian.jira.issue.AttachmentManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.IssueAttachment;
import org.decisiongates.issue.IssueComment;

/** Reads what people added to an issue of Jira: what they said of it and what they attached. */
@JiraComponent
class CommentsAndAttachments {

    private final CommentManager comments;
    private final AttachmentManager attachments;
    private final UserManager users;

    CommentsAndAttachments(CommentManager comments, AttachmentManager attachments, UserManager users) {
        this.comments = comments;
        this.attachments = attachments;
        this.users = users;
    }

    /**
     * The comments that a user may see.
     *
     * @param actor user key; empty text for nobody logged in
     */
    List<IssueComment> comments(Issue issue, String actor) {
        if (issue.getId() == null) {
            return List.of();
        }
        return comments.getCommentsForUser(issue, actor.isEmpty() ? null : users.getUserByKey(actor)).stream()
                .map(comment -> new IssueComment(Optional.ofNullable(comment.getAuthorApplicationUser()).map(ApplicationUser::getKey),
                        Objects.requireNonNullElse(comment.getBody(), ""), comment.getCreated().toInstant()))
                .toList();
    }

    List<IssueAttachment> attachments(Issue issue) {
        if (issue.getId() == null) {
            return List.of();
        }
        return attachments.getAttachments(issue).stream()
                .map(file -> new IssueAttachment(file.getFilename(), Objects.requireNonNullElse(file.getMimetype(), ""),
                        Optional.ofNullable(file.getAuthorKey()), file.getCreated().toInstant()))
                .toList();
    }
}
