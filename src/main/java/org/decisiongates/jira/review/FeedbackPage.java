package org.decisiongates.jira.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.templaterenderer.TemplateRenderer;

import org.decisiongates.jira.platform.comment.QuotableComments;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.jira.platform.web.RenderedTemplate;
import org.decisiongates.review.ReviewService;
import org.decisiongates.review.ReviewThread;
import org.decisiongates.review.ReviewThreads;
import org.decisiongates.review.ThreadRights;
import org.decisiongates.review.ThreadStep.Kind;

/**
 * Renders the panel of an issue, on the page of the issue and again after a step. A statement for the threads, whatever their number, and
 * those of {@link ThreadIssueReader#sections}.
 */
@JiraComponent
public class FeedbackPage {

    private static final String TEMPLATE = "/jira/review/feedback.vm";

    private final ReviewService service;
    private final ThreadIssueReader reader;
    private final ThreadComments comments;
    private final FeedbackFormatter formatter;
    private final ProjectTime time;
    private final TemplateRenderer renderer;
    private final ApplicationProperties application;

    FeedbackPage(ReviewThreads threads, ThreadIssueReader reader, ThreadComments comments, FeedbackFormatter formatter, ProjectTime time,
            TemplateRenderer renderer,
            ApplicationProperties application) {
        this.service = new ReviewService(threads);
        this.reader = reader;
        this.comments = comments;
        this.formatter = formatter;
        this.time = time;
        this.renderer = renderer;
        this.application = application;
    }

    /** @param comment where comments to make a thread of are offered: one that is, however old, or empty text */
    String html(Issue issue, Optional<String> comment) {
        List<ReviewThread> threads = service.ofIssue(issue.getId());
        ThreadRights rights = reader.rights(issue);
        String caller = reader.callerKey();
        Function<ReviewThread, Set<Kind>> allowed = thread -> service.allowed(thread, caller, rights);
        Instant now = time.now().toInstant();
        String base = application.getBaseUrl(UrlMode.RELATIVE);
        String address = base + "/rest/decision-gates/1.0/issue/" + issue.getKey() + "/threads";
        boolean mayOpen = rights.mayComment() && threads.size() < ReviewThreads.MAX;
        List<FeedbackChoiceView> offered = comment.filter(asked -> mayOpen).map(asked -> comments.choices(issue, asked)).orElse(List.of());
        return RenderedTemplate.of(renderer, TEMPLATE,
                formatter.view(address, issue.getKey(), mayOpen, offered, threads, reader.sections(issue),
                        id -> base + QuotableComments.path(issue.getKey(), id), allowed, now));
    }
}
