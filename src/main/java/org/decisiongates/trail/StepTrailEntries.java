package org.decisiongates.trail;

import java.util.Optional;
import java.util.stream.Collectors;

import org.decisiongates.approval.ApprovalStep;
import org.decisiongates.review.ReviewThread;
import org.decisiongates.review.ThreadStep;
import org.decisiongates.text.KebabCase;
import org.decisiongates.text.Message;
import org.decisiongates.trail.TrailEntry.Stage;

/** Makes entries of the steps of feedback threads and of approvals: each step is one. */
final class StepTrailEntries {

    private static final String THREAD = "decision-gates.trail.thread.";
    private static final String APPROVAL = "decision-gates.trail.approval.";

    private StepTrailEntries() {
    }

    static TrailEntry of(ReviewThread thread, ThreadStep step) {
        String objective = step.subject().map(ThreadStep.Subject::objective).orElse("");
        String text = objective.isEmpty() || step.text().isEmpty() ? objective + step.text() : objective + "\n" + step.text();
        return new TrailEntry(step.at(), Stage.FEEDBACK, step.actor(), Optional.empty(),
                Message.of(THREAD + KebabCase.of(step.kind()), thread.number()), text);
    }

    /** A step that only a newer version of the app knows is told, too: leaving it out would tell another story. */
    static TrailEntry of(ApprovalStep step, TrailNames names) {
        String requirements = step.requirements().stream().map(names::requirement).collect(Collectors.joining(", "));
        return new TrailEntry(step.at(), Stage.APPROVALS, step.actor(), step.onBehalfOf(),
                Message.of(APPROVAL + step.kind().map(KebabCase::of).orElse("other"), requirements), step.comment());
    }
}
