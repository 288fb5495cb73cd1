package org.decisiongates.jira.debt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.stream.Collectors;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import org.ofbiz.core.entity.GenericEntityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.debt.DebtCheck.Trigger;
import org.decisiongates.debt.Debts;
import org.decisiongates.debt.IssueDebt;
import org.decisiongates.jira.debt.SweepCursor.Place;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.jira.platform.time.RecurringJobDefinition;
import org.decisiongates.jira.platform.time.RecurringJobs;
import org.decisiongates.jira.platform.time.RecurringWork;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.text.Sha256;

/**
 * Looks at every issue of the enabled projects once a night, and once policies or people have changed: days pass, and of some changes
 * nobody tells. A run looks at a bounded number of issues; the next one, on whichever node, goes on behind the last.
 */
@JiraComponent
class DebtSweep implements RecurringWork {

    static final int ISSUES_OF_A_RUN = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(DebtSweep.class);
    private static final String LOCK = "org.decisiongates.decision-gates.debt-sweep";
    private static final LocalTime NIGHT = LocalTime.of(1, 0);
    private static final int CHUNK = 200;
    private static final int PAGE = 1_000;

    private final DebtService service;
    private final Debts debts;
    private final Policies policies;
    private final SweepCursor cursor;
    private final EnabledProjects projects;
    private final IssueManager issues;
    private final ClusterLockService locks;
    private final ProjectTime time;
    private volatile boolean stopped;

    DebtSweep(DebtService service, Debts debts, Policies policies, SweepCursor cursor, EnabledProjects projects, IssueManager issues,
            ClusterLockService locks, ProjectTime time) {
        this.service = service;
        this.debts = debts;
        this.policies = policies;
        this.cursor = cursor;
        this.projects = projects;
        this.issues = issues;
        this.locks = locks;
        this.time = time;
    }

    /** From now on a run ends after its current chunk. */
    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public void begin() {
        stopped = false;
    }

    /** Every quarter of an hour it goes on, or looks whether it is time to begin; the journal is compared with Jira's history first. */
    @Override
    public RecurringJobDefinition definition() {
        return RecurringJobDefinition.oncePerCluster("sweep-debt", Duration.ofMinutes(3), Duration.ofMinutes(15),
                "gate debt that nobody tells of is not found until the app is started again");
    }

    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        Lock lock = locks.getLockForName(LOCK);
        // the lock only saves work: two sweeps at once find the same
        if (lock.tryLock()) {
            try {
                run();
            } catch (RuntimeException | LinkageError e) {
                LOG.error("the sweep for gate debt stopped; the next run goes on", e);
                return RecurringJobs.failed(e);
            } finally {
                lock.unlock();
            }
        }
        return JobRunnerResponse.success();
    }

    private void run() {
        Place place = cursor.read();
        String inForce = inForce();
        ZonedDateTime now = time.now();
        if (place.done()) {
            if (!isDue(place, inForce, now) && place.startedAt().isAfter(cursor.changedAt())) {
                return;
            }
            place = new Place(now.toInstant(), inForce, 0, 0, false);
        }
        int left = ISSUES_OF_A_RUN;
        List<Project> enabled = projects.enabled().stream().sorted(Comparator.comparing(Project::getId)).toList();
        for (Project project : enabled) {
            if (project.getId() < place.project()) {
                continue;
            }
            place = project.getId() == place.project() ? place : place.at(project.getId(), 0);
            List<Long> all = idsOf(project);
            long last = place.issue();
            List<Long> rest = all.stream().filter(id -> id > last).toList();
            for (int start = 0; start < rest.size(); start += CHUNK) {
                List<Long> some = rest.subList(start, Math.min(rest.size(), start + CHUNK));
                lookAt(some);
                place = place.at(project.getId(), some.get(some.size() - 1));
                cursor.write(place);
                left -= some.size();
                if (stopped || left <= 0) {
                    return;
                }
            }
            forget(project, new HashSet<>(all));
            cursor.seen(project.getId(), enabled.stream().map(Project::getId).collect(Collectors.toSet()));
        }
        cursor.write(place.ended());
    }

    /** Whether policies have changed since the last sweep, or a night has begun. */
    private static boolean isDue(Place last, String inForce, ZonedDateTime now) {
        ZonedDateTime tonight = now.toLocalDate().atTime(NIGHT).atZone(now.getZone());
        Instant night = (tonight.isAfter(now) ? tonight.minusDays(1) : tonight).toInstant();
        return !last.policies().equals(inForce) || last.startedAt().isBefore(night);
    }

    private String inForce() {
        Sha256 hash = new Sha256();
        policies.inForce().policies().stream().map(Policy::version).forEach(version -> update(hash, version));
        policies.inForce().unreadable().forEach(version -> update(hash, version));
        return hash.hex();
    }

    private static void update(Sha256 hash, PolicyVersion version) {
        hash.update(version.journalKey() + " " + version.version() + ";");
    }

    private void lookAt(List<Long> some) {
        Map<Long, IssueDebt> known = debts.ofIssues(some);
        if (service.isNothingAsked()) {
            known.keySet().forEach(debts::remove);
            return;
        }
        for (Long id : some) {
            try {
                Issue issue = issues.getIssueObject(id);
                if (issue != null) {
                    service.check(issue, Optional.ofNullable(known.get(id)), Trigger.SWEPT);
                }
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("what issue {} owes is not known; the next sweep will look at it again", id, e);
            }
        }
    }

    /** Issues may be deleted without anybody telling. */
    private void forget(Project project, Set<Long> there) {
        long after = 0;
        List<IssueDebt> page;
        do {
            page = debts.checkedIn(project.getId(), after, PAGE);
            page.stream().map(IssueDebt::issueId).filter(id -> !there.contains(id)).forEach(debts::remove);
            after = page.isEmpty() ? after : page.get(page.size() - 1).issueId();
        } while (page.size() == PAGE);
    }

    private List<Long> idsOf(Project project) {
        try {
            return issues.getIssueIdsForProject(project.getId()).stream().sorted().toList();
        } catch (GenericEntityException e) {
            throw new IllegalStateException("the issues of project " + project.getKey() + " cannot be listed", e);
        }
    }
}
