package com.atlassian.sal.api;

import java.util.Date;

public interface ApplicationProperties {
    String PLATFORM_CONFLUENCE = "conf";
    String PLATFORM_JIRA = "jira";
    String getBaseUrl(UrlMode mode);
    String getDisplayName();
    String getPlatformId();
    String getVersion();
    Date getBuildDate();
    String getBuildNumber();
}
