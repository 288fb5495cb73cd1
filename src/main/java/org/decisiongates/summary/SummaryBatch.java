package org.decisiongates.summary;

import java.util.List;
import java.util.Optional;

import org.decisiongates.json.Json;
import org.decisiongates.json.Members;
import org.decisiongates.json.UnreadableJsonException;

/** Several summaries in one reply, {@code {"answers":[{"status":200,"summary":{…}},{"status":404}]}}, in the order of the questions. */
public final class SummaryBatch {

    /** Questions that fit into one call. */
    public static final int MOST = 20;

    private static final Json.Bounds BOUNDS = new Json.Bounds(SummaryJson.LONGEST_DOCUMENT, 60_000);
    private static final int OK = 200;

    private SummaryBatch() {
    }

    /**
     * The answer to one question.
     *
     * @param status  HTTP status it would have had on its own
     * @param summary empty for any status but 200, and for a summary this version cannot read
     */
    public record Answer(int status, Optional<WeeklySummary> summary) {
    }

    /** The answers that {@code text} holds, the first {@link #MOST} of them. */
    public static List<Answer> read(String text) throws UnreadableSummaryException {
        try {
            return Json.read(text, "the batch", BOUNDS).objects("answers", MOST, SummaryBatch::answer);
        } catch (UnreadableJsonException e) {
            throw new UnreadableSummaryException(e);
        }
    }

    private static Answer answer(Members members) throws UnreadableJsonException {
        int status = (int) Math.min(members.number("status"), Integer.MAX_VALUE);
        return new Answer(status, status == OK ? summary(members) : Optional.empty());
    }

    /** One summary that cannot be read spoils no other. */
    private static Optional<WeeklySummary> summary(Members members) {
        try {
            return Optional.of(SummaryReading.summary(members.object("summary")));
        } catch (UnreadableJsonException e) {
            return Optional.empty();
        }
    }
}
