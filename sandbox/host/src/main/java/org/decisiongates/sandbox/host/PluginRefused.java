package org.decisiongates.sandbox.host;

/** A plugin that this host does not enable: names the plugin and the reason. */
public final class PluginRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PluginRefused(String plugin, String reason) {
        this(plugin, reason, null);
    }

    public PluginRefused(String plugin, String reason, Throwable cause) {
        super("Plugin " + plugin + " is refused: " + reason, cause);
    }
}
