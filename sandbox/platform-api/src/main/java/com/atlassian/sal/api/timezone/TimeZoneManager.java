package com.atlassian.sal.api.timezone;

import java.util.TimeZone;

import com.atlassian.sal.api.user.UserKey;

public interface TimeZoneManager {
    TimeZone getDefaultTimeZone();

    TimeZone getUserTimeZone(UserKey user);
}
