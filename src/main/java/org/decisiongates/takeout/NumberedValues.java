package org.decisiongates.takeout;

import java.util.Map;

/**
 * A row of a record, or an impact line, as what is taken out tells of it.
 *
 * @param id     its number
 * @param values by the names that REST and the journal use; what is empty is left out, and people are named by user name
 */
public record NumberedValues(long id, Map<String, String> values) {

    /** Empty text where it has no such value. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }
}
