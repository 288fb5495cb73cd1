package org.decisiongates.approval;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One thing that happened to the approvals of an issue, as it is recorded permanently.
 *
 * @param issueId      the host's issue id
 * @param projectId    the host's project id at that time
 * @param step         number of the step within the issue, from 1
 * @param word         name of its {@link Kind}, as it is stored
 * @param requirements ids of what it is about, see {@link RequiredApproval#id}
 * @param digests      digest of each section that it is bound to, by the section's key; none of a step that takes something back
 * @param content      digest of all that its actor was shown; empty text of a step that takes something back
 * @param comment      what the actor said; empty text where nothing was
 * @param actor        user key of who did it
 * @param onBehalfOf   user key of the approver whom the actor stood in for
 * @param at           when, UTC, milliseconds; never before the step in front of it
 * @param reauthenticated whether the actor gave their password for it
 */
public record ApprovalStep(long issueId, long projectId, int step, String word, List<String> requirements, Map<String, String> digests,
        String content, String comment, String actor, Optional<String> onBehalfOf, Instant at, boolean reauthenticated) {

    /** What happened. Stored by name. */
    public enum Kind {
        /** Somebody asked for the approvals. */
        REQUESTED,
        /** An approver approved what was shown. */
        APPROVED,
        /** An approver has no part in it. */
        ABSTAINED,
        /** An approver wants it discussed: until this is taken back, the requirement is not met. */
        NEEDS_DISCUSSION,
        /** An approver took back what they had said. */
        WITHDRAWN;

        /** The kind of this name; empty for a word of a newer version of the app. */
        static Optional<Kind> named(String name) {
            return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
        }

        /** Whether it takes back what the approver had said before, and says nothing itself. */
        boolean takesBack() {
            return this == WITHDRAWN;
        }
    }

    public ApprovalStep {
        Objects.requireNonNull(word, "word");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(comment, "comment");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(onBehalfOf, "onBehalfOf");
        Objects.requireNonNull(at, "at");
        requirements = List.copyOf(requirements);
        digests = Collections.unmodifiableMap(new TreeMap<>(digests));
        if (step < 1) {
            throw new IllegalArgumentException("no step of approvals: " + step);
        }
    }

    /** A step for which nobody gave a password. */
    public ApprovalStep(long issueId, long projectId, int step, String word, List<String> requirements, Map<String, String> digests,
            String content, String comment, String actor, Optional<String> onBehalfOf, Instant at) {
        this(issueId, projectId, step, word, requirements, digests, content, comment, actor, onBehalfOf, at, false);
    }

    /** What happened; empty for a word of a newer version of the app. */
    public Optional<Kind> kind() {
        return Kind.named(word);
    }

    /** User key of the approver whose word it is. */
    public String approver() {
        return onBehalfOf.orElse(actor);
    }

    public boolean isRequest() {
        return kind().equals(Optional.of(Kind.REQUESTED));
    }

    /** The same at another place among the steps of the issue, at another moment. */
    ApprovalStep placed(int number, Instant moment) {
        return new ApprovalStep(issueId, projectId, number, word, requirements, digests, content, comment, actor, onBehalfOf, moment,
                reauthenticated);
    }

    /** The same, for which its actor gave their password. */
    ApprovalStep confirmed() {
        return new ApprovalStep(issueId, projectId, step, word, requirements, digests, content, comment, actor, onBehalfOf, at, true);
    }

    /**
     * The last step of each person that says something on a requirement, by the person's key.
     *
     * @param steps       of an issue, in order
     * @param requirement its id
     */
    static Map<String, ApprovalStep> lastWords(List<ApprovalStep> steps, String requirement) {
        Map<String, ApprovalStep> last = new LinkedHashMap<>();
        for (ApprovalStep step : steps) {
            if (!step.isRequest() && step.requirements().contains(requirement)) {
                last.remove(step.approver());
                // a word of a newer version of the app approves nothing here
                if (step.kind().isPresent() && !step.kind().get().takesBack()) {
                    last.put(step.approver(), step);
                }
            }
        }
        return last;
    }
}
