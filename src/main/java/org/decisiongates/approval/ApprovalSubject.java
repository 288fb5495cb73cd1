package org.decisiongates.approval;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.SealedSection;

/** An issue that is to be approved, as it is at one moment. For one thread. */
public final class ApprovalSubject {

    private final long issueId;
    private final long projectId;
    private final IssueView issue;
    private final List<RequiredApproval> required;
    private final Supplier<EditorsAndOwners> authors;
    private final Optional<Instant> requestedAt;
    private Set<String> owners;

    /**
     * @param issueId   the host's issue id
     * @param projectId the host's id of the project that the issue is in now
     * @param required  what the policies in force ask of it, whether it applies or not
     * @param authors   who edited and who owned it; asked for only where somebody might approve
     */
    public ApprovalSubject(long issueId, long projectId, IssueView issue, List<RequiredApproval> required,
            Supplier<EditorsAndOwners> authors) {
        this(issueId, projectId, issue, required, authors, Optional.empty());
    }

    private ApprovalSubject(long issueId, long projectId, IssueView issue, List<RequiredApproval> required,
            Supplier<EditorsAndOwners> authors,
            Optional<Instant> requestedAt) {
        this.issueId = issueId;
        this.projectId = projectId;
        this.issue = Objects.requireNonNull(issue, "issue");
        this.required = List.copyOf(required);
        this.authors = Objects.requireNonNull(authors, "authors");
        this.requestedAt = requestedAt;
    }

    public long issueId() {
        return issueId;
    }

    public long projectId() {
        return projectId;
    }

    public IssueView issue() {
        return issue;
    }

    public List<RequiredApproval> required() {
        return required;
    }

    /**
     * The same, approvals of which were first asked for at a moment: whoever was the owner since counts as one, so that no owner steps down
     * for as long as an approval takes.
     */
    ApprovalSubject requestedAt(Optional<Instant> first) {
        return new ApprovalSubject(issueId, projectId, issue, required, authors, first);
    }

    /** User key of the present owner. */
    public Optional<String> owner() {
        return issue.has(Field.OWNER) ? issue.person(Field.OWNER).map(Person::key) : Optional.empty();
    }

    /** What is asked of the issue as it is. */
    List<RequiredApproval> applying() {
        return required.stream().filter(one -> one.requirement().applies(issue)).toList();
    }

    /** What anybody who approves is shown: every section that some requirement is bound to. */
    public SealedContent content() {
        return SealedContent.of(issue, RequiredApproval.sections(applying()));
    }

    /** Why somebody may not approve, however they came to be an approver; empty where they may. */
    Optional<Duty> conflictOf(String userKey, RequiredApproval required) {
        if (!required.separationOfDuties()) {
            return Optional.empty();
        }
        if (owners().contains(userKey)) {
            return Optional.of(Duty.OWNER);
        }
        Map<SealedSection, Set<String>> edited = authors.get().editors();
        return required.requirement().sections().stream().anyMatch(section -> edited.getOrDefault(section, Set.of()).contains(userKey))
                ? Optional.of(Duty.EDITOR)
                : Optional.empty();
    }

    /** The last edit of a section; empty where nobody edited it since the issue was created, as far as that is written down. */
    public Optional<SectionEdit> lastEditOf(SealedSection section) {
        return edits().getOrDefault(section, List.of()).stream().reduce(SectionEdit::later);
    }

    /** How each section was edited, in no order, as far as that is written down. */
    Map<SealedSection, List<SectionEdit>> edits() {
        return authors.get().edits();
    }

    private Set<String> owners() {
        if (owners == null) {
            owners = new HashSet<>();
            owner().ifPresent(owners::add);
            requestedAt.ifPresent(first -> owners.addAll(authors.get().ownersSince().apply(first)));
        }
        return owners;
    }

    /** What somebody has to do with an issue that keeps them from approving it. */
    public enum Duty {
        /** They are its owner, or were that since approvals were asked for. */
        OWNER,
        /** They edited what they would approve. */
        EDITOR
    }
}
