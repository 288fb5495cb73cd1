package org.decisiongates.jira.policy;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.SupportAliases;
import org.decisiongates.health.SupportFile;
import org.decisiongates.health.SupportPolicies;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.rules.Rules;

/** The policies in force. */
@JiraComponent
class PolicySupportFile implements SupportFile {

    private final Policies policies;

    PolicySupportFile(Policies policies) {
        this.policies = policies;
    }

    @Override
    public String name() {
        return "policies";
    }

    @Override
    public Record content(SupportAliases aliases) {
        return SupportPolicies.of(policies.inForce(), aliases, Rules::of);
    }
}
