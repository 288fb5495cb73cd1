package org.decisiongates.sandbox.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.decisiongates.issue.Field;

/**
 * What a gate requires, a rule a field.
 *
 * @param persons fields that must name somebody
 * @param days    fields that must hold a day that is not too far off
 */
record Required(List<Field> persons, List<Field> days) {

    /** The eight fields that goal G1 names. */
    static final Required EIGHT = fields(8);

    /** So many fields, every other one of a person; of two numbers the smaller has the first fields of the larger. */
    static Required fields(int number) {
        return new Required(named("customfield_101", (number + 1) / 2), named("customfield_102", number / 2));
    }

    private static List<Field> named(String prefix, int number) {
        return new ArrayList<>(IntStream.rangeClosed(1, number).mapToObj(each -> new Field(prefix + each)).toList());
    }
}
