package com.atlassian.sal.api.message;

import java.util.Locale;

import com.atlassian.sal.api.user.UserKey;

public interface LocaleResolver {
    Locale getLocale();
    Locale getLocale(UserKey key);
}
