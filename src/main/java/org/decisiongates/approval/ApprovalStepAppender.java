package org.decisiongates.approval;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.decisiongates.approval.ApprovalService.Action;
import org.decisiongates.approval.ApprovalService.Full;
import org.decisiongates.approval.ApprovalService.Invalid;
import org.decisiongates.approval.ApprovalService.Outcome;
import org.decisiongates.approval.ApprovalService.Stored;
import org.decisiongates.text.Message;

/**
 * Appends steps to those of an issue: numbered, sealed, and decided anew on what is stored by then where somebody else was faster. An
 * issue takes no step while its chain is broken, nor more steps than it may have.
 */
final class ApprovalStepAppender {

    /** How often a place is taken when others write to the same issue at the same time. */
    private static final int MAX_TRIES = 20;
    private static final int KEPT = 100;
    /** How many steps of an issue one person may take, and take back one more: nobody fills it for all others. */
    private static final int MAX_OF_ONE = 100;

    private final ApprovalSteps steps;
    private final ApproverDirectory directory;
    private final Reauthentication reauthentication;

    ApprovalStepAppender(ApprovalSteps steps, ApproverDirectory directory, Reauthentication reauthentication) {
        this.steps = steps;
        this.directory = directory;
        this.reauthentication = reauthentication;
    }

    /** The next step, or why there is none. */
    sealed interface Attempt {
    }

    record Refused(Outcome why) implements Attempt {
    }

    /**
     * The next step but for its number and moment, which follow from what is stored.
     *
     * @param shown         what its actor was shown; empty for a step that takes something back
     * @param needsPassword whether its actor has to give their password for it
     */
    record Next(ApprovalStep step, Optional<SealedContent> shown, boolean needsPassword) implements Attempt {
    }

    /** What is to happen, given the approvals as they are. Asked once more each time that somebody else was faster. */
    interface Decision {
        Attempt on(Approvals approvals);
    }

    /** The password is the last thing that is looked at, once however often others are faster, and only of who could do it otherwise. */
    Outcome append(Action action, Decision decision) {
        boolean isConfirmed = false;
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            List<SealedApprovalStep> stored = steps.ofIssue(action.subject().issueId());
            Approvals approvals = new Approvals(action.subject(), stored, directory);
            if (approvals.brokenAt().isPresent()) {
                return ApprovalService.conflict(Message.of("decision-gates.approval.chain-broken", approvals.brokenAt().getAsInt()));
            }
            List<ApprovalStep> found = approvals.steps();
            Attempt attempt = decision.on(approvals);
            if (attempt instanceof Refused refused) {
                return refused.why();
            }
            Next next = (Next) attempt;
            // the last places are kept for taking back, so that no objection stays for good
            if (stored.size() >= (next.shown().isEmpty() ? ApprovalSteps.MAX : ApprovalSteps.MAX - KEPT)) {
                return new Full(Message.of("decision-gates.approval.full", ApprovalSteps.MAX));
            }
            if (next.shown().isPresent() && found.stream().filter(step -> step.actor().equals(action.actor())).count() >= MAX_OF_ONE) {
                return new Full(Message.of("decision-gates.approval.full-of-yours", MAX_OF_ONE));
            }
            if (next.needsPassword() && !isConfirmed) {
                Optional<Message> fault = reauthentication.fault(action.actor(), action.password(), action.now().toInstant());
                if (fault.isPresent()) {
                    return new Invalid(Map.of("password", fault.get()));
                }
                isConfirmed = true;
            }
            ApprovalStep step = behind(stored, next.needsPassword() ? next.step().confirmed() : next.step());
            String previous = stored.isEmpty() ? "" : stored.get(stored.size() - 1).seal().hash();
            if (steps.append(new SealedApprovalStep(step, ApprovalSeal.on(step, steps.newSalt(), previous), Optional.empty()),
                    next.shown())) {
                return new Stored(Stream.concat(found.stream(), Stream.of(step)).toList());
            }
        }
        throw new IllegalStateException("no step of the approvals of issue " + action.subject().issueId() + " could be numbered");
    }

    /** The clock of another node may have been ahead when the last step was taken: no step is older than the one before it. */
    private static ApprovalStep behind(List<SealedApprovalStep> stored, ApprovalStep step) {
        Instant now = step.at().truncatedTo(ChronoUnit.MILLIS);
        Optional<ApprovalStep> newest = stored.isEmpty() ? Optional.empty() : Optional.of(stored.get(stored.size() - 1).step());
        return step.placed(newest.map(ApprovalStep::step).orElse(0) + 1,
                newest.map(ApprovalStep::at).filter(now::isBefore).orElse(now));
    }
}
