package org.decisiongates.sandbox.host.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL of its own folder, on loopback and a free port: for one box, or for several nodes whose lives it outlasts. */
public final class PostgresServer implements AutoCloseable {

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts it, on what the folder holds from earlier. Refuses a folder whose server still runs: two on one folder destroy it. */
    public static PostgresServer start(Path folder) {
        try {
            Files.createDirectories(folder);
            refuseSecond(folder.resolve("data"));
            return new PostgresServer(EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("data"))
                    .setOverrideWorkingDirectory(folder.resolve("server").toFile())
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start in " + folder, e);
        }
    }

    /** Runs one until it is asked to stop, and prints {@code ready postgres} and its JDBC URL; the argument is its folder. */
    public static void main(String[] arguments) throws InterruptedException {
        PostgresServer server = start(Path.of(arguments[0]));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            stopped.countDown();
        }, "stop"));
        System.out.println("ready postgres " + server.url());
        System.out.flush();
        stopped.await();
    }

    /** The JDBC URL, user included, that boxes take as {@code --db-url}. */
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop", e);
        }
    }

    /** The first line of the file that a running server keeps in its folder is its process id. */
    private static void refuseSecond(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        Optional<ProcessHandle> running = Files.readAllLines(file).stream().findFirst().map(String::trim)
                .filter(line -> line.matches("\\d{1,9}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line))).filter(ProcessHandle::isAlive);
        if (running.isPresent()) {
            throw new IllegalStateException("PostgreSQL process " + running.get().pid() + " still runs on " + data
                    + ". Stop the sandbox that uses it; if that was killed, end the process.");
        }
    }
}
