package com.atlassian.confluence.pages;

import com.atlassian.confluence.core.ContentEntityObject;

public abstract class AbstractPage extends ContentEntityObject {
    protected AbstractPage() {
    }
}
