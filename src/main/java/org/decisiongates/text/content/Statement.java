package org.decisiongates.text.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges whether a text says enough to stand for something, in as many characters as asked for, once markup, placeholders and the lines of
 * a template are taken away. Makes no new object for a text that does.
 */
public final class Statement {

    /** Why a text does not say enough. */
    public enum Fault {
        /** Nothing can be seen of it. */
        EMPTY,
        /** It is markup or a placeholder, or a key held down. */
        PLACEHOLDER,
        TOO_SHORT
    }

    private Statement() {
    }

    /**
     * Empty for a text that says enough.
     *
     * @param length how many characters of an alphabet it has at least; other scripts need fewer
     */
    public static Optional<Fault> faultOf(String text, int length, DescriptionTemplate template) {
        if (TextContent.visible(text, 0, text.length()) == 0) {
            return Optional.of(Fault.EMPTY);
        }
        CharSequence shown = RenderedText.of(text);
        if (Long.bitCount(letters(shown, template)) < Math.min(length, TextContent.LETTERS_OF_A_SENTENCE)) {
            return Optional.of(Fault.PLACEHOLDER);
        }
        return written(shown, template) < length ? Optional.of(Fault.TOO_SHORT) : Optional.empty();
    }

    /** How many characters of an alphabet the lines have that say something. */
    public static int lengthOf(String text, DescriptionTemplate template) {
        return written(RenderedText.of(text), template);
    }

    /** The lines that say something, each from where it begins to. */
    public static List<String> lines(String text, DescriptionTemplate template) {
        CharSequence shown = RenderedText.of(text);
        List<String> lines = new ArrayList<>();
        int end;
        for (int start = 0; start < shown.length(); start = end + 1) {
            end = TextContent.lineEnd(shown, start);
            int from = TextContent.contentStart(shown, start, end);
            if (says(shown, from, end, template)) {
                lines.add(shown.subSequence(from, end).toString());
            }
        }
        return lines;
    }

    private static int written(CharSequence shown, DescriptionTemplate template) {
        int written = 0;
        int end;
        for (int start = 0; start < shown.length(); start = end + 1) {
            end = TextContent.lineEnd(shown, start);
            int from = TextContent.contentStart(shown, start, end);
            written += says(shown, from, end, template) ? TextContent.written(shown, from, end) : 0;
        }
        return written;
    }

    /** The different letters of the lines that say something. */
    private static long letters(CharSequence shown, DescriptionTemplate template) {
        long letters = 0;
        int end;
        for (int start = 0; start < shown.length(); start = end + 1) {
            end = TextContent.lineEnd(shown, start);
            int from = TextContent.contentStart(shown, start, end);
            letters |= says(shown, from, end, template) ? TextContent.letters(shown, from, end) : 0;
        }
        return letters;
    }

    private static boolean says(CharSequence shown, int from, int to, DescriptionTemplate template) {
        return TextContent.isReal(shown, from, to) && !template.holds(shown, from, to);
    }
}
