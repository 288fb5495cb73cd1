package com.atlassian.jira.event.type;

public interface EventDispatchOption {
    EventDispatchOption DO_NOT_DISPATCH = new Dispatch(null);
    EventDispatchOption ISSUE_UPDATED = new Dispatch(EventType.ISSUE_UPDATED_ID);
    EventDispatchOption ISSUE_DELETED = new Dispatch(EventType.ISSUE_DELETED_ID);
    EventDispatchOption ISSUE_ASSIGNED = new Dispatch(EventType.ISSUE_ASSIGNED_ID);
    Long getEventTypeId();
    boolean isEventBeingSent();
}
