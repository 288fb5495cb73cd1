package org.decisiongates.jira.policy;

import java.util.List;

import org.decisiongates.policy.Policy;

/**
 * A policy on its page, between two requests.
 *
 * @param policy  as it is now
 * @param basedOn the version that was opened; 0 for a new policy
 * @param open    the rule whose settings are open, {@code 0:1}; empty text for none
 * @param adding  the gate that a rule is being added to; -1 for none
 * @param undo    what was submitted before, oldest first
 * @param why     why it is changed
 * @param issue   key of the issue to try it on
 * @param preview what the gates say of that issue
 * @param errors  what is wrong
 * @param done    what was done
 */
record EditedPolicy(Policy policy, int basedOn, String open, int adding, List<String> undo, String why, String issue,
        List<List<PreviewView>> preview, List<String> errors, List<String> done) {

    static EditedPolicy of(Policy policy, int basedOn) {
        return new EditedPolicy(policy, basedOn, "", -1, List.of(), "", "", List.of(), List.of(), List.of());
    }

    EditedPolicy with(Policy other, String opened, int addingTo) {
        return new EditedPolicy(other, basedOn, opened, addingTo, undo, why, issue, preview, errors, done);
    }

    EditedPolicy saying(List<String> wrong, List<String> happened) {
        return new EditedPolicy(policy, basedOn, open, adding, undo, why, issue, preview, wrong, happened);
    }

    EditedPolicy tried(List<List<PreviewView>> results) {
        return new EditedPolicy(policy, basedOn, open, adding, undo, why, issue, results, errors, done);
    }
}
