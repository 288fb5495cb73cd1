package org.decisiongates.sandbox.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a stand-in does instead of behaving: refuse by name, or ask the host that bound the static method. */
public final class StandIn {
    private static final Map<String, Body> BODIES = new ConcurrentHashMap<>();

    private StandIn() {
    }

    /** The behaviour a host lends to a static method of a stand-in. */
    @FunctionalInterface
    public interface Body {
        Object call(Object... arguments) throws Exception;
    }

    /** Lends a body to the static method {@code Type#method}; the last host wins. */
    public static void bind(String method, Body body) {
        BODIES.put(method, body);
    }

    @SuppressWarnings("unchecked")
    public static <T> T call(String method, Object... arguments) {
        Body body = BODIES.get(method);
        if (body == null) {
            throw unsupported(method);
        }
        try {
            return (T) body.call(arguments);
        } catch (Exception failure) {
            throw StandIn.<RuntimeException>undeclared(failure);
        }
    }

    public static UnsupportedOperationException unsupported(String method) {
        return new UnsupportedOperationException("stand-in without behaviour: " + method);
    }

    // Each stand-in declares its own checked exceptions, so the body's pass through as they are.
    @SuppressWarnings("unchecked")
    private static <E extends Exception> E undeclared(Exception failure) throws E {
        throw (E) failure;
    }
}
