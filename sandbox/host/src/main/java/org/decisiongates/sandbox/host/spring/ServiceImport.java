package org.decisiongates.sandbox.host.spring;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;

import org.osgi.framework.Bundle;
import org.osgi.util.tracker.ServiceTracker;
import org.springframework.aop.TargetSource;
import org.springframework.aop.framework.ProxyFactory;

/** One service from the registry, as a proxy that always asks for the service of the moment. */
final class ServiceImport {

    private final Bundle bundle;
    private final Class<?> type;
    private final Duration wait;
    private final ServiceTracker<Object, Object> tracker;

    ServiceImport(Bundle bundle, Class<?> type, Duration wait) {
        this.bundle = bundle;
        this.type = type;
        this.wait = wait;
        this.tracker = new ServiceTracker<>(bundle.getBundleContext(), type.getName(), null);
        tracker.open();
    }

    Class<?> type() {
        return type;
    }

    /** Whether the service is there, or comes in time. */
    boolean await(Duration atMost) {
        return service(atMost) != null;
    }

    Object proxy() {
        if (type.isInterface()) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                if (method.getDeclaringClass() == Object.class) {
                    return switch (method.getName()) {
                        case "equals" -> self == arguments[0];
                        case "hashCode" -> System.identityHashCode(self);
                        default -> "service " + type.getName();
                    };
                }
                try {
                    return method.invoke(current(), arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
        }
        ProxyFactory factory = new ProxyFactory();
        factory.setProxyTargetClass(true);
        factory.setTargetSource(new Current());
        return factory.getProxy(type.getClassLoader());
    }

    void close() {
        tracker.close();
    }

    private Object current() {
        Object service = service(wait);
        if (service == null) {
            throw new IllegalStateException("Plugin " + bundle.getSymbolicName() + " called the service " + type.getName()
                    + ", which has gone and did not come back within " + wait.toMillis() + " ms");
        }
        return service;
    }

    private Object service(Duration atMost) {
        Object service = tracker.getService();
        if (service != null || atMost.isZero()) {
            return service;
        }
        try {
            return tracker.waitForService(Math.max(1, atMost.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** A class, not an interface: proxied by a subclass, as the products do. */
    private final class Current implements TargetSource {

        @Override
        public Class<?> getTargetClass() {
            return type;
        }

        @Override
        public boolean isStatic() {
            return false;
        }

        @Override
        public Object getTarget() {
            return current();
        }

        @Override
        public void releaseTarget(Object target) {
            // Nothing is taken that has to be given back: the tracker holds the service.
        }
    }
}
