package org.decisiongates.jira.project;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.policy.PolicyReference;
import org.decisiongates.text.Message;

/**
 * A gate of a policy that no validator asks where a transition leads into its phase.
 *
 * @param type       what issues of the workflow are
 * @param typeName   what people call that issue type in the project
 * @param transition id of the transition
 * @param name       of the transition
 * @param gate       what a validator at the transition would have to name
 * @param policyName what people call the policy
 * @param gateName   what people call the gate
 */
public record MissingGate(OwnIssueType type, String typeName, String workflow, int transition, String name, PolicyReference gate,
        String policyName,
        String gateName) {

    /** The same for somebody who adds it: several issue types may have the workflow. */
    public Message step() {
        return Message.of("decision-gates.jira.project.gates.step", workflow, name, gateName, policyName,
                Integer.toString(transition), typeName);
    }

    /** As a line of a list: where which gate comes, or is missing. Transitions of one name are told apart by their ids, as in Jira. */
    public Message line() {
        return Message.of("decision-gates.jira.project.gates.line", workflow, name, gateName, policyName,
                Integer.toString(transition));
    }
}
