package com.atlassian.confluence.core;

public interface ContentEntityManager {
    ContentEntityObject getById(long id);
}
