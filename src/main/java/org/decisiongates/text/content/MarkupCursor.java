package org.decisiongates.text.content;

/** A place in a text with markup that moves on, and what lies ahead of it. Nothing ahead is looked for twice. */
final class MarkupCursor {

    private static final String CLOSING = "}>]!)";

    private final CharSequence source;
    /** Where the next of {@link #CLOSING} is, in their order. */
    private final int[] closing = {-1, -1, -1, -1, -1};
    private int at;
    private int lineEnd = -1;

    MarkupCursor(CharSequence source) {
        this.source = source;
    }

    CharSequence source() {
        return source;
    }

    int at() {
        return at;
    }

    void moveTo(int index) {
        at = index;
    }

    boolean isAtEnd() {
        return at >= source.length();
    }

    /** The character so far ahead of the place; 0 behind the end of the text. */
    char ahead(int distance) {
        return charAt(at + distance);
    }

    /** The character at an index; 0 behind the end of the text. */
    char charAt(int index) {
        return index < source.length() ? source.charAt(index) : 0;
    }

    boolean followsWord() {
        return at > 0 && Character.isLetterOrDigit(source.charAt(at - 1));
    }

    /** The next closing character of this kind behind the place; the length of the text when there is none. */
    int closing(char character) {
        int which = CLOSING.indexOf(character);
        int found = closing[which];
        if (found <= at) {
            found = at + 1;
            while (found < source.length() && source.charAt(found) != character) {
                found++;
            }
            closing[which] = found;
        }
        return found;
    }

    /** Where the line ends that the place is on. */
    int lineEnd() {
        if (lineEnd < at) {
            lineEnd = TextContent.lineEnd(source, at);
        }
        return lineEnd;
    }

    /** Whether an index is on the line that the place is on. */
    boolean isOnLine(int index) {
        return index < lineEnd();
    }
}
