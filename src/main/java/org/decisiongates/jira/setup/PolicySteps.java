package org.decisiongates.jira.setup;

import java.time.Clock;
import java.util.List;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.policy.Policies;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyRevision;
import org.decisiongates.policy.ShippedPolicies;
import org.decisiongates.policy.StalePolicyException;

/** The policies whose gates the shipped workflows name, as version 1, once. Whatever is stored under their keys stays as it is. */
@JiraComponent
class PolicySteps {

    private static final Logger LOG = LoggerFactory.getLogger(PolicySteps.class);
    private static final String WHY = "As shipped with the app.";

    private final Policies policies;
    private final Clock clock;

    PolicySteps(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    List<SetupStep> all() {
        return ShippedPolicies.all().stream().map(policy -> SetupStep.work("policy." + policy.key(), policy.name(), () -> store(policy)))
                .toList();
    }

    private void store(Policy policy) {
        try {
            policies.append(policy, new PolicyRevision(policy.version(), false, WHY, "", clock.instant()));
        } catch (StalePolicyException e) {
            LOG.info("the policy {} is there already and stays as it is", policy.key(), e);
        }
    }
}
