package com.atlassian.jira.event.type;

record Dispatch(Long eventTypeId) implements EventDispatchOption {
    @Override
    public Long getEventTypeId() {
        return eventTypeId;
    }

    @Override
    public boolean isEventBeingSent() {
        return eventTypeId != null;
    }
}
