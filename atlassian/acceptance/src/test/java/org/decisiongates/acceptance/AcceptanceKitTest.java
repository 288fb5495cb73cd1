package org.decisiongates.acceptance;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import com.sun.net.httpserver.HttpServer;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** A server that answers wrongly is told of; how the kit fares with a good one is tested against the sandbox. */
public class AcceptanceKitTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Map<String, String> answers = Map.of();
    private HttpServer server;

    @Before
    public void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] body = answers.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answers.containsKey(path) ? 200 : 500, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @After
    public void stop() {
        server.stop(0);
    }

    @Test
    public void saysThatTheAppDoesNotAnswer() {
        answers = Map.of("/rest/api/2/myself", "{\"name\":\"someone\"}", "/rest/api/2/serverInfo",
                "{\"serverTime\":\"2026-11-18T10:00:00.000+0000\"}");
        assertEquals(1, run());
        assertTrue(output(), output().contains("A15  DOES NOT"));
        assertTrue(output(), output().contains("The run was cut short: GET /rest/decision-gates/1.0/self-check answered 500"));
    }

    @Test
    public void saysThatAnybodyMayReadWhatOnlyAdministratorsMay() {
        answers = Map.of("/rest/api/2/myself", "{\"name\":\"someone\"}", "/rest/api/2/serverInfo",
                "{\"serverTime\":\"2026-11-18T10:00:00.000+0000\"}",
                "/rest/decision-gates/1.0/self-check", "{\"checked\":9,\"missing\":[\"a method\"],\"notSetUp\":[\"a workflow\"]}",
                "/plugins/servlet/decision-gates/admin", "<html>");
        assertEquals(1, run());
        assertTrue(output(), output().contains("A3   DOES NOT"));
        assertTrue(output(), output().contains("A7   DOES NOT"));
        assertTrue(output(), output().contains("A8   DOES NOT"));
        assertTrue(output(), output().contains("A24  DOES NOT"));
    }

    @Test
    public void isCutShortWhenNobodyAnswers() {
        server.stop(0);
        assertEquals(3, run());
        assertTrue(output(), output().contains("could not be sent"));
    }

    private int run() {
        String address = "http://localhost:" + server.getAddress().getPort();
        Settings settings = new Settings(address, address, "t", "t", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Duration.ZERO);
        return new AcceptanceKit(settings, new PrintStream(printed, true, StandardCharsets.UTF_8)).run();
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
