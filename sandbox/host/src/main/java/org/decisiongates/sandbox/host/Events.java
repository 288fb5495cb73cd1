package org.decisiongates.sandbox.host;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

import com.atlassian.event.api.EventListener;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners what happened, at once and on the same thread. A listener that throws is logged and stops nobody else. */
public final class Events {

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    /** The first of two events of a kind that are to be swapped. */
    private final Map<Class<?>, Object> held = new ConcurrentHashMap<>();
    private final Deque<Object> late = new ConcurrentLinkedDeque<>();
    private final Faults faults;

    Events(Faults faults) {
        this.faults = faults;
    }

    public void publish(Object event) {
        Faults.Delivery delivery = faults.delivery();
        if (delivery == Faults.Delivery.LATE) {
            late.addFirst(event);
            return;
        }
        Optional<Object> earlier = Optional.ofNullable(held.remove(event.getClass()));
        if (delivery == Faults.Delivery.SWAPPED && earlier.isEmpty()) {
            held.put(event.getClass(), event);
            return;
        }
        if (delivery != Faults.Delivery.NEVER) {
            deliver(event);
        }
        if (delivery == Faults.Delivery.TWICE) {
            deliver(event);
        }
        earlier.ifPresent(this::deliver);
    }

    /** Tells what {@link Faults.Delivery#LATE} held back. */
    public void catchUp() {
        for (Object event = late.poll(); event != null; event = late.poll()) {
            deliver(event);
        }
    }

    private void deliver(Object event) {
        for (Listener one : listeners) {
            if (one.method().getParameterTypes()[0].isInstance(event)) {
                one.deliver(event);
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

    /** Classes of the listeners that a plugin has registered and not taken back. */
    List<String> leftBy(Bundle plugin) {
        return listeners.stream().map(one -> one.target().getClass()).filter(type -> FrameworkUtil.getBundle(type) == plugin)
                .map(Class::getName)
                .distinct().toList();
    }

    /** Forgets them. */
    void forget(Bundle plugin) {
        listeners.removeIf(one -> FrameworkUtil.getBundle(one.target().getClass()) == plugin);
    }

    void unregisterAll() {
        listeners.clear();
    }

    private record Listener(Object target, Method method) {

        void deliver(Object event) {
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
