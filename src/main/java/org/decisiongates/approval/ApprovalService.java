package org.decisiongates.approval;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.approval.ApprovalStepAppender.Attempt;
import org.decisiongates.approval.ApprovalStepAppender.Next;
import org.decisiongates.approval.ApprovalStepAppender.Refused;
import org.decisiongates.text.Message;

/**
 * Asks for approvals, gives them and takes them back. An approval is bound to what its actor was shown, and refused where the issue says
 * something else by then. Whether somebody may see the issue is for the caller to find out.
 */
public final class ApprovalService {

    private static final String IN_PERSON = "decision-gates.approval.said-in-person";

    private final ApprovalSteps steps;
    private final ApproverDirectory directory;
    private final AllowedApprovalSteps allowedSteps;
    private final ApprovalStepAppender appender;

    public ApprovalService(ApprovalSteps steps, ApproverDirectory directory, Delegations delegations, Reauthentication reauthentication) {
        this.steps = steps;
        this.directory = directory;
        this.allowedSteps = new AllowedApprovalSteps(delegations);
        this.appender = new ApprovalStepAppender(steps, directory, reauthentication);
    }

    /**
     * What somebody does.
     *
     * @param subject    the issue, read after it was asked for
     * @param shown      digest of the content that the actor was shown, see {@link ApprovalSubject#content}
     * @param comment    what the actor says; may be empty where no requirement wants more
     * @param actor      user key
     * @param onBehalfOf user key of the approver whom the actor stands in for
     * @param password   what the actor typed as their password
     * @param now        the moment, in the zone of the project
     */
    public record Action(ApprovalSubject subject, String shown, String comment, String actor, Optional<String> onBehalfOf,
            Password password, ZonedDateTime now) {

        String approver() {
            return onBehalfOf.orElse(actor);
        }
    }

    /** What came of an action. */
    public sealed interface Outcome {
    }

    /** It was stored as the last of these steps. */
    public record Stored(List<ApprovalStep> steps) implements Outcome {
    }

    /** Nothing was stored: this is wrong with what was sent, by member. */
    public record Invalid(Map<String, Message> members) implements Outcome {
    }

    /** Nothing was stored: the actor may not. */
    public record Denied(Message why) implements Outcome {
    }

    /** Nothing was stored: the issue, its approvals or the policy do not allow it as they are. */
    public record Conflict(List<Message> why) implements Outcome {
    }

    /** Nothing was stored: the issue has as many steps as it may have. */
    public record Full(Message why) implements Outcome {
    }

    /** The approvals of an issue as it is, and everything that happened to them: one statement. */
    public Approvals of(ApprovalSubject subject) {
        return new Approvals(subject, steps.ofIssue(subject.issueId()), directory);
    }

    /**
     * Asks the approvers for their approvals; refused where nobody could give one.
     *
     * @param mayRequest whether the actor may: the owner, and whoever may edit the issue
     */
    public Outcome request(Action action, boolean mayRequest) {
        if (!mayRequest) {
            return new Denied(Message.of("decision-gates.approval.may-not-request"));
        }
        if (action.onBehalfOf().isPresent()) {
            return new Denied(Message.of("decision-gates.approval.requests-for-nobody"));
        }
        return appender.append(action, approvals -> {
            if (approvals.areOver()) {
                return new Refused(conflict(Message.of("decision-gates.approval.over")));
            }
            if (approvals.areRequested() && !approvals.mayBeRequestedAgain()) {
                return new Refused(conflict(Message.of("decision-gates.approval.requested-already")));
            }
            List<RequirementState> states = approvals.asIfRequested();
            if (states.isEmpty()) {
                return new Refused(conflict(Message.of("decision-gates.approval.nothing-required")));
            }
            List<Message> empty = states.stream().flatMap(state -> faultOf(state).stream()).toList();
            if (!empty.isEmpty()) {
                return new Refused(new Conflict(empty));
            }
            return step(action, Kind.REQUESTED, approvals, states.stream().map(RequirementState::required).toList(), false);
        });
    }

    /** Approves what the actor was shown, for every requirement whose turn it is and by which the approver may. */
    public Outcome approve(Action action) {
        return say(action, Kind.APPROVED);
    }

    /** Has no part in it: where a share of the approvers counts, it is a share of the others. */
    public Outcome abstain(Action action) {
        return say(action, Kind.ABSTAINED);
    }

    /** Wants it discussed: the requirements are not met until this is taken back. */
    public Outcome needDiscussion(Action action) {
        return say(action, Kind.NEEDS_DISCUSSION);
    }

    /**
     * Takes back what the approver said, whatever the issue says now. A delegate takes back only what the duty rules would let them say.
     */
    public Outcome withdraw(Action action) {
        if (!mayStandIn(action)) {
            return new Denied(Message.of("decision-gates.approval.no-delegation"));
        }
        return appender.append(action, approvals -> {
            List<RequiredApproval> said = approvals.takenBackBy(action.approver(), action.approver());
            if (said.isEmpty()) {
                return new Refused(conflict(Message.of("decision-gates.approval.nothing-said")));
            }
            List<RequiredApproval> allowed = approvals.takenBackBy(action.actor(), action.approver());
            if (allowed.isEmpty()) {
                Optional<ApprovalSubject.Duty> duty = said.stream().flatMap(one -> approvals.dutyOf(action.actor(), one).stream())
                        .findFirst();
                return new Refused(duty.isPresent() ? denied(duty.get()) : conflict(Message.of(IN_PERSON)));
            }
            return step(action, Kind.WITHDRAWN, approvals, allowed, false);
        });
    }

