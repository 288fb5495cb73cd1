package org.decisiongates.issue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An issue made of values alone, for examples and tests of policies. A field without a value is there and empty.
 *
 * @param values what is in the fields
 * @param absent fields that do not exist or do not apply
 */
public record IssueSnapshot(Map<Field, Object> values, Set<Field> absent) implements IssueView {

    /** An issue with nothing in any field. */
    public static final IssueSnapshot EMPTY = new IssueSnapshot(Map.of(), Set.of());

    public IssueSnapshot {
        values = Map.copyOf(values);
        absent = Set.copyOf(absent);
    }

    public IssueSnapshot with(Field field, Person person) {
        return holding(field, person);
    }

    public IssueSnapshot with(Field field, LocalDate day) {
        return holding(field, day);
    }

    public IssueSnapshot with(Field field, String text) {
        return holding(field, text);
    }

    /** With nothing in the field. */
    public IssueSnapshot empty(Field field) {
        Map<Field, Object> rest = new HashMap<>(values);
        rest.remove(field);
        return new IssueSnapshot(rest, absent);
    }

    /** As where the field was deleted, or does not apply. */
    public IssueSnapshot without(Field field) {
        Set<Field> more = new HashSet<>(absent);
        more.add(field);
        return new IssueSnapshot(values, more);
    }

    private IssueSnapshot holding(Field field, Object value) {
        Map<Field, Object> more = new HashMap<>(values);
        more.put(field, value);
        return new IssueSnapshot(more, absent);
    }

    @Override
    public boolean has(Field field) {
        return !absent.contains(field);
    }

    @Override
    public Optional<Person> person(Field field) {
        return value(field, Person.class);
    }

    @Override
    public Optional<LocalDate> date(Field field) {
        return value(field, LocalDate.class);
    }

    @Override
    public String text(Field field) {
        return value(field, String.class).orElse("");
    }

    private <T> Optional<T> value(Field field, Class<T> type) {
        Object value = values.get(field);
        if (value != null && !type.isInstance(value)) {
            throw new FieldTypeMismatchException(field, "no " + type.getSimpleName() + " but a " + value.getClass().getName());
        }
        return Optional.ofNullable(type.cast(value));
    }
}
