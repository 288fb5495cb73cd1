package com.atlassian.jira.cluster;

public interface ClusterManager {
    String getNodeId();
}
