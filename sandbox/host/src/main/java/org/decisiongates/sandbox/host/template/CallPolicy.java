package org.decisiongates.sandbox.host.template;

import java.lang.reflect.Method;

/** Decides which methods a template may call. */
@FunctionalInterface
public interface CallPolicy {

    /** The host's own templates. */
    CallPolicy HOST = (target, method) -> !method.getName().equals("getClass");

    boolean allows(Class<?> target, Method method);

    /** Whether {@code #foreach} may go through it. */
    default boolean iterates(Object target) {
        return true;
    }
}
