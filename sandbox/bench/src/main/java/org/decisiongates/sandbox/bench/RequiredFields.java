package org.decisiongates.sandbox.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueAttachment;
import org.decisiongates.issue.IssueComment;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.ProjectVersion;
import org.decisiongates.issue.Reference;

/** An issue with eight required fields, four that name a person and four that hold a day; the work every variant has to do. */
public final class RequiredFields implements IssueView {

    static final List<Field> PERSONS = fields("customfield_101");
    static final List<Field> DAYS = fields("customfield_102");

    private final Map<Field, Optional<Person>> persons = new HashMap<>();
    private final Map<Field, Optional<LocalDate>> days = new HashMap<>();

    private RequiredFields(LocalDate today) {
        PERSONS.forEach(field -> persons.put(field, Optional.of(new Person("owner", "owner", true, true))));
        DAYS.forEach(field -> days.put(field, Optional.of(today.plusDays(7))));
    }

    /** An issue whose fields are all set. */
    static RequiredFields complete(LocalDate today) {
        return new RequiredFields(today);
    }

    /** An issue that nobody is named in one field of. */
    static RequiredFields withoutThirdPerson(LocalDate today) {
        RequiredFields item = new RequiredFields(today);
        item.persons.put(PERSONS.get(2), Optional.empty());
        return item;
    }

    /** {@code pass} or {@code fail}, as the benchmarks call them. */
    static RequiredFields on(String path, LocalDate today) {
        return switch (path) {
            case "pass" -> complete(today);
            case "fail" -> withoutThirdPerson(today);
            default -> throw new IllegalArgumentException(path);
        };
    }

    private static List<Field> fields(String prefix) {
        return new ArrayList<>(IntStream.rangeClosed(1, 4).mapToObj(number -> new Field(prefix + number)).toList());
    }

    @Override
    public String type() {
        throw new AssertionError("no rule asks for this");
    }

    @Override
    public boolean has(Field field) {
        return persons.containsKey(field) || days.containsKey(field);
    }

    @Override
    public Optional<Person> person(Field field) {
        return persons.get(field);
    }

    @Override
    public Optional<LocalDate> date(Field field) {
        return days.get(field);
    }

    @Override
    public String text(Field field) {
        return "";
    }

    @Override
    public IssueStatus status() {
        throw new UnsupportedOperationException("no rule asks for this");
    }

    @Override
    public List<Person> people(Field field) {
        throw new UnsupportedOperationException("no rule asks for this");
    }

    @Override
    public Optional<BigDecimal> number(Field field) {
        throw new UnsupportedOperationException("no rule asks for this");
    }

    @Override
    public List<Choice> choices(Field field) {
        throw new UnsupportedOperationException("no rule asks for this");
    }

    @Override
    public List<LinkedIssue> links() {
        throw new UnsupportedOperationException("no rule asks for this");
    }

    @Override
    public Set<String> phasesVisited() {
        throw new UnsupportedOperationException("no rule asks for this");
    }

    @Override
    public boolean isSet(Field field) {
        throw new UnsupportedOperationException("no rule asks for this");
    }

    @Override
    public Optional<Instant> moment(Field field) {
        throw new UnsupportedOperationException("no rule asks for this");
    }

    @Override
    public List<ProjectVersion> versions(Field field) {
        throw new UnsupportedOperationException("no rule asks for this");
    }

    @Override
    public Optional<String> nameOf(Reference reference) {
        throw new UnsupportedOperationException("no rule asks for this");
    }

    @Override
    public boolean isInGroup(String userKey, String group) {
        throw new UnsupportedOperationException("no rule asks for this");
    }

    @Override
    public boolean isInRole(String userKey, String role) {
        throw new UnsupportedOperationException("no rule asks for this");
    }

    @Override
    public List<IssueComment> comments() {
        throw new UnsupportedOperationException("no rule asks for this");
    }

    @Override
    public IssueRecords records() {
        return IssueRecords.NONE;
    }

    @Override
    public Optional<Person> personWithKey(String userKey) {
        throw new UnsupportedOperationException("no rule asks for this");
    }

    @Override
    public List<IssueAttachment> attachments() {
        throw new UnsupportedOperationException("no rule asks for this");
    }
}
