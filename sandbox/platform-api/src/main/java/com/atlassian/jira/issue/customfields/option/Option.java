package com.atlassian.jira.issue.customfields.option;

public interface Option {
    Long getOptionId();
    Long getSequence();
    String getValue();
    Boolean getDisabled();
}
