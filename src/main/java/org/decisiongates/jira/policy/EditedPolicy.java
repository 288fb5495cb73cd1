package org.decisiongates.jira.policy;

import java.util.List;

import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyCase;

/**
 * A policy on its page, between two requests.
 *
 * @param policy  as it is now
 * @param basedOn the version that was opened; 0 for a new policy
 * @param stored  the tests of that version, which the page names instead of carrying them
 * @param open    what is open: a rule, {@code 0:1}, or a test, {@code test:0}; empty text for nothing
 * @param adding  the gate that a rule is being added to; -1 for none
 * @param undo    what was submitted before, oldest first
 * @param why     why it is changed
 * @param issue   key of the issue to try it on
 * @param preview what the gates say of that issue
 * @param focus   the operation of the button that gets the focus; empty text for none
 * @param errors  what is wrong
 * @param done    what was done
 */
record EditedPolicy(Policy policy, int basedOn, List<PolicyCase> stored, String open, int adding, List<String> undo, String why,
        String issue, PolicyPreview.Outcome preview, String focus, List<String> errors, List<String> done) {

    /** The place that gets the focus where something was said. */
    static final String MESSAGE = "message";

    static EditedPolicy of(Policy policy, int basedOn) {
        return new EditedPolicy(policy, basedOn, basedOn == 0 ? List.of() : policy.cases(), "", -1, List.of(), "", "",
                PolicyPreview.Outcome.NONE, "", List.of(), List.of());
    }

    EditedPolicy with(Policy other, String opened, int addingTo, String focused) {
        return new EditedPolicy(other, basedOn, stored, opened, addingTo, undo, why, issue, preview, focused, errors, done);
    }

    EditedPolicy undoing(List<String> steps) {
        return new EditedPolicy(policy, basedOn, stored, open, adding, steps, why, issue, preview, focus, errors, done);
    }

    EditedPolicy saying(List<String> wrong, List<String> happened) {
        return new EditedPolicy(policy, basedOn, stored, open, adding, undo, why, issue, preview,
                wrong.isEmpty() && happened.isEmpty() ? focus : MESSAGE, wrong, happened);
    }

    EditedPolicy tried(PolicyPreview.Outcome outcome) {
        return new EditedPolicy(policy, basedOn, stored, open, adding, undo, why, issue, outcome, "preview", errors, done);
    }
}
