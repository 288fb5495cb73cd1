package com.atlassian.jira.config;

import com.atlassian.jira.issue.resolution.Resolution;
import java.util.List;

public interface ResolutionManager {
    List<Resolution> getResolutions();
    Resolution getResolution(String id);
    Resolution getResolutionByName(String name);
}
