package com.atlassian.confluence.renderer;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.renderer.RenderContext;

import org.decisiongates.sandbox.platform.StandIn;

public class PageContext extends RenderContext {
    private final ContentEntityObject entity;

    public PageContext(ContentEntityObject entity) {
        this.entity = entity;
    }

    public String getPageTitle() {
        return entity.getTitle();
    }

    public String getSpaceKey() {
        throw StandIn.unsupported("PageContext#getSpaceKey");
    }

    public ContentEntityObject getEntity() {
        return entity;
    }
}
