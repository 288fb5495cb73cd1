package org.decisiongates.sandbox.host;

import java.util.Set;

/** One product the box can play: its packages, services, pages and people. Found by {@link java.util.ServiceLoader}. */
public interface Product {

    /** The descriptor's application key: {@code jira} or {@code confluence}. */
    String key();

    /** Where its pages live, for example {@code /jira}. */
    String contextPath();

    /** Packages plugins may import in this product, besides the shared ones; exact names. */
    Set<String> exportedPackages();

    /** Creates tables, services, servlets and filters; no plugin is installed yet. */
    void start(Box box);

    /** The plugins' contexts are up; {@code LifecycleAware.onStart} has not been called yet. */
    void pluginsEnabled(Box box);

    /** The box answers requests, apps have been started: time for what goes through their front door. */
    default void opened(Box box) {
        // most products have nothing more to do
    }

    /** Releases what {@link #start} took. The database is still there. */
    void stop();

    /** The people of this product; asked only after {@link #start}. */
    UserDirectory users();
}
