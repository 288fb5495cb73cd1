package org.decisiongates.sandbox.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.ApprovedScope;
import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.FollowUp;
import org.decisiongates.issue.IssueApproval;
import org.decisiongates.issue.IssueAttachment;
import org.decisiongates.issue.IssueComment;
import org.decisiongates.issue.IssueDispute;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.IssueThread;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.ProjectVersion;
import org.decisiongates.issue.Reference;

/** An issue whose custom fields name a person or hold a day: what every variant reads. */
public final class RequiredFields implements IssueView {

    private final Map<Field, Optional<Person>> persons = new HashMap<>();
    private final Map<Field, Optional<LocalDate>> days = new HashMap<>();

    private RequiredFields(Required held, LocalDate today) {
        held.persons().forEach(field -> persons.put(field, Optional.of(new Person("owner", "owner", true, true))));
        held.days().forEach(field -> days.put(field, Optional.of(today.plusDays(7))));
    }

    /** An issue that has these fields, all of them set. */
    static RequiredFields complete(Required held, LocalDate today) {
        return new RequiredFields(held, today);
    }

    /** An issue that has these fields, of which the third that must name somebody names nobody, or the last if there are fewer. */
    static RequiredFields without(Required required, Required held, LocalDate today) {
        RequiredFields item = new RequiredFields(held, today);
        item.persons.put(required.persons().get(Math.min(2, required.persons().size() - 1)), Optional.empty());
        return item;
    }

    /**
     * An issue with more fields than are required.
     *
     * @param path {@code pass} or {@code fail}, as the benchmarks call them
     */
    static RequiredFields on(String path, Required required, Required held, LocalDate today) {
        return switch (path) {
            case "pass" -> complete(held, today);
            case "fail" -> without(required, held, today);
            default -> throw new IllegalArgumentException(path);
        };
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
    public boolean maySee(String userKey) {
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
    public List<IssueApproval> approvals() {
        throw new UnsupportedOperationException("no rule asks for this");
    }

    @Override
    public ApprovedScope approvedScope() {
        throw new UnsupportedOperationException("no rule asks for this");
    }

    @Override
    public List<FollowUp> followUps() {
        throw new UnsupportedOperationException("no rule asks for this");
    }

    @Override
    public List<IssueThread> threads() {
        throw new UnsupportedOperationException("no rule asks for this");
    }

    @Override
    public List<IssueDispute> disputes() {
        throw new UnsupportedOperationException("no rule asks for this");
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
