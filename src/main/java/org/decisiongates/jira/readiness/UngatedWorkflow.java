package org.decisiongates.jira.readiness;

import java.util.List;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;

/**
 * The workflow of a Decision or Blocker that has no gate: nothing is refused, whatever policies ask.
 *
 * @param name     of the workflow
 * @param type     what the issue is
 * @param policies names of the policies that ask something of such issues, in their order
 * @param hasPhase whether the status of the issue stands for a phase, so that it can owe something
 */
record UngatedWorkflow(String name, OwnIssueType type, List<String> policies, boolean hasPhase) {

    UngatedWorkflow {
        policies = List.copyOf(policies);
    }
}
