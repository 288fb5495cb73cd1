package org.decisiongates.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A MariaDB of this test run: a process of its own, on loopback and a free port, with its files under {@code target}. It stands for the
 * MySQL family; it is not MySQL. Nobody needs a password: the grant tables are not even created, which makes it ready within a second.
 */
final class MariaDbServer {

    private static final String DATABASE = "jira";
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path folder;
    private final int port;

    private MariaDbServer(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Where the server is installed; empty where it is not. */
    static Optional<Path> program() {
        return Stream.concat(Arrays.stream(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/libexec"))
                .map(folder -> Path.of(folder, "mariadbd")).filter(Files::isExecutable).findFirst();
    }

    static MariaDbServer start() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target").toAbsolutePath()), "mariadb");
            int port = freePort();
            // the collation that compares least strictly of those in use: upper and lower case and trailing blanks are the same to it
            Process process = new ProcessBuilder(
                    List.of(program().orElseThrow().toString(), "--no-defaults", "--user=" + System.getProperty("user.name"),
                            "--datadir=" + Files.createDirectory(folder.resolve("data")), "--socket=" + folder.resolve("socket"),
                            "--pid-file=" + folder.resolve("pid"),
                            "--bind-address=127.0.0.1", "--port=" + port, "--skip-grant-tables", "--character-set-server=utf8mb4",
                            "--collation-server=utf8mb4_general_ci",
                            "--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=32M", "--innodb-log-file-size=32M",
                            "--performance-schema=OFF"))
                    .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
            MariaDbServer server = new MariaDbServer(process, folder, port);
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            server.create();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException("MariaDB does not start", e);
        }
    }

    String url() {
        return url(DATABASE);
    }

    private String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?user=root";
    }

    /** A long name for a socket is an error of MariaDB, so connections go by the port. */
    private void create() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try (Connection connection = DriverManager.getConnection(url("")); Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + DATABASE);
                return;
            } catch (SQLException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException("MariaDB does not start: " + Files.readString(folder.resolve("log")), e);
                }
            }
        }
    }

    private void stop() {
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The files of MariaDB stay behind in " + folder, e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
