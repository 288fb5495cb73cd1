package com.atlassian.cache;

public interface CacheSettings {
    Long getExpireAfterAccess();
    Long getExpireAfterWrite();
    boolean getLocal(boolean otherwise);
    Integer getMaxEntries();
    boolean getReplicateViaCopy(boolean otherwise);
}
