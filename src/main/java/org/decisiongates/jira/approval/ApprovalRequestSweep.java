package org.decisiongates.jira.approval;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.approval.ApprovalReminders;
import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.approval.ApprovalRequests.Request;
import org.decisiongates.jira.platform.time.RecurringJobDefinition;
import org.decisiongates.jira.platform.time.RecurringJobs;
import org.decisiongates.jira.platform.time.RecurringWork;

/**
 * Looks once a day at every issue of which somebody asked for approvals, for what no change of an issue tells: another phase map, a policy
 * that asks again, an issue that was deleted while nobody heard of it. Forgets reminders from more than a year ago.
 */
@JiraComponent
class ApprovalRequestSweep implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(ApprovalRequestSweep.class);
    private static final int PAGE = 200;
    /** Longer than any policy waits before it reminds again. */
    private static final Duration KEPT = Duration.ofDays(400);

    private final ApprovalRequests requests;
    private final ApprovalRequestSubscriber subscriber;
    private final IssueManager issues;
    private final ApprovalReminders reminders;
    private final Clock clock;
    private volatile boolean stopped;

    ApprovalRequestSweep(ApprovalRequests requests, ApprovalRequestSubscriber subscriber, IssueManager issues,
            ApprovalReminders reminders, Clock clock) {
        this.requests = requests;
        this.subscriber = subscriber;
        this.issues = issues;
        this.reminders = reminders;
        this.clock = clock;
    }

    @Override
    public RecurringJobDefinition definition() {
        return RecurringJobDefinition.oncePerCluster("sweep-approvals", Duration.ofMinutes(20), Duration.ofDays(1),
                "issues that ended or began again when a phase map was changed stay on the list of what waits for approvals, or off it");
    }

    @Override
    public void begin() {
        stopped = false;
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        try {
            reminders.forget(clock.instant().minus(KEPT));
            if (subscriber.isAnythingAsked()) {
                sweep();
            }
            return JobRunnerResponse.success();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("issues with approvals could not be looked at; the next run begins again", e);
            return RecurringJobs.failed(e);
        }
    }

    private void sweep() {
        List<Request> page = requests.all(0, PAGE);
        while (!page.isEmpty() && !stopped) {
            List<Issue> found = new ArrayList<>();
            for (Request one : page) {
                Issue issue = issues.getIssueObject(one.issueId());
                if (issue == null) {
                    requests.remove(one.issueId());
                } else {
                    found.add(issue);
                }
            }
            subscriber.found(found);
            page = page.size() < PAGE ? List.of() : requests.all(page.get(PAGE - 1).id(), PAGE);
        }
    }
}
