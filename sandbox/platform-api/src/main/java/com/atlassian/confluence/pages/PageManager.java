package com.atlassian.confluence.pages;

import com.atlassian.confluence.core.ContentEntityManager;

public interface PageManager extends ContentEntityManager {
    AbstractPage getAbstractPage(long id);
}
