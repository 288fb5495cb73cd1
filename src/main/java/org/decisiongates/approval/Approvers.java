package org.decisiongates.approval;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.decisiongates.issue.FieldTypeMismatchException;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.Reference;
import org.decisiongates.policy.ApproverSources;

/** Who may approve an issue by one requirement, whatever keeps some of them from it. */
final class Approvers {

    private final ApprovalSubject subject;
    private final ApproverSources sources;
    private final ApproverDirectory directory;
    private Set<String> all;

    Approvers(ApprovalSubject subject, ApproverSources sources, ApproverDirectory directory) {
        this.subject = subject;
        this.sources = sources;
        this.directory = directory;
    }

    /** Whether somebody is one, with an account that is in use. Nobody is in a group or a role that is gone. */
    boolean include(String userKey) {
        return isActive(userKey) && (sources.people().contains(userKey) || named(userKey) || isMember(userKey));
    }

    /**
     * All of them who may see the issue. Where there are more than {@link ApproverDirectory#MAX_MEMBERS}, that many and one, and nobody is
     * asked whether they may see it.
     */
    Set<String> all() {
        if (all == null) {
            int limit = ApproverDirectory.MAX_MEMBERS + 1;
            Set<String> found = new LinkedHashSet<>();
            sources.people().stream().filter(this::isActive).forEach(found::add);
            people().filter(Person::active).map(Person::key).forEach(found::add);
            for (String group : sources.groups()) {
                found.addAll(directory.membersOfGroup(group, limit));
            }
            for (String role : sources.roles()) {
                found.addAll(directory.membersOfRole(role, subject.projectId(), limit));
            }
            if (found.size() < limit) {
                found.removeIf(person -> !subject.issue().maySee(person));
            }
            all = found;
        }
        return all;
    }

    /**
     * Whether nothing but a field can have made somebody an approver, and none names them: whoever may edit a field could else approve
     * and put it back. Who was in a group or had a role goes on to be what they were.
     */
    boolean wasNamedByFieldAlone(String userKey) {
        return !sources.fields().isEmpty() && !named(userKey) && !sources.people().contains(userKey) && !isMember(userKey);
    }

    /**
     * Whether one of them wants it discussed. Neither an edit nor a new owner takes an objection away, nor a security level that hides the
     * issue from its author; it ends when they are no approver any more.
     */
    boolean wantDiscussion(List<Verdict> verdicts) {
        return verdicts.stream()
                .anyMatch(verdict -> verdict.kind() == ApprovalStep.Kind.NEEDS_DISCUSSION && include(verdict.step().approver()));
    }

    /** Whether there are more than anybody counts. */
    boolean areTooMany() {
        return all().size() > ApproverDirectory.MAX_MEMBERS;
    }

    private boolean named(String userKey) {
        return people().anyMatch(person -> person.key().equals(userKey));
    }

    /** Everybody whom the fields name; a field that holds no people any more names nobody. */
    private Stream<Person> people() {
        return sources.fields().stream().filter(subject.issue()::has).flatMap(field -> {
            try {
                return subject.issue().people(field).stream();
            } catch (FieldTypeMismatchException e) {
                return Stream.empty();
            }
        });
    }

    private boolean isMember(String userKey) {
        return sources.groups().stream().filter(group -> exists(Reference.Kind.GROUP, group))
                .anyMatch(group -> subject.issue().isInGroup(userKey, group))
                || sources.roles().stream().filter(role -> exists(Reference.Kind.ROLE, role))
                        .anyMatch(role -> subject.issue().isInRole(userKey, role));
    }

    private boolean exists(Reference.Kind kind, String id) {
        return subject.issue().nameOf(Reference.to(kind, id)).isPresent();
    }

    private boolean isActive(String userKey) {
        Optional<Person> person = subject.issue().personWithKey(userKey);
        return person.isPresent() && person.get().active();
    }
}
