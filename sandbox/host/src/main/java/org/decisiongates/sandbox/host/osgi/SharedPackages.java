package org.decisiongates.sandbox.host.osgi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.atlassian.activeobjects.external.ActiveObjects;
import net.java.ao.Entity;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;

import org.decisiongates.sandbox.host.Packages;
import org.decisiongates.sandbox.host.Product;

/** What every product exports, with the versions of Platform 8. The javax twins of the jakarta packages are left out on purpose. */
public final class SharedPackages {

    private static final List<String> OF_PRODUCTS = List.of("com.atlassian.jira", "com.atlassian.confluence", "com.atlassian.renderer",
            "com.atlassian.user", "com.atlassian.query", "com.atlassian.greenhopper");

    private SharedPackages() {
    }

    /** Package name to version; the shared ones and this product's own. */
    public static Map<String, String> of(Product product) {
        Map<String, String> exports = new TreeMap<>();
        put(exports, "", Packages.beside(ActiveObjects.class, "com.atlassian"));
        exports.keySet().removeIf(name -> OF_PRODUCTS.stream().anyMatch(prefix -> name.equals(prefix) || name.startsWith(prefix + ".")));
        put(exports, "6.1.1", Packages.beside(Entity.class, "net.java.ao"));
        put(exports, "2.0.20", Set.of("org.slf4j", "org.slf4j.event", "org.slf4j.helpers", "org.slf4j.spi"));
        for (Class<?> anchor : List.of(BeanFactory.class, ApplicationContext.class, Resource.class, ProxyFactory.class)) {
            put(exports, "6.2.19", Packages.beside(anchor, "org.springframework"));
        }
        put(exports, "6.0.0",
                Set.of("jakarta.servlet", "jakarta.servlet.http", "jakarta.servlet.annotation", "jakarta.servlet.descriptor"));
        put(exports, "3.1.0", Set.of("jakarta.ws.rs", "jakarta.ws.rs.core", "jakarta.ws.rs.ext", "jakarta.ws.rs.container",
                "jakarta.ws.rs.client", "jakarta.ws.rs.sse"));
        put(exports, "2.0.1", Set.of("jakarta.inject"));
        put(exports, "2.1.0", Set.of("jakarta.annotation", "jakarta.annotation.security", "jakarta.annotation.sql"));
        put(exports, "", product.exportedPackages());
        return exports;
    }

    private static void put(Map<String, String> exports, String version, Set<String> names) {
        names.forEach(name -> exports.put(name, version));
    }
}
