package com.atlassian.jira.util;

import java.util.Locale;

public interface I18nHelper {
    Locale getLocale();
    String getText(String key);
    String getText(String key, String value1);
    String getText(String key, String value1, String value2);
    String getText(String key, Object parameters);
    String getUnescapedText(String key);
    boolean isKeyDefined(String key);
}
