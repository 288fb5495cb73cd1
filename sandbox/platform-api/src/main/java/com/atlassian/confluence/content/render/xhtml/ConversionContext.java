package com.atlassian.confluence.content.render.xhtml;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.renderer.PageContext;

public interface ConversionContext {
    ContentEntityObject getEntity();
    String getSpaceKey();
    String getOutputType();
    String getOutputDeviceType();
    PageContext getPageContext();
    Object getProperty(String name);
    Object getProperty(String name, Object defaultValue);
    String getPropertyAsString(String name);
    void setProperty(String name, Object value);
    Object removeProperty(String name);
    boolean hasProperty(String name);
    void checkTimeout();
    void disableAsyncRenderSafe();
    boolean isAsyncRenderSafe();
}
