package com.atlassian.scheduler.config;

import java.util.Date;
import java.util.TimeZone;

public final class Schedule {
    private final Type type;
    private final long intervalInMillis;
    private final Date first;
    private final String cronExpression;
    private final TimeZone timeZone;

    private Schedule(Type type, long intervalInMillis, Date first, String cronExpression, TimeZone timeZone) {
        this.type = type;
        this.intervalInMillis = intervalInMillis;
        this.first = first;
        this.cronExpression = cronExpression;
        this.timeZone = timeZone;
    }

    public static Schedule forInterval(long intervalInMillis, Date firstRunTime) {
        return new Schedule(Type.INTERVAL, intervalInMillis, firstRunTime, null, null);
    }

    public static Schedule runOnce(Date runTime) {
        return new Schedule(Type.INTERVAL, 0, runTime, null, null);
    }

    public Type getType() {
        return type;
    }

    public IntervalScheduleInfo getIntervalScheduleInfo() {
        return new IntervalScheduleInfo(first, intervalInMillis);
    }

    public CronScheduleInfo getCronScheduleInfo() {
        return new CronScheduleInfo(cronExpression, timeZone);
    }

    public enum Type {
        CRON_EXPRESSION, INTERVAL
    }
}
