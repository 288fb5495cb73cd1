package org.decisiongates.text.content;

/**
 * A text as a reader sees it: without wiki markup and HTML, images and macros, headings and header cells, and without what stands in
 * brackets to be replaced. It is read once from beginning to end, so that the cost grows with the length and with nothing else.
 * Not a renderer: what only changes how letters look is left for {@link WordMatcher} to skip (ADR-0032).
 */
public final class RenderedText {

    /** What stands between the cells of a row. */
    static final char CELL = '\t';

    private static final String MARKUP = "{<&|![\\";
    private static final int LENGTH_OF_A_MARK = 3;

    private final MarkupCursor cursor;
    private final RenderedLines shown;
    private final WikiMarkup wiki;
    private final HtmlMarkup html;
    private boolean fresh = true;

    private RenderedText(CharSequence source, boolean withHeadings) {
        cursor = new MarkupCursor(source);
        shown = new RenderedLines(source.length(), withHeadings);
        wiki = new WikiMarkup(cursor, shown);
        html = new HtmlMarkup(cursor, shown);
    }

    /** What can be read of {@code text}; the text itself, and no new object, where it holds no markup. */
    public static CharSequence of(CharSequence text) {
        return mayHoldMarkup(text) ? new RenderedText(text, false).render() : text;
    }

    /** What can be read of {@code text}, every heading included. */
    static CharSequence withHeadings(CharSequence text) {
        return mayHoldMarkup(text) ? new RenderedText(text, true).render() : text;
    }

    private static boolean mayHoldMarkup(CharSequence text) {
        boolean lineStart = true;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (MARKUP.indexOf(character) >= 0 || lineStart && (isHeading(text, at) || isQuote(text, at))) {
                return true;
            }
            lineStart = Characters.isLineBreak(character) || lineStart && isBlank(character);
        }
        return false;
    }

    private static boolean isHeading(CharSequence text, int at) {
        return at + 2 < text.length() && (text.charAt(at) | 0x20) == 'h' && text.charAt(at + 1) >= '1' && text.charAt(at + 1) <= '6'
                && text.charAt(at + 2) == '.';
    }

    private static boolean isQuote(CharSequence text, int at) {
        return at + 2 < text.length() && (text.charAt(at) | 0x20) == 'b' && (text.charAt(at + 1) | 0x20) == 'q'
                && text.charAt(at + 2) == '.';
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t' || character == '\u00A0';
    }

    private CharSequence render() {
        while (!cursor.isAtEnd()) {
            char character = cursor.ahead(0);
            if (Characters.isLineBreak(character)) {
                cursor.moveTo(cursor.at() + 1);
                shown.endLine();
                fresh = true;
            } else if (fresh && !isBlank(character)) {
                fresh = false;
                beginLine(character);
            } else {
                readOn(character);
            }
        }
        shown.endLine();
        return shown.text();
    }

    private void beginLine(char character) {
        if (isHeading(cursor.source(), cursor.at())) {
            shown.beginHeading();
            cursor.moveTo(cursor.at() + LENGTH_OF_A_MARK);
        } else if (isQuote(cursor.source(), cursor.at())) {
            cursor.moveTo(cursor.at() + LENGTH_OF_A_MARK);
        } else if (character == '|') {
            shown.beginRow();
            if (isRule()) {
                // the row above is the header of a Markdown table
                shown.takeBackHeader();
                cursor.moveTo(cursor.lineEnd());
            }
        }
    }

    private boolean isRule() {
        boolean dashes = false;
        for (int at = cursor.at(); at < cursor.lineEnd(); at++) {
            char character = cursor.charAt(at);
            if ("|-: \t".indexOf(character) < 0) {
                return false;
            }
            dashes |= character == '-';
        }
        return dashes;
    }

    private void readOn(char character) {
        int before = cursor.at();
        switch (character) {
            case '{' -> fresh |= wiki.readMacro();
            case '<' -> fresh |= html.readTag();
            case '\\' -> fresh |= wiki.readEscape();
            case '&' -> html.readEntity();
            case '|' -> wiki.readCell();
            case '!' -> wiki.readImage();
            case '[' -> wiki.readBracket();
            case '}' -> cursor.moveTo(before + (cursor.ahead(1) == '}' ? 2 : 0));
            default -> cursor.moveTo(before);
        }
        if (cursor.at() == before) {
            shown.show(character);
            cursor.moveTo(before + 1);
        }
    }
}
