package org.decisiongates.sandbox.host;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What the core gives a product. */
public final class Box {

    /** For example {@code http://localhost:2990/jira}; known once the box listens, that is from {@link Product#start} on. */
    public String baseUrl() {
        throw new UnsupportedOperationException();
    }

    public Path home() {
        throw new UnsupportedOperationException();
    }

    public Options options() {
        throw new UnsupportedOperationException();
    }

    /** Joins the transaction of {@link #transactions()} on this thread. */
    public DataSource dataSource() {
        throw new UnsupportedOperationException();
    }

    public PlatformTransactionManager transactions() {
        throw new UnsupportedOperationException();
    }

    public JdbcClient jdbc() {
        throw new UnsupportedOperationException();
    }

    /** Offers a service to plugins. */
    public <T> void publish(Class<T> api, T service) {
        throw new UnsupportedOperationException();
    }

    /** An {@code api} whose methods are those {@code partial} has (same name, same erased parameters); every other throws {@link NotInSandbox}. */
    public <T> T strict(Class<T> api, Object partial) {
        throw new UnsupportedOperationException();
    }

    public Modules modules() {
        throw new UnsupportedOperationException();
    }

    public Fragments fragments() {
        throw new UnsupportedOperationException();
    }

    public Templates templates() {
        throw new UnsupportedOperationException();
    }

    public WebResources webResources() {
        throw new UnsupportedOperationException();
    }

    public Texts texts() {
        throw new UnsupportedOperationException();
    }

    public Events events() {
        throw new UnsupportedOperationException();
    }

    public CurrentUser currentUser() {
        throw new UnsupportedOperationException();
    }

    /** The people of the running product. */
    public UserDirectory users() {
        throw new UnsupportedOperationException();
    }

    /** Serves a pattern below the context path; call it in {@link Product#start}. */
    public void servlet(String pattern, HttpServlet servlet) {
        throw new UnsupportedOperationException();
    }

    /** Runs behind the core's own filters (encoding, login, XSRF); call it in {@link Product#start}. */
    public void filter(String pattern, Filter filter) {
        throw new UnsupportedOperationException();
    }
}
