package org.decisiongates.sandbox.host.web;

import java.io.IOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

import org.decisiongates.sandbox.host.template.Escaping;

/** Error pages that say what happened and show neither stack trace nor server. JSON below {@code /rest}. */
public final class PlainErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable cause) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String message = cause == null && response.getMessage() != null ? response.getMessage() : standard(status);
        try {
            if (request.getRequestURI().contains("/rest/")) {
                response.setContentType("application/json;charset=UTF-8");
                response.getReporter().write(Errors.json(status, message));
            } else {
                response.setContentType("text/html;charset=UTF-8");
                response.getReporter().write("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"UTF-8\"><title>" + status
                        + "</title></head><body><h1>" + status + "</h1><p>" + Escaping.html(message) + "</p></body></html>");
            }
            response.finishResponse();
        } catch (IOException e) {
            container.getLogger().debug("The client has gone", e);
        }
    }

    private static String standard(int status) {
        return switch (status) {
            case 400 -> "The request cannot be understood.";
            case 401 -> "You are not logged in.";
            case 403 -> "You may not do this.";
            case 404 -> "There is no such page.";
            case 405 -> "This page does not take this method.";
            case 413 -> "The request is too large.";
            default -> status >= 500 ? "Something went wrong. The log of the server says what." : "The request failed.";
        };
    }
}
