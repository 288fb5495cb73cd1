package com.atlassian.jira.issue.link;

public interface IssueLinkType {
    Long getId();
    String getName();
    String getInward();
    String getOutward();
    String getStyle();
    boolean isSubTaskLinkType();
    boolean isSystemLinkType();
}
