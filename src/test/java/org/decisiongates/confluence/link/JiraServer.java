package org.decisiongates.confluence.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.atlassian.applinks.api.ApplicationLinkService;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import org.decisiongates.fixture.TestTime;
import org.decisiongates.summary.WeeklySummary;

/** A server on the loopback that answers as a Jira might, well or badly. */
public final class JiraServer implements AutoCloseable {

    private static final Instant FETCHED = Instant.parse("2026-11-20T09:15:00Z");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final BoundedExecutor calls = new BoundedExecutor();
    private volatile HttpHandler answer = exchange -> send(exchange, 500, "text/plain", "");

    public JiraServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Accept"));
            try (exchange) {
                answer.handle(exchange);
            }
        });
        server.start();
    }

    /** What a Jira at {@code jira} answered a moment ago. */
    public static JiraAnswer.Found found(WeeklySummary summary, URI jira) {
        return new JiraAnswer.Found(summary, jira, FETCHED, Duration.ZERO, Optional.empty());
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/jira");
    }

    /** The client under test, asking this server over {@code links} in the name of {@code user}; nobody is logged in when it is null. */
    public JiraClient summaries(String user, LoopbackLink... links) {
        return summaries(user, LoopbackLink.service(links), calls);
    }

    static JiraClient summaries(String user, ApplicationLinkService links, BoundedExecutor calls) {
        UserManager users = LoopbackLink.answering(UserManager.class, (method, arguments) -> user == null ? null : new UserKey(user));
        return new JiraClient(links, users, calls, TestTime.CLOCK);
    }

    /** A client whose application links cannot even be read. */
    public JiraClient summariesThatFail() {
        return summaries("lead", LoopbackLink.answering(ApplicationLinkService.class, (method, arguments) -> {
            throw new IllegalStateException("the links are gone");
        }), calls);
    }

    /** Every request so far: method, path and what it accepts. */
    List<String> requests() {
        return requests;
    }

    public void answers(int status, String type, String body) {
        answer = exchange -> send(exchange, status, type, body);
    }

    void answersWith(HttpHandler handler) {
        answer = handler;
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        calls.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
