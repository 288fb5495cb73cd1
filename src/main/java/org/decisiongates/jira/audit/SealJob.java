package org.decisiongates.jira.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.audit.GateSealer;
import org.decisiongates.audit.GateSeals;
import org.decisiongates.jira.platform.time.RecurringJobDefinition;
import org.decisiongates.jira.platform.time.RecurringJobs;
import org.decisiongates.jira.platform.time.RecurringWork;

/** Seals the newest entries of the journal of gates; on its first run on a node, and once an hour, also what was missed further back. */
@JiraComponent
class SealJob implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(SealJob.class);
    private static final Duration LOOKED_AT_ALL_EVERY = Duration.ofHours(1);

    private final GateSealer sealer;
    private final Clock clock;
    private volatile Instant lookedAtAll = Instant.MIN;

    SealJob(GateSeals seals, Clock clock) {
        this.sealer = new GateSealer(seals);
        this.clock = clock;
    }

    /** Every minute, the shortest interval that Jira keeps for a job of the cluster. */
    @Override
    public RecurringJobDefinition definition() {
        return RecurringJobDefinition.oncePerCluster("seal-journal", Duration.ofMinutes(1), Duration.ofMinutes(1),
                "the journal of gates is not sealed until the app is started again");
    }

    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        Instant now = clock.instant();
        try {
            int sealed = sealer.sealNewest(now);
            if (lookedAtAll.isBefore(now.minus(LOOKED_AT_ALL_EVERY))) {
                sealed += sealer.sealAll(now);
                lookedAtAll = now;
            }
            LOG.debug("sealed {} entries of the journal of gates", sealed);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the journal of gates could not be sealed to its end; the next run will go on", e);
            return RecurringJobs.failed(e);
        }
        return JobRunnerResponse.success();
    }
}
