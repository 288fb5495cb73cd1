package org.decisiongates.sandbox.host;

import java.net.URL;
import java.util.Optional;

import org.osgi.framework.Bundle;

import org.decisiongates.sandbox.host.osgi.PluginJar;
import org.decisiongates.sandbox.host.spring.PluginContext;

/** A plugin as a bundle with a Spring context. */
final class InstalledPlugin implements Plugin {

    private final PluginJar jar;
    private final Bundle bundle;
    private PluginContext context;

    InstalledPlugin(PluginJar jar, Bundle bundle) {
        this.jar = jar;
        this.bundle = bundle;
    }

    void context(PluginContext started) {
        this.context = started;
    }

    PluginContext context() {
        return context;
    }

    Bundle bundle() {
        return bundle;
    }

    @Override
    public String key() {
        return jar.key();
    }

    @Override
    public String name() {
        return jar.name();
    }

    @Override
    public String version() {
        return jar.version();
    }

    @Override
    public Class<?> load(String className) {
        String name = className.startsWith("class:") ? className.substring("class:".length()) : className;
        try {
            return bundle.loadClass(name);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new PluginRefused(key(), "class " + name + " cannot be loaded: " + e, e);
        }
    }

    @Override
    public <T> T create(Class<T> type, String className) {
        Object made;
        try {
            made = className.startsWith("bean:") ? context.getBean(className.substring("bean:".length()))
                    : context.getAutowireCapableBeanFactory().createBean(load(className));
        } catch (PluginRefused e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new PluginRefused(key(), "class " + className + " cannot be made: " + e.getMessage(), e);
        }
        if (!type.isInstance(made)) {
            throw new PluginRefused(key(), "class " + className + " is not a " + type.getName() + ".");
        }
        return type.cast(made);
    }

    @Override
    public Optional<URL> entry(String path) {
        return Optional.ofNullable(bundle.getEntry(path.startsWith("/") ? path.substring(1) : path));
    }

    @Override
    public String toString() {
        return key() + " " + version();
    }
}
