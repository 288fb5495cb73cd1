package org.decisiongates.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as typed: plain digits with a point, or a comma that can only be a decimal comma. {@code 1,234} is one number to
 * some readers and another to others, so it is refused.
 *
 * @param value     what it means; zero when there is a fault
 * @param fault     message key of what is wrong
 * @param arguments plain values for the message
 */
public record TypedNumber(BigDecimal value, Optional<String> fault, List<String> arguments) {

    private static final int DECIMALS = 6;
    private static final int DIGITS = 15;

    /** Longer texts are no number of 15 digits, and are not worth parsing. */
    private static final int MAX_LENGTH = 60;
    private static final Pattern PLAIN = Pattern.compile("[+-]?([0-9]+|[0-9]*[.,][0-9]+)");
    private static final Pattern THOUSANDS = Pattern.compile("([+-]?[1-9][0-9]{0,2}),([0-9]{3})");
    private static final Pattern PERCENT = Pattern.compile("(.*[0-9]) ?%");
    private static final BigDecimal SMALLEST_BARE_PERCENTAGE = BigDecimal.valueOf(2);
    private static final char MINUS_SIGN = '\u2212';

    public static TypedNumber of(String typed) {
        String text = typed.replace(MINUS_SIGN, '-');
        Matcher thousands = THOUSANDS.matcher(text);
        if (thousands.matches()) {
            return faulty("decision-gates.impact.fault.ambiguous-number", TypedText.quoted(typed),
                    thousands.group(1) + thousands.group(2), thousands.group(1) + "." + thousands.group(2));
        }
        if (text.length() > MAX_LENGTH || !PLAIN.matcher(text).matches()) {
            return faulty("decision-gates.impact.fault.not-a-number", TypedText.quoted(typed));
        }
        return bounded(new BigDecimal(text.replace(',', '.')));
    }

    /**
     * A share: 0 to 1, or a percentage, which says so or is 2 at least. Between 1 and 2 it could be a slip in either, so it is refused.
     */
    public static TypedNumber share(String typed) {
        Matcher percent = PERCENT.matcher(typed);
        boolean saysPercent = percent.matches();
        TypedNumber number = of(saysPercent ? percent.group(1) : typed);
        if (number.fault.isPresent()) {
            return number;
        }
        boolean isPercent = saysPercent || number.value.compareTo(SMALLEST_BARE_PERCENTAGE) >= 0;
        TypedNumber share = isPercent ? bounded(number.value.movePointLeft(2)) : number;
        boolean within = share.value.signum() >= 0 && share.value.compareTo(BigDecimal.ONE) <= 0;
        return within ? share : faulty("decision-gates.impact.fault.not-a-share", TypedText.quoted(typed));
    }

    private static TypedNumber bounded(BigDecimal number) {
        BigDecimal value = number.stripTrailingZeros();
        value = value.scale() < 0 ? value.setScale(0) : value;
        if (value.scale() > DECIMALS) {
            return faulty("decision-gates.impact.fault.too-many-decimals", String.valueOf(DECIMALS));
        }
        if (Math.max(value.precision() - value.scale(), 0) + value.scale() > DIGITS) {
            return faulty("decision-gates.impact.fault.too-many-digits", String.valueOf(DIGITS));
        }
        return new TypedNumber(value, Optional.empty(), List.of());
    }

    private static TypedNumber faulty(String key, String... arguments) {
        return new TypedNumber(BigDecimal.ZERO, Optional.of(key), List.of(arguments));
    }
}
