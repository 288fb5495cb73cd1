package org.decisiongates.jira.platform.policy;

import java.time.Duration;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.issuetype.IssueTypeMaps;
import org.decisiongates.jira.platform.time.RecurringJobDefinition;
import org.decisiongates.jira.platform.time.RecurringJobs;
import org.decisiongates.jira.platform.time.RecurringWork;

/**
 * Has this node read the policies in force, and the issue types that projects use, when it starts, and compare both with what is stored
 * every minute.
 */
@JiraComponent
class PolicyCopyJob implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyCopyJob.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final CachedPolicies policies;
    private final IssueTypeMaps types;

    PolicyCopyJob(CachedPolicies policies, IssueTypeMaps types) {
        this.policies = policies;
        this.types = types;
    }

    @Override
    public RecurringJobDefinition definition() {
        return RecurringJobDefinition.onEachNode("compare-policies", EVERY, EVERY,
                "a policy, or an issue type that a project uses, of which another"
                        + " node could not tell is not noticed on this one until the app is started again");
    }

    @Override
    public void begin() {
        runJob(null);
    }

    /** Throws nothing: what cannot be read stays as this node knows it until the next run. */
    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        JobRunnerResponse compared = policies.runJob(request);
        try {
            types.readAgain();
            return compared;
        } catch (RuntimeException e) {
            LOG.warn("the issue types that projects use cannot be compared with those stored; this is tried again in a minute", e);
            return RecurringJobs.failed(e);
        }
    }
}
