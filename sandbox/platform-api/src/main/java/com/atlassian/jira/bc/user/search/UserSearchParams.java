package com.atlassian.jira.bc.user.search;

public final class UserSearchParams {

    private final int maxResults;
    private final boolean active;
    private final boolean inactive;

    private UserSearchParams(Builder builder) {
        this.maxResults = builder.maxResults;
        this.active = builder.active;
        this.inactive = builder.inactive;
    }

    public int maxResults() {
        return maxResults;
    }

    public boolean includeActive() {
        return active;
    }

    public boolean includeInactive() {
        return inactive;
    }

    public static final class Builder {

        private final int maxResults;
        private boolean active;
        private boolean inactive;

        public Builder(int maxResults) {
            this.maxResults = maxResults;
        }

        public Builder includeActive(boolean include) {
            active = include;
            return this;
        }

        public Builder includeInactive(boolean include) {
            inactive = include;
            return this;
        }

        public UserSearchParams build() {
            return new UserSearchParams(this);
        }
    }
}
