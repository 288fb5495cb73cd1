package com.atlassian.jira.issue;

import com.atlassian.jira.event.type.EventDispatchOption;

public class UpdateIssueRequest {
    private final EventDispatchOption eventDispatchOption;
    private final boolean sendMail;

    private UpdateIssueRequest(EventDispatchOption eventDispatchOption, boolean sendMail) {
        this.eventDispatchOption = eventDispatchOption;
        this.sendMail = sendMail;
    }

    public static UpdateIssueRequestBuilder builder() {
        return new UpdateIssueRequestBuilder();
    }

    public EventDispatchOption getEventDispatchOption() {
        return eventDispatchOption;
    }

    public boolean isSendMail() {
        return sendMail;
    }

    public static class UpdateIssueRequestBuilder {
        private EventDispatchOption eventDispatchOption = EventDispatchOption.ISSUE_UPDATED;
        private boolean sendMail = true;

        public UpdateIssueRequestBuilder() {
        }

        public UpdateIssueRequestBuilder eventDispatchOption(EventDispatchOption option) {
            eventDispatchOption = option;
            return this;
        }

        public UpdateIssueRequestBuilder sendMail(boolean send) {
            sendMail = send;
            return this;
        }

        public UpdateIssueRequest build() {
            return new UpdateIssueRequest(eventDispatchOption, sendMail);
        }
    }
}
