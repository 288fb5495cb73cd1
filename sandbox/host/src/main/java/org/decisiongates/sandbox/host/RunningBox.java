package org.decisiongates.sandbox.host;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.sandbox.host.data.Database;
import org.decisiongates.sandbox.host.osgi.OsgiFramework;
import org.decisiongates.sandbox.host.osgi.PluginJar;

/** A box that is up. Closing it stops the plugins, the web server and the database. */
public final class RunningBox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningBox.class);

    private final Deque<Runnable> closing = new ArrayDeque<>();
    private Box box;
    private Plugins plugins;
    private OsgiFramework framework;
    private Database database;

    RunningBox() {
    }

    /** Something to stop, before everything that was started earlier. */
    void stopWith(Runnable step) {
        closing.push(step);
    }

    void isUp(Box started, Plugins installed, OsgiFramework osgi, Database data) {
        box = started;
        plugins = installed;
        framework = osgi;
        database = data;
    }

    public Box box() {
        return box;
    }

    /** For example {@code http://localhost:2990/jira}. */
    public String baseUrl() {
        return box.baseUrl();
    }

    /** A service that a plugin exported, or that the product published. */
    public <T> T service(Class<T> api) {
        ServiceReference<T> reference = framework.context().getServiceReference(api);
        if (reference == null) {
            throw new IllegalStateException("Nobody offers the service " + api.getName());
        }
        return framework.context().getService(reference);
    }

    /** An enabled plugin. */
    public Plugin plugin(String key) {
        return plugins.find(key).orElseThrow(() -> new IllegalStateException("No plugin " + key + " is enabled"));
    }

    /** Installs one more plugin while the box runs. */
    public Plugin install(Path jar) {
        Plugin plugin = plugins.install(jar);
        plugins.hostStarted();
        return plugin;
    }

    /** Installs a plugin in place of the one of the same key. One that is refused leaves none. */
    public Plugin reinstall(Path jar) {
        String key = PluginJar.read(jar).key();
        plugins.find(key).ifPresent(old -> plugins.uninstall(key));
        return install(jar);
    }

    /** Removes a plugin while the box runs. */
    public void uninstall(String key) {
        plugins.uninstall(key);
    }

    /** What plugins that were removed have left behind, such as listeners; empty as it should be. */
    public List<String> leaks() {
        return plugins.leaks();
    }

    /** Begins a log of what is sent to the database from now on, and ends the one before. */
    public StatementLog logStatements() {
        return database.logStatements();
    }

    /** Method calls of plugin templates that the allow-list blocked. */
    public List<String> blockedCalls() {
        return box.templates().blockedCalls();
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            try {
                closing.pop().run();
            } catch (RuntimeException e) {
                LOG.warn("A part of the box did not stop cleanly", e);
            }
        }
    }
}
