package com.atlassian.plugin.web.api.model;

import java.util.Map;

public interface WebPanel {
    String getHtml(Map<String, Object> context);
}
