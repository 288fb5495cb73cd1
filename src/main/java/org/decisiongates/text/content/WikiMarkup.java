package org.decisiongates.text.content;

import java.util.Locale;
import java.util.Set;

/** Reads macros, images, links, cells and escapes of wiki markup, with what Markdown has in their place. */
final class WikiMarkup {

    /** Macros in the middle of a line; all others begin a line of their own. */
    private static final Set<String> INLINE_MACROS = Set.of("color", "anchor", "status", "jira", "mention", "user", "date");
    private static final String ESCAPED = "{}[]|!*_-+^~?#<>";

    private final MarkupCursor cursor;
    private final RenderedLines shown;

    WikiMarkup(MarkupCursor cursor, RenderedLines shown) {
        this.cursor = cursor;
        this.shown = shown;
    }

    /** At a curly bracket; stays there when it is only itself. Answers whether a line ended. */
    boolean readMacro() {
        if (cursor.ahead(1) == '{') {
            cursor.moveTo(cursor.at() + 2);
            return false;
        }
        int close = cursor.closing('}');
        if (!cursor.isOnLine(close) || !beginsWithLetter(close)) {
            return false;
        }
        boolean block = isBlock(close);
        cursor.moveTo(close + 1);
        if (block && shown.isRow()) {
            shown.show(' ');
        } else if (block) {
            shown.endLine();
        }
        return block && !shown.isRow();
    }

    private boolean isBlock(int close) {
        int end = cursor.at() + 1;
        while (end < close && Character.isLetterOrDigit(cursor.charAt(end))) {
            end++;
        }
        String name = cursor.source().subSequence(cursor.at() + 1, end).toString().toLowerCase(Locale.ROOT);
        return (end == close || cursor.charAt(end) == ':') && !INLINE_MACROS.contains(name);
    }

    private boolean beginsWithLetter(int close) {
        int at = cursor.at() + 1;
        while (at < close && cursor.charAt(at) <= ' ') {
            at++;
        }
        return Character.isLetter(cursor.charAt(at));
    }

    /** At a vertical bar; stays there outside of a table. */
    void readCell() {
        if (!shown.isRow()) {
            return;
        }
        boolean header = cursor.ahead(1) == '|';
        cursor.moveTo(cursor.at() + (header ? 2 : 1));
        shown.beginCell(header);
    }

    /** At an exclamation mark; stays there when it is only itself. */
    void readImage() {
        if (cursor.ahead(1) == '[') {
            readMarkdownImage();
            return;
        }
        int close = cursor.closing('!');
        if (cursor.ahead(1) > ' ' && cursor.isOnLine(close) && !cursor.followsWord() && isFile(close)) {
            cursor.moveTo(close + 1);
        }
    }

    private void readMarkdownImage() {
        int close = cursor.closing(']');
        if (cursor.isOnLine(close) && cursor.charAt(close + 1) == '(') {
            int end = cursor.closing(')');
            if (end > close && cursor.isOnLine(end)) {
                cursor.moveTo(end + 1);
            }
        }
    }

    private boolean isFile(int close) {
        for (int at = cursor.at() + 1; at < close; at++) {
            char character = cursor.charAt(at);
            if (character == '|' || character == '/' || character == '.' && cursor.charAt(at + 1) > ' ' && at + 1 < close) {
                return true;
            }
        }
        return false;
    }

    /** At a square bracket; stays there when it is only a bracket. A link leaves its text, anything else nothing. */
    void readBracket() {
        int close = cursor.closing(']');
        if (!cursor.isOnLine(close)) {
            return;
        }
        int start = cursor.at() + 1;
        if (cursor.charAt(close + 1) == '(') {
            readMarkdownLink(start, close);
            return;
        }
        int bar = start;
        while (bar < close && cursor.charAt(bar) != '|') {
            bar++;
        }
        boolean link = bar < close || isAddress(start, close);
        cursor.moveTo(close + 1);
        if (link) {
            shown.show(cursor.source(), start, bar);
        } else {
            shown.show(' ');
        }
    }

    private void readMarkdownLink(int start, int close) {
        shown.show(cursor.source(), start, close);
        cursor.moveTo(close + 1);
        int end = cursor.closing(')');
        cursor.moveTo(cursor.isOnLine(end) ? end + 1 : close + 1);
    }

    private boolean isAddress(int from, int to) {
        for (int at = from; at + 2 < to; at++) {
            if (cursor.charAt(at) == ':' && cursor.charAt(at + 1) == '/' && cursor.charAt(at + 2) == '/') {
                return true;
            }
        }
        return false;
    }

    /** At a backslash; stays there when it is only itself. Answers whether a line ended. */
    boolean readEscape() {
        char next = cursor.ahead(1);
        if (next == '\\') {
            cursor.moveTo(cursor.at() + 2);
            if (!shown.isRow()) {
                shown.endLine();
            }
            return !shown.isRow();
        }
        if (ESCAPED.indexOf(next) >= 0) {
            shown.show(next);
            cursor.moveTo(cursor.at() + 2);
        }
        return false;
    }
}
