package com.atlassian.cache;

public class CacheSettingsBuilder {
    private Long expireAfterAccess;
    private Long expireAfterWrite;
    private Integer maxEntries;

    public CacheSettingsBuilder() {
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
