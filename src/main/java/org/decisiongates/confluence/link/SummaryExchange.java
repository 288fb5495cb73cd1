package org.decisiongates.confluence.link;

import com.atlassian.applinks.api.ApplicationLinkResponseHandler;
import com.atlassian.sal.api.net.Response;
import com.atlassian.sal.api.net.ResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.decisiongates.confluence.link.SummaryAnswer.Missing;
import org.decisiongates.confluence.link.SummaryAnswer.Reason;
import org.decisiongates.summary.SummaryJson;
import org.decisiongates.summary.UnreadableSummaryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Jira's response to one request for a summary means. Reads no more of it than a summary can be long, and no longer than its deadline. */
final class SummaryExchange implements ApplicationLinkResponseHandler<SummaryAnswer> {

    private static final Logger LOG = LoggerFactory.getLogger(SummaryExchange.class);
    private static final int CHUNK = 16 * 1024;
    private static final Pattern OAUTH_PROBLEM = Pattern.compile("problem=\"?([^\",]+)");
    /** Problems of OAuth that no reader can do anything about. */
    private static final Pattern OF_THE_LINK = Pattern.compile("consumer|signature|timestamp|nonce|version|parameter");

    private final Asked asked;
    private final BoundedCalls.Deadline deadline;

    SummaryExchange(Asked asked, BoundedCalls.Deadline deadline) {
        this.asked = asked;
        this.deadline = deadline;
    }

    /**
     * Who was asked what, and what it means if nobody is recognised.
     *
     * @param question        what is asked
     * @param link            name of the application link
     * @param jira            the address people know that Jira by
     * @param unauthenticated the reason to give when Jira knows no such user
     * @param authorisation   where the reader can let Confluence ask in his name; {@code null} when the link has no such place
     */
    record Asked(SummaryQuestion question, String link, URI jira, Reason unauthenticated, Supplier<URI> authorisation) {
    }

    @Override
    public SummaryAnswer credentialsRequired(Response response) {
        String problem = oauthProblem(response);
        if (OF_THE_LINK.matcher(problem).find()) {
            LOG.warn("Jira does not accept application link {}: {}", asked.link(), problem);
            return missing(Reason.REFUSED, asked.link());
        }
        URI address = problem.isEmpty() || problem.contains("token") ? asked.authorisation().get() : null;
        return address == null ? missing(asked.unauthenticated(), asked.link())
                : new Missing(Reason.AUTHORISE, asked.link(), Optional.of(address));
    }

    @Override
    public SummaryAnswer handle(Response response) throws ResponseException {
        int status = response.getStatusCode();
        return switch (status) {
            case 200 -> isJson(response) ? summary(response) : missing(Reason.REFUSED, asked.link());
            case 400 -> missing(asked.question().jql().isEmpty() ? Reason.BAD_PROJECT : Reason.BAD_QUERY, asked.question().subject());
            case 401 -> missing(asked.unauthenticated(), asked.link());
            case 403 -> missing(Reason.NO_PERMISSION, asked.question().subject());
            case 404 -> isOurs(response) ? missing(Reason.NO_PERMISSION, asked.question().subject())
                    : missing(Reason.APP_MISSING_OR_OLDER, asked.link());
            case 429, 503 -> missing(Reason.BUSY, asked.link());
            default -> unexpected(status);
        };
    }

    private SummaryAnswer unexpected(int status) {
        LOG.warn("Jira behind application link {} answered with status {} when asked for the summary of {}", asked.link(), status,
                asked.question().logged());
        return missing(status >= 300 && status < 400 ? Reason.REFUSED : Reason.BROKEN, asked.link());
    }

    private SummaryAnswer summary(Response response) throws ResponseException {
        Optional<String> body = body(response);
        if (body.isEmpty()) {
            LOG.warn("Jira behind application link {} sent more than {} bytes for the summary of {}", asked.link(),
                    SummaryJson.LONGEST_DOCUMENT, asked.question().logged());
            return missing(Reason.BROKEN, asked.link());
        }
        try {
            return new SummaryAnswer.Found(SummaryJson.read(body.get()), asked.jira(), Instant.now(), Duration.ZERO, Optional.empty());
        } catch (UnreadableSummaryException e) {
            LOG.warn("Jira behind application link {} sent no summary of {} that this version can read", asked.link(), asked.question().logged(), e);
            return missing(Reason.APP_MISSING_OR_OLDER, asked.link());
        }
    }

    /** Whether the app itself said "not found", not a Jira without it: only the app answers in this shape at this address. */
    private boolean isOurs(Response response) throws ResponseException {
        return isJson(response) && body(response).filter(body -> body.contains("\"errorMessages\"")).isPresent();
    }

    private static boolean isJson(Response response) {
        String type = response.getHeader("Content-Type");
        return type != null && type.strip().toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?");
    }

    private static String oauthProblem(Response response) {
        String challenge = response.getHeader("WWW-Authenticate");
        Matcher problem = OAUTH_PROBLEM.matcher(challenge == null ? "" : challenge);
        return problem.find() ? problem.group(1).toLowerCase(Locale.ROOT) : "";
    }

    private Optional<String> body(Response response) throws ResponseException {
        try (InputStream stream = response.getResponseBodyAsStream()) {
            if (stream == null) {
                return Optional.of("");
            }
            byte[] bytes = new byte[CHUNK];
            int length = 0;
            for (int read = 0; read >= 0; read = stream.read(bytes, length, bytes.length - length)) {
                length += read;
                if (deadline.passed()) {
                    throw new InterruptedIOException("the answer was not complete in time");
                }
                if (length > SummaryJson.LONGEST_DOCUMENT) {
                    return Optional.empty();
                }
                bytes = length < bytes.length ? bytes : Arrays.copyOf(bytes, bytes.length * 2);
            }
            return Optional.of(new String(bytes, 0, length, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ResponseException(e);
        }
    }

    private static SummaryAnswer missing(Reason reason, String subject) {
        return Missing.because(reason, subject);
    }
}
