package org.decisiongates.jira.digest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.stream.Collectors;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.digest.DigestSendClaim;
import org.decisiongates.digest.DigestSubscription;
import org.decisiongates.digest.DigestSubscriptions;
import org.decisiongates.digest.DigestTime.DueDigest;
import org.decisiongates.digest.UnreportedWeek;
import org.decisiongates.jira.platform.time.RecurringJobDefinition;
import org.decisiongates.jira.platform.time.RecurringJobs;
import org.decisiongates.jira.platform.time.RecurringWork;

/**
 * Sends the digests that are due, so many a run. A digest is claimed before it is sent: where a node ends in between, it is not sent at all
 * rather than twice (ADR-0165).
 */
@JiraComponent
class DigestJob implements RecurringWork {

    /** How many digests are sent in a run; the others wait for the next one. */
    static final int MAX_SENT = 200;

    private static final Logger LOG = LoggerFactory.getLogger(DigestJob.class);
    private static final String LOCK = "org.decisiongates.decision-gates.digest";
    /** Longer than any digest stays due. */
    private static final Duration KEPT = Duration.ofDays(28);

    private final DigestSubscriptions digests;
    private final DigestMailer mailer;
    private final TimeZoneManager zones;
    private final ClusterLockService locks;
    private final Clock clock;
    private volatile boolean stopped;
    /** The last digest that was looked at by a run that left others; 0 to begin with the first. Those that fail again must not keep it. */
    private volatile long reached;

    DigestJob(DigestSubscriptions digests, DigestMailer mailer, TimeZoneManager zones, ClusterLockService locks, Clock clock) {
        this.digests = digests;
        this.mailer = mailer;
        this.zones = zones;
        this.locks = locks;
        this.clock = clock;
    }

    @Override
    public void begin() {
        stopped = false;
    }

    /** From now on a run ends after its current digest. */
    @Override
    public void stop() {
        stopped = true;
    }

    /** Every quarter of an hour, since zones begin their hours at quarters; the journal is compared with Jira's history first. */
    @Override
    public RecurringJobDefinition definition() {
        return RecurringJobDefinition.oncePerCluster("send-digests", Duration.ofMinutes(5), Duration.ofMinutes(15),
                "no digest is sent until the app is started again");
    }

    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        Lock lock = locks.getLockForName(LOCK);
        // the lock only saves work: a digest that two nodes want is claimed by one
        if (lock.tryLock()) {
            try {
                run(clock.instant());
            } catch (RuntimeException | LinkageError e) {
                reached = 0;
                LOG.error("digests could not be sent; the next run tries again", e);
                return RecurringJobs.failed(e);
            } finally {
                lock.unlock();
            }
        }
        return JobRunnerResponse.success();
    }

    private void run(Instant now) {
        int sent = 0;
        List<DigestSubscription> page;
        do {
            page = digests.behind(reached);
            Map<Long, DueDigest> due = due(page, now);
            Map<Long, List<DigestSendClaim>> claims = digests.claimed(List.copyOf(due.keySet())).stream()
                    .collect(Collectors.groupingBy(DigestSendClaim::digestId));
            for (DigestSubscription digest : page) {
                if (stopped || sent >= MAX_SENT) {
                    return;
                }
                DueDigest wanted = due.get(digest.id());
                if (wanted != null && send(digest, wanted, claims.getOrDefault(digest.id(), List.of()), now)) {
                    sent++;
                }
                reached = digest.id();
            }
        } while (page.size() == DigestSubscriptions.PAGE);
        reached = 0;
        digests.forget(now.minus(KEPT));
    }

    private Map<Long, DueDigest> due(List<DigestSubscription> page, Instant now) {
        Map<Long, DueDigest> due = new HashMap<>();
        page.forEach(digest -> digest.time().due(now.atZone(zones.getUserTimeZone(new UserKey(digest.person())).toZoneId()))
                .ifPresent(wanted -> due.put(digest.id(), wanted)));
        return due;
    }

    /** Whether this node took it on. What fails before it is in the queue is given back, and no other digest waits for it. */
    private boolean send(DigestSubscription digest, DueDigest due, List<DigestSendClaim> claims, Instant now) {
        if (claims.stream().anyMatch(claim -> claim.name().equals(due.name()))) {
            return false;
        }
        Optional<ApplicationUser> reader = mailer.reader(digest);
        if (reader.isEmpty() || !digests.claim(digest.id(), due.name(), now)) {
            return false;
        }
        try {
            // the oldest comes first
            List<UnreportedWeek> untold = claims.isEmpty() ? List.of()
                    : digest.time().untold(due, claims.get(claims.size() - 1), zones.getDefaultTimeZone().toZoneId());
            if (mailer.send(digest, due, untold, reader.get()) == DigestMailer.Outcome.LATER) {
                digests.release(digest.id(), due.name());
            }
        } catch (RuntimeException | LinkageError e) {
            digests.release(digest.id(), due.name());
            LOG.error("digest {} of project {} could not be made; the next run tries again", digest.id(), digest.projectId(), e);
        }
        return true;
    }
}
