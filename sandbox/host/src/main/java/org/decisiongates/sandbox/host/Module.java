package org.decisiongates.sandbox.host;

import org.w3c.dom.Element;

/** One module of an enabled plugin: its element in the descriptor, and the way to its classes. */
public final class Module {

    private final Plugin plugin;
    private final Element xml;

    public Module(Plugin plugin, Element xml) {
        this.plugin = plugin;
        this.xml = xml;
    }

    public Plugin plugin() {
        return plugin;
    }

    public String pluginKey() {
        return plugin.key();
    }

    public String key() {
        return xml.getAttribute("key");
    }

    public String completeKey() {
        return pluginKey() + ":" + key();
    }

    public Element xml() {
        return xml;
    }

    public Class<?> load(String className) {
        return plugin.load(className);
    }

    /** A new instance from the plugin's Spring context, its constructor autowired. */
    public <T> T create(Class<T> type, String className) {
        return plugin.create(type, className);
    }

    @Override
    public String toString() {
        return xml.getTagName() + " " + completeKey();
    }
}
