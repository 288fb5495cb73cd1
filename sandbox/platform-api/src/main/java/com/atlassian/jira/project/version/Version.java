package com.atlassian.jira.project.version;

import java.util.Date;

public interface Version {
    Long getId();

    String getName();

    boolean isReleased();

    Date getStartDate();

    Date getReleaseDate();
}
