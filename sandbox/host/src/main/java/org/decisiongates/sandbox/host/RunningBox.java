package org.decisiongates.sandbox.host;

/** A box that is up. Closing it stops the plugins, the web server and the database. */
public final class RunningBox implements AutoCloseable {

    public Box box() {
        throw new UnsupportedOperationException();
    }

    /** For example {@code http://localhost:2990/jira}. */
    public String baseUrl() {
        throw new UnsupportedOperationException();
    }

    /** A service that a plugin exported, or that the product published. */
    public <T> T service(Class<T> api) {
        throw new UnsupportedOperationException();
    }

    public Statements statements() {
        throw new UnsupportedOperationException();
    }

    /** Method calls of plugin templates that the allow-list blocked. */
    public java.util.List<String> blockedCalls() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
