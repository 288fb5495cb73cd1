package org.decisiongates.jira.policy;

import org.decisiongates.text.Message;

/**
 * Something that is wrong with a policy, told where its form has it.
 *
 * @param place   the name of the input, or the place of a rule, a gate or a test that it belongs to; empty text for the whole
 * @param where   the same in the words of the form
 * @param message what is wrong
 */
record PolicyFormFault(String place, String where, String message) {

    /** Place and fault in one sentence. */
    Message sentence() {
        return Message.of("decision-gates.jira.policy.fault", where, message);
    }
}
