package org.decisiongates.jira.impact;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import org.decisiongates.impact.ImpactLines;
import org.decisiongates.impact.ImpactLines.Kept;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.timeline.Change;

/** Impact lines and what is said about them as JSON. Errors have the shape of Jira's own. */
final class ImpactJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private ImpactJson() {
    }

    static String lines(String issue, boolean editable, List<Kept> lines) {
        return object(json -> {
            json.writeStringField("issue", issue);
            json.writeBooleanField("editable", editable);
            json.writeNumberField("most", ImpactLines.MOST);
            json.writeArrayFieldStart("lines");
            for (Kept kept : lines) {
                json.writeStartObject();
                write(json, kept);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    static String line(Kept kept) {
        return object(json -> write(json, kept));
    }

    static String history(String issue, List<Change> changes) {
        return object(json -> {
            json.writeStringField("issue", issue);
            json.writeArrayFieldStart("entries");
            for (Change change : changes) {
                json.writeStartObject();
                json.writeStringField("at", change.at().toString());
                json.writeStringField("actor", change.actor());
                json.writeStringField("line", change.subject());
                write(json, "from", change.from());
                write(json, "to", change.to());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    static String errors(Collection<String> messages, Map<String, String> fields) {
        return object(json -> errors(json, messages, fields));
    }

    /** Why nothing was stored, and what the line is now. */
    static String conflict(String message, Kept current) {
        return object(json -> {
            errors(json, List.of(message), Map.of());
            json.writeObjectFieldStart("current");
            write(json, current);
            json.writeEndObject();
        });
    }

    private static void errors(JsonGenerator json, Collection<String> messages, Map<String, String> fields) throws IOException {
        json.writeArrayFieldStart("errorMessages");
        for (String message : messages) {
            json.writeString(message);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("errors");
        for (Map.Entry<String, String> field : fields.entrySet()) {
            json.writeStringField(field.getKey(), field.getValue());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, String line) throws IOException {
        if (line.isEmpty()) {
            json.writeNullField(name);
        } else {
            json.writeObjectFieldStart(name);
            write(json, ImpactLine.of(line));
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, Kept kept) throws IOException {
        json.writeNumberField("id", kept.place().id());
        json.writeNumberField(ImpactLineBody.VERSION, kept.place().version());
        write(json, kept.line());
    }

    private static void write(JsonGenerator json, ImpactLine line) throws IOException {
        json.writeStringField("metric", line.metric());
        json.writeStringField("unit", line.unit());
        json.writeStringField("direction", line.direction().name());
        json.writeNumberField("baseline", line.baseline());
        json.writeNumberField("expected", line.expected());
        json.writeNumberField("confidence", line.confidence());
        json.writeStringField("check", line.check().map(Object::toString).orElse(null));
        json.writeFieldName("actual");
        json.writeNumber(line.actual().orElse(null));
    }

    private static String object(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string refused to be written to", e);
        }
        return text.toString();
    }

    /** Writes members of an object. */
    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }
}
