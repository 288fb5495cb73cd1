package com.atlassian.jira.issue.status.category;

import java.util.List;

public interface StatusCategory {
    String UNDEFINED = "undefined";

    Long getId();
    String getKey();
    String getName();
    String getColorName();
    List<String> getAliases();
}
