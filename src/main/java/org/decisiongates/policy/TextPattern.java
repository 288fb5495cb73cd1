package org.decisiongates.policy;

import java.util.Optional;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A regular expression that takes time in proportion to the text, whatever the expression: RE2 knows no backtracking, nor what needs it
 * (back-references, looking around). See ADR-0060.
 */
public final class TextPattern {

    /** The longest expression that is accepted. */
    public static final int MAX_LENGTH = 200;
    /** Counted repetitions are written out when an expression is read, nested ones multiply, and each takes some of the thread's stack. */
    private static final int MAX_REPETITIONS = 300;
    /** The size of an expression once it is written out: each character of a text takes as many steps. */
    private static final int MAX_STEPS = 600;
    private static final Pattern REPETITION = Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{0,9}))?\\}");

    private final Pattern pattern;

    private TextPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Empty for an invalid expression, and for one that is too long or becomes too large once its repetitions are written out. */
    public static Optional<TextPattern> of(String expression) {
        if (expression.isEmpty() || expression.length() > MAX_LENGTH || repetitions(expression) > MAX_REPETITIONS) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(expression)).filter(read -> read.programSize() <= MAX_STEPS).map(TextPattern::new);
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether the expression matches anywhere in {@code text}; {@code ^} and {@code $} bind it to the ends. */
    public boolean isFoundIn(CharSequence text) {
        return pattern.matcher(text).find();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextPattern that && pattern.equals(that.pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }

    /** All counted repetitions of the expression, as if each stood in the one before. */
    private static long repetitions(String expression) {
        long product = 1;
        Matcher counted = REPETITION.matcher(expression);
        while (counted.find() && product <= MAX_REPETITIONS) {
            String most = counted.group(2) == null || counted.group(2).isEmpty() ? counted.group(1) : counted.group(2);
            product *= Math.max(1, Long.parseLong(most));
        }
        return product;
    }
}
