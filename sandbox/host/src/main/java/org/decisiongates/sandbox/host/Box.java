package org.decisiongates.sandbox.host;

import java.nio.file.Path;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import org.decisiongates.sandbox.host.data.Database;
import org.decisiongates.sandbox.host.sal.SandboxLocaleResolver;
import org.decisiongates.sandbox.host.sal.SandboxPluginSettings;
import org.decisiongates.sandbox.host.sal.TemplateTools;
import org.decisiongates.sandbox.host.web.RequestScope;
import org.decisiongates.sandbox.host.web.WebServer;

/** What the core gives a product. */
public final class Box {

    private final Product product;
    private final Options options;
    private final Database database;
    private final WebServer server;
    private final BundleContext bundles;
    private final RequestScope requests = new RequestScope();
    private final CurrentUser currentUser = new CurrentUser();
    private final Modules modules = new Modules();
    private final Events events;
    private final Templates templates = new Templates();
    private final Texts texts;
    private final Fragments fragments;
    private final WebResources webResources;
    private final Map<Class<?>, ServiceRegistration<?>> offered = new ConcurrentHashMap<>();
    private final Map<String, TimeZone> zones = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final SandboxPluginSettings settings;
    private Runnable settling = () -> {
    };

    Box(Product product, Options options, Database database, WebServer server, BundleContext bundles) {
        this.product = product;
        this.options = options;
        this.events = new Events(options.faults());
        this.database = database;
        this.server = server;
        this.bundles = bundles;
        this.texts = new Texts(() -> new SandboxLocaleResolver(requests).getLocale());
        this.fragments = new Fragments(modules, templates, texts, product.contextPath());
        this.webResources = new WebResources(modules, requests, product.contextPath());
        // every page has all of AUI, of which products load this part only where it is asked for
        webResources.declare("com.atlassian.auiplugin:aui-date-picker");
        this.jdbc = JdbcClient.create(database.joining());
        this.settings = new SandboxPluginSettings(jdbc, database.transactions());
        templates.always("i18n", new TemplateTools.I18n(texts));
        templates.always("webResourceManager", new TemplateTools.Resources(webResources));
        templates.onHostPages("page", new Page(product.contextPath(), requests, currentUser, product::users, webResources));
    }

    void settlesWith(Runnable jobs) {
        settling = jobs;
    }

    /** Returns once no job is due any more and none runs. */
    public void settle() {
        settling.run();
    }

    /** For example {@code http://localhost:2990/jira}; known from {@link Product#start} on. */
    public String baseUrl() {
        return "http://localhost:" + server.port() + product.contextPath();
    }

    public Path home() {
        return options.home();
    }

    public Options options() {
        return options;
    }

    /** Joins the transaction of {@link #transactions()} on this thread. */
    public DataSource dataSource() {
        return database.joining();
    }

    public PlatformTransactionManager transactions() {
        return database.transactions();
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    /** Offers a service to plugins; the returned registration takes it back. */
    public <T> ServiceRegistration<T> publish(Class<T> api, T service) {
        ServiceRegistration<T> registration = bundles.registerService(api, service, null);
        offered.put(api, registration);
        return registration;
    }

    /** Offers a service no more, as a version of the product that has none. */
    public void withdraw(Class<?> api) {
        offered.remove(api).unregister();
    }

    /**
     * An {@code api} whose methods are those {@code partial} has (same name, same erased parameters); every other throws
     * {@link NotInSandbox}.
     */
    public <T> T strict(Class<T> api, Object partial) {
        return Strict.of(api, partial);
    }

    public Modules modules() {
        return modules;
    }

    public Fragments fragments() {
        return fragments;
    }

    public Templates templates() {
        return templates;
    }

    /** The time zones of people who chose one, by user key. */
    public Map<String, TimeZone> zones() {
        return zones;
    }

    public WebResources webResources() {
        return webResources;
    }

    public Texts texts() {
        return texts;
    }

    public Events events() {
        return events;
    }

    public CurrentUser currentUser() {
        return currentUser;
    }

    /** The people of the running product. */
    public UserDirectory users() {
        return product.users();
    }

    /** The global plugin settings. */
    public PluginSettings settings() {
        return settings.createGlobalSettings();
    }

    /** Serves a pattern below the context path; call it in {@link Product#start}. */
    public void servlet(String pattern, HttpServlet servlet) {
        server.servlet(servlet, pattern);
    }

    /** Runs behind the core's own filters (encoding, login, XSRF); call it in {@link Product#start}. */
    public void filter(String pattern, Filter filter) {
        server.filter(filter, pattern);
    }

    RequestScope requests() {
        return requests;
    }

    SandboxPluginSettings pluginSettings() {
        return settings;
    }

    Supplier<UserDirectory> directory() {
        return product::users;
    }
}
