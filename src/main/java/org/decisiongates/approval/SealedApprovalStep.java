package org.decisiongates.approval;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * A step as it is stored.
 *
 * @param erasure name of the erasure that took a person out of it
 */
public record SealedApprovalStep(ApprovalStep step, ApprovalSeal seal, Optional<String> erasure) {

    public SealedApprovalStep {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(seal, "seal");
        Objects.requireNonNull(erasure, "erasure");
    }

    /**
     * The number of the first step of an issue that is not as it was sealed, or in whose place another one was expected; empty where there
     * is none. That the last steps are missing does not show.
     *
     * @param steps    all that are stored of the issue, in order
     * @param onRecord whether there was an erasure of this name
     */
    public static OptionalInt firstBroken(List<SealedApprovalStep> steps, Predicate<String> onRecord) {
        ApprovalChain chain = new ApprovalChain(onRecord);
        steps.forEach(step -> chain.add(Optional.of(step)));
        return chain.firstBroken();
    }

    /** Whether the step says what it was sealed with, less people who were erased from it on record. */
    public boolean isIntact(Predicate<String> onRecord) {
        return seal.holds(step) && seal.salt().isPresent() == erasure.isEmpty() && erasure.filter(onRecord.negate()).isEmpty();
    }
}
