package org.decisiongates.sandbox.host.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

import org.decisiongates.sandbox.host.PluginRefused;

/** The OSGi framework of a box: only what it exports can be imported. */
public final class OsgiFramework implements AutoCloseable {

    private final Framework framework;
    private final Path cache;

    private OsgiFramework(Framework framework, Path cache) {
        this.framework = framework;
        this.cache = cache;
    }

    /** Starts a framework whose system bundle exports these packages (name to version), beside the {@link HostLibraries}. */
    public static OsgiFramework start(Map<String, String> exports) {
        try {
            Path cache = Files.createTempDirectory("sandbox-osgi");
            Map<String, String> config = new TreeMap<>();
            config.put(Constants.FRAMEWORK_STORAGE, cache.toString());
            config.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
            config.put(Constants.FRAMEWORK_BOOTDELEGATION, "sun.*,com.sun.*,jdk.*");
            // Felix would otherwise guess when to look behind the bundle's back, and hide a missing import.
            config.put("felix.bootdelegation.implicit", "false");
            config.put("felix.log.level", "1");
            config.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, exports.entrySet().stream()
                    .map(one -> one.getKey() + (one.getValue().isEmpty() ? "" : ";version=\"" + one.getValue() + "\""))
                    .collect(Collectors.joining(",")));
            Framework framework = new FrameworkFactory().newFramework(config);
            framework.start();
            framework.getBundleContext().installBundle("sandbox:host-libraries", HostLibraries.bundle()).start();
            return new OsgiFramework(framework, cache);
        } catch (IOException | BundleException e) {
            throw new IllegalStateException("The OSGi framework does not start", e);
        }
    }

    public BundleContext context() {
        return framework.getBundleContext();
    }

    /** Installs, resolves and starts a checked jar. */
    public Bundle install(PluginJar jar) {
        Bundle bundle = null;
        try (InputStream in = Files.newInputStream(jar.file())) {
            bundle = context().installBundle("sandbox:" + jar.key(), in);
            bundle.start();
            return bundle;
        } catch (BundleException e) {
            uninstall(bundle);
            throw new PluginRefused(jar.key(), "its bundle does not resolve. " + e.getMessage(), e);
        } catch (IOException e) {
            throw new PluginRefused(jar.key(), "its jar cannot be read.", e);
        }
    }

    /** Removes a bundle, so that the same key can be installed again. */
    public void uninstall(Bundle bundle) {
        if (bundle != null && bundle.getState() != Bundle.UNINSTALLED) {
            try {
                bundle.uninstall();
            } catch (BundleException e) {
                throw new IllegalStateException("Bundle " + bundle.getSymbolicName() + " cannot be removed", e);
            }
        }
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(5_000);
            try (Stream<Path> files = Files.walk(cache)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (BundleException | IOException e) {
            throw new IllegalStateException("The OSGi framework does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
