package org.decisiongates.sandbox.host.spring;

import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.beans.factory.xml.XmlBeanDefinitionReader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.UrlResource;

import org.decisiongates.sandbox.host.PluginRefused;

/** The Spring context of one plugin bundle: every file of {@code META-INF/spring}, class by class through the bundle. */
public final class PluginContext extends GenericApplicationContext {

    private final Bundle bundle;
    private final Duration serviceWait;
    private final List<ServiceImport> imports = new ArrayList<>();

    private PluginContext(Bundle bundle, Duration serviceWait) {
        this.bundle = bundle;
        this.serviceWait = serviceWait;
        setClassLoader(bundle.adapt(BundleWiring.class).getClassLoader());
        setDisplayName(bundle.getSymbolicName());
    }

    /**
     * Starts the context, with this clock for every bean of type {@link Clock}: waits for the services it needs, then makes every bean.
     * Whatever fails, fails the whole plugin.
     */
    public static PluginContext start(Bundle bundle, Duration serviceWait, Clock clock) {
        PluginContext context = new PluginContext(bundle, serviceWait);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(context.getClassLoader());
        try {
            context.read();
            context.addBeanFactoryPostProcessor(beans -> context.follow(clock));
            context.awaitServices();
            context.refresh();
            return context;
        } catch (RuntimeException | LinkageError e) {
            context.imports.forEach(ServiceImport::close);
            throw refused(bundle, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Spring wraps; the innermost exception is the one that says something. */
    private static PluginRefused refused(Bundle bundle, Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof PluginRefused)) {
            root = root.getCause();
        }
        if (root instanceof PluginRefused refused) {
            return refused;
        }
        String outer = failure.getMessage();
        return new PluginRefused(bundle.getSymbolicName(), "its Spring context does not start. " + outer
                + (root == failure ? "" : " Caused by: " + root), failure);
    }

    public Bundle bundle() {
        return bundle;
    }

    /** A service this context needs; unlike in a product nobody waits minutes for it. */
    void needs(ServiceImport service) {
        imports.add(service);
    }

    Duration serviceWait() {
        return serviceWait;
    }

    private void read() {
        XmlBeanDefinitionReader reader = new XmlBeanDefinitionReader(this);
        reader.setResourceLoader(this);
        reader.setEntityResolver(new OfflineSchemas());
        reader.setNamespaceHandlerResolver(new HostNamespaces());
        Enumeration<URL> files = bundle.findEntries("META-INF/spring", "*.xml", false);
        if (files != null) {
            for (URL file : Collections.list(files)) {
                reader.loadBeanDefinitions(new UrlResource(file));
            }
        }
    }

    /** The very same jar goes by the box's time: its own clock, where it has one as a bean, is not made. */
    private void follow(Clock clock) {
        for (String name : getDefaultListableBeanFactory().getBeanNamesForType(Clock.class, true, false)) {
            removeBeanDefinition(name);
            registerBeanDefinition(name, new RootBeanDefinition(Clock.class, () -> clock));
        }
    }

    private void awaitServices() {
        long end = System.nanoTime() + serviceWait.toNanos();
        for (ServiceImport service : imports) {
            if (!service.await(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                throw new PluginRefused(bundle.getSymbolicName(), "it needs the service " + service.type().getName()
                        + ", which nobody offered within " + serviceWait.toMillis() + " ms.");
            }
        }
    }

    @Override
    protected void onClose() {
        imports.forEach(ServiceImport::close);
    }
}
