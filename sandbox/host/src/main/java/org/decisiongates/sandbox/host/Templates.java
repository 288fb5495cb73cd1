package org.decisiongates.sandbox.host;

import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.decisiongates.sandbox.host.template.AllowList;
import org.decisiongates.sandbox.host.template.CallPolicy;
import org.decisiongates.sandbox.host.template.TemplateEngine;

/** Renders Velocity 1.6.4 templates. Every reference is escaped unless it says that it is HTML. */
public final class Templates {

    private final TemplateEngine host = new TemplateEngine(Templates::onClassPath, CallPolicy.HOST);
    private final Map<String, TemplateEngine> plugins = new ConcurrentHashMap<>();
    private final Map<String, Object> always = new ConcurrentHashMap<>();
    private final Map<String, Object> onHostPages = new ConcurrentHashMap<>();
    private final List<String> blocked = new CopyOnWriteArrayList<>();

    Templates() {
    }

    /**
     * A page of the host: a template on the class path; free to call any method. {@code $i18n}, {@code $webResourceManager}
     * and {@code $page} (context path, XSRF token, user) are there without being asked for.
     */
    public String renderHost(String classpathTemplate, Map<String, Object> context) {
        Map<String, Object> values = new HashMap<>(always);
        values.putAll(onHostPages);
        values.putAll(context);
        return host.render(classpathTemplate, values);
    }

    /** A plugin's own template: only calls on its allow-list reach their objects. */
    public String renderPlugin(Module module, String template, Map<String, Object> context) {
        return renderPlugin(module.plugin(), template, context);
    }

    public String renderPlugin(Plugin plugin, String template, Map<String, Object> context) {
        return engine(plugin).render(template, with(context));
    }

    /** A template of a plugin given as text. */
    public String renderText(Plugin plugin, String text, Map<String, Object> context) {
        return engine(plugin).renderText(text, with(context));
    }

    /** Whether the plugin has this template. */
    public boolean has(Plugin plugin, String template) {
        return engine(plugin).has(template);
    }

    /** Expands references in plain text (links, labels); the result is not escaped. */
    String expand(String text, Map<String, Object> context) {
        return host.expand(text, with(context));
    }

    List<String> blockedCalls() {
        return List.copyOf(blocked);
    }

    /** A name that every template knows. */
    void always(String name, Object value) {
        always.put(name, value);
    }

    /** A name that every template of the host knows. */
    public void onHostPages(String name, Object value) {
        onHostPages.put(name, value);
    }

    void allow(Plugin plugin, Set<String> methods) {
        plugins.put(plugin.key(), new TemplateEngine(name -> plugin.entry(name), new AllowList(methods, blocked::add)));
    }

    void forget(String pluginKey) {
        plugins.remove(pluginKey);
    }

    private TemplateEngine engine(Plugin plugin) {
        TemplateEngine engine = plugins.get(plugin.key());
        if (engine == null) {
            throw new IllegalStateException("Plugin " + plugin.key() + " is not enabled");
        }
        return engine;
    }

    private Map<String, Object> with(Map<String, Object> context) {
        Map<String, Object> values = new HashMap<>(always);
        values.putAll(context);
        return values;
    }

    private static Optional<URL> onClassPath(String name) {
        return Optional.ofNullable(Templates.class.getClassLoader().getResource(name.startsWith("/") ? name.substring(1) : name));
    }
}
