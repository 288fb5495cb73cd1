package org.decisiongates.sandbox.host;

import com.atlassian.event.api.EventListener;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners what happened, at once and on the same thread. A listener that throws is logged and stops nobody else. */
public final class Events {

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    Events() {
    }

    public void publish(Object event) {
        for (Listener one : listeners) {
            if (one.method().getParameterTypes()[0].isInstance(event)) {
                one.tell(event);
            }
        }
    }

    /** Methods annotated with the event library's {@code EventListener} are called with events of their parameter's type. */
    public void register(Object listener) {
        unregister(listener);
        for (Method method : listener.getClass().getMethods()) {
            if (method.isAnnotationPresent(EventListener.class) && !method.isBridge()) {
                if (method.getParameterCount() != 1) {
                    throw new IllegalArgumentException(method + " listens to events and must take exactly one");
                }
                method.setAccessible(true);
                listeners.add(new Listener(listener, method));
            }
        }
    }

    public void unregister(Object listener) {
        listeners.removeIf(one -> one.target() == listener);
    }

    void unregisterAll() {
        listeners.clear();
    }

    private record Listener(Object target, Method method) {

        void tell(Object event) {
            try {
                method.invoke(target, event);
            } catch (InvocationTargetException e) {
                LOG.error("Listener {} failed on {}", target.getClass().getName(), event.getClass().getName(), e.getCause());
            } catch (IllegalAccessException e) {
                LOG.error("Listener {} cannot be called", target.getClass().getName(), e);
            }
        }
    }
}
