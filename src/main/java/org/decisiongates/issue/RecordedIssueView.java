package org.decisiongates.issue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * An issue that keeps what it was asked, so that an {@link IssueSnapshot} of just that can be made of it: whoever asked the issue is
 * answered the same by the snapshot.
 */
public final class RecordedIssueView implements IssueView {

    /** Stands for a value of a kind that no rule reads. */
    private static final String OF_ANOTHER_KIND = "(set)";

    private final IssueView issue;
    private final Set<Field> fields = new HashSet<>();
    private final Map<Field, Boolean> answers = new HashMap<>();
    private final Map<String, Set<String>> groups = new HashMap<>();
    private final Map<String, Set<String>> roles = new HashMap<>();
    private final Map<String, Person> accounts = new HashMap<>();
    private final Set<Asked> asked = new HashSet<>();

    /** What is asked of an issue as a whole. */
    private enum Asked {
        LINKS, PHASES, COMMENTS, ATTACHMENTS, RECORDS, FOLLOW_UPS, THREADS, DISPUTES, APPROVALS, APPROVED_SCOPE
    }

    public RecordedIssueView(IssueView issue) {
        this.issue = issue;
    }

    /** The issue as far as it was asked; its status and type in any case. */
    public IssueSnapshot snapshot() {
        Map<Field, Object> values = new HashMap<>();
        values.put(Field.ISSUE_TYPE, List.of(new Choice(issue.type(), issue.type())));
        Set<Field> absent = new HashSet<>();
        for (Field field : fields) {
            if (!issue.has(field)) {
                absent.add(field);
            } else if (issue.isSet(field) && !field.equals(Field.ISSUE_TYPE)) {
                values.put(field, value(field));
            }
        }
        return new IssueSnapshot(issue.status(), values, absent, asked.contains(Asked.LINKS) ? issue.links() : List.of(),
                asked.contains(Asked.PHASES) ? issue.phasesVisited() : Set.of(), groups, roles,
                asked.contains(Asked.COMMENTS) ? issue.comments() : List.of(),
                asked.contains(Asked.ATTACHMENTS) ? issue.attachments() : List.of(),
                asked.contains(Asked.RECORDS) ? issue.records() : IssueRecords.NONE,
                asked.contains(Asked.FOLLOW_UPS) ? issue.followUps() : List.of(),
                asked.contains(Asked.THREADS) ? issue.threads() : List.of(),
                asked.contains(Asked.DISPUTES) ? issue.disputes() : List.of(),
                asked.contains(Asked.APPROVALS) ? issue.approvals().stream().map(IssueApproval::inShort).toList() : List.of(),
                asked.contains(Asked.APPROVED_SCOPE) ? issue.approvedScope() : ApprovedScope.NOT_APPROVED, accounts);
    }

    private Object value(Field field) {
        List<Supplier<Optional<?>>> kinds = List.of(() -> some(issue.people(field)), () -> some(named(field)),
                () -> some(issue.versions(field)), () -> issue.number(field), () -> issue.moment(field), () -> issue.date(field),
                () -> Optional.of(issue.text(field)).filter(text -> !text.isEmpty()));
        return kinds.stream().flatMap(RecordedIssueView::ifOfThisKind).findFirst().orElse(OF_ANOTHER_KIND);
    }

    private static Stream<Object> ifOfThisKind(Supplier<Optional<?>> kind) {
        try {
            return kind.get().map(Object.class::cast).stream();
        } catch (FieldTypeMismatchException e) {
            return Stream.empty();
        }
    }

    /** A snapshot knows answers by their names, whatever the options are called in the host. */
    private List<Choice> named(Field field) {
        Optional<String> answer = Optional.ofNullable(answers.get(field)).map(yes -> yes ? OwnField.YES : OwnField.NO);
        return issue.choices(field).stream().map(choice -> answer.map(name -> new Choice(choice.id(), name)).orElse(choice)).toList();
    }

