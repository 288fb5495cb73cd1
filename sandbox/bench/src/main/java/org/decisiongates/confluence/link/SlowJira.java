package org.decisiongates.confluence.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;

/** A Jira that takes its time for every answer, or never answers; counts who asks. */
final class SlowJira implements AutoCloseable {

    static {
        // else a second call on the same connection waits 40 ms for an acknowledgement that the client puts off
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile long millis;
    private volatile boolean silent;

    SlowJira(long millis) throws IOException {
        this.millis = millis;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2_000);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "slow-jira");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> {
            try (exchange) {
                answering();
                byte[] body = exchange.getRequestURI().getQuery().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    /** Whoever has the answer asks the next thing before this thread is told, so that counts end before the answer is sent. */
    private void answering() {
        calls.incrementAndGet();
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
            rest(silent ? 120_000 : millis);
        } finally {
            now.decrementAndGet();
        }
    }

    void saysNothing() {
        silent = true;
    }

    void forgets() {
        calls.set(0);
        most.set(0);
    }

    int calls() {
        return calls.get();
    }

    /** How many calls it had at once. */
    int most() {
        return most.get();
    }

    /** What it says to {@code query}. */
    String asked(String query, int timeoutMillis) {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI
                    .create("http://127.0.0.1:" + server.getAddress().getPort() + "/?" + query).toURL()
                    .openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(timeoutMillis);
            connection.setReadTimeout(timeoutMillis);
            try (var body = connection.getInputStream()) {
                return new String(body.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void rest(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
