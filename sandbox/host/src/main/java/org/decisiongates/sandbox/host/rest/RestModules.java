package org.decisiongates.sandbox.host.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.osgi.framework.Bundle;
import org.springframework.core.io.UrlResource;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

import org.decisiongates.sandbox.host.CurrentUser;
import org.decisiongates.sandbox.host.Module;
import org.decisiongates.sandbox.host.PluginRefused;
import org.decisiongates.sandbox.host.UserDirectory;
import org.decisiongates.sandbox.host.Xml;
import org.decisiongates.sandbox.host.web.WebServer;

/** Hosts the {@code rest} modules at {@code /rest/<path>/<version>} and {@code /rest/<path>/latest}. */
public final class RestModules {

    private final WebServer server;
    private final CurrentUser currentUser;
    private final Supplier<UserDirectory> users;
    private final List<Hosted> hosted = new CopyOnWriteArrayList<>();

    public RestModules(WebServer server, CurrentUser currentUser, Supplier<UserDirectory> users) {
        this.server = server;
        this.currentUser = currentUser;
        this.users = users;
    }

    /** Whether a path below the context belongs to a plugin's REST. */
    public boolean owns(String path) {
        return hosted.stream().anyMatch(one -> path.startsWith(one.prefix() + "/") || path.equals(one.prefix()));
    }

    /** Finds, makes and serves the resources of a module. */
    public void add(Module module, Bundle bundle) {
        ResourceConfig config = new ResourceConfig();
        config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        config.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
        config.property(ServerProperties.BV_FEATURE_DISABLE, true);
        config.register(JacksonFeature.withoutExceptionMappers());
        config.register(new AccessCheck(currentUser, users));
        config.register(new LastMapper());
        List<Class<?>> classes = classes(module, bundle);
        if (classes.stream().noneMatch(type -> type.isAnnotationPresent(Path.class))) {
            throw new PluginRefused(module.pluginKey(), module + " has no resource: no class with @Path in its packages.");
        }
        for (Class<?> type : classes) {
            checkConstructor(module, type);
            config.register(module.create(Object.class, type.getName()));
        }
        String path = "/rest/" + module.xml().getAttribute("path").replaceAll("^/+|/+$", "");
        String version = module.xml().getAttribute("version");
        boolean versioned = !version.isEmpty() && !version.equals("none");
        String[] patterns = versioned ? new String[] {path + "/" + version + "/*", path + "/latest/*"} : new String[] {path + "/*"};
        hosted.add(new Hosted(module, path, server.servlet(new ServletContainer(config), patterns)));
    }

    public void removeOf(String pluginKey) {
        for (Hosted one : hosted) {
            if (one.module().pluginKey().equals(pluginKey)) {
                server.remove(one.servlet());
                hosted.remove(one);
            }
        }
    }

    private static void checkConstructor(Module module, Class<?> type) {
        List<Constructor<?>> constructors = Arrays.asList(type.getConstructors());
        boolean usable = constructors.size() == 1 && (constructors.get(0).getParameterCount() == 0
                || constructors.get(0).isAnnotationPresent(jakarta.inject.Inject.class));
        if (!usable) {
            throw new PluginRefused(module.pluginKey(), "resource " + type.getName() + " of " + module
                    + " needs exactly one public constructor, without parameters or annotated with jakarta.inject.Inject.");
        }
    }

    /** The bundle's own entries only: classes in embedded jars are not found, as in the products. */
    private static List<Class<?>> classes(Module module, Bundle bundle) {
        List<String> packages = Xml.children(module.xml(), "package").stream().map(one -> one.getTextContent().trim()).toList();
        List<Class<?>> found = new ArrayList<>();
        Enumeration<URL> entries = bundle.findEntries("/", "*.class", true);
        for (URL entry : entries == null ? List.<URL>of() : Collections.list(entries)) {
            AnnotationMetadata type = metadata(entry);
            boolean wanted = packages.isEmpty() || packages.stream().anyMatch(one -> type.getClassName().startsWith(one + "."));
            if (wanted && type.isConcrete() && (type.hasAnnotation(Path.class.getName()) || type.hasAnnotation(Provider.class.getName()))) {
                found.add(module.load(type.getClassName()));
            }
        }
        return found;
    }

    private static AnnotationMetadata metadata(URL entry) {
        try {
            return new SimpleMetadataReaderFactory(RestModules.class.getClassLoader()).getMetadataReader(new UrlResource(entry))
                    .getAnnotationMetadata();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is served, and under which servlet. */
    private record Hosted(Module module, String prefix, String servlet) {
    }

    /** For tests: the modules that are served, by path. */
    public Map<String, String> served() {
        Map<String, String> all = new java.util.TreeMap<>();
        hosted.forEach(one -> all.put(one.prefix(), one.module().completeKey()));
        return all;
    }
}
