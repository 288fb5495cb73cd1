package org.decisiongates.sandbox.jira;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import kong.unirest.core.HttpRequestWithBody;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.UnirestException;
import kong.unirest.core.UnirestInstance;

import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.Launcher;
import org.decisiongates.sandbox.host.RestClient;
import org.decisiongates.sandbox.host.TestTime;

/** A Jira with the built jar in a process of its own, spoken to over REST and killed when asked. */
final class JiraProcess implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Process process;
    private final UnirestInstance client;

    private JiraProcess(Process process, String base) {
        this.process = process;
        this.client = RestClient.at(base);
    }

    /** Starts one on a PostgreSQL that is there already; answers once it takes requests. */
    static JiraProcess start(Path home, String databaseUrl, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "--add-opens", "java.base/java.lang=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Launcher.class.getName(),
                "--product", "jira", "--home", home.toString(), "--db-url", databaseUrl, "--jar", BuiltPlugin.jar().toString()));
        command.addAll(TestTime.arguments());
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        StringBuilder seen = new StringBuilder();
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            seen.append(line).append('\n');
            if (line.startsWith("ready jira ")) {
                Thread drain = new Thread(() -> reader.lines().forEach(rest -> {}), "drain");
                drain.setDaemon(true);
                drain.start();
                return new JiraProcess(process, line.substring("ready jira ".length()));
            }
        }
        throw new IOException("Jira did not start:\n" + seen);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** {@code kill -9} by process id, wherever it is just then. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    /** Whether it has died by itself in that time. */
    boolean diesWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Sends JSON as somebody whose password is his name. Throws when the answer does not come: then nobody knows whether it was done. */
    Reply call(String user, String method, String path, String body) throws IOException {
        HttpRequestWithBody request = client.request(method, path).basicAuth(user, user).header("Content-Type", "application/json")
                .header("X-Atlassian-Token", "no-check");
        try {
            HttpResponse<String> answer = (body == null ? request : request.body(body)).asString();
            return new Reply(answer.getStatus(), answer.getBody());
        } catch (UnirestException e) {
            throw new IOException(e);
        }
    }

    /** A file that somebody fetches. */
    byte[] download(String user, String path) throws IOException {
        try {
            HttpResponse<byte[]> answer = client.get(path).basicAuth(user, user).asBytes();
            if (answer.getStatus() != 200) {
                throw new IllegalStateException(path + " answers " + answer.getStatus());
            }
            return answer.getBody();
        } catch (UnirestException e) {
            throw new IOException(e);
        }
    }

    /** As {@link #call}, for a Jira that may die before it answers. */
    void callAnyhow(String user, String method, String path, String body) {
        try {
            call(user, method, path, body);
        } catch (IOException e) {
            // whether it was done shows in the database
        }
    }

    /** What an administrator reads there; empty when there is no such thing. */
    Optional<JsonNode> ask(String path) throws IOException {
        Reply reply = call("admin", "GET", path, null);
        return reply.status() == 404 ? Optional.empty() : Optional.of(read(path, reply));
    }

    private static JsonNode read(String path, Reply reply) throws IOException {
        if (reply.status() != 200) {
            throw new IOException(path + " answers " + reply);
        }
        return reply.json();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** An answer over HTTP. */
    record Reply(int status, String body) {

        boolean done() {
            return status / 100 == 2;
        }

        JsonNode json() throws IOException {
            return MAPPER.readTree(body);
        }
    }
}
