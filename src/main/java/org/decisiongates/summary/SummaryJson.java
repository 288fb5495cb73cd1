package org.decisiongates.summary;

import org.decisiongates.json.Json;
import org.decisiongates.json.UnreadableJsonException;

/**
 * The weekly summary as JSON: what Jira serves and Confluence reads. Member names never change; new ones may be added, because a
 * reader ignores what it does not know. What is written never exceeds {@link #LONGEST_REPLY}: texts are cut to {@link #LONGEST_TEXT},
 * then shorter; then rows go from the end of the section that takes most room. Totals stay exact.
 */
public final class SummaryJson {

    /** Characters of an item's text that travel; the page shows less. */
    public static final int LONGEST_TEXT = 300;
    /** The longest document that is read, in bytes or characters. */
    public static final int LONGEST_DOCUMENT = 2 * 1024 * 1024;
    /** The longest document that is written, in bytes of UTF-8. */
    public static final int LONGEST_REPLY = 64 * 1024;

    private static final Json.Bounds BOUNDS = new Json.Bounds(LONGEST_DOCUMENT, 40_000);

    private SummaryJson() {
    }

    /** The summary as one JSON object. */
    public static String write(WeeklySummary summary) {
        return SummaryDraft.fitting(summary, LONGEST_REPLY);
    }

    /** The summary that {@code text} holds, or word of what is wrong with it. */
    public static WeeklySummary read(String text) throws UnreadableSummaryException {
        try {
            return SummaryReading.summary(Json.read(text, "the summary", BOUNDS));
        } catch (UnreadableJsonException e) {
            throw new UnreadableSummaryException(e);
        }
    }
}
