package org.decisiongates.summary;

import java.util.List;

/**
 * The week in a sentence. The rule picks the text, the numbers fill it; nothing is guessed from what people wrote.
 *
 * @param rule      stable name of the first rule that holds, {@code blockers-overdue}
 * @param arguments whole numbers in the order the text takes them
 */
public record Headline(String rule, List<Long> arguments) {

    public Headline {
        arguments = List.copyOf(arguments);
    }
}
