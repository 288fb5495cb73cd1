package com.atlassian.scheduler;

import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import java.util.Date;

public interface JobRunnerRequest {
    JobId getJobId();
    JobConfig getJobConfig();
    Date getStartTime();
    boolean isCancellationRequested();
}
