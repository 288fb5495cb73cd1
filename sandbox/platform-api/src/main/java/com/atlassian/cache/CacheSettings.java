package com.atlassian.cache;

public interface CacheSettings {
    Long getExpireAfterAccess();
    Long getExpireAfterWrite();
    Integer getMaxEntries();
}
