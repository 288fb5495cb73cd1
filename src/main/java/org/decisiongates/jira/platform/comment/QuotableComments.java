package org.decisiongates.jira.platform.comment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.security.roles.ProjectRole;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.content.FirstSentence;

/** The comments of an issue that somebody may see: who wrote them and when, what they begin with, and who else may read them. */
@JiraComponent
public class QuotableComments {

    /** How many are offered, the newest first; one that an address names is offered as well. */
    public static final int MAX_OFFERED = 50;

    private static final String TEXTS = "decision-gates.jira.platform.comment.";
    private static final int MAX_EXCERPT = 60;

    private final CommentManager comments;
    private final ProjectRoleManager roles;
    private final ProjectTime time;
    private final DayFormatter days;
    private final JiraTexts texts;

    QuotableComments(CommentManager comments, ProjectRoleManager roles, ProjectTime time, DayFormatter days,
            JiraTexts texts) {
        this.comments = comments;
        this.roles = roles;
        this.time = time;
        this.days = days;
        this.texts = texts;
    }

    /** Newest first. */
    public List<Comment> of(Issue about, ApplicationUser reader) {
        List<Comment> visible = new ArrayList<>(comments.getCommentsForUser(about, reader));
        visible.sort(Comparator.comparing(Comment::getCreated).thenComparing(Comment::getId).reversed());
        return visible;
    }

    /** The comment of this id; empty where there is none, or the reader may not see it. */
    public Optional<Comment> find(Issue about, ApplicationUser reader, String id) {
        return of(about, reader).stream().filter(comment -> comment.getId().toString().equals(id)).findFirst();
    }

    /** What the form of a page offers: the newest, and the one of this id where it is older. */
    public List<Comment> offered(Issue about, ApplicationUser reader, String chosen) {
        List<Comment> all = of(about, reader);
        return Stream.concat(all.stream().limit(MAX_OFFERED),
                all.stream().skip(MAX_OFFERED).filter(one -> one.getId().toString().equals(chosen))).toList();
    }

    /** What it begins with. */
    public String firstSentence(Comment comment) {
        return FirstSentence.of(body(comment));
    }

    /** The comment among others. */
    public String choice(Comment comment) {
        return texts.text(TEXTS + "choice", author(comment), day(comment),
                Abbreviation.ofCharacters(firstSentence(comment), MAX_EXCERPT), audience(comment).orElse("")).strip();
    }

    /** Where it is, below the address of the product. */
    public static String path(String issueKey, long comment) {
        return "/browse/" + issueKey + "?focusedCommentId=" + comment + "#comment-" + comment;
    }

    /** Who may read it, in words; empty where it is for everybody who may see the issue. */
    public Optional<String> audience(Comment comment) {
        if (comment.getGroupLevel() != null) {
            return Optional.of(texts.text(TEXTS + "restricted.group", comment.getGroupLevel()));
        }
        return Optional.ofNullable(comment.getRoleLevelId()).map(roles::getProjectRole).map(ProjectRole::getName)
                .map(name -> texts.text(TEXTS + "restricted.role", name))
                .or(() -> Optional.ofNullable(comment.getRoleLevelId())
                        .map(gone -> texts.text(TEXTS + "restricted.unknown")));
    }

    /** What the person who wrote it is called. */
    public String author(Comment comment) {
        return Optional.ofNullable(comment.getAuthorApplicationUser()).map(ApplicationUser::getDisplayName)
                .orElseGet(() -> texts.text(TEXTS + "somebody"));
    }

    /** When it was written, as the product writes days. */
    public String day(Comment comment) {
        return days.text(Instant.ofEpochMilli(comment.getCreated().getTime()).atZone(time.zone()).toLocalDate());
    }

    /** What was written, in the markup of the product. */
    public static String body(Comment comment) {
        return Objects.requireNonNullElse(comment.getBody(), "");
    }
}