    private static Optional<List<?>> some(List<?> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    private Field noted(Field field) {
        fields.add(field);
        return field;
    }

    @Override
    public IssueStatus status() {
        return issue.status();
    }

    @Override
    public String type() {
        return issue.type();
    }

    @Override
    public boolean has(Field field) {
        return issue.has(noted(field));
    }

    @Override
    public boolean isSet(Field field) {
        return issue.isSet(noted(field));
    }

    @Override
    public Optional<Person> person(Field field) {
        return issue.person(noted(field));
    }

    @Override
    public List<Person> people(Field field) {
        return issue.people(noted(field));
    }

    @Override
    public Optional<LocalDate> date(Field field) {
        return issue.date(noted(field));
    }

    @Override
    public Optional<Instant> moment(Field field) {
        return issue.moment(noted(field));
    }

    @Override
    public Optional<BigDecimal> number(Field field) {
        return issue.number(noted(field));
    }

    @Override
    public List<Choice> choices(Field field) {
        return issue.choices(noted(field));
    }

    @Override
    public boolean saysYes(Field field) {
        boolean yes = issue.saysYes(noted(field));
        answers.put(field, yes);
        return yes;
    }

    @Override
    public List<ProjectVersion> versions(Field field) {
        return issue.versions(noted(field));
    }

    @Override
    public String text(Field field) {
        return issue.text(noted(field));
    }

    @Override
    public Optional<String> nameOf(Reference reference) {
        Optional<String> name = issue.nameOf(reference);
        if (name.isPresent() && reference.kind() == Reference.Kind.GROUP) {
            groups.putIfAbsent(reference.id(), Set.of());
        } else if (name.isPresent() && reference.kind() == Reference.Kind.ROLE) {
            roles.putIfAbsent(reference.id(), Set.of());
        }
        return name;
    }

    @Override
    public boolean isInGroup(String userKey, String group) {
        return noted(groups, group, userKey, issue.isInGroup(userKey, group));
    }

    @Override
    public boolean isInRole(String userKey, String role) {
        return noted(roles, role, userKey, issue.isInRole(userKey, role));
    }

    /** Of an issue in a test of a policy nobody asks this: what was approved is recorded as a whole. */
    @Override
    public boolean maySee(String userKey) {
        return issue.maySee(userKey);
    }

    private static boolean noted(Map<String, Set<String>> members, String of, String userKey, boolean isIn) {
        Set<String> known = new HashSet<>(members.getOrDefault(of, Set.of()));
        if (isIn) {
            known.add(userKey);
        }
        members.put(of, known);
        return isIn;
    }

    @Override
    public List<LinkedIssue> links() {
        asked.add(Asked.LINKS);
        return issue.links();
    }

    @Override
    public Set<String> phasesVisited() {
        asked.add(Asked.PHASES);
        return issue.phasesVisited();
    }

    @Override
    public List<IssueComment> comments() {
        asked.add(Asked.COMMENTS);
        return issue.comments();
    }

    @Override
    public List<IssueAttachment> attachments() {
        asked.add(Asked.ATTACHMENTS);
        return issue.attachments();
    }

    @Override
    public IssueRecords records() {
        asked.add(Asked.RECORDS);
        return issue.records();
    }

    @Override
    public List<FollowUp> followUps() {
        asked.add(Asked.FOLLOW_UPS);
        return issue.followUps();
    }

    @Override
    public List<IssueApproval> approvals() {
        asked.add(Asked.APPROVALS);
        return issue.approvals();
    }

    @Override
    public ApprovedScope approvedScope() {
        asked.add(Asked.APPROVED_SCOPE);
        return issue.approvedScope();
    }

    @Override
    public List<IssueThread> threads() {
        asked.add(Asked.THREADS);
        return issue.threads();
    }

    @Override
    public List<IssueDispute> disputes() {
        asked.add(Asked.DISPUTES);
        return issue.disputes();
    }

    @Override
    public Optional<Person> personWithKey(String userKey) {
        Optional<Person> person = issue.personWithKey(userKey);
        person.ifPresent(found -> accounts.put(userKey, found));
        return person;
    }
}
