package org.decisiongates.text.content;

import java.util.HashSet;
import java.util.Set;

/** Reads tags, comments and entities of HTML, and the prompts that people write like tags. */
final class HtmlMarkup {

    private final MarkupCursor cursor;
    private final RenderedLines shown;
    private final Set<String> neverClosed = new HashSet<>(2);
    private boolean element;
    private boolean commentsNeverClose;

    HtmlMarkup(MarkupCursor cursor, RenderedLines shown) {
        this.cursor = cursor;
        this.shown = shown;
    }

    /** At a {@code <}; stays there when it is only itself. Answers whether a line ended. */
    boolean readTag() {
        if (cursor.ahead(1) == '!' && cursor.ahead(2) == '-' && cursor.ahead(3) == '-') {
            skipComment();
            return false;
        }
        int close = cursor.closing('>');
        HtmlTags.Effect effect = close < cursor.source().length() ? HtmlTags.effect(cursor.source(), cursor.at() + 1, close)
                : HtmlTags.Effect.NONE;
        if (effect == HtmlTags.Effect.NONE) {
            if (isPrompt(close)) {
                cursor.moveTo(close + 1);
                shown.show(' ');
            }
            return false;
        }
        element = true;
        String name = HtmlTags.name(cursor.source(), cursor.at() + 1, close);
        cursor.moveTo(close + 1);
        return take(effect, name);
    }

    private boolean take(HtmlTags.Effect effect, String name) {
        switch (effect) {
            case BREAK -> shown.endLine();
            case CELL, HEADER_CELL -> shown.beginCell(effect == HtmlTags.Effect.HEADER_CELL);
            case HEADING, HEADING_END -> shown.headingElement(effect == HtmlTags.Effect.HEADING);
            case UNSEEN -> skipTo(name);
            default -> {
            }
        }
        return effect == HtmlTags.Effect.BREAK || effect == HtmlTags.Effect.HEADING || effect == HtmlTags.Effect.HEADING_END;
    }

    /**
     * Goes on behind a comment. One that never closes hides all that follows where the text is HTML, as browsers have it; in wiki markup
     * and plain text its signs are only themselves, and people read on (ADR-0049).
     */
    private void skipComment() {
        int length = cursor.source().length();
        int end = commentsNeverClose ? length : endOfComment();
        if (end < length) {
            cursor.moveTo(end + 1);
        } else if (!commentsNeverClose && (element || holdsElement(cursor.at() + 1))) {
            cursor.moveTo(length);
        } else {
            commentsNeverClose = true;
        }
    }

    private int endOfComment() {
        int at = cursor.at() + 4;
        while (at < cursor.source().length() && !(cursor.charAt(at) == '>' && closesComment(at))) {
            at++;
        }
        return at;
    }

    private boolean closesComment(int at) {
        int last = cursor.charAt(at - 1) == '!' ? at - 2 : at - 1;
        return cursor.charAt(last) == '-' && cursor.charAt(last - 1) == '-';
    }

    private boolean holdsElement(int from) {
        int open = -1;
        for (int at = from; at < cursor.source().length(); at++) {
            if (cursor.charAt(at) == '<') {
                open = at;
            } else if (cursor.charAt(at) == '>' && open >= 0) {
                if (HtmlTags.effect(cursor.source(), open + 1, at) != HtmlTags.Effect.NONE) {
                    return true;
                }
                open = -1;
            }
        }
        return false;
    }

    /** Goes on where the element of this name is closed; at once when it never is, and no text behind it is lost. */
    private void skipTo(String element) {
        if (neverClosed.contains(element)) {
            return;
        }
        int length = cursor.source().length();
        for (int at = cursor.at(); at + 2 + element.length() <= length; at++) {
            if (cursor.charAt(at) == '<' && cursor.charAt(at + 1) == '/'
                    && element.equals(HtmlTags.name(cursor.source(), at + 2, at + 2 + element.length()))) {
                cursor.moveTo(at);
                return;
            }
        }
        neverClosed.add(element);
    }

    /** {@code <describe what happens>}; but not {@code a < b and c > d}. */
    private boolean isPrompt(int close) {
        return cursor.isOnLine(close) && Character.isLetter(cursor.ahead(1)) && cursor.charAt(close - 1) > ' ' && !cursor.followsWord();
    }

    /** At an ampersand; stays there when it is only itself. */
    void readEntity() {
        int at = cursor.at();
        int end = at + 1;
        while (end - at <= HtmlTags.MAX_ENTITY_LENGTH && cursor.charAt(end) != ';' && cursor.charAt(end) > ' ') {
            end++;
        }
        int character = cursor.charAt(end) == ';' ? HtmlTags.entity(cursor.source(), at + 1, end) : -1;
        if (character >= 0) {
            cursor.moveTo(end + 1);
            shown.showCodePoint(character);
        }
    }
}
