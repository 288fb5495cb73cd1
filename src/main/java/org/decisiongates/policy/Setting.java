package org.decisiongates.policy;

import org.decisiongates.issue.Field;
import org.decisiongates.text.XmlCharacters;

/**
 * One thing that can be set for a rule.
 *
 * @param name    name within the rule, in kebab case; frozen
 * @param type    what a value looks like
 * @param initial the value when none is stored
 * @param least   the lowest number; 0 for other types
 * @param most    the highest number; the greatest length of a text
 */
public record Setting(String name, Type type, String initial, int least, int most) {

    /** What a value of a setting looks like; a form offers the fields that fit. */
    public enum Type {
        PERSON_FIELD, DATE_FIELD, TEXT_FIELD, NUMBER, TEXT;

        /** Whether the value names a field. */
        public boolean isField() {
            return this != NUMBER && this != TEXT;
        }
    }

    /** A setting that names the field a rule reads. */
    public static Setting field(Type type, Field initial) {
        return new Setting("field", type, initial.id(), 0, Field.MAX_ID_LENGTH);
    }

    /** A setting that holds a whole number. */
    public static Setting number(String name, int initial, int least, int most) {
        return new Setting(name, Type.NUMBER, Integer.toString(initial), least, most);
    }

    /** A setting that holds a text of several lines, initially none. */
    public static Setting text(String name, int most) {
        return new Setting(name, Type.TEXT, "", 0, most);
    }

    /** The setting of every rule that reads a text: the template as a project puts it into the field, whose lines never count. */
    public static Setting template() {
        return text("template", 4000);
    }

    /** Whether {@code value} makes sense here. */
    public boolean accepts(String value) {
        return switch (type) {
            case NUMBER -> isNumberInBounds(value);
            case TEXT -> value.length() <= most && XmlCharacters.firstInvalid(value).isEmpty();
            default -> Field.isId(value);
        };
    }

    private boolean isNumberInBounds(String value) {
        if (value.isEmpty() || value.length() > 9 || !value.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return false;
        }
        int number = Integer.parseInt(value);
        return number >= least && number <= most;
    }
}
