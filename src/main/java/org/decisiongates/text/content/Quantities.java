package org.decisiongates.text.content;

/**
 * Numbers that say something without a word beside them: a bound, as in {@code ≥ 99.9}, a number with its unit, as in {@code 99.9 %}, and a
 * value that is set as a target. A number alone says nothing, and neither does an equals sign with nothing in front of it.
 */
final class Quantities {

    /** What a template calls the value that has to be reached. */
    static final String TARGETS = """
            target|measure|metric|goal|limit|threshold|expected|expected result|result|ziel|zielwert|sollwert|soll|grenzwert|objectif|cible
            seuil|objetivo|meta|umbral
            hedef|eşik|目标|目標|指标|阈值|目標値|목표|الهدف|هدف|יעד|เป้าหมาย|लक्ष्य|цель
            """;
    private static final PhraseMatcher TARGET_PHRASES = PhraseMatcher.of(TARGETS);
    private static final String UNIT_LETTERS = "smhdgtkvwa秒分时時天日周週月年元円件次人个個回度초일건명";
    private static final String PERCENT = "%‰\u066A\uFF05\uFE6A";
    private static final String SEPARATORS = ".,'\u2019\u066B\u066C";
    private static final String HUNDRED = "100";

    private Quantities() {
    }

    /**
     * Where a line begins whose first letter or digit is at {@code start}: at the sign of a bound, or at a unit written before its
     * number.
     */
    static int start(CharSequence text, int from, int start, int to) {
        int bound = comparison(text, from, to, true);
        if (bound >= 0 && bound < start) {
            return bound;
        }
        int sign = start;
        while (sign > from && !Characters.isVisible(text.charAt(sign - 1))) {
            sign--;
        }
        return start < to && sign > from && Character.isDigit(text.charAt(start)) && isUnitSign(text.charAt(sign - 1)) ? sign - 1 : start;
    }

    /** Whether a number is bounded by a sign there, or something with a name is equal to one. */
    static boolean isBound(CharSequence text, int from, int to) {
        if (comparison(text, from, to, false) >= 0) {
            return true;
        }
        int equals = comparison(text, from, to, true);
        return equals >= 0 && hasLetter(text, from, equals) && !Placeholders.isMadeOfThem(text, from, equals);
    }

    /** Whether a number with its unit stands there alone, or a value behind the word for a target. */
    static boolean isMeasure(CharSequence text, int from, int to) {
        int at = WordMatcher.skipTo(text, from, to);
        int target = TARGET_PHRASES.behind(text, at, to);
        if (target >= 0) {
            // "Measure 1" is one of several, "Measure: 1" a value
            return isNumber(text, target, to, !isSetApart(text, target, to));
        }
        int colon = Placeholders.colon(text, from, to);
        boolean named = colon >= 0 && Placeholders.isLabel(text, at, colon);
        return isNumber(text, named ? colon : from, to, true);
    }

    private static boolean isSetApart(CharSequence text, int from, int to) {
        int colon = Placeholders.colon(text, from, to);
        int equals = comparison(text, from, to, true);
        int number = WordMatcher.skipTo(text, from, to);
        return colon >= 0 && colon < number || equals >= 0 && equals < number;
    }

    /** Whether one number stands there, with its unit at most. */
    private static boolean isNumber(CharSequence text, int from, int to, boolean withUnit) {
        int digits = WordMatcher.skipTo(text, from, to);
        int end = behindRange(text, digits, to);
        int letter = WordMatcher.skipTo(text, end, to);
        if (end == digits || letter < to
                && !(UNIT_LETTERS.indexOf(Characters.folded(text.charAt(letter))) >= 0 && WordMatcher.skipTo(text, letter + 1, to) == to)) {
            return false;
        }
        boolean percent = hasSign(text, from, digits, true) || hasSign(text, end, to, true);
        boolean unit = letter < to || hasSign(text, from, digits, false) || hasSign(text, end, to, false);
        return !withUnit || unit && !(percent && isAllOrNothing(text, digits, end));
    }

    private static boolean hasSign(CharSequence text, int from, int to, boolean percent) {
        for (int at = from; at < to; at++) {
            if (percent ? isPercent(text.charAt(at)) : isUnitSign(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** The index behind a number, or behind two with a dash between. */
    private static int behindRange(CharSequence text, int from, int to) {
        int end = behindNumber(text, from, to);
        int next = WordMatcher.skipTo(text, end, to);
        int dash = end;
        while (dash < next && !Characters.isVisible(text.charAt(dash))) {
            dash++;
        }
        boolean dashed = dash < next && (text.charAt(dash) == '-' || text.charAt(dash) == '\u2013') && !hasSign(text, end, next, false);
        return dashed ? behindNumber(text, next, to) : end;
    }

    private static int behindNumber(CharSequence text, int from, int to) {
        int at = from;
        while (at < to && (Character.isDigit(text.charAt(at))
                || at > from && at + 1 < to && SEPARATORS.indexOf(text.charAt(at)) >= 0 && Character.isDigit(text.charAt(at + 1)))) {
            at++;
        }
        return at;
    }

    /** 0 and 100 per cent tell how far a work is, as "open" and "done" do. */
    private static boolean isAllOrNothing(CharSequence text, int from, int to) {
        boolean nothing = true;
        boolean all = true;
        int whole = 0;
        boolean fraction = false;
        for (int at = from; at < to; at++) {
            int digit = Character.digit(text.charAt(at), 10);
            fraction |= digit < 0;
            nothing &= digit <= 0;
            all &= fraction ? digit <= 0 : whole < HUNDRED.length() && digit == HUNDRED.charAt(whole) - '0';
            whole += fraction ? 0 : 1;
        }
        return nothing || all && whole == HUNDRED.length();
    }

    /** Where a number is compared with nothing but a sign, with or without the equals sign among these; -1 when none is. */
    private static int comparison(CharSequence text, int from, int to, boolean equals) {
        for (int at = from; at < to; at++) {
            if (isComparison(text.charAt(at)) && !isArrow(text, at, from)) {
                boolean found = equals;
                int number = at;
                while (number < to && (isComparison(text.charAt(number)) || !Characters.isVisible(text.charAt(number)))) {
                    found |= isComparison(text.charAt(number)) && !isEquals(text.charAt(number));
                    number++;
                }
                if (found && number < to && Character.isDigit(text.charAt(number))
                        && TextContent.behindNumbering(text, number, to) == number) {
                    return at;
                }
                at = number - 1;
            }
        }
        return -1;
    }

    private static boolean isArrow(CharSequence text, int at, int from) {
        return text.charAt(at) == '>' && at > from && text.charAt(at - 1) == '-';
    }

    private static boolean isComparison(char character) {
        return isEquals(character) || switch (character) {
            case '<', '>', '\u2264', '\u2265', '\u2248', '\u2260', '\u00B1', '\u2A7D', '\u2A7E', '\uFF1C', '\uFF1E' -> true;
            default -> false;
        };
    }

    private static boolean isEquals(char character) {
        return character == '=' || character == '\uFF1D';
    }

    private static boolean isPercent(char character) {
        return PERCENT.indexOf(character) >= 0;
    }

    private static boolean isUnitSign(char character) {
        return isPercent(character) || character == '\u00B0' || Character.getType(character) == Character.CURRENCY_SYMBOL;
    }

    private static boolean hasLetter(CharSequence text, int from, int to) {
        for (int at = from; at < to; at += Character.charCount(Character.codePointAt(text, at))) {
            if (Character.isLetter(Character.codePointAt(text, at)) && Characters.isVisible(Character.codePointAt(text, at))) {
                return true;
            }
        }
        return false;
    }
}
