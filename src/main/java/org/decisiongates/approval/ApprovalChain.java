package org.decisiongates.approval;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Takes the steps of one issue in the order in which they are stored, and remembers the first that is broken. For one thread. */
final class ApprovalChain {

    private final Predicate<String> onRecord;
    private String previous = "";
    private int length;
    private int broken;

    /** @param onRecord whether there was an erasure of this name */
    ApprovalChain(Predicate<String> onRecord) {
        this.onRecord = onRecord;
    }

    /** @param sealed empty for a row that holds no step */
    void add(Optional<SealedApprovalStep> sealed) {
        length++;
        if (broken == 0 && sealed.filter(this::isNext).isEmpty()) {
            broken = length;
        }
        sealed.ifPresent(step -> previous = step.seal().hash());
    }

    /** Place of the first step that is not as it was sealed, or in whose place another one was expected, from 1. */
    OptionalInt firstBroken() {
        return broken == 0 ? OptionalInt.empty() : OptionalInt.of(broken);
    }

    private boolean isNext(SealedApprovalStep sealed) {
        return sealed.step().step() == length && sealed.seal().previous().equals(previous) && sealed.isIntact(onRecord);
    }
}
