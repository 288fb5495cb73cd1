package org.decisiongates.sandbox.wired;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The far end of an application link: says what it is told to, and keeps what it was asked. */
final class JiraStub implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Answer answer = new Answer(500, "text/plain", "", "");

    /**
     * What it says.
     *
     * @param status    HTTP status
     * @param type      content type
     * @param body      the whole of it
     * @param challenge header {@code WWW-Authenticate}; empty for none
     */
    record Answer(int status, String type, String body, String challenge) {
    }

    JiraStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/jira");
    }

    void says(Answer next) {
        answer = next;
    }

    /** Says this summary, in the JSON that the app's resource speaks. */
    void saysSummary(String json) {
        says(new Answer(200, "application/json", json, ""));
    }

    /** Path and asking user of every request. */
    List<String> questions() {
        return questions;
    }

    private void serve(HttpExchange exchange) throws IOException {
        questions.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("X-Sandbox-Link"));
        Answer now = answer;
        byte[] body = now.body().getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", now.type());
            if (!now.challenge().isEmpty()) {
                exchange.getResponseHeaders().set("WWW-Authenticate", now.challenge());
            }
            exchange.sendResponseHeaders(now.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
