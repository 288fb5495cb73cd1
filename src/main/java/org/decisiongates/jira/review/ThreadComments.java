package org.decisiongates.jira.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.comment.QuotableComments;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.review.ReviewThreads;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.Message;

/**
 * The comments of an issue that the caller may see and make threads of. A thread is for everybody who may see the issue, so a comment for
 * fewer people comes along only where the caller confirms it for that very comment (docs/decisions/0121).
 */
@JiraComponent
class ThreadComments {

    static final String COMMENT = "comment";
    static final String COPY_RESTRICTED = "copyRestricted";

    private final QuotableComments comments;
    private final JiraAuthenticationContext authentication;
    private final JiraTexts texts;

    ThreadComments(QuotableComments comments, JiraAuthenticationContext authentication, JiraTexts texts) {
        this.comments = comments;
        this.authentication = authentication;
        this.texts = texts;
    }

    /** What the form offers, the first of which is chosen: each comment that is offered, by its id, the newest first, and none. */
    List<FeedbackChoiceView> choices(Issue issue, String chosen) {
        return Stream.concat(comments.offered(issue, authentication.getLoggedInUser(), chosen).stream()
                .map(comment -> new FeedbackChoiceView(comment.getId().toString(), comments.choice(comment))),
                Stream.of(new FeedbackChoiceView("", texts.text("decision-gates.review.panel.no-comment")))).toList();
    }

    /** The comment of this id; empty where there is none, or the caller may not see it. */
    Optional<Comment> find(Issue issue, String id) {
        return id.isEmpty() ? Optional.empty() : comments.find(issue, authentication.getLoggedInUser(), id);
    }

    /**
     * Why it does not come along, by member of what was sent.
     *
     * @param id        of the comment; empty text for none
     * @param confirmed id of the comment that the caller has confirmed; empty text for none
     */
    Map<String, Message> faults(Optional<Comment> comment, String id, String confirmed) {
        Map<String, Message> faults = new LinkedHashMap<>();
        if (comment.isEmpty() && !id.isEmpty()) {
            faults.put(COMMENT, Message.of("decision-gates.review.fault.no-comment"));
        }
        comment.filter(one -> !one.getId().toString().equals(confirmed)).flatMap(comments::audience)
                .ifPresent(why -> faults.put(COPY_RESTRICTED, Message.of("decision-gates.review.fault.confirm", why)));
        return faults;
    }

    /** What the thread begins with: the comment, as much of it as there is room for, and below it what was typed. */
    String quote(Comment comment, String typed) {
        String from = texts.text("decision-gates.review.comment.quoted", comments.author(comment), comments.day(comment)) + "\n";
        String below = typed.isBlank() ? "" : "\n\n" + typed;
        int room = Math.max(1, ReviewThreads.MAX_TEXT - from.length() - below.length());
        return from + Abbreviation.of(QuotableComments.body(comment), room) + below;
    }
}
