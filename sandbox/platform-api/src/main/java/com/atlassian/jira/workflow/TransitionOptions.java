package com.atlassian.jira.workflow;

import org.decisiongates.sandbox.platform.StandIn;

public class TransitionOptions {
    private TransitionOptions() {
    }

    public static class Builder {
        public Builder() {
        }

        public Builder skipConditions() {
            throw StandIn.unsupported("TransitionOptions#skipConditions");
        }

        public Builder skipPermissions() {
            throw StandIn.unsupported("TransitionOptions#skipPermissions");
        }

        public Builder skipValidators() {
            throw StandIn.unsupported("TransitionOptions#skipValidators");
        }

        public TransitionOptions build() {
            return new TransitionOptions();
        }
    }
}
