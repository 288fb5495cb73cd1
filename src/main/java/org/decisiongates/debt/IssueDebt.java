package org.decisiongates.debt;

import java.util.List;

/**
 * What was found of an issue at its last check.
 *
 * @param issueId   the host's issue id
 * @param projectId the host's project id
 * @param phase     the phase that it was in
 * @param policies  the policies that asked something of it there, each as {@code decision@10000 7}
 * @param debts     the rules that are not met, in the gate's order
 */
public record IssueDebt(long issueId, long projectId, String phase, List<String> policies, List<GateDebt> debts) {

    public IssueDebt {
        policies = List.copyOf(policies);
        debts = List.copyOf(debts);
    }
}
