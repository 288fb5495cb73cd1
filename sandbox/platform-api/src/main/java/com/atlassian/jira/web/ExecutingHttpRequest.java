package com.atlassian.jira.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

public class ExecutingHttpRequest {
    private static final ThreadLocal<HttpServletRequest> REQUEST = new ThreadLocal<>();

    private ExecutingHttpRequest() {
    }

    public static HttpServletRequest get() {
        return REQUEST.get();
    }

    public static void set(HttpServletRequest request, HttpServletResponse response) {
        REQUEST.set(request);
    }

    public static void clear() {
        REQUEST.remove();
    }
}
