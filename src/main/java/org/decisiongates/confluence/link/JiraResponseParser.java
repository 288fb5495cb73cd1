package org.decisiongates.confluence.link;

import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import com.atlassian.applinks.api.ApplicationLinkResponseHandler;
import com.atlassian.sal.api.net.Response;
import com.atlassian.sal.api.net.ResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.confluence.link.InFlightRequest.Kind;
import org.decisiongates.confluence.link.InFlightRequest.Reply;
import org.decisiongates.confluence.link.JiraAnswer.Missing;
import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.json.UnreadableJsonException;

/** What Jira's response to one question, or to a batch of them, means for each. */
final class JiraResponseParser<C> implements ApplicationLinkResponseHandler<List<Reply>> {

    private static final Logger LOG = LoggerFactory.getLogger(JiraResponseParser.class);
    /** Problems of OAuth that no reader can do anything about. */
    private static final Pattern OF_THE_LINK = Pattern.compile("consumer|signature|timestamp|nonce|version|parameter");
    /** What the products' clients say when there was not even a connection. */
    private static final Pattern NO_CONNECTION = Pattern.compile("(?i)connect\\w*\\s*time");
    /** What gateways answer when there is no server behind them. */
    private static final Set<Integer> NOBODY = Set.of(502, 504);
    private static final int NOT_YET = 202;
    /** What servers say to an address they do not know or find too long. */
    private static final Set<Integer> NO_BATCHES = Set.of(400, 404, 405, 414, 431);

    private final Asked<C> asked;
    private final BooleanSupplier overdue;

    JiraResponseParser(Asked<C> asked, BooleanSupplier overdue) {
        this.asked = asked;
        this.overdue = overdue;
    }

    /**
     * Who was asked what, and what it means if Jira does not recognise the reader.
     *
     * @param questions       what is asked; more than one in a batch, none to find out whether Jira answers
     * @param link            name of the application link
     * @param jira            the address people know that Jira by
     * @param unauthenticated the reason to give when Jira knows no such user
     * @param authorisation   where the reader can let Confluence ask in his name; {@code null} when the link has no such place
     * @param now             the time of day
     */
    record Asked<C>(List<JiraQuestion<C>> questions, String link, URI jira, Reason unauthenticated, Supplier<URI> authorisation,
            Supplier<Instant> now) {
    }

