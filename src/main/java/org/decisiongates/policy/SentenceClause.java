package org.decisiongates.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of the sentence that says what a rule claims: what it always claims, or what the value of a setting adds. A part whose message
 * does not exist adds nothing.
 *
 * @param key     key of its message, which takes the values of all settings
 * @param setting the setting whose value decides whether it is said; empty text for what is always said
 * @param state   the value it is said of: {@link #ANY}, {@link #NOTHING}, {@link #POSITIVE}, {@link #ZERO}, or {@code =word} for a word
 */
public record SentenceClause(String key, String setting, String state) {

    /** Said of any value, but not where there is none. */
    public static final String ANY = "any";
    /** Said where there is no value. */
    public static final String NOTHING = "nothing";
    /** Said of any number but 0, which stands for no number. */
    public static final String POSITIVE = "positive";
    /** Said of 0 where it stands for no number. */
    public static final String ZERO = "zero";

    private static final String NONE = ".none";

    static List<SentenceClause> of(RuleDefinition rule) {
        List<SentenceClause> clauses = new ArrayList<>();
        clauses.add(new SentenceClause(rule.summaryKey(), "", ANY));
        for (Setting setting : rule.settings()) {
            String key = rule.summaryKey() + "." + setting.name();
            if (setting.type() == Setting.Type.CHOICE) {
                setting.choices().forEach(word -> clauses.add(new SentenceClause(key + "." + word, setting.name(), "=" + word)));
            } else {
                boolean isNumber = setting.type() == Setting.Type.NUMBER;
                clauses.add(new SentenceClause(key, setting.name(), isNumber ? POSITIVE : ANY));
                clauses.add(new SentenceClause(key + NONE, setting.name(), isNumber ? ZERO : NOTHING));
            }
        }
        return clauses;
    }

    /** Whether it is said of a setting that holds {@code value}. */
    public boolean isSaidOf(String value) {
        boolean isZero = value.isEmpty() || value.equals("0");
        return switch (state) {
            case ANY -> setting.isEmpty() || !value.isEmpty();
            case NOTHING -> value.isEmpty();
            case POSITIVE -> !isZero;
            case ZERO -> isZero;
            default -> state.equals("=" + value);
        };
    }
}
