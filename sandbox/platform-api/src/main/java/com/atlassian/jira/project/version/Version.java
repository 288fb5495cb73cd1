package com.atlassian.jira.project.version;

import java.util.Date;

public interface Version {
    Long getId();
    Date getStartDate();
    Date getReleaseDate();
}
