package org.decisiongates.jira.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.roles.ProjectRole;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.content.FirstSentence;

/** The comments of an issue that somebody may see: what they begin with, who else may read them, and how they are quoted. */
@JiraComponent
public class QuotableComments {

    private static final int MAX_EXCERPT = 60;

    private final CommentManager comments;
    private final ProjectRoleManager roles;
    private final ApplicationProperties application;
    private final ProjectTime time;
    private final DayFormatter days;
    private final JiraTexts texts;

    QuotableComments(CommentManager comments, ProjectRoleManager roles, ApplicationProperties application, ProjectTime time,
            DayFormatter days, JiraTexts texts) {
        this.comments = comments;
        this.roles = roles;
        this.application = application;
        this.time = time;
        this.days = days;
        this.texts = texts;
    }

    /** Newest first. */
    List<Comment> of(Issue about, ApplicationUser reader) {
        List<Comment> visible = new ArrayList<>(comments.getCommentsForUser(about, reader));
        visible.sort(Comparator.comparing(Comment::getCreated).thenComparing(Comment::getId).reversed());
        return visible;
    }

    /** The comment of this id; empty where there is none, or the reader may not see it. */
    Optional<Comment> find(Issue about, ApplicationUser reader, String id) {
        return of(about, reader).stream().filter(comment -> comment.getId().toString().equals(id)).findFirst();
    }

    /** Why more people may read a Decision of the project than the comment, in words; empty where it is no secret to its readers. */
    Optional<String> restriction(Comment comment, Issue about, Project project) {
        Optional<String> audience = audience(comment);
        if (audience.isPresent()) {
            return audience;
        }
        if (about.getSecurityLevelId() != null) {
            return Optional.of(texts.text("decision-gates.jira.decision.restricted.issue", about.getKey()));
        }
        return project.getId().equals(about.getProjectObject().getId()) ? Optional.empty()
                : Optional.of(texts.text("decision-gates.jira.decision.restricted.project", about.getProjectObject().getName(),
                        project.getName()));
    }

    /** What the question is: the first sentence. */
    String question(Comment comment) {
        return FirstSentence.of(body(comment));
    }

    /** The comment among others. */
    String choice(Comment comment) {
        return texts.text("decision-gates.jira.decision.comment-choice", author(comment), day(comment),
                Abbreviation.ofCharacters(question(comment), MAX_EXCERPT), audience(comment).orElse("")).strip();
    }

    /** Text, author, day and address of the comment, in Jira's markup. A quotation ends only where the comment does. */
    String quote(Comment comment, Issue about) {
        String address = application.getBaseUrl(UrlMode.CANONICAL) + "/browse/" + about.getKey() + "?focusedCommentId=" + comment.getId()
                + "#comment-" + comment.getId();
        return texts.text("decision-gates.jira.decision.quoted", author(comment).replaceAll("[\\[{]", "\\\\$0"), day(comment),
                about.getKey(), address) + "\n{quote}\n" + body(comment).replaceAll("(?i)\\{(quote)", "{ $1") + "\n{quote}";
    }

    private Optional<String> audience(Comment comment) {
        if (comment.getGroupLevel() != null) {
            return Optional.of(texts.text("decision-gates.jira.decision.restricted.group", comment.getGroupLevel()));
        }
        return Optional.ofNullable(comment.getRoleLevelId()).map(roles::getProjectRole).map(ProjectRole::getName)
                .map(name -> texts.text("decision-gates.jira.decision.restricted.role", name))
                .or(() -> Optional.ofNullable(comment.getRoleLevelId())
                        .map(gone -> texts.text("decision-gates.jira.decision.restricted.unknown")));
    }

    private String author(Comment comment) {
        return Optional.ofNullable(comment.getAuthorApplicationUser()).map(ApplicationUser::getDisplayName)
                .orElseGet(() -> texts.text("decision-gates.jira.decision.somebody"));
    }

    private String day(Comment comment) {
        return days.text(Instant.ofEpochMilli(comment.getCreated().getTime()).atZone(time.zone()).toLocalDate());
    }

    private static String body(Comment comment) {
        return Objects.requireNonNullElse(comment.getBody(), "");
    }
}
