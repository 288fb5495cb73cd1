package org.decisiongates.jira.policy;

import java.util.Map;
import java.util.TreeMap;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.policy.Policies;
import org.decisiongates.policy.Scope;

/** Exports the policies of a scope, as their own import reads them. */
@JiraComponent
public class PolicyExports {

    private final Policies policies;
    private final PolicyTransfer transfer;

    PolicyExports(Policies policies, PolicyTransfer transfer) {
        this.policies = policies;
        this.transfer = transfer;
    }

    /** The policies in force of exactly this scope, by key, for readers who were found to be allowed to. */
    public Map<String, String> of(Scope scope) {
        Map<String, String> exports = new TreeMap<>();
        policies.inForce().policies().stream().filter(policy -> policy.scope().equals(scope))
                .forEach(policy -> exports.put(policy.key(), transfer.export(policy)));
        return exports;
    }
}
