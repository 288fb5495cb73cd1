package org.decisiongates.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.approval.ApprovalService.Action;
import org.decisiongates.approval.ApprovalService.Outcome;
import org.decisiongates.approval.ApprovalService.Stored;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.ApproverSources;
import org.decisiongates.policy.When;

/** An issue that people edit and approve, with everything that this takes, in memory. */
final class ApprovedIssue implements ApproverDirectory, Delegations {

    static final Field QUESTION = new Field("question");
    static final ZonedDateTime NOON = ZonedDateTime.parse("2026-11-22T12:00:00.123Z");
    private static final long ISSUE = 10200;
    private static final long PROJECT = 10000;

    final StepsInMemory steps = new StepsInMemory();
    private final List<RequiredApproval> required = new ArrayList<>();
    private final Map<SealedSection, Set<String>> editors = new EnumMap<>(SealedSection.class);
    /** Whoever was the owner after somebody asked for approvals. */
    private final Set<String> owners = new HashSet<>();
    private final List<Delegation> delegations = new ArrayList<>();
    /** User keys of those whose password was checked, in order; each one's is their key. */
    final List<String> checked = new ArrayList<>();
    private final PasswordCheck passwords = (user, password) -> {
        checked.add(user);
        return password.typed().equals(user) ? PasswordCheck.Outcome.RIGHT : PasswordCheck.Outcome.WRONG;
    };
    private final ApprovalService service;
    IssueSnapshot issue = IssueSnapshot.EMPTY.with(QUESTION, "Refund by card?").with(Field.FALLBACK, "By voucher");

    ApprovedIssue(RequiredApproval... required) {
        this.required.addAll(List.of(required));
        service = new ApprovalService(steps, this, this, new Reauthentication(passwords, user -> {
        }));
        for (String user : List.of("ann", "ben", "cleo", "otto")) {
            account(user, true);
        }
    }

    /** What two of the people, or a share of them, have to approve, bound to question and fallback. */
    static RequiredApproval by(String key, int stage, ApprovalQuorum quorum, String... people) {
        return required(key, stage, quorum, new ApproverSources(List.of(people), List.of(), List.of(), List.of()), SealedSection.QUESTION,
                SealedSection.FALLBACK);
    }

    static RequiredApproval required(String key, int stage, ApprovalQuorum quorum, ApproverSources approvers, SealedSection... sections) {
        return new RequiredApproval("decision/" + key, new ApprovalRequirement(key, key, stage, approvers, quorum, When.ALWAYS,
                EnumSet.copyOf(Arrays.asList(sections)), false), true, 0);
    }

    /** From now on this is asked, and nothing else. */
    void require(List<RequiredApproval> others) {
        required.clear();
        required.addAll(others);
    }

    ApprovedIssue account(String user, boolean active) {
        issue = issue.withAccount(new Person(user, user, active, true));
        return this;
    }

    ApprovedIssue ownedBy(String user) {
        if (!steps.ofIssue(ISSUE).isEmpty()) {
            issue.people(Field.OWNER).stream().map(Person::key).forEach(owners::add);
        }
        issue = issue.with(Field.OWNER, new Person(user, user, true, true));
        return this;
    }

    ApprovedIssue in(String phase) {
        issue = issue.movedTo(new IssueStatus("1", phase, Optional.of(phase)));
        return this;
    }

    ApprovedIssue edit(String user, SealedSection section, String text) {
        issue = issue.with(section == SealedSection.QUESTION ? QUESTION : Field.FALLBACK, text);
        editors.computeIfAbsent(section, any -> new HashSet<>()).add(user);
        return this;
    }

    ApprovedIssue delegating(Delegation delegation) {
        delegations.add(delegation);
        return this;
    }

    ApprovedIssue requested() {
        stored(service.request(action("otto", ""), true));
        return this;
    }

    ApprovalSubject subject() {
        return new ApprovalSubject(ISSUE, PROJECT, issue, required, () -> new EditorsAndOwners(editors, Map.of(), first -> owners));
    }

    Approvals approvals() {
        return service.of(subject());
    }

    /** Whether everything that is asked of it is met. */
    boolean isApproved() {
        return approvals().states().stream().allMatch(RequirementState::isMet);
    }

    RequirementState state(int number) {
        return approvals().states().get(number);
    }

    Action action(String user, String comment) {
        return new Action(subject(), subject().content().digest(), comment, user, Optional.empty(), Password.NONE, NOON);
    }

    Action action(String user, Optional<String> onBehalfOf, ZonedDateTime now) {
        return new Action(subject(), subject().content().digest(), "", user, onBehalfOf, Password.NONE, now);
    }

    Action action(String user, String comment, Password password) {
        return new Action(subject(), subject().content().digest(), comment, user, Optional.empty(), password, NOON);
    }

    Action action(String user, String onBehalfOf, String comment, Password password) {
        return new Action(subject(), subject().content().digest(), comment, user, Optional.of(onBehalfOf), password, NOON);
    }

    AllowedApprovalSteps allowed() {
        return new AllowedApprovalSteps(this);
    }

    ApprovalService service() {
        return service;
    }

    ApprovedIssue approvedBy(String... users) {
        for (String user : users) {
            stored(service.approve(action(user, "")));
        }
        return this;
    }

    static List<ApprovalStep> stored(Outcome outcome) {
        if (outcome instanceof Stored stored) {
            return stored.steps();
        }
        throw new AssertionError(outcome.toString());
    }

    @Override
    public boolean isInGroup(String userKey, String group) {
        return issue.groups().getOrDefault(group, Set.of()).contains(userKey);
    }

    @Override
    public boolean isInRole(String userKey, String roleId, long projectId) {
        return issue.roles().getOrDefault(roleId, Set.of()).contains(userKey);
    }

    @Override
    public Set<String> membersOfGroup(String group, int limit) {
        return members(issue.groups().getOrDefault(group, Set.of()), limit);
    }

    @Override
    public Set<String> membersOfRole(String roleId, long projectId, int limit) {
        return members(issue.roles().getOrDefault(roleId, Set.of()), limit);
    }

    private Set<String> members(Set<String> all, int limit) {
        return new HashSet<>(all.stream().filter(user -> issue.personWithKey(user).filter(Person::active).isPresent()).limit(limit)
                .toList());
    }

    @Override
    public List<Delegation> to(String userKey, LocalDate day) {
        return delegations.stream().filter(one -> one.delegate().equals(userKey) && !one.last().isBefore(day)).toList();
    }

    @Override
    public List<Delegation> by(String userKey, LocalDate day) {
        return delegations.stream().filter(one -> one.approver().equals(userKey) && !one.last().isBefore(day)).toList();
    }

    @Override
    public List<Delegation> byAny(Collection<String> userKeys, LocalDate day) {
        return userKeys.stream().flatMap(user -> by(user, day).stream()).toList();
    }

    @Override
    public void add(Delegation delegation, Instant at) {
        delegations.add(delegation);
    }

    @Override
    public void end(long id, Instant at) {
        delegations.removeIf(one -> one.id() == id);
    }
}
