package org.decisiongates.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One version of a policy: what issues of a type have to fulfil, gate by gate. Immutable, and as it was written: a rule or a setting that
 * this version of the app does not know is kept.
 *
 * @param version   which version of which policy
 * @param name      the name people read
 * @param issueType the type it is about: {@code decision}, {@code blocker}, or the host's id of another
 * @param locked    whether a project may only add to it; of a policy of all projects
 * @param waivers   who may waive its rules, and for how long
 * @param approvals who has to approve its issues
 * @param weights   what meeting a rule is worth of 100 points, by the rule's key; none for the usual weights
 * @param gates     its gates, in order
 * @param cases     issues, and what the gates have to say of them
 */
public record Policy(PolicyVersion version, String name, String issueType, boolean locked, WaiverTerms waivers,
        ApprovalTerms approvals, Map<String, Integer> weights, List<PolicyGate> gates, List<PolicyCase> cases) {

    public Policy {
        weights = Map.copyOf(weights);
        gates = List.copyOf(gates);
        cases = List.copyOf(cases);
    }

    public Scope scope() {
        return version.scope();
    }

    public String key() {
        return version.key();
    }

    /** The gate with this key. */
    public Optional<PolicyGate> gate(String gateKey) {
        return gates.stream().filter(gate -> gate.key().equals(gateKey)).findFirst();
    }

    /** The same content as another version, or in another scope. */
    public Policy as(PolicyVersion other) {
        return new Policy(other, name, issueType, locked, waivers, approvals, weights, gates, cases);
    }

    /** The same but for who may waive its rules. */
    public Policy waivedBy(WaiverTerms others) {
        return new Policy(version, name, issueType, locked, others, approvals, weights, gates, cases);
    }

    /** The same but for who has to approve. */
    public Policy approvedBy(ApprovalTerms others) {
        return new Policy(version, name, issueType, locked, waivers, others, weights, gates, cases);
    }

    /** The same with other gates. */
    public Policy withGates(List<PolicyGate> others) {
        return new Policy(version, name, issueType, locked, waivers, approvals, weights, others, cases);
    }

    /** The same with other tests. */
    public Policy withCases(List<PolicyCase> others) {
        return new Policy(version, name, issueType, locked, waivers, approvals, weights, gates, others);
    }

    /** The same, to which projects may do more than add. */
    public Policy unlocked() {
        return new Policy(version, name, issueType, false, waivers, approvals, weights, gates, cases);
    }
}
