package org.decisiongates.sandbox.host;

/** Tells listeners what happened, at once and on the same thread. A listener that throws is logged and stops nobody else. */
public final class Events {

    public void publish(Object event) {
        throw new UnsupportedOperationException();
    }

    /** Methods annotated with the event library's {@code EventListener} are called with events of their parameter's type. */
    public void register(Object listener) {
        throw new UnsupportedOperationException();
    }

    public void unregister(Object listener) {
        throw new UnsupportedOperationException();
    }
}
