package com.atlassian.scheduler.status;

public interface JobDetails {
}
