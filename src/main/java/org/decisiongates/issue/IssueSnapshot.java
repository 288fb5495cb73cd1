package org.decisiongates.issue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.text.content.TextContent;

/**
 * An issue made of values alone, for examples and tests of policies. A field without a value is there and empty; a group or a role
 * without members does not exist.
 *
 * @param status      where it stands
 * @param values      what is in the fields
 * @param absent      fields that do not exist or do not apply
 * @param links       issues it is linked to
 * @param visited     phases it was in before
 * @param groups      user keys of the members of groups, by name
 * @param roles       user keys of those who have a role in its project, by the id of the role
 * @param comments    comments that the actor may see
 * @param attachments files attached to it
 * @param records     what is recorded of it beside its fields
 * @param followUps   issues that follow up what its criteria cannot demonstrate
 * @param threads     its feedback threads
 * @param disputes    Decisions that are disputed, the issue itself or linked ones
 * @param approvals   what has to be approved of it, and how far that is so
 * @param approvedScope what became of its approved scope
 * @param accounts    people whom its records may name, by user key
 */
public record IssueSnapshot(IssueStatus status, Map<Field, Object> values, Set<Field> absent, List<LinkedIssue> links,
        Set<String> visited, Map<String, Set<String>> groups, Map<String, Set<String>> roles, List<IssueComment> comments,
        List<IssueAttachment> attachments, IssueRecords records, List<FollowUp> followUps, List<IssueThread> threads,
        List<IssueDispute> disputes,
        List<IssueApproval> approvals, ApprovedScope approvedScope, Map<String, Person> accounts) implements IssueView {

    /** A Decision in draft with nothing in any field. */
    public static final IssueSnapshot EMPTY = new IssueSnapshot(statusOf(DecisionPhase.DRAFT), Map.of(), Set.of(), List.of(), Set.of(),
            Map.of(), Map.of(), List.of(), List.of(), IssueRecords.NONE, List.of(), List.of(), List.of(), List.of(),
            ApprovedScope.NOT_APPROVED,
            Map.of());

    public IssueSnapshot {
        values = Map.copyOf(values);
        absent = Set.copyOf(absent);
        links = List.copyOf(links);
        visited = Set.copyOf(visited);
        groups = Map.copyOf(groups);
        roles = Map.copyOf(roles);
        comments = List.copyOf(comments);
        attachments = List.copyOf(attachments);
        followUps = List.copyOf(followUps);
        threads = List.copyOf(threads);
        disputes = List.copyOf(disputes);
        approvals = List.copyOf(approvals);
        accounts = Map.copyOf(accounts);
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

    public IssueSnapshot with(Field field, Instant moment) {
        return holding(field, moment);
    }

    public IssueSnapshot with(Field field, BigDecimal number) {
        return holding(field, number);
    }

    public IssueSnapshot with(Field field, Choice... choices) {
        return holding(field, List.of(choices));
    }

    public IssueSnapshot with(Field field, ProjectVersion... versions) {
        return holding(field, List.of(versions));
    }

    public IssueSnapshot with(Field field, String text) {
        return holding(field, text);
    }

    /** The same issue with an empty field. */
    public IssueSnapshot empty(Field field) {
        Map<Field, Object> rest = new HashMap<>(values);
        rest.remove(field);
        return new IssueSnapshot(status, rest, absent, links, visited, groups, roles, comments, attachments, records, followUps, threads,
                disputes,
                approvals, approvedScope, accounts);
    }

    /** The same issue where the field was deleted, or does not apply. */
    public IssueSnapshot without(Field field) {
        return new IssueSnapshot(status, values, joined(absent, field), links, visited, groups, roles, comments, attachments, records,
                followUps, threads, disputes, approvals, approvedScope, accounts);
    }

    /** The same issue with one more link. */
    public IssueSnapshot linkedTo(LinkedIssue other) {
        return new IssueSnapshot(status, values, absent, joined(links, other), visited, groups, roles, comments, attachments, records,
                followUps, threads, disputes, approvals, approvedScope, accounts);
    }

    /** Moved on to {@code next}. */
    public IssueSnapshot movedTo(IssueStatus next) {
        return new IssueSnapshot(next, values, absent, links, phasesVisited(), groups, roles, comments, attachments, records, followUps,
                threads,
                disputes, approvals, approvedScope, accounts);
    }

    /** The same issue with one more member of a group. */
    public IssueSnapshot inGroup(String userKey, String group) {
        return new IssueSnapshot(status, values, absent, links, visited, joined(groups, group, userKey), roles, comments, attachments,
                records, followUps, threads, disputes, approvals, approvedScope, accounts);
    }

    /** The same issue with one more person in a role of the project. */
    public IssueSnapshot inRole(String userKey, String role) {
        return new IssueSnapshot(status, values, absent, links, visited, groups, joined(roles, role, userKey), comments, attachments,
                records, followUps, threads, disputes, approvals, approvedScope, accounts);
    }

    /** The same issue with one more comment. */
    public IssueSnapshot commented(IssueComment comment) {
        return new IssueSnapshot(status, values, absent, links, visited, groups, roles, joined(comments, comment), attachments, records,
                followUps, threads, disputes, approvals, approvedScope, accounts);
    }

    /** The same issue with one more file. */
    public IssueSnapshot attached(IssueAttachment file) {
        return new IssueSnapshot(status, values, absent, links, visited, groups, roles, comments, joined(attachments, file), records,
                followUps, threads, disputes, approvals, approvedScope, accounts);
    }

    /** The same issue with one more row in its record. */
    public IssueSnapshot recording(IssueRecord row) {
        return new IssueSnapshot(status, values, absent, links, visited, groups, roles, comments, attachments, records.with(row), followUps,
                threads,
                disputes, approvals, approvedScope, accounts);
    }

    /** The same issue with one more that follows up. */
    public IssueSnapshot followedUp(FollowUp followUp) {
        return new IssueSnapshot(status, values, absent, links, visited, groups, roles, comments, attachments, records,
                joined(followUps, followUp), threads, disputes, approvals, approvedScope, accounts);
    }

    /** The same issue with one more feedback thread. */
    public IssueSnapshot discussed(IssueThread thread) {
        return new IssueSnapshot(status, values, absent, links, visited, groups, roles, comments, attachments, records,
                followUps, joined(threads, thread), disputes, approvals, approvedScope, accounts);
    }

    /** The same issue with one more Decision that is disputed. */
    public IssueSnapshot disputed(IssueDispute dispute) {
        return new IssueSnapshot(status, values, absent, links, visited, groups, roles, comments, attachments, records, followUps, threads,
                joined(disputes, dispute), approvals, approvedScope, accounts);
    }

    /** The same issue with an approved scope of which this became. */
    public IssueSnapshot scoped(ApprovedScope scope) {
        return new IssueSnapshot(status, values, absent, links, visited, groups, roles, comments, attachments, records, followUps, threads,
                disputes,
                approvals, scope, accounts);
    }

    /** The same issue with one more requirement for approval. */
    public IssueSnapshot approving(IssueApproval approval) {
        return new IssueSnapshot(status, values, absent, links, visited, groups, roles, comments, attachments, records, followUps, threads,
                disputes,
                joined(approvals, approval), approvedScope, accounts);
    }

    /** The same issue where somebody has an account, so that its records may name this person by key. */
    public IssueSnapshot withAccount(Person person) {
        Map<String, Person> more = new HashMap<>(accounts);
        more.put(person.key(), person);
        return new IssueSnapshot(status, values, absent, links, visited, groups, roles, comments, attachments, records, followUps, threads,
                disputes,
                approvals, approvedScope, more);
    }

    /** What the field of the type holds; an issue without one is a Decision. */
    @Override
    public String type() {
        return choices(Field.ISSUE_TYPE).stream().findFirst().map(Choice::id).orElse("decision");
    }

    private IssueSnapshot holding(Field field, Object value) {
        Map<Field, Object> more = new HashMap<>(values);
        more.put(field, value);
        return new IssueSnapshot(status, more, absent, links, visited, groups, roles, comments, attachments, records, followUps, threads,
                disputes,
                approvals, approvedScope, accounts);
    }

    @Override
    public boolean has(Field field) {
        return !absent.contains(field);
    }

    @Override
    public boolean isSet(Field field) {
        Object value = values.get(field);
        return value != null && !(value instanceof String text && TextContent.visible(text, 0, text.length()) == 0)
                && !List.of().equals(value);
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

    /** The day of a moment is that of UTC here. */
    @Override
    public Optional<LocalDate> date(Field field) {
        return values.get(field) instanceof Instant moment ? Optional.of(LocalDate.ofInstant(moment, ZoneOffset.UTC))
                : value(field, LocalDate.class);
    }

    @Override
    public Optional<Instant> moment(Field field) {
        return value(field, Instant.class);
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
    public List<ProjectVersion> versions(Field field) {
        return several(field, ProjectVersion.class);
    }

    @Override
    public String text(Field field) {
        return value(field, String.class).orElse("");
    }

    /** By its id: no snapshot says what else there is in the host, so there are all people, options, link types and statuses. */
    @Override
    public Optional<String> nameOf(Reference reference) {
        boolean exists = switch (reference.kind()) {
            case GROUP -> groups.containsKey(reference.id());
            case ROLE -> roles.containsKey(reference.id());
            case OPTION, PERSON, LINK_TYPE, STATUS -> true;
        };
        return Optional.of(reference.id()).filter(id -> exists);
    }

    @Override
    public boolean isInGroup(String userKey, String group) {
        return members(groups, group, Reference.Kind.GROUP).contains(userKey);
    }

    @Override
    public boolean isInRole(String userKey, String role) {
        return members(roles, role, Reference.Kind.ROLE).contains(userKey);
    }

    /** An example is hidden from nobody. */
    @Override
    public boolean maySee(String userKey) {
        return true;
    }

    @Override
    public Set<String> phasesVisited() {
        return status.phase().map(phase -> joined(visited, phase)).orElse(visited);
    }

    @Override
    public Optional<Person> personWithKey(String userKey) {
        return Optional.ofNullable(accounts.get(userKey));
    }

    private static Set<String> members(Map<String, Set<String>> all, String name, Reference.Kind kind) {
        Set<String> members = all.get(name);
        if (members == null) {
            throw new MissingReferenceException(Reference.to(kind, name));
        }
        return members;
    }

    private static Map<String, Set<String>> joined(Map<String, Set<String>> some, String name, String more) {
        Map<String, Set<String>> all = new HashMap<>(some);
        all.put(name, joined(some.getOrDefault(name, Set.of()), more));
        return all;
    }

    private static <T> Set<T> joined(Set<T> some, T more) {
        Set<T> all = new HashSet<>(some);
        all.add(more);
        return all;
    }

    private static <T> List<T> joined(List<T> some, T more) {
        List<T> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    private <T> List<T> several(Field field, Class<T> type) {
        List<?> found = value(field, List.class).orElse(List.of());
        return found.stream().map(value -> as(type, value, field)).toList();
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
