package com.atlassian.sal.api.user;

import java.io.Serializable;

public final class UserKey implements Serializable {
    private final String value;

    public UserKey(String userkey) {
        value = userkey;
    }

    public String getStringValue() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserKey that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
