package org.decisiongates.summary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The weekly summary as JSON: what Jira serves and Confluence reads. Member names never change; new ones may be added, because a
 * reader ignores what it does not know. Texts longer than {@link #LONGEST_TEXT} are cut when written, so that one essay in a field
 * cannot push a whole summary over the reader's limit.
 */
public final class SummaryJson {

    /** Characters of an item's text that travel; the page shows less. */
    public static final int LONGEST_TEXT = 300;
    /** The longest document that is read, in bytes or characters. */
    public static final int LONGEST_DOCUMENT = 2 * 1024 * 1024;

    private static final int DEEPEST_NESTING = 50;
    private static final int LONGEST_STRING = 16 * 1024;
    private static final int LONGEST_NUMBER = 20;

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .characterEscapes(new SurrogatesEscaped())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST_NESTING)
                    .maxDocumentLength(LONGEST_DOCUMENT)
                    .maxStringLength(LONGEST_STRING)
                    .maxNameLength(LONGEST_STRING)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private SummaryJson() {
    }

    /** The summary as one JSON object. */
    public static String write(WeeklySummary summary) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("projectKey", summary.projectKey());
            json.writeStringField("projectName", cut(summary.projectName()));
            json.writeStringField("zone", summary.zone());
            json.writeStringField("week", summary.week());
            json.writeStringField("asOf", summary.asOf().toString());
            json.writeStringField("browseUrl", summary.browseUrl());
            writeItems(json, "blockers", summary.blockers());
            json.writeNumberField("blockerTotal", summary.blockerTotal());
            writeItems(json, "decisions", summary.decisions());
            json.writeNumberField("decisionTotal", summary.decisionTotal());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string refused to be written to", e);
        }
        return text.toString();
    }

    /** The summary that {@code text} holds, or word of what is wrong with it. */
    public static WeeklySummary read(String text) throws UnreadableSummaryException {
        try (JsonParser json = JSON.createParser(text)) {
            WeeklySummary summary = new SummaryReading(json).summary();
            if (json.nextToken() != null) {
                throw new UnreadableSummaryException("there is text after the end of the summary");
            }
            return summary;
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new UnreadableSummaryException("not a summary in JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("a string refused to be read from", e);
        }
    }

    private static void writeItems(JsonGenerator json, String name, List<OpenItem> items) throws IOException {
        json.writeArrayFieldStart(name);
        for (OpenItem item : items) {
            json.writeStartObject();
            json.writeStringField("key", item.key());
            json.writeStringField("summary", cut(item.summary()));
            json.writeStringField("phase", cut(item.phase()));
            if (item.owner().isPresent()) {
                json.writeStringField("owner", cut(item.owner().get()));
            }
            json.writeBooleanField("ownerActive", item.ownerActive());
            if (item.due().isPresent()) {
                json.writeStringField("due", item.due().get().toString());
            }
            json.writeBooleanField("overdue", item.overdue());
            json.writeNumberField("ageDays", item.ageDays());
            json.writeStringField("fallback", cut(item.fallback()));
            json.writeBooleanField("customerFacing", item.customerFacing());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int end = LONGEST_TEXT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
