package org.decisiongates.sandbox.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** One product in its own process, started as {@code sandbox/run} starts it, on a free port and an empty home. */
final class RunningProduct implements AutoCloseable {

    private final String product;
    private final int port;
    private final List<String> command;
    private final Path home;
    private Process process;

    RunningProduct(String product, int port, int peerPort, Path home, String... more) {
        this.product = product;
        this.port = port;
        this.home = home;
        Path host = Path.of(System.getProperty("sandbox.host"));
        command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--add-opens", "java.base/java.lang=ALL-UNNAMED",
                "-cp", host.resolve("target/classes") + java.io.File.pathSeparator + host.resolve("target/lib") + "/*",
                "org.decisiongates.sandbox.host.Launcher",
                "--product", product, "--port", String.valueOf(port), "--home", home.toString(),
                "--jar", host.resolve("target/plugins/decision-gates.jar").toString(),
                "--peer", address(product.equals("jira") ? "confluence" : "jira", peerPort), "--secret", "e2e-only"));
        command.addAll(TestTime.arguments());
        command.addAll(List.of(more));
    }

    /**
     * A port that is free and stays so while the product is stopped for a while: below those that the system hands out to whoever connects
     * anywhere.
     */
    static int freePort() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(10_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // somebody has it; the next one, then
            }
        }
        throw new AssertionError("no port between 10000 and 32000 is free");
    }

    private static String address(String product, int port) {
        return "http://localhost:" + port + "/" + product;
    }

    String address() {
        return address(product, port);
    }

    void start() {
        try {
            Files.createDirectories(home);
            Path log = home.resolve("console.log");
            Files.deleteIfExists(log);
            process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
            for (int attempt = 0; attempt < 900; attempt++) {
                if (Files.readString(log).contains("ready " + product + " ")) {
                    return;
                }
                if (!process.isAlive()) {
                    break;
                }
                Thread.sleep(200);
            }
            throw new AssertionError(product + " did not start:\n" + tail(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    /** Ends the process as an administrator would; the home stays. */
    void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process = null;
    }

    @Override
    public void close() {
        stop();
    }
}
