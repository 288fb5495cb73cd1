package org.decisiongates.jira.platform.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import jakarta.ws.rs.core.MediaType;

import org.decisiongates.json.JsonBody;
import org.decisiongates.json.JsonBody.Value;

/** What a call sends: JSON of at most 8 KiB, unless a resource takes longer texts or whole documents, or the call is refused. */
public final class RequestBody {

    private static final int MAX_BYTES = 8 * 1024;

    private RequestBody() {
    }

    /** Refuses a body that is not declared as JSON: without a type any page could make a browser send it. */
    public static void requireJson(String contentType) {
        try {
            if (contentType != null && MediaType.APPLICATION_JSON_TYPE.isCompatible(MediaType.valueOf(contentType))) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // no type at all is answered as another type is
        }
        throw new ProblemException(415, "decision-gates.jira.rest.not-json");
    }

    /** For a call that needs no body: if there is one, it has to be JSON. */
    public static void requireEmptyOrJson(InputStream stream) throws IOException {
        read(stream, MAX_BYTES, body -> {
            if (!body.isEmpty()) {
                body.check();
            }
            return body;
        });
    }

    /** The members of the object that is sent. */
    public static Map<String, Value> members(InputStream stream) throws IOException {
        return members(stream, MAX_BYTES);
    }

    /**
     * The same of a call that sends longer texts.
     *
     * @param longest in bytes
     */
    public static Map<String, Value> members(InputStream stream, int longest) throws IOException {
        return read(stream, longest, JsonBody::members)
                .orElseThrow(() -> new ProblemException(400, "decision-gates.impact.body.not-an-object"));
    }

    /**
     * A whole document, as it was sent: whoever reads it says what is wrong with it.
     *
     * @param longest in bytes
     */
    public static String document(InputStream stream, int longest) throws IOException {
        return read(stream, longest, JsonBody::text);
    }

    private static <T> T read(InputStream stream, int longest, Reading<T> reading) throws IOException {
        try {
            return reading.of(JsonBody.of(stream, longest));
        } catch (JsonBody.TooLong e) {
            throw new ProblemException(413, "decision-gates.impact.body.too-long", String.valueOf(longest));
        } catch (JsonBody.NotJson e) {
            throw new ProblemException(400, "decision-gates.impact.body.not-json", String.valueOf(e.line()), String.valueOf(e.column()));
        }
    }

    private interface Reading<T> {
        T of(JsonBody body) throws JsonBody.NotJson;
    }
}
