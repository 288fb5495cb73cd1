package org.decisiongates.sandbox.host.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;

/** Tomcat on the loopback address. The port is bound at once, so that the address is known before anything is served. */
public final class WebServer implements AutoCloseable {

    /** More than any form of the products; attachments are not played. Other bodies have no limit, as Tomcat knows none. */
    public static final int LARGEST_FORM = 5 * 1024 * 1024;

    private final Tomcat tomcat = new Tomcat();
    private final Context context;
    private final Path work;
    private final AtomicInteger names = new AtomicInteger();

    public WebServer(int port, String contextPath) {
        // The OSGi framework has installed its own handler factory, and a JVM has room for one.
        TomcatURLStreamHandlerFactory.disable();
        try {
            work = Files.createTempDirectory("sandbox-web");
            Path pages = Files.createDirectories(work.resolve("pages"));
            tomcat.setBaseDir(work.toString());
            tomcat.setSilent(true);
            Connector connector = new Connector("HTTP/1.1");
            connector.setPort(port);
            connector.setProperty("address", "127.0.0.1");
            connector.setURIEncoding("UTF-8");
            connector.setMaxPostSize(LARGEST_FORM);
            tomcat.setConnector(connector);
            context = tomcat.addContext(contextPath, pages.toString());
            if (context instanceof StandardContext standard) {
                // The leak hunt needs the JVM opened further, and nothing outlives this process anyway.
                standard.setClearReferencesObjectStreamClassCaches(false);
                standard.setClearReferencesRmiTargets(false);
                standard.setClearReferencesThreadLocals(false);
            }
            Rfc6265CookieProcessor cookies = new Rfc6265CookieProcessor();
            cookies.setSameSiteCookies("lax");
            context.setCookieProcessor(cookies);
            ((StandardHost) tomcat.getHost()).setErrorReportValveClass(PlainErrors.class.getName());
            tomcat.init();
            if (port() <= 0) {
                throw new LifecycleException("port " + port + " is taken");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LifecycleException e) {
            throw new IllegalStateException("The web server does not start on port " + port + ": is something else using it?", e);
        }
    }

    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    /** Adds a servlet; the returned name removes it again. */
    public String servlet(Servlet servlet, String... patterns) {
        String name = "servlet-" + names.incrementAndGet();
        Wrapper wrapper = Tomcat.addServlet(context, name, servlet);
        wrapper.setAsyncSupported(true);
        for (String pattern : patterns) {
            context.addServletMappingDecoded(pattern, name);
        }
        return name;
    }

    /** Takes a servlet away with all its patterns. */
    public void remove(String name) {
        Wrapper wrapper = (Wrapper) context.findChild(name);
        for (String pattern : wrapper.findMappings()) {
            context.removeServletMapping(pattern);
        }
        context.removeChild(wrapper);
    }

    /** Adds a filter behind those that are already there. */
    public void filter(Filter filter, String pattern) {
        FilterDef definition = new FilterDef();
        definition.setFilterName("filter-" + names.incrementAndGet());
        definition.setFilter(filter);
        definition.setAsyncSupported("true");
        FilterMap map = new FilterMap();
        map.setFilterName(definition.getFilterName());
        map.addURLPatternDecoded(pattern);
        context.addFilterDef(definition);
        context.addFilterMap(map);
    }

    public void start() {
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException("The web server does not start", e);
        }
        if (!context.getState().isAvailable()) {
            throw new IllegalStateException("The web application does not start; the log says why");
        }
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
            try (Stream<Path> files = Files.walk(work)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (LifecycleException | IOException e) {
            throw new IllegalStateException("The web server does not stop", e);
        }
    }
}
