package org.decisiongates.jira.policy;

import java.util.List;

import org.decisiongates.page.view.LinkView;

/**
 * The page on which a policy is edited.
 *
 * @param project   key of the project; empty text for a policy of all projects
 * @param back      address of the list
 * @param history   address of the page of its versions
 * @param action    address the form is sent to
 * @param dryRun    address the form is sent to, to see what the policy would refuse
 * @param basedOn   the version that is edited; 0 for a new policy
 * @param approvals who has to approve
 * @param open      the rule, {@code 0:1}, the test or the approval that is open; empty text for none
 * @param undo      what was there before, oldest first
 * @param issue     key of the issue that the policy is tried on
 * @param tests     with what comes of each now
 * @param testGates the gates that an issue can be taken as a test of
 * @param remarks   why the policy would ask nothing of the issue that it is tried on
 * @param heading  the name of the policy
 * @param headOpen whether the part of its name, issue type and waivers is shown at once
 * @param scoreOpen the same of its weights
 * @param scoreFault what is wrong with the weights together; empty text for nothing
 * @param faults   what is wrong, each leading to its place
 * @param errors   what is wrong besides
 * @param lockable  whether it may be locked: a policy of all projects
 */
public record PolicyEditorView(String tokenName, String tokenValue, String project, String back, String action, String history,
        String dryRun, int basedOn, boolean retired, String heading, boolean headOpen, PolicyInputView name, SelectView issueTypes,
        boolean lockable,
        boolean locked, PolicyInputView waiverGroups, SelectView waiverRoles, PolicyInputView waiverDays, List<GateEditorView> gates,
        ApprovalTermsView approvals, String open,
        List<String> undo, String issue, PolicyInputView why, boolean scoreOpen, String scoreFault, List<PolicyInputView> weights,
        List<CaseEditorView> tests, SelectView testGates, FocusedButtonView focus, List<LinkView> faults, List<String> errors,
        List<String> done,
        List<String> remarks) {

    public PolicyEditorView {
        gates = List.copyOf(gates);
        undo = List.copyOf(undo);
        weights = List.copyOf(weights);
        tests = List.copyOf(tests);
        remarks = List.copyOf(remarks);
        faults = List.copyOf(faults);
        errors = List.copyOf(errors);
        done = List.copyOf(done);
    }
}