    private Outcome say(Action action, Kind kind) {
        if (!mayStandIn(action)) {
            return new Denied(Message.of("decision-gates.approval.no-delegation"));
        }
        return appender.append(action, approvals -> {
            List<RequirementState> own = approvals.states().stream()
                    .filter(state -> approvals.mayApprove(action.approver(), state.required())).toList();
            if (own.isEmpty()) {
                return new Refused(new Denied(Message.of("decision-gates.approval.no-approver")));
            }
            List<RequirementState> allowed = own.stream().filter(state -> dutyOf(approvals, action, state.required()).isEmpty()).toList();
            if (allowed.isEmpty()) {
                return new Refused(denied(dutyOf(approvals, action, own.get(0).required()).orElseThrow()));
            }
            if (!approvals.areRequested()) {
                return new Refused(conflict(Message.of("decision-gates.approval.not-requested")));
            }
            List<RequirementState> turn = allowed.stream().filter(approvals::isItsTurn).toList();
            if (turn.isEmpty()) {
                return new Refused(conflict(
                        Message.of("decision-gates.approval.not-its-turn", allowed.get(0).required().requirement().name())));
            }
            List<RequirementState> changed = turn.stream()
                    .filter(state -> action.onBehalfOf().isEmpty() || !state.isSaidInPersonBy(action.approver())).toList();
            List<RequirementState> unsaid = changed.stream().filter(state -> !isSaid(state, kind, action)).toList();
            List<RequiredApproval> open = unsaid.stream()
                    .filter(state -> kind != Kind.APPROVED || !state.addsNobody(action.actor(), action.approver()))
                    .map(RequirementState::required).toList();
            if (open.isEmpty()) {
                return new Refused(conflict(changed.isEmpty() ? Message.of(IN_PERSON)
                        : unsaid.isEmpty() ? Message.of("decision-gates.approval.said-already")
                        : Message.of("decision-gates.approval.counts-once", unsaid.get(0).required().requirement().name())));
            }
            boolean isComment = kind == Kind.NEEDS_DISCUSSION
                    || kind == Kind.APPROVED && open.stream().anyMatch(one -> one.requirement().commentRequired());
            return step(action, kind, approvals, open, isComment);
        });
    }

    /** An approver may say themselves what a delegate said for them, and anybody what was said by one who counts already. */
    private static boolean isSaid(RequirementState state, Kind kind, Action action) {
        return !state.isNotCounted(action.approver()) && state.verdicts().stream()
                .anyMatch(verdict -> verdict.isCurrent(kind) && verdict.step().approver().equals(action.approver())
                        && (verdict.step().onBehalfOf().isEmpty() || action.onBehalfOf().isPresent()));
    }

    private static Denied denied(ApprovalSubject.Duty duty) {
        return new Denied(Message.of(duty == ApprovalSubject.Duty.OWNER ? "decision-gates.approval.is-owner"
                : "decision-gates.approval.is-editor"));
    }

    /** The delegate is held to the duty rules as well as whom they stand in for. */
    private static Optional<ApprovalSubject.Duty> dutyOf(Approvals approvals, Action action, RequiredApproval required) {
        return approvals.dutyOf(action.actor(), required).or(() -> approvals.dutyOf(action.approver(), required));
    }

    private boolean mayStandIn(Action action) {
        return action.onBehalfOf().isEmpty()
                || allowedSteps.approversOf(action.actor(), action.subject().projectId(), action.now().toLocalDate())
                        .contains(action.approver());
    }

    private static Optional<Message> faultOf(RequirementState state) {
        String name = state.required().requirement().name();
        return switch (state.state()) {
            case TOO_FEW_APPROVERS -> Optional.of(Message.of("decision-gates.approval.too-few-approvers", name, state.needed(),
                    state.given() + state.missing().size()));
            case TOO_MANY_APPROVERS -> Optional.of(Message.of("decision-gates.approval.too-many-approvers", name,
                    ApproverDirectory.MAX_MEMBERS));
            default -> Optional.empty();
        };
    }

    private Attempt step(Action action, Kind kind, Approvals approvals, List<RequiredApproval> required, boolean isCommentRequired) {
        // whoever asks for approvals or takes one back gives none
        boolean needsPassword = kind != Kind.REQUESTED && !kind.takesBack()
                && required.stream().anyMatch(one -> one.requirement().passwordRequired());
        Map<String, Message> faults = ApprovalTextCheck.faults(action, isCommentRequired, needsPassword);
        if (!faults.isEmpty()) {
            return new Refused(new Invalid(faults));
        }
        SealedContent content = approvals.content();
        if (!kind.takesBack() && !content.digest().equals(action.shown())) {
            return new Refused(conflict(Message.of("decision-gates.approval.content-changed")));
        }
        ApprovalSubject subject = action.subject();
        return new Next(new ApprovalStep(subject.issueId(), subject.projectId(), 1, kind.name(),
                required.stream().map(RequiredApproval::id).sorted().toList(),
                kind.takesBack() ? Map.of() : approvals.digestsOf(required), kind.takesBack() ? "" : content.digest(), action.comment(),
                action.actor(), action.onBehalfOf(), action.now().toInstant()), kind.takesBack() ? Optional.empty() : Optional.of(content),
                needsPassword);
    }

    static Conflict conflict(Message why) {
        return new Conflict(List.of(why));
    }
}
