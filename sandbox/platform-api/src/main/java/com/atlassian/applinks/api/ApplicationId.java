package com.atlassian.applinks.api;

import java.io.Serializable;

public class ApplicationId implements Serializable {
    private final String id;

    public ApplicationId(String id) {
        this.id = id;
    }

    public String get() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApplicationId that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
