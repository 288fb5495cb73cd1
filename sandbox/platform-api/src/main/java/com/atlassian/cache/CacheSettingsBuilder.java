package com.atlassian.cache;

import java.util.concurrent.TimeUnit;

public class CacheSettingsBuilder {
    private Long expireAfterAccess;
    private Long expireAfterWrite;
    private Integer maxEntries;

    public CacheSettingsBuilder() {
    }

    public CacheSettingsBuilder remote() {
        return this;
    }

    public CacheSettingsBuilder local() {
        return this;
    }

    public CacheSettingsBuilder flushable() {
        return this;
    }

    public CacheSettingsBuilder unflushable() {
        return this;
    }

    public CacheSettingsBuilder replicateViaInvalidation() {
        return this;
    }

    public CacheSettingsBuilder replicateViaCopy() {
        return this;
    }

    public CacheSettingsBuilder replicateAsynchronously() {
        return this;
    }

    public CacheSettingsBuilder expireAfterAccess(long time, TimeUnit unit) {
        expireAfterAccess = unit.toMillis(time);
        return this;
    }

    public CacheSettingsBuilder expireAfterWrite(long time, TimeUnit unit) {
        expireAfterWrite = unit.toMillis(time);
        return this;
    }

    public CacheSettingsBuilder maxEntries(int most) {
        maxEntries = most;
        return this;
    }

    public CacheSettings build() {
        return new Settings(expireAfterAccess, expireAfterWrite, maxEntries);
    }

    private record Settings(Long access, Long write, Integer most) implements CacheSettings {
        @Override
        public Long getExpireAfterAccess() {
            return access;
        }

        @Override
        public Long getExpireAfterWrite() {
            return write;
        }

        @Override
        public Integer getMaxEntries() {
            return most;
        }
    }
}
