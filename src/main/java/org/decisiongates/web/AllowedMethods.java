package org.decisiongates.web;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The methods of HTTP that a servlet takes: those it names, HEAD beside GET, and OPTIONS. To all others it says 405; a servlet left to
 * itself says 501 to PATCH and whatever else it does not know, and reads a TRACE back to its sender.
 */
public final class AllowedMethods {

    private static final String OPTIONS = "OPTIONS";

    private final Set<String> names;

    private AllowedMethods(Set<String> names) {
        this.names = names;
    }

    /** @param names in capitals, as HTTP compares them */
    public static AllowedMethods of(String... names) {
        return new AllowedMethods(
                Stream.concat(List.of(names).stream().flatMap(name -> name.equals("GET") ? Stream.of(name, "HEAD") : Stream.of(name)),
                        Stream.of(OPTIONS)).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Whether the servlet is to serve the request; otherwise the response is complete. */
    public boolean admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (names.contains(request.getMethod()) && !request.getMethod().equals(OPTIONS)) {
            return true;
        }
        response.setHeader("Allow", String.join(", ", names));
        if (request.getMethod().equals(OPTIONS)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
        return false;
    }
}
