package org.decisiongates.jira.decision;

import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;

import org.decisiongates.jira.platform.comment.QuotableComments;
import org.decisiongates.jira.platform.text.JiraTexts;

/** How a comment is quoted in a Decision, and who may read it there who may not read the comment. */
@JiraComponent
public class DecisionQuotations {

    private final QuotableComments comments;
    private final ApplicationProperties application;
    private final JiraTexts texts;

    DecisionQuotations(QuotableComments comments, ApplicationProperties application, JiraTexts texts) {
        this.comments = comments;
        this.application = application;
        this.texts = texts;
    }

    /** Why more people may read a Decision of the project than the comment, in words; empty where it is no secret to its readers. */
    Optional<String> restriction(Comment comment, Issue about, Project project) {
        Optional<String> audience = comments.audience(comment);
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

    /** Text, author, day and address of the comment, in Jira's markup. A quotation ends only where the comment does. */
    String quote(Comment comment, Issue about) {
        String address = application.getBaseUrl(UrlMode.CANONICAL) + QuotableComments.path(about.getKey(), comment.getId());
        return texts.text("decision-gates.jira.decision.quoted", asText(comments.author(comment)),
                comments.day(comment), about.getKey(), address) + "\n{quote}\n"
                + QuotableComments.body(comment).replaceAll("(?i)\\{(quote)", "{ $1") + "\n{quote}";
    }

    /** A name as it is read, in markup: people choose their own, and one such as {@code !picture.png!} would show a picture. */
    static String asText(String name) {
        return name.replaceAll("[\\[{!*_|]", "\\\\$0");
    }
}
