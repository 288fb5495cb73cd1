package org.decisiongates.sandbox.host.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import com.atlassian.scheduler.status.JobDetails;
import com.atlassian.scheduler.status.RunOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.support.CronExpression;

import org.decisiongates.sandbox.host.Strict;
import org.decisiongates.sandbox.host.data.Database;

/** Runs jobs at their time. A once-per-cluster job runs on the node that wins its row. */
public final class SandboxScheduler implements JobQueue, AutoCloseable {

    /** Names the threads that jobs run on. */
    public static final String THREAD = "scheduler";
    private static final Logger LOG = LoggerFactory.getLogger(SandboxScheduler.class);
    private static final long NEVER = Long.MAX_VALUE;
    private static final int SETTLING_ATTEMPTS = 1200;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<JobRunnerKey, JobRunner> runners = new ConcurrentHashMap<>();
    private final Map<JobId, Job> jobs = new ConcurrentHashMap<>();
    /** Jobs that run, and one more while it is found out which are due. */
    private final AtomicInteger busy = new AtomicInteger();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, work -> {
        Thread thread = new Thread(work, THREAD);
        thread.setDaemon(true);
        return thread;
    });

    public SandboxScheduler(Database database, Clock clock) {
        this.clock = clock;
        this.jdbc = JdbcClient.create(database.separate());
        jdbc.sql("create table if not exists sandbox_job (id varchar(255) primary key, next_run bigint not null)").update();
        timer.scheduleWithFixedDelay(this::runDue, 500, 500, TimeUnit.MILLISECONDS);
    }

    public void registerJobRunner(JobRunnerKey key, JobRunner runner) {
        runners.put(key, runner);
    }

    public void unregisterJobRunner(JobRunnerKey key) {
        runners.remove(key);
    }

    public void scheduleJob(JobId id, JobConfig config) throws SchedulerServiceException {
        checkParameters(id, config);
        long first = next(config.getSchedule(), null);
        if (config.getRunMode() == RunMode.RUN_ONCE_PER_CLUSTER) {
            try {
                if (jdbc.sql("update sandbox_job set next_run = ? where id = ?").params(first, id.toString()).update() == 0) {
                    jdbc.sql("insert into sandbox_job (id, next_run) values (?, ?)").params(id.toString(), first).update();
                }
            } catch (DuplicateKeyException e) {
                LOG.debug("Another node has scheduled {} at the same moment", id, e);
            }
        }
        jobs.put(id, new Job(id, config, first));
    }

    public void unscheduleJob(JobId id) {
        jobs.remove(id);
        jdbc.sql("delete from sandbox_job where id = ?").param(id.toString()).update();
    }

    public JobDetails getJobDetails(JobId id) {
        return Optional.ofNullable(jobs.get(id)).map(job -> Strict.untaught(JobDetails.class)).orElse(null);
    }

    public List<JobDetails> getJobsByJobRunnerKey(JobRunnerKey key) {
        return jobs.values().stream().filter(job -> job.getJobRunnerKey().equals(key)).map(job -> Strict.untaught(JobDetails.class))
                .toList();
    }

    @Override
    public void settle() {
        try {
            for (int attempt = 0; attempt < SETTLING_ATTEMPTS; attempt++) {
                long now = clock.millis();
                boolean due = jobs.values().stream()
                        .anyMatch(job -> runners.containsKey(job.getJobRunnerKey()) && planned(job) <= now);
                if (!due && busy.get() == 0) {
                    return;
                }
                Thread.sleep(50);
            }
            LOG.warn("Jobs are still running after a minute");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void runDue() {
        busy.incrementAndGet();
        try {
            runThoseDueAt(clock.millis());
        } finally {
            busy.decrementAndGet();
        }
    }

    private void runThoseDueAt(long now) {
        for (Job job : jobs.values()) {
            try {
                if (due(job, now)) {
                    run(job);
                }
            } catch (RuntimeException e) {
                LOG.error("Job {} cannot be looked at", job.id, e);
            }
        }
    }

    private boolean due(Job job, long now) {
        if (!runners.containsKey(job.getJobRunnerKey())) {
            return false;
        }
        if (job.config.getRunMode() != RunMode.RUN_ONCE_PER_CLUSTER) {
            boolean due = job.next <= now;
            if (due) {
                job.next = next(job.config.getSchedule(), now);
            }
            return due;
        }
        job.next = planned(job);
        return job.next <= now && jdbc.sql("update sandbox_job set next_run = ? where id = ? and next_run = ?")
                .params(next(job.config.getSchedule(), now), job.id.toString(), job.next).update() == 1;
    }

    private long planned(Job job) {
        return job.config.getRunMode() != RunMode.RUN_ONCE_PER_CLUSTER ? job.next
                : jdbc.sql("select next_run from sandbox_job where id = ?").param(job.id.toString()).query(Long.class).optional()
                        .orElse(NEVER);
    }

    private void run(Job job) {
        busy.incrementAndGet();
        timer.execute(() -> {
            try {
                JobRunner runner = runners.get(job.getJobRunnerKey());
                JobRunnerResponse response = runner == null ? null : runner.runJob(Strict.untaught(JobRunnerRequest.class));
                if (response != null && response.getRunOutcome() != RunOutcome.SUCCESS) {
                    LOG.warn("Job {}: {} {}", job.id, response.getRunOutcome(), response.getMessage());
                }
            } catch (RuntimeException | LinkageError e) {
                LOG.error("Job {} failed", job.id, e);
            } finally {
                busy.decrementAndGet();
            }
        });
    }

    /** When a schedule fires next: after its last run, or for the first time. */
    private long next(Schedule schedule, Long last) {
        if (schedule.getType() == Schedule.Type.CRON_EXPRESSION) {
            ZoneId zone = Optional.ofNullable(schedule.getCronScheduleInfo().getTimeZone()).map(java.util.TimeZone::toZoneId)
                    .orElse(clock.getZone());
            var when = CronExpression.parse(schedule.getCronScheduleInfo().getCronExpression()).next(clock.instant().atZone(zone));
            return when == null ? NEVER : when.toInstant().toEpochMilli();
        }
        long interval = schedule.getIntervalScheduleInfo().getIntervalInMillis();
        if (last == null) {
            Date first = schedule.getIntervalScheduleInfo().getFirstRunTime();
            return first == null ? clock.millis() : first.getTime();
        }
        return interval == 0 ? NEVER : last + interval;
    }

    /** Cluster jobs travel through the database: their parameters must come back with the host's own classes. */
    private static void checkParameters(JobId id, JobConfig config) throws SchedulerServiceException {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(new HashMap<>(config.getParameters()));
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new SchedulerServiceException("Job " + id + " has parameters that the host cannot keep: " + e.getMessage(), e);
        }
    }

    /** A scheduled job. */
    private static final class Job {

        private final JobId id;
        private final JobConfig config;
        private volatile long next;

        Job(JobId id, JobConfig config, long next) {
            this.id = id;
            this.config = config;
            this.next = next;
        }

        JobRunnerKey getJobRunnerKey() {
            return config.getJobRunnerKey();
        }
    }
}
