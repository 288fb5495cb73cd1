package org.decisiongates.jira.review;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.ThreadSection;
import org.decisiongates.jira.debt.ChangedIssues;
import org.decisiongates.jira.platform.project.OwnerActionHours;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.StepRequestBody;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.review.OpenThreadRequest;
import org.decisiongates.review.ReviewService;
import org.decisiongates.review.ReviewService.Action;
import org.decisiongates.review.ReviewService.Conflict;
import org.decisiongates.review.ReviewService.Denied;
import org.decisiongates.review.ReviewService.Full;
import org.decisiongates.review.ReviewService.Invalid;
import org.decisiongates.review.ReviewService.Outcome;
import org.decisiongates.review.ReviewService.Stored;
import org.decisiongates.review.ReviewThread;
import org.decisiongates.review.ReviewThreads;
import org.decisiongates.review.SectionText;
import org.decisiongates.review.ThreadAnchor;
import org.decisiongates.review.ThreadRights;
import org.decisiongates.text.Message;

/**
 * Does for the caller what {@link ReviewService} allows, in threads of issues that the caller may see. Throws {@link ProblemException}
 * where it does not.
 */
@JiraComponent
public class ThreadActions {

    private static final String OTHER_TYPE = "decision-gates.review.other-type";
    private static final String SECTION = "section";
    private static final String ROW = "row";
    private static final String OBJECTIVE = "objective";
    private static final String TEXT = "text";
    private static final List<String> OPENING = List.of(SECTION, ROW, OBJECTIVE, TEXT, ThreadComments.COMMENT,
            ThreadComments.COPY_RESTRICTED);
    private static final List<String> REPLY = List.of(TEXT);
    private static final List<String> STEP = List.of(StepRequestBody.STEP, TEXT);

    private final ReviewService service;
    private final ThreadIssueReader reader;
    private final ThreadComments comments;
    private final OwnIssueAccess issues;
    private final ChangedIssues changed;
    private final OwnerActionHours hours;
    private final FeedbackPage page;
    private final ProjectTime time;

    ThreadActions(ReviewThreads threads, ThreadIssueReader reader, ThreadComments comments, OwnIssueAccess issues, ChangedIssues changed,
            OwnerActionHours hours,
            FeedbackPage page,
            ProjectTime time) {
        this.service = new ReviewService(threads);
        this.reader = reader;
        this.comments = comments;
        this.issues = issues;
        this.changed = changed;
        this.hours = hours;
        this.page = page;
        this.time = time;
    }

    /** The threads of an issue, by number. */
    ThreadReplies.Threads threads(String key) {
        Issue issue = visible(key);
        Instant now = time.now().toInstant();
        ThreadRights rights = reader.rights(issue);
        SectionText sections = reader.sections(issue);
        List<ReviewThread> all = service.ofIssue(issue.getId());
        return new ThreadReplies.Threads(issue.getKey(), rights.mayComment() && all.size() < ReviewThreads.MAX, ReviewThreads.MAX,
                all.stream().map(thread -> reply(thread, sections, rights, now)).toList());
    }

    /**
     * The panel as it is now, HTML.
     *
     * @param comment where comments to make a thread of are offered: one that is, however old, or empty text
     */
    String panel(String key, Optional<String> comment) {
        return page.html(visible(key), comment);
    }

    ThreadReplies.Thread open(String key, InputStream sent) throws IOException {
        Issue issue = visible(key);
        StepRequestBody body = StepRequestBody.read(sent, OPENING);
        ThreadSection section = section(body);
        OptionalLong row = row(body);
        Optional<String> current = reader.sections(issue).of(section, row);
        String commentId = body.text(ThreadComments.COMMENT);
        Optional<Comment> comment = comments.find(issue, commentId);
        OpenThreadRequest request = new OpenThreadRequest(issue.getId(), issue.getProjectId(), section, row, current,
                body.text(OBJECTIVE), comment.map(one -> comments.quote(one, body.text(TEXT))).orElse(body.text(TEXT)),
                comment.map(one -> OptionalLong.of(one.getId())).orElse(OptionalLong.empty()),
                comments.faults(comment, commentId, body.text(ThreadComments.COPY_RESTRICTED)));
        Instant now = time.now().toInstant();
        ThreadRights rights = reader.rights(issue);
        return applied(service.open(request, reader.callerKey(), rights, now), issue, rights, now);
    }

