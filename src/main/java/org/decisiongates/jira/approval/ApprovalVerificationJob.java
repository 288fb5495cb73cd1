package org.decisiongates.jira.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.approval.ApprovalChainVerifier;
import org.decisiongates.approval.ApprovalChainVerifier.Broken;
import org.decisiongates.approval.ApprovalChainVerifier.Part;
import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.audit.Erasures;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.jira.platform.time.RecurringJobDefinition;
import org.decisiongates.jira.platform.time.RecurringJobs;
import org.decisiongates.jira.platform.time.RecurringWork;

/**
 * Verifies the approvals of every issue once a day. A run looks at a bounded number of steps; the next one, on whichever node, goes on
 * behind the last issue.
 */
@JiraComponent
class ApprovalVerificationJob implements RecurringWork {

    static final int STEPS_OF_A_RUN = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(ApprovalVerificationJob.class);

    private final StoredApprovalVerification verifications;
    private final ApprovalChainVerifier verifier;
    private final ProjectTime time;

    ApprovalVerificationJob(StoredApprovalVerification verifications, ApprovalSteps steps, Erasures erasures, ProjectTime time) {
        this.verifications = verifications;
        this.verifier = new ApprovalChainVerifier(steps, erasures::onRecord);
        this.time = time;
    }

    @Override
    public RecurringJobDefinition definition() {
        return RecurringJobDefinition.oncePerCluster("verify-approvals", Duration.ofMinutes(5), Duration.ofMinutes(15),
                "nobody verifies approvals until the app is started again, though broken ones do not count");
    }

    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        return run(STEPS_OF_A_RUN);
    }

    /** @param most so many steps, and as many more as complete an issue */
    JobRunnerResponse run(int most) {
        Instant now = time.now().toInstant();
        try {
            ApprovalVerification known = verifications.stored().orElseGet(() -> ApprovalVerification.begun(now));
            // what is broken may have been restored from a backup
            ApprovalVerification left = known.with(
                    known.broken().stream().flatMap(one -> verifier.verify(one.issueId()).stream()).toList());
            ApprovalVerification verified = left.isDue(now) && left.room() > 0 ? verify(left.at(now), most, now) : left;
            if (!verified.equals(known)) {
                verifications.put(verified);
            }
            return JobRunnerResponse.success();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("approvals could not be verified; the next run tries again", e);
            return RecurringJobs.failed(e);
        }
    }

    private ApprovalVerification verify(ApprovalVerification left, int most, Instant now) {
        Part part = verifier.verify(left.after(), most, left.room());
        List<Long> known = left.broken().stream().map(Broken::issueId).toList();
        part.broken().stream().filter(one -> !known.contains(one.issueId())).forEach(
                one -> LOG.error("the approvals of issue {} are not as they were sealed, beginning with step {}", one.issueId(),
                        one.step()));
        return left.goingOn(part.broken(), part.next(), now);
    }
}
