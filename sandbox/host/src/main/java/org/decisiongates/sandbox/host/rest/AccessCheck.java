package org.decisiongates.sandbox.host.rest;

import java.util.Arrays;
import java.util.function.Supplier;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;

import org.decisiongates.sandbox.host.CurrentUser;
import org.decisiongates.sandbox.host.UserDirectory;
import org.decisiongates.sandbox.host.web.Access;
import org.decisiongates.sandbox.host.web.Xsrf;

/**
 * Applies the access annotations and the XSRF rule before a resource method runs. Of XSRF only what is documented: what a form can send
 * needs the header. Whether the platform looks at {@code Origin}, or at a DELETE, is not known: an app that relies on it is not covered.
 */
@Priority(Priorities.AUTHENTICATION)
final class AccessCheck implements ContainerRequestFilter {

    private final CurrentUser currentUser;
    private final Supplier<UserDirectory> users;

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest request;

    AccessCheck(CurrentUser currentUser, Supplier<UserDirectory> users) {
        this.currentUser = currentUser;
        this.users = users;
    }

    @Override
    public void filter(ContainerRequestContext call) {
        switch (Access.of(resource.getResourceMethod(), resource.getResourceClass()).ask(currentUser, users.get())) {
            case NOT_LOGGED_IN -> throw new PlatformRefusal(401, "Client must be authenticated to access this resource.");
            case FORBIDDEN -> throw new PlatformRefusal(403, "Client is not authorized to access this resource.");
            default -> checkXsrf();
        }
    }

    private void checkXsrf() {
        boolean excluded = Arrays.stream(resource.getResourceMethod().getAnnotations())
                .anyMatch(one -> one.annotationType().getName().equals("com.atlassian.annotations.security.XsrfProtectionExcluded"));
        if (!excluded && Xsrf.changing(request) && Xsrf.formLike(request) && !Xsrf.saysNoCheck(request)) {
            throw new PlatformRefusal(403, "XSRF check failed");
        }
    }
}
