package org.decisiongates.jira.policy;

import java.util.List;
import java.util.Optional;

import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyCase;

/**
 * A policy on its page, between two requests.
 *
 * @param policy  as it is now
 * @param basedOn the version that was opened; 0 for a new policy
 * @param stored  the tests of that version, which the page names instead of carrying them
 * @param open    what is open: a rule, {@code 0:1}, a test, {@code test:0}, or an approval, {@code approval:0}; empty text for nothing
 * @param adding  the gate that a rule is being added to; -1 for none
 * @param undo    what was submitted before, oldest first
 * @param why     why it is changed
 * @param issue   key of the issue to try it on
 * @param preview what the gates say of that issue
 * @param focus   the operation of the button that gets the focus; empty text for none
 * @param rejected what was typed and is no value
 * @param faults  what is wrong with the policy, each thing with its place
 * @param errors  what is wrong besides
 * @param done    what was done
 */
record EditedPolicy(Policy policy, int basedOn, List<PolicyCase> stored, String open, int adding, List<String> undo, String why,
        String issue, PolicyPreview.Outcome preview, String focus, List<RejectedInput> rejected, List<PolicyFormFault> faults,
        List<String> errors, List<String> done) {

    /** The place that gets the focus where something was said. */
    static final String MESSAGE = "message";

    static EditedPolicy of(Policy policy, int basedOn) {
        return new EditedPolicy(policy, basedOn, basedOn == 0 ? List.of() : policy.cases(), "", -1, List.of(), "", "",
                PolicyPreview.Outcome.NONE, "", List.of(), List.of(), List.of(), List.of());
    }

    EditedPolicy with(Policy other, String opened, int addingTo, String focused) {
        return new EditedPolicy(other, basedOn, stored, opened, addingTo, undo, why, issue, preview, focused, rejected, faults, errors,
                done);
    }

    EditedPolicy undoing(List<String> steps) {
        return new EditedPolicy(policy, basedOn, stored, open, adding, steps, why, issue, preview, focus, rejected, faults, errors, done);
    }

    EditedPolicy saying(List<String> wrong, List<String> happened) {
        return new EditedPolicy(policy, basedOn, stored, open, adding, undo, why, issue, preview,
                wrong.isEmpty() && happened.isEmpty() ? focus : MESSAGE, rejected, faults, wrong, happened);
    }

    EditedPolicy tried(PolicyPreview.Outcome outcome) {
        return new EditedPolicy(policy, basedOn, stored, open, adding, undo, why, issue, outcome, "preview", rejected, faults, errors,
                done);
    }

    /** The same with these faults, which are the first thing that is read of it. */
    EditedPolicy faulty(List<PolicyFormFault> wrong) {
        return new EditedPolicy(policy, basedOn, stored, open, adding, undo, why, issue, preview, wrong.isEmpty() ? focus : MESSAGE,
                rejected, wrong, errors, done);
    }

    /** Without what was typed into the part that is open, which is no longer there. */
    EditedPolicy withoutRejectedPart() {
        return new EditedPolicy(policy, basedOn, stored, open, adding, undo, why, issue, preview, focus,
                rejected.stream().filter(input -> !isOfOpenPart(input.input())).toList(),
                faults.stream().filter(fault -> !isOfOpenPart(fault.place())).toList(), errors, done);
    }

    /** Whether the test or the approval that is open holds something that is no value, so that it cannot be closed. */
    boolean holdsRejected() {
        return rejected.stream().anyMatch(input -> isOfOpenPart(input.input()));
    }

    private boolean isOfOpenPart(String place) {
        return PolicyForm.placeOf(open).filter(at -> place.startsWith(at + ".")).isPresent();
    }

    /** What was typed into an input and rejected. */
    Optional<String> typed(String input) {
        return rejected.stream().filter(one -> one.input().equals(input)).findFirst().map(RejectedInput::typed);
    }

    /** What is wrong at a place; empty text for nothing. */
    String faultAt(String place) {
        return String.join(" ", faultsAt(place));
    }

    List<String> faultsAt(String place) {
        return faults.stream().filter(fault -> fault.place().equals(place)).map(PolicyFormFault::message).distinct().toList();
    }
}
