package org.decisiongates.approval;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.SealedSection;

/**
 * An issue that is to be approved, as it is at one moment.
 *
 * @param issueId   the host's issue id
 * @param projectId the host's id of the project that the issue is in now
 * @param required  what the policies in force ask of it, whether it applies or not
 * @param editors   user keys of everybody who ever edited a section, whoever created the issue among them; asked for only where somebody
 *                  might approve
 */
public record ApprovalSubject(long issueId, long projectId, IssueView issue, List<RequiredApproval> required,
        Supplier<Map<SealedSection, Set<String>>> editors) {

    public ApprovalSubject {
        Objects.requireNonNull(issue, "issue");
        Objects.requireNonNull(editors, "editors");
        required = List.copyOf(required);
    }

    /** What is asked of the issue as it is. */
    List<RequiredApproval> applying() {
        return required.stream().filter(one -> one.requirement().applies(issue)).toList();
    }

    /** What anybody who approves is shown: every section that some requirement is bound to. */
    public SealedContent content() {
        Set<SealedSection> sections = new TreeSet<>();
        applying().forEach(one -> sections.addAll(one.requirement().sections()));
        return SealedContent.of(issue, sections);
    }

    /** Why somebody may not approve, however they came to be an approver; empty where they may. */
    Optional<Duty> conflictOf(String userKey, RequiredApproval required) {
        if (!required.separationOfDuties()) {
            return Optional.empty();
        }
        if (issue.has(Field.OWNER) && issue.person(Field.OWNER).map(Person::key).filter(userKey::equals).isPresent()) {
            return Optional.of(Duty.OWNER);
        }
        Map<SealedSection, Set<String>> edited = editors.get();
        return required.requirement().sections().stream().anyMatch(section -> edited.getOrDefault(section, Set.of()).contains(userKey))
                ? Optional.of(Duty.EDITOR)
                : Optional.empty();
    }

    /** What somebody has to do with an issue that keeps them from approving it. */
    public enum Duty {
        /** They are its owner. */
        OWNER,
        /** They edited what they would approve. */
        EDITOR
    }
}
