package com.atlassian.jira.bc.user.search;

public class UserSearchParams {
    private UserSearchParams() {
    }

    public static class Builder {
        public Builder() {
        }

        public Builder(int maxResults) {
        }

        public Builder allowEmptyQuery(boolean allow) {
            return this;
        }

        public Builder includeActive(boolean include) {
            return this;
        }

        public Builder includeInactive(boolean include) {
            return this;
        }

        public UserSearchParams build() {
            return new UserSearchParams();
        }
    }
}
