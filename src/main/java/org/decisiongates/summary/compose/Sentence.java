package org.decisiongates.summary.compose;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.decisiongates.summary.Headline;

/**
 * A headline in words: a message key and the numbers it takes. Nothing that came with a summary becomes part of a key.
 */
public record Sentence(String key, List<Long> arguments) {

    private static final int MAX_ARGUMENTS = 4;

    /** The words of {@code headline}; empty for a rule that this version does not know. */
    public static Optional<Sentence> of(Headline headline) {
        return Arrays.stream(HeadlineRule.values()).map(HeadlineRule::key).filter(headline.rule()::equals).findFirst()
                .map(rule -> new Sentence("decision-gates.summary.headline." + rule, arguments(headline)));
    }

    /** As many as any text takes, so that none is left open whatever came with the summary. */
    private static List<Long> arguments(Headline headline) {
        return Stream.concat(headline.arguments().stream(), LongStream.range(0, MAX_ARGUMENTS).mapToObj(none -> 0L)).limit(MAX_ARGUMENTS)
                .toList();
    }
}
