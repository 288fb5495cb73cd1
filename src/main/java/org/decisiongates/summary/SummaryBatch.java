package org.decisiongates.summary;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.util.TokenBuffer;

import org.decisiongates.json.JsonDocument;
import org.decisiongates.json.UnreadableJsonException;

/** Several summaries in one reply, {@code {"answers":[{"status":200,"summary":{…}},{"status":404}]}}, in the order of the questions. */
public final class SummaryBatch {

    /** Questions that fit into one call. */
    public static final int MAX_ANSWERS = 20;

    private static final JsonDocument<Sent> JSON = new JsonDocument<>(Sent.class, "the batch",
            new JsonDocument.Bounds(SummaryJson.MAX_DOCUMENT_LENGTH, 60_000), SummaryJson.MIX_INS);
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

    /** The batch as it travels; each summary is parsed later. */
    private record Sent(List<SentAnswer> answers) {
    }

    private record SentAnswer(long status, Optional<TokenBuffer> summary) {
    }

    /** The answers that {@code text} holds, the first {@link #MAX_ANSWERS} of them. */
    public static List<Answer> read(String text) throws UnreadableJsonException {
        return SummaryJson.first(JSON.read(text).answers(), MAX_ANSWERS).stream().map(SummaryBatch::answer).toList();
    }

    private static Answer answer(SentAnswer sent) {
        int status = (int) Math.min(sent.status(), Integer.MAX_VALUE);
        return new Answer(status, status == OK ? sent.summary().flatMap(SummaryBatch::summary) : Optional.empty());
    }

    /** One summary that cannot be read spoils no other. */
    private static Optional<WeeklySummary> summary(TokenBuffer sent) {
        try {
            return Optional.of(SummaryJson.read(sent));
        } catch (UnreadableJsonException e) {
            return Optional.empty();
        }
    }
}
