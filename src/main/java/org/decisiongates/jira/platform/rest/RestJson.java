package org.decisiongates.jira.platform.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.core.MediaType;

import org.decisiongates.json.JsonBody;

/** Writes JSON with the app's own library, so that no version of the host's matters. */
public final class RestJson {

    private static final int LONGEST_BODY = 8 * 1024;
    private static final JsonFactory FACTORY = new JsonFactory();

    private RestJson() {
    }

    /** An object with the members that {@code content} writes. */
    public static String object(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** An error in the shape of Jira's own. */
    static String errors(Collection<String> messages) {
        return object(json -> {
            texts(json, "errorMessages", messages);
            json.writeObjectFieldStart("errors");
            json.writeEndObject();
        });
    }

    /** Refuses whatever does not say that it is JSON: without a type any page could have a browser send it. */
    public static void require(String contentType) {
        try {
            if (contentType != null && MediaType.APPLICATION_JSON_TYPE.isCompatible(MediaType.valueOf(contentType))) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // no type at all is answered as another type is
        }
        throw new Problem(415, "decision-gates.jira.rest.not-json");
    }

    /** For a call that needs no body: what is sent all the same has to be JSON. */
    public static void checkEmptyOrJson(InputStream stream) throws IOException {
        try {
            JsonBody body = JsonBody.of(stream, LONGEST_BODY);
            if (!body.isEmpty()) {
                body.check();
            }
        } catch (JsonBody.TooLong e) {
            throw new Problem(413, "decision-gates.impact.body.too-long", String.valueOf(LONGEST_BODY));
        } catch (JsonBody.NotJson e) {
            throw new Problem(400, "decision-gates.impact.body.not-json", String.valueOf(e.line()), String.valueOf(e.column()));
        }
    }

    public static void texts(JsonGenerator json, String name, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** Writes members of an object. */
    public interface Content {
        void write(JsonGenerator json) throws IOException;
    }
}
