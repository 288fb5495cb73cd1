package org.decisiongates.sandbox.host.web;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

/** The request this thread is serving. */
public final class RequestScope {

    private final ThreadLocal<HttpServletRequest> current = new ThreadLocal<>();

    public Optional<HttpServletRequest> current() {
        return Optional.ofNullable(current.get());
    }

    void enter(HttpServletRequest request) {
        current.set(request);
    }

    void leave() {
        current.remove();
    }
}
