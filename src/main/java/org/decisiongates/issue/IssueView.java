package org.decisiongates.issue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule may ask of an issue: as it is, as it was, or as it would be with the edits of a transition's screen. An adapter fills it;
 * reading it has no side effect, and reads only what a rule asks for. Asked for a kind of value that the field does not hold, it
 * throws {@link FieldTypeMismatchException}. What the actor may not see is counted where counting is the question, and never named.
 */
public interface IssueView {

    /** Where it stands: before the transition, where there is one; where it will begin, when it is being created. */
    IssueStatus status();

    /** What it is: {@code decision}, {@code blocker}, or the host's id of another type. */
    String type();

    /** Whether the field still exists and applies to this issue; a rule that reads one that does not cannot be evaluated. */
    boolean has(Field field);

    /** Whether there is anything in the field, of whatever kind; what cannot be seen is nothing. */
    boolean isSet(Field field);

    /** The one person named in the field; empty for nobody, and for several. */
    Optional<Person> person(Field field);

    /** Everybody named in the field. */
    List<Person> people(Field field);

    /** The day set in the field, in the zone of the issue's project. */
    Optional<LocalDate> date(Field field);

    /** The moment set in the field; a field of days holds none. */
    Optional<Instant> moment(Field field);

    /** The number in the field. */
    Optional<BigDecimal> number(Field field);

    /** The options, labels or groups in the field, or what the host itself offers as one: its type, priority, project or resolution. */
    List<Choice> choices(Field field);

    /**
     * Whether the field says yes, see {@link YesOrNo}. By the names of its options; a host that knows the options of a field by their ids
     * goes by these, whatever they are called now.
     */
    default boolean saysYes(Field field) {
        return YesOrNo.isYes(field, choices(field));
    }

    /** The versions in the field. */
    List<ProjectVersion> versions(Field field);

    /** The text of the field as typed; empty when not set. A name or a number is no text. */
    String text(Field field);

    /** The name people read for what a setting names; empty when the host does not have it. A look-up in what the host has in memory. */
    Optional<String> nameOf(Reference reference);

    /**
     * Whether a user is in a group of the host. A group that does not exist cannot be evaluated: no rule passes because of it.
     *
     * @param userKey the host's immutable user key
     * @param group   name of the group, by which hosts know it
     */
    boolean isInGroup(String userKey, String group);

    /**
     * Whether a user has a role in the project of the issue. A role that does not exist cannot be evaluated: no rule passes because of it.
     *
     * @param userKey the host's immutable user key
     * @param role    the host's id of the role
     */
    boolean isInRole(String userKey, String role);

    /**
     * Whether a user may see the issue; nobody does whose account is gone or not in use.
     *
     * @param userKey the host's immutable user key
     */
    boolean maySee(String userKey);

    /**
     * The issues it is linked to, in no order, those that the actor may not see among them. Its sub-tasks are not, nor is what is being
     * linked at the transition.
     */
    List<LinkedIssue> links();

    /** The phases it was in so far, the one it is in now among them, by name, {@code IN_REVIEW}. */
    Set<String> phasesVisited();

    /** The comments that the actor may see, without the one that is being written at the transition. */
    List<IssueComment> comments();

    /** The files attached to it, without those that are being attached at the transition. */
    List<IssueAttachment> attachments();

    /**
     * What is recorded of the issue beside its fields: criteria, options, risks and the like. Read as a whole at the first question; of an
     * issue that is being created there is nothing.
     */
    IssueRecords records();

    /**
     * The issues that follow up what its criteria cannot demonstrate, hidden ones among them, without those that are gone. Read at the
     * first question.
     */
    List<FollowUp> followUps();

    /**
     * Its feedback threads by number, whatever became of them. Read at the first question; of an issue that is being created there are
     * none.
     */
    List<IssueThread> threads();

    /**
     * The Decisions that are disputed, the issue itself and those it is linked to, hidden ones among them: each once,
     * since its first dispute that nobody has settled. Read at the first question.
     */
    List<IssueDispute> disputes();

    /**
     * What the policies in force ask to be approved of it, in their order, and how far that is so; nothing where none asks for an
     * approval. Read at the first question.
     */
    List<IssueApproval> approvals();

    /** What became of the approved scope of a Decision. Read at the first question. */
    ApprovedScope approvedScope();

    /**
     * Somebody whom a record names; empty when there is no such account, or no longer.
     *
     * @param userKey the host's immutable user key
     */
    Optional<Person> personWithKey(String userKey);
}
