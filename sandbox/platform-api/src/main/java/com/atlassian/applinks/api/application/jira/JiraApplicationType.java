package com.atlassian.applinks.api.application.jira;

import com.atlassian.applinks.api.ApplicationType;

public interface JiraApplicationType extends ApplicationType {
}
