package org.decisiongates.confluence.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.atlassian.sal.api.net.Response;
import com.atlassian.sal.api.net.ResponseException;

/** What can be read from a response; its body up to a size limit, and within the time limit. */
final class JiraResponse {

    /** Bytes of the longest reply that is read. */
    static final int MAX_LENGTH = 2 * 1024 * 1024;

    private static final int CHUNK = 16 * 1024;
    private static final Pattern OAUTH_PROBLEM = Pattern.compile("problem=\"?([^\",]+)");

    private JiraResponse() {
    }

    static boolean isJson(Response response) {
        String type = response.getHeader("Content-Type");
        return type != null && type.strip().toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?");
    }

    /** The text; empty when it is too long. */
    static Optional<String> text(Response response, BooleanSupplier overdue) throws ResponseException {
        try (InputStream stream = response.getResponseBodyAsStream()) {
            return stream == null ? Optional.of("") : text(stream, overdue);
        } catch (IOException e) {
            throw new ResponseException(e);
        }
    }

    private static Optional<String> text(InputStream stream, BooleanSupplier overdue) throws IOException {
        byte[] bytes = new byte[CHUNK];
        int length = 0;
        for (int read = 0; read >= 0; read = stream.read(bytes, length, bytes.length - length)) {
            length += read;
            if (overdue.getAsBoolean()) {
                throw new InterruptedIOException("the answer was not complete in time");
            }
            if (length > MAX_LENGTH) {
                return Optional.empty();
            }
            bytes = length < bytes.length ? bytes : Arrays.copyOf(bytes, Math.min(bytes.length * 4, MAX_LENGTH + 1));
        }
        return Optional.of(new String(bytes, 0, length, StandardCharsets.UTF_8));
    }

    /** How long Jira wants to be left alone, if it says so; below zero for a moment that has passed. */
    static Optional<Duration> retryAfter(Response response, Instant now) {
        String header = response.getHeader("Retry-After");
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(header.strip().matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(header.strip()))
                    : Duration.between(now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header.strip()))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The problem that OAuth reports; empty for none. */
    static String oauthProblem(Response response) {
        String challenge = response.getHeader("WWW-Authenticate");
        Matcher problem = OAUTH_PROBLEM.matcher(challenge == null ? "" : challenge);
        return problem.find() ? problem.group(1).toLowerCase(Locale.ROOT) : "";
    }
}
