package org.decisiongates.issue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An issue made of values alone, for examples and tests of policies. A field without a value is there and empty.
 *
 * @param status  where it stands
 * @param values  what is in the fields
 * @param absent  fields that do not exist or do not apply
 * @param links   issues it is linked to
 * @param visited phases it was in before
 */
public record IssueSnapshot(IssueStatus status, Map<Field, Object> values, Set<Field> absent, List<LinkedIssue> links,
        Set<String> visited) implements IssueView {

    /** A Decision in draft with nothing in any field. */
    public static final IssueSnapshot EMPTY = new IssueSnapshot(statusOf(DecisionPhase.DRAFT), Map.of(), Set.of(), List.of(), Set.of());

    public IssueSnapshot {
        values = Map.copyOf(values);
        absent = Set.copyOf(absent);
        links = List.copyOf(links);
        visited = Set.copyOf(visited);
    }

    /** The status that stands for a phase in a workflow as the app brings it. */
    public static IssueStatus statusOf(DecisionPhase phase) {
        return new IssueStatus(phase.name(), phase.label(), Optional.of(phase.name()));
    }

    public IssueSnapshot with(Field field, Person... people) {
        return holding(field, List.of(people));
    }

    public IssueSnapshot with(Field field, LocalDate day) {
        return holding(field, day);
    }

    public IssueSnapshot with(Field field, BigDecimal number) {
        return holding(field, number);
    }

    public IssueSnapshot with(Field field, Choice... choices) {
        return holding(field, List.of(choices));
    }

    public IssueSnapshot with(Field field, String text) {
        return holding(field, text);
    }

    /** With nothing in the field. */
    public IssueSnapshot empty(Field field) {
        Map<Field, Object> rest = new HashMap<>(values);
        rest.remove(field);
        return new IssueSnapshot(status, rest, absent, links, visited);
    }

    /** As where the field was deleted, or does not apply. */
    public IssueSnapshot without(Field field) {
        Set<Field> more = new HashSet<>(absent);
        more.add(field);
        return new IssueSnapshot(status, values, more, links, visited);
    }

    /** With a link more. */
    public IssueSnapshot linkedTo(LinkedIssue other) {
        List<LinkedIssue> more = new ArrayList<>(links);
        more.add(other);
        return new IssueSnapshot(status, values, absent, more, visited);
    }

    /** Moved on to {@code next}. */
    public IssueSnapshot movedTo(IssueStatus next) {
        return new IssueSnapshot(next, values, absent, links, phasesVisited());
    }

    private IssueSnapshot holding(Field field, Object value) {
        Map<Field, Object> more = new HashMap<>(values);
        more.put(field, value);
        return new IssueSnapshot(status, more, absent, links, visited);
    }

    @Override
    public boolean has(Field field) {
        return !absent.contains(field);
    }

    @Override
    public Optional<Person> person(Field field) {
        List<Person> people = people(field);
        return people.size() == 1 ? Optional.of(people.get(0)) : Optional.empty();
    }

    @Override
    public List<Person> people(Field field) {
        return several(field, Person.class);
    }

    @Override
    public Optional<LocalDate> date(Field field) {
        return value(field, LocalDate.class);
    }

    @Override
    public Optional<BigDecimal> number(Field field) {
        return value(field, BigDecimal.class);
    }

    @Override
    public List<Choice> choices(Field field) {
        return several(field, Choice.class);
    }

    @Override
    public String text(Field field) {
        return value(field, String.class).orElse("");
    }

    @Override
    public Set<String> phasesVisited() {
        Set<String> phases = new HashSet<>(visited);
        status.phase().ifPresent(phases::add);
        return phases;
    }

    private <T> List<T> several(Field field, Class<T> type) {
        List<?> values = value(field, List.class).orElse(List.of());
        return values.stream().map(value -> as(type, value, field)).toList();
    }

    private <T> Optional<T> value(Field field, Class<T> type) {
        return Optional.ofNullable(as(type, values.get(field), field));
    }

    private static <T> T as(Class<T> type, Object value, Field field) {
        if (value != null && !type.isInstance(value)) {
            throw new FieldTypeMismatchException(field, "no " + type.getSimpleName() + " but a " + value.getClass().getName());
        }
        return type.cast(value);
    }
}
