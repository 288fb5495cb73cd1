package org.decisiongates.text.content;

import java.text.BreakIterator;
import java.util.Locale;

/** What a text begins with, as a reader sees it. */
public final class FirstSentence {

    private FirstSentence() {
    }

    /** The first sentence of the first line that says anything; empty text where none does. */
    public static String of(CharSequence text) {
        String line = RenderedText.of(text).toString().lines().map(String::strip).filter(one -> !one.isEmpty()).findFirst().orElse("");
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(line);
        int end = sentences.next();
        return end == BreakIterator.DONE ? "" : line.substring(0, end).strip();
    }
}
