package com.atlassian.scheduler.status;

import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import java.util.Date;

public interface JobDetails {
    JobId getJobId();
    JobRunnerKey getJobRunnerKey();
    Date getNextRunTime();
}
