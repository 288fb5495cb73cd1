package org.decisiongates.sandbox.host.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;

/** Error bodies as the plugin REST of the products writes them. */
public final class Errors {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Errors() {
    }

    /** {@code {"status-code":…,"message":…}}. */
    public static String json(int status, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status-code", status);
        body.put("message", message);
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static void send(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(json(status, message));
    }
}