    /** What it means for each question that there was no response. */
    static List<Reply> failure(Asked<?> asked, ResponseException failure) {
        LOG.warn("Asking Jira behind application link {} failed: {}", asked.link(), failure.toString());
        LOG.debug("How asking Jira failed", failure);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (NO_CONNECTION.matcher(cause.toString()).find()) {
                return each(asked, Reply.of(Kind.FAILED, Reason.TOO_SLOW, asked.link()));
            }
            if (cause instanceof InterruptedIOException) {
                return each(asked, Reply.of(Kind.SLOW, Reason.TOO_SLOW, asked.link()));
            }
        }
        return each(asked, Reply.of(Kind.FAILED, Reason.UNREACHABLE, asked.link()));
    }

    @Override
    public List<Reply> credentialsRequired(Response response) {
        String problem = JiraResponse.oauthProblem(response);
        if (OF_THE_LINK.matcher(problem).find()) {
            LOG.warn("Jira does not accept application link {}: {}", asked.link(), problem);
            return each(asked, Reply.of(Kind.DENIED, Reason.REFUSED, asked.link()));
        }
        URI address = problem.isEmpty() || problem.contains("token") ? asked.authorisation().get() : null;
        return each(asked, address == null ? Reply.of(Kind.DENIED, asked.unauthenticated(), asked.link())
                : new Reply(Kind.DENIED, new Missing(Reason.AUTHORISE, asked.link(), Optional.of(address)), 0, Optional.empty()));
    }

    @Override
    public List<Reply> handle(Response response) throws ResponseException {
        int status = response.getStatusCode();
        if (asked.questions().isEmpty()) {
            return List.of(signOfLife(status, response));
        }
        JiraQuestion<C> first = asked.questions().get(0);
        if (asked.questions().size() > 1) {
            return status == 200 ? batch(response)
                    : each(asked, NO_BATCHES.contains(status) ? Reply.of(Kind.BATCH_REFUSED, Reason.ASKING, "")
                            : refusal(status, first, JiraResponse.retryAfter(response, asked.now().get())));
        }
        if (status == 404 && !isOurs(response)) {
            return List.of(Reply.of(Kind.DENIED, Reason.APP_MISSING_OR_OLDER, asked.link()));
        }
        return List.of(
                status == 200 ? content(first, response) : refusal(status, first, JiraResponse.retryAfter(response, asked.now().get())));
    }

    /** Whether a complete answer came from Jira, whatever it says about this reader. */
    private Reply signOfLife(int status, Response response) throws ResponseException {
        if (status == 503 || NOBODY.contains(status)) {
            return unavailable(status, JiraResponse.retryAfter(response, asked.now().get()));
        }
        if (status >= 500 || status < 200 || status / 100 == 3) {
            return Reply.of(Kind.INVALID, status / 100 == 3 ? Reason.REFUSED : Reason.BROKEN, asked.link());
        }
        if (status == 200 && !JiraResponse.isJson(response)) {
            return Reply.of(Kind.INVALID, Reason.REFUSED, asked.link());
        }
        JiraResponse.text(response, overdue);
        return Reply.of(Kind.ALIVE, Reason.ASKING, "");
    }

    private Reply refusal(int status, JiraQuestion<C> question, Optional<Duration> retryAfter) {
        return switch (status) {
            case 400, 403, 404, 409, 410 -> new Reply(Kind.DENIED, question.refusal(status, asked.now().get()), 0, Optional.empty());
            case 401 -> Reply.of(Kind.DENIED, asked.unauthenticated(), asked.link());
            case 429 -> new Reply(Kind.RATE_LIMITED, Missing.because(Reason.BUSY, asked.link()), 0, retryAfter);
            case 502, 503, 504 -> unavailable(status, retryAfter);
            default -> unexpected(status, question);
        };
    }

    private Reply unavailable(int status, Optional<Duration> retryAfter) {
        return NOBODY.contains(status) ? Reply.of(Kind.FAILED, Reason.UNREACHABLE, asked.link())
                : new Reply(Kind.FAILED, Missing.because(Reason.BUSY, asked.link()), 0, retryAfter);
    }

    private Reply unexpected(int status, JiraQuestion<C> question) {
        LOG.warn("Jira behind application link {} answered with status {} when asked about {}", asked.link(), status, question.logged());
        return Reply.of(Kind.INVALID, status >= 300 && status < 400 ? Reason.REFUSED : Reason.BROKEN, asked.link());
    }

    private Reply content(JiraQuestion<C> question, Response response) throws ResponseException {
        if (!JiraResponse.isJson(response)) {
            return Reply.of(Kind.INVALID, Reason.REFUSED, asked.link());
        }
        Optional<String> body = JiraResponse.text(response, overdue);
        if (body.isEmpty()) {
            return tooLong();
        }
        try {
            return good(question.endpoint().read(body.get()), body.get().length());
        } catch (UnreadableJsonException e) {
            return unreadable(e);
        }
    }

    private List<Reply> batch(Response response) throws ResponseException {
        if (!JiraResponse.isJson(response)) {
            return each(asked, Reply.of(Kind.INVALID, Reason.REFUSED, asked.link()));
        }
        try {
            // Twenty answers together may be more than is read of anything.
            String body = JiraResponse.text(response, overdue).orElse("");
            return answers(asked.questions().get(0).endpoint().read(body, asked.questions()), body.length() / asked.questions().size());
        } catch (UnreadableJsonException e) {
            LOG.warn("Jira behind application link {} sent no batch of answers that this version can read", asked.link(), e);
            return each(asked, Reply.of(Kind.BATCH_REFUSED, Reason.ASKING, ""));
        }
    }

    private List<Reply> answers(List<JiraEndpoint.Part<C>> parts, int bytes) {
        List<Reply> replies = new ArrayList<>();
        for (JiraQuestion<C> question : asked.questions()) {
            JiraEndpoint.Part<C> part = parts.size() > replies.size() ? parts.get(replies.size())
                    : new JiraEndpoint.Part<>(200, Optional.empty());
            replies.add(part.status() == NOT_YET ? Reply.of(Kind.PENDING, Reason.ASKING, "")
                    : part.status() != 200 ? refusal(part.status(), question, Optional.empty())
                    : part.content().map(content -> good(content, bytes)).orElseGet(() -> unreadable(null)));
        }
        return replies;
    }

    private Reply good(C content, int bytes) {
        return new Reply(Kind.CONTENT, new JiraAnswer.Found(content, asked.jira(), asked.now().get(), Duration.ZERO, Optional.empty()),
                bytes, Optional.empty());
    }

    private Reply tooLong() {
        LOG.warn("Jira behind application link {} sent more than {} bytes", asked.link(), JiraResponse.MAX_LENGTH);
        return Reply.of(Kind.INVALID, Reason.BROKEN, asked.link());
    }

    private Reply unreadable(UnreadableJsonException why) {
        LOG.warn("Jira behind application link {} sent nothing that this version can read", asked.link(), why);
        return Reply.of(Kind.INVALID, Reason.APP_MISSING_OR_OLDER, asked.link());
    }

    /** Whether the app itself said "not found", not a Jira without it: only the app answers in this shape at this address. */
    private boolean isOurs(Response response) throws ResponseException {
        return JiraResponse.isJson(response)
                && JiraResponse.text(response, overdue).filter(body -> body.contains("\"errorMessages\"")).isPresent();
    }

    private static List<Reply> each(Asked<?> asked, Reply reply) {
        return Collections.nCopies(Math.max(1, asked.questions().size()), reply);
    }
}
