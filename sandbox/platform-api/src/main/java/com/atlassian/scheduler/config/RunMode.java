package com.atlassian.scheduler.config;

public enum RunMode {
    RUN_LOCALLY, RUN_ONCE_PER_CLUSTER
}
