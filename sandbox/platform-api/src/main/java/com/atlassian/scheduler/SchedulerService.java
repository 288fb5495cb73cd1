package com.atlassian.scheduler;

import java.util.List;

import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.status.JobDetails;

public interface SchedulerService {
    void registerJobRunner(JobRunnerKey key, JobRunner runner);
    void unregisterJobRunner(JobRunnerKey key);
    void scheduleJob(JobId id, JobConfig config) throws SchedulerServiceException;
    void unscheduleJob(JobId id);
    JobDetails getJobDetails(JobId id);
    List<JobDetails> getJobsByJobRunnerKey(JobRunnerKey key);
}
