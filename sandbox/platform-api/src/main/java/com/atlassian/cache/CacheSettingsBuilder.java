package com.atlassian.cache;

public class CacheSettingsBuilder {
    private Long expireAfterAccess;
    private Long expireAfterWrite;
    private Integer maxEntries;
    private Boolean local;
    private Boolean replicateViaCopy;

    public CacheSettingsBuilder() {
    }

    public CacheSettingsBuilder maxEntries(int most) {
        maxEntries = most;
        return this;
    }

    public CacheSettingsBuilder remote() {
        local = false;
        return this;
    }

    public CacheSettingsBuilder replicateViaInvalidation() {
        replicateViaCopy = false;
        return this;
    }

    public CacheSettings build() {
        return new Settings(expireAfterAccess, expireAfterWrite, maxEntries, local, replicateViaCopy);
    }

    private record Settings(Long access, Long write, Integer most, Boolean local, Boolean copy) implements CacheSettings {
        @Override
        public Long getExpireAfterAccess() {
            return access;
        }

        @Override
        public Long getExpireAfterWrite() {
            return write;
        }

        @Override
        public boolean getLocal(boolean otherwise) {
            return local == null ? otherwise : local;
        }

        @Override
        public Integer getMaxEntries() {
            return most;
        }

        @Override
        public boolean getReplicateViaCopy(boolean otherwise) {
            return copy == null ? otherwise : copy;
        }
    }
}