    /** @param number number of the thread, unchecked from the address, as in the other methods */
    ThreadReplies.Thread reply(String key, String number, InputStream sent) throws IOException {
        return act(key, number, sent, REPLY, service::reply);
    }

    ThreadReplies.Thread askForOwnerAction(String key, String number, InputStream sent) throws IOException {
        return act(key, number, sent, STEP, action -> service.askForOwnerAction(action, hours.of(action.projectId())));
    }

    ThreadReplies.Thread dropOwnerAction(String key, String number, InputStream sent) throws IOException {
        return act(key, number, sent, STEP, service::dropOwnerAction);
    }

    ThreadReplies.Thread dispute(String key, String number, InputStream sent) throws IOException {
        return act(key, number, sent, STEP, action -> service.dispute(action, hours.of(action.projectId())));
    }

    ThreadReplies.Thread settleDispute(String key, String number, InputStream sent) throws IOException {
        return act(key, number, sent, STEP, service::settleDispute);
    }

    ThreadReplies.Thread resolve(String key, String number, InputStream sent) throws IOException {
        return act(key, number, sent, STEP, service::resolve);
    }

    ThreadReplies.Thread decline(String key, String number, InputStream sent) throws IOException {
        return act(key, number, sent, STEP, service::decline);
    }

    ThreadReplies.Thread reopen(String key, String number, InputStream sent) throws IOException {
        return act(key, number, sent, STEP, service::reopen);
    }

    private ThreadReplies.Thread act(String key, String number, InputStream sent, List<String> known, Function<Action, Outcome> what)
            throws IOException {
        Issue issue = visible(key);
        StepRequestBody body = StepRequestBody.read(sent, known);
        if (!number.matches("[1-9][0-9]{0,8}")) {
            throw gone(issue);
        }
        // a reply goes behind whatever there is
        int seen = known.contains(StepRequestBody.STEP) ? body.step() : 0;
        Instant now = time.now().toInstant();
        ThreadRights rights = reader.rights(issue);
        return applied(what.apply(new Action(issue.getId(), issue.getProjectId(), Integer.parseInt(number), seen,
                body.text(TEXT), reader.callerKey(), rights, now)), issue, rights, now);
    }

    private static ThreadSection section(StepRequestBody body) {
        return Arrays.stream(ThreadSection.values()).filter(section -> section.key().equals(body.text(SECTION))).findFirst()
                .orElseThrow(() -> new ProblemException(400, Map.of(SECTION, Message.of("decision-gates.review.body.no-section",
                        String.join(", ", Arrays.stream(ThreadSection.values()).map(ThreadSection::key).toList())))));
    }

    /** The row that is meant; of what is no number, one that no section has. */
    private static OptionalLong row(StepRequestBody body) {
        String row = body.text(ROW);
        return row.isEmpty() ? OptionalLong.empty() : OptionalLong.of(row.matches("[1-9][0-9]{0,17}") ? Long.parseLong(row) : 0);
    }

    private Issue visible(String key) {
        return issues.requireVisible(key, OTHER_TYPE);
    }

    private ThreadReplies.Thread applied(Outcome outcome, Issue issue, ThreadRights rights, Instant now) {
        if (outcome instanceof Stored stored) {
            changed.changedByApp(issue);
            return reply(stored.thread(), reader.sections(issue), rights, now);
        }
        if (outcome instanceof Invalid invalid) {
            throw new ProblemException(400, invalid.members());
        }
        if (outcome instanceof Denied denied) {
            throw new ProblemException(403, List.of(denied.why()));
        }
        if (outcome instanceof Conflict conflict) {
            throw ProblemException.conflict(conflict.why(), reply(conflict.current(), reader.sections(issue), rights, now));
        }
        throw outcome instanceof Full full ? new ProblemException(400, List.of(full.why())) : gone(issue);
    }

    private static ProblemException gone(Issue issue) {
        return new ProblemException(404, "decision-gates.review.gone", issue.getKey());
    }

    private ThreadReplies.Thread reply(ReviewThread thread, SectionText sections, ThreadRights rights, Instant now) {
        ThreadAnchor anchor = thread.subject().anchor();
        return ThreadReplies.Thread.of(thread, sections.of(anchor.section(), anchor.row()),
                ThreadActionKey.of(service.allowed(thread, reader.callerKey(), rights)), now);
    }
}
