package org.decisiongates.sandbox.confluence.macro;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.renderer.PageContext;

import org.decisiongates.sandbox.confluence.model.Page;

/** What a plugin's macro is told about its surroundings; one per call. */
final class SandboxConversionContext implements ConversionContext {

    private final Place place;
    private final Map<String, Object> properties = new HashMap<>();
    private boolean asyncRenderSafe = true;

    SandboxConversionContext(Place place) {
        this.place = place;
    }

    @Override
    public ContentEntityObject getEntity() {
        Optional<Page> page = place.page();
        return page.isPresent() ? new SandboxPage(page.get()) : null;
    }

    @Override
    public String getSpaceKey() {
        return place.spaceKey();
    }

    @Override
    public String getOutputType() {
        return place.output().value();
    }

    @Override
    public String getOutputDeviceType() {
        return "desktop";
    }

    @Override
    public PageContext getPageContext() {
        PageContext context = new PageContext(getEntity()) {
            @Override
            public String getSpaceKey() {
                return place.spaceKey();
            }
        };
        context.setOutputType(getOutputType());
        return context;
    }

    @Override
    public Object getProperty(String name) {
        return properties.get(name);
    }

    @Override
    public Object getProperty(String name, Object defaultValue) {
        return properties.getOrDefault(name, defaultValue);
    }

    @Override
    public String getPropertyAsString(String name) {
        Object value = properties.get(name);
        return value == null ? null : value.toString();
    }

    @Override
    public void setProperty(String name, Object value) {
        properties.put(name, value);
    }

    @Override
    public Object removeProperty(String name) {
        return properties.remove(name);
    }

    @Override
    public boolean hasProperty(String name) {
        return properties.containsKey(name);
    }

    @Override
    public void checkTimeout() {
        // The sandbox sets a macro no time limit; a macro that calls this is never told to stop.
    }

    @Override
    public void disableAsyncRenderSafe() {
        asyncRenderSafe = false;
    }

    @Override
    public boolean isAsyncRenderSafe() {
        return asyncRenderSafe;
    }
}
