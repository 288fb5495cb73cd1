package org.decisiongates.jira.platform.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.atlassian.cache.CacheManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.cluster.CacheInvalidation;
import org.decisiongates.jira.platform.time.RecurringJobs;
import org.decisiongates.policy.InvalidPolicyException;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyJson;
import org.decisiongates.policy.PolicyRevision;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.StoredPolicies;
import org.decisiongates.policy.StoredPolicy;

/**
 * The policies, those in force from the memory of this node. They are read again once a node told of a change and the state of what is
 * stored is another. Whoever told may have done so before the commit, and the word may be lost, and nobody tells of the erasure of a
 * person: as a job, it looks at the state every minute (ADR-0066).
 */
@JiraComponent
class CachedPolicies implements Policies, JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(CachedPolicies.class);

    private final StoredPolicies stored;
    private final CacheInvalidation invalidation;
    private final Object reading = new Object();
    private volatile Copy copy;

    /**
     * What this node knows.
     *
     * @param generation the word that was current before the rest was read: what is told meanwhile counts for the next reader
     * @param state      of what was stored then
     */
    private record Copy(String generation, String state, PoliciesInForce inForce) {
    }

    CachedPolicies(StoredPolicies stored, CacheManager caches) {
        this.stored = stored;
        this.invalidation = new CacheInvalidation(caches, "policies");
    }

    @Override
    public PoliciesInForce inForce() {
        Copy known = copy;
        return (known != null && known.generation().equals(invalidation.generation()) ? known : compared(false)).inForce();
    }

    /** @param always also when nobody told of a change since */
    private Copy compared(boolean always) {
        synchronized (reading) {
            String generation = invalidation.generation();
            Copy known = copy;
            if (always || known == null || !known.generation().equals(generation)) {
                known = known != null && known.state().equals(stored.state()) ? new Copy(generation, known.state(), known.inForce())
                        : read(generation);
                copy = known;
            }
            return known;
        }
    }

    private Copy read(String generation) {
        StoredPolicies.InForce read = stored.inForce();
        List<Policy> policies = new ArrayList<>(read.policies().size());
        List<PolicyVersion> unreadable = new ArrayList<>();
        for (StoredPolicy text : read.policies()) {
            try {
                policies.add(policy(text));
            } catch (InvalidPolicyException e) {
                LOG.error("version {} of the policy {} cannot be read; every gate it could be about refuses", text.version().version(),
                        text.version().journalKey(), e);
                unreadable.add(text.version());
            }
        }
        return new Copy(generation, read.state(), new PoliciesInForce(policies, unreadable));
    }

    private static Policy policy(StoredPolicy text) throws InvalidPolicyException {
        return PolicyJson.readStored(text.content(), text.version().scope(), text.version().version());
    }

    @Override
    public Optional<Policy> version(PolicyVersion version) throws InvalidPolicyException {
        Optional<StoredPolicy> text = stored.version(version);
        return text.isEmpty() ? Optional.empty() : Optional.of(policy(text.get()));
    }

    @Override
    public List<PolicyRevision> history(Scope scope, String key) {
        return stored.history(scope, key);
    }

    @Override
    public void append(Policy policy, PolicyRevision revision) {
        if (!policy.version().equals(revision.version())) {
            throw new IllegalArgumentException(policy.version() + " is not " + revision.version());
        }
        stored.append(new StoredPolicy(revision, PolicyJson.write(policy)));
        invalidation.changed();
    }

    /** Throws nothing: what cannot be compared stays in force until the next run. */
    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        try {
            compared(true);
        } catch (RuntimeException e) {
            LOG.warn("the policies in force cannot be compared with those stored; this is tried again in a minute", e);
            return RecurringJobs.failed(e);
        }
        return JobRunnerResponse.success();
    }
}
