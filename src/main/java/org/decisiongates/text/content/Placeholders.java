package org.decisiongates.text.content;

/**
 * Distinguishes a line that was filled in from one that was not: words for "not yet" and "nothing", the labels and prompts of
 * templates, and the app's own help.
 */
final class Placeholders {

    private static final int MAX_LEAD_IN_WORDS = 8;
    private static final int MAX_ROW_NAME_WORDS = 3;
    private static final int WORDS_OF_AN_EXCUSE = 4;
    private static final int WORDS_OF_AN_ANSWER = 3;
    private static final int WORDS_OF_A_REQUEST = 3;

    private Placeholders() {
    }

    /** Whether what stands there waits to be filled in, or says that there is nothing to fill in. */
    static boolean isUnfilled(CharSequence text, int from, int to) {
        int start = WordMatcher.skipTo(text, from, to);
        if (isMadeOf(PlaceholderWords.ALL, text, start, to) || leadsIn(text, start, to)) {
            return true;
        }
        int colon = colon(text, start, to);
        int said = colon >= 0 && isMadeOf(PlaceholderWords.ALL, text, start, colon) ? WordMatcher.skipTo(text, colon, to) : start;
        return isPrompt(text, said, to) && !TextContent.hasNumber(text, said, to) && !isAnswered(text, said, to) || isPutOff(text, said, to)
                || CrossReferences.isReference(text, said, to) || WordMatcher.behind("loremipsum", text, said, to) >= 0;
    }

    /** Whether what stands there asks the writer for something: not every line that begins like a request does. */
    private static boolean isPrompt(CharSequence text, int from, int to) {
        if (PlaceholderWords.PROMPT_BEGINNINGS.behindBeginning(text, from, to) >= 0) {
            return true;
        }
        int request = PlaceholderWords.REQUEST_BEGINNINGS.behindBeginning(text, from, to);
        return request >= 0 && (WordMatcher.count(text, from, to, WORDS_OF_A_REQUEST + 1) <= WORDS_OF_A_REQUEST
                || PlaceholderWords.THINGS_ASKED_FOR.standsIn(text, request, to));
    }

    /**
     * Whether something else stands behind the question of a template, or behind a step that begins like its prompt: neither another
     * question nor something to be filled in.
     */
    private static boolean isAnswered(CharSequence text, int from, int to) {
        int mark = from;
        while (mark < to && !separates(text, mark, to)) {
            mark++;
        }
        int answer = WordMatcher.skipTo(text, mark, to);
        int last = to - 1;
        while (last > answer && !Characters.isVisible(text.charAt(last))) {
            last--;
        }
        return WordMatcher.count(text, answer, to, WORDS_OF_AN_ANSWER) >= WORDS_OF_AN_ANSWER && !isQuestionMark(text.charAt(last))
                && !isMadeOf(PlaceholderWords.ALL, text, answer, to) && !isPrompt(text, answer, to)
                && (PlaceholderWords.QUESTION_BEGINNINGS.behindBeginning(text, from, to) >= 0
                        || !PlaceholderWords.THINGS_TO_FILL_IN.standsIn(text, from, mark));
    }

    /** Whether a question or a step ends here and its answer or result follows. */
    static boolean separates(CharSequence text, int at, int to) {
        char character = text.charAt(at);
        return switch (character) {
            case ':', '\uFF1A', '?', '\uFF1F', '\u061F', '\u2192', '\u21D2', '\u3002', ';', '\uFF1B', RenderedText.CELL -> true;
            case '.' -> at + 1 < to && !Characters.isVisible(text.charAt(at + 1));
            case '-', '=', '\u2013', '\u2014' ->
                at + 1 < to && (text.charAt(at + 1) == '>' || character != '=' && !Characters.isVisible(text.charAt(at + 1)));
            default -> false;
        };
    }

    private static boolean isQuestionMark(char character) {
        return character == '?' || character == '\uFF1F' || character == '\u061F';
    }

    /** Whether it begins with an abbreviation for "not yet" and says little more. */
    static boolean isPutOff(CharSequence text, int from, int to) {
        int behind = PlaceholderWords.ABBREVIATED.behind(text, from, to);
        return behind >= 0 && WordMatcher.count(text, behind, to, WORDS_OF_AN_EXCUSE + 1) <= WORDS_OF_AN_EXCUSE;
    }

    /** Whether the line begins with what a template calls a thing to be filled in, and goes on without a colon. */
    static boolean beginsWithLabel(CharSequence text, int from, int to) {
        int behind = PlaceholderWords.LABEL_PHRASES.behind(text, from, to);
        int next = behind < 0 ? to : WordMatcher.skipTo(text, behind, to);
        while (next < to && Character.isDigit(text.charAt(next))) {
            next = WordMatcher.skipTo(text, next + 1, to);
        }
        return behind >= 0 && (next == to || colon(text, behind, next) < 0);
    }

    /** Whether nothing but words that wait to be filled in or say nothing, and numbers, stands there. */
    static boolean isMadeOfThem(CharSequence text, int from, int to) {
        return isMadeOf(PlaceholderWords.ALL, text, from, to);
    }

    /** Whether nothing but what a template calls a thing to be filled in, and numbers, stands there. */
    static boolean isLabel(CharSequence text, int from, int to) {
        return isMadeOf(PlaceholderWords.LABEL_PHRASES, text, from, to);
    }

    /** Whether nothing but these phrases, and numbers, stands there. */
    private static boolean isMadeOf(PhraseMatcher phrases, CharSequence text, int from, int to) {
        boolean some = false;
        int at = WordMatcher.skipTo(text, from, to);
        while (at < to) {
            if (Character.isLetter(Character.codePointAt(text, at))) {
                at = phrases.behind(text, at, to);
                if (at < 0) {
                    return false;
                }
                some = true;
            } else {
                at += Character.charCount(Character.codePointAt(text, at));
            }
            at = WordMatcher.skipTo(text, at, to);
        }
        return some;
    }

    /**
     * Whether a few words and a colon stand there, with nothing behind them or with something still to be said; or a cell that still is.
     */
    private static boolean leadsIn(CharSequence text, int from, int to) {
        int colon = colon(text, from, to);
        if (colon < 0) {
            return false;
        }
        boolean cell = text.charAt(colon) == RenderedText.CELL;
        int longest = cell ? MAX_ROW_NAME_WORDS : MAX_LEAD_IN_WORDS;
        return WordMatcher.count(text, from, colon, longest + 1) <= longest
                && (!cell && WordMatcher.skipTo(text, colon, to) == to || isMadeOf(PlaceholderWords.OPEN_PHRASES, text, colon, to));
    }

    /** The first colon, or what stands between the cells of a table. */
    static int colon(CharSequence text, int from, int to) {
        for (int at = from; at < to; at++) {
            char character = text.charAt(at);
            if (character == ':' || character == '\uFF1A' || character == RenderedText.CELL) {
                return at;
            }
        }
        return -1;
    }
}
