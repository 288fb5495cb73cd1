package org.decisiongates.jira.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.audit.ChainHead;
import org.decisiongates.audit.ChainReport;
import org.decisiongates.audit.ChainVerifier;
import org.decisiongates.audit.Erasures;
import org.decisiongates.audit.GateSeals;
import org.decisiongates.audit.SealChain;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.jira.platform.time.RecurringJobDefinition;
import org.decisiongates.jira.platform.time.RecurringJobs;
import org.decisiongates.jira.platform.time.RecurringWork;
import org.decisiongates.summary.Snapshots;
import org.decisiongates.summary.WeekHead;
import org.decisiongates.summary.WeekHeadVerifier;
import org.decisiongates.time.Week;

/**
 * Verifies the journal of gates of every enabled project once a day, the one first that has waited longest. A run looks at a bounded
 * number of links; the next one, on whichever node, goes on behind the last.
 */
@JiraComponent
class VerificationJob implements RecurringWork {

    static final int LINKS_OF_A_RUN = 10_000;
    static final int LINKS = 500;

    private static final Logger LOG = LoggerFactory.getLogger(VerificationJob.class);

    private final EnabledProjects projects;
    private final ChainVerifications verifications;
    private final ChainVerifier chains;
    private final WeekHeadVerifier weeks;
    private final ProjectTime time;

    VerificationJob(EnabledProjects projects, ChainVerifications verifications, GateSeals seals, Erasures erasures, Snapshots snapshots,
            ProjectTime time) {
        this.projects = projects;
        this.verifications = verifications;
        this.chains = new ChainVerifier(seals, erasures);
        this.weeks = new WeekHeadVerifier(snapshots, erasures, seals);
        this.time = time;
    }

    /** A part every quarter of an hour; after a start what was not sealed when the node stopped gets its seals first. */
    @Override
    public RecurringJobDefinition definition() {
        return RecurringJobDefinition.oncePerCluster("verify-journal", Duration.ofMinutes(4), Duration.ofMinutes(15),
                "nobody verifies the journal of gates until the app is started again but by hand");
    }

    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        return run(LINKS_OF_A_RUN);
    }

    /** @param most so many links, and as many more as make a whole part */
    JobRunnerResponse run(int most) {
        Instant now = time.now().toInstant();
        Optional<Throwable> thrown = Optional.empty();
        int left = most;
        for (Project project : projects.enabled().stream().sorted(Comparator.comparing(this::verifiedAt)).toList()) {
            ChainVerification known = verifications.of(project.getId()).orElseGet(() -> ChainVerification.begun(now));
            if (left > 0 && known.isDue(now)) {
                try {
                    left -= verify(project, known.at(now), left, now);
                } catch (RuntimeException | LinkageError e) {
                    LOG.error("the journal of gates of project {} could not be verified; the next run tries again", project.getKey(), e);
                    thrown = Optional.of(e);
                }
            }
        }
        return thrown.map(RecurringJobs::failed).orElseGet(JobRunnerResponse::success);
    }

    private Instant verifiedAt(Project project) {
        return verifications.of(project.getId()).flatMap(ChainVerification::endedAt).orElse(Instant.EPOCH);
    }

    /** @return how many links it took of those that are left */
    private int verify(Project project, ChainVerification known, int left, Instant now) {
        SealChain chain = SealChain.ofProject(project.getId());
        ChainVerification verified = known;
        int taken = 0;
        boolean over = false;
        while (!over && taken < left) {
            ChainReport part = chains.verify(chain, verified.after(), LINKS);
            // a project without an entry is work, too
            taken += Math.max(1, part.checked());
            over = part.next().isEmpty();
            verified = part.broken().map(broken -> broken(project, known, broken)).orElse(verified);
            if (part.isIntact()) {
                verified = over ? atEnd(project, verified, now) : verified.goingOnAfter(part.next().get());
            }
        }
        verifications.put(project.getId(), verified);
        return taken;
    }

    private static ChainVerification broken(Project project, ChainVerification known, ChainReport.Broken broken) {
        if (!known.isBroken()) {
            LOG.error("the journal of gates of project {} is broken at link {}: {}", project.getKey(), broken.position(), broken.fault());
        }
        return known.brokenBy(broken.fault().name(), broken.position());
    }

    /** Only the newest closed week knows whether the end of the chain was cut off. */
    private ChainVerification atEnd(Project project, ChainVerification verified, Instant now) {
        List<WeekHead> wrong = weeks.verify(project.getId(), Week.of(time.now().toLocalDate())).stream()
                .filter(week -> week.verdict() != WeekHead.Verdict.MATCHES).toList();
        if (wrong.isEmpty()) {
            return verified.ended(now);
        }
        WeekHead week = wrong.get(0);
        LOG.error("the journal of gates of project {} does not go with its closed week {}: {}", project.getKey(), week.week(),
                week.verdict());
        return verified.brokenBy(week.verdict().name(), week.head().map(ChainHead::position).orElse(0L));
    }
}
