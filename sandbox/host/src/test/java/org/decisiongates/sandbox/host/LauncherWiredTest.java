package org.decisiongates.sandbox.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import kong.unirest.core.UnirestException;
import org.junit.Assume;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The two ways people start the sandbox: the launcher, and the script around it. */
public class LauncherWiredTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void saysWhenItIsReadyAndStopsWhenAsked() throws Exception {
        Process process = launch("--product", "confluence", "--home", folder.getRoot().getPath(), "--plugins",
                BuiltPlugin.jar().getParent().toString());
        String url = awaitLine(process, "ready confluence ").substring("ready confluence ".length());
        assertEquals(200, status(url));
        process.destroy();
        assertTrue("it goes on running", process.waitFor(30, TimeUnit.SECONDS));
    }

    @Test
    public void endsAtOnceWhenAPluginIsRefused() throws Exception {
        Path jar = PluginSource.aPlugin("org.example.refused").module("<telepathy key=\"x\"/>").jar(folder.getRoot().toPath());
        Process process = launch("--product", "confluence", "--home", folder.newFolder().getPath(), "--jar", jar.toString());
        awaitLine(process, "The sandbox does not start: Plugin org.example.refused is refused");
        assertTrue("it goes on running", process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(1, process.exitValue());
    }

    @Test
    public void installsAPluginAgainThatWasBuiltAnew() throws Exception {
        String key = "org.example.again";
        Path jar = PluginSource.aPlugin(key).jar(folder.newFolder().toPath());
        Process process = launch("--product", "confluence", "--home", folder.newFolder().getPath(), "--jar", jar.toString(), "--watch",
                jar.toString());
        awaitLine(process, "ready confluence ");
        build(PluginSource.aPlugin(key).with("Later", "public class Later {}"), jar);
        awaitLine(process, "again: installed " + key);
        build(PluginSource.aPlugin(key).module("<telepathy key=\"x\"/>"), jar);
        awaitLine(process, "again: not installed, build it again: Plugin " + key + " is refused");
        Files.writeString(jar, "half a jar");
        build(PluginSource.aPlugin(key), jar);
        awaitLine(process, "again: installed " + key);
        process.destroy();
        assertTrue("it goes on running", process.waitFor(30, TimeUnit.SECONDS));
    }

    @Test
    public void explainsItselfWhenItIsCalledWrongly() throws Exception {
        Process process = launch("--product", "confluence", "--home", folder.getRoot().getPath(), "--colour", "blue");
        awaitLine(process, "There is no option --colour");
        awaitLine(process, "usage: ");
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(2, process.exitValue());
    }

    @Test
    public void scriptStartsBothProductsAndStopsThemCleanly() throws Exception {
        int jira = freePort();
        int confluence = freePort();
        Process script = script("--fresh", "--jira-port", String.valueOf(jira), "--confluence-port", String.valueOf(confluence),
                "--debug-port", "0");
        String debuggerOfJira = awaitLine(script, "Debugger    jira 127.0.0.1:");
        String debuggerOfConfluence = awaitLine(script, "Debugger    confluence 127.0.0.1:");
        awaitLine(script, "Logs and data:");
        for (String debugger : List.of(debuggerOfJira, debuggerOfConfluence)) {
            assertEquals("JDWP-Handshake", handshake(Integer.parseInt(debugger.substring(debugger.lastIndexOf(':') + 1))));
        }
        assertEquals(200, status("http://localhost:" + jira + "/jira"));
        assertEquals(200, status("http://localhost:" + confluence + "/confluence"));
        Path jar = written();
        Files.setLastModifiedTime(jar, FileTime.from(Files.getLastModifiedTime(jar).toInstant().plusSeconds(2)));
        awaitLine(script, ": installed " + BuiltPlugin.KEY);
        script.destroy();
        assertTrue("it goes on running", script.waitFor(60, TimeUnit.SECONDS));
        for (String url : List.of("http://localhost:" + jira + "/jira", "http://localhost:" + confluence + "/confluence")) {
            UnirestException gone = assertThrows(url + " still answers", UnirestException.class, () -> status(url));
            assertEquals(ConnectException.class, gone.getCause().getClass());
        }
    }

    @Test
    public void scriptRefusesWhatItCannotDo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Process busy = script("--jira-port", String.valueOf(taken.getLocalPort()));
            awaitLine(busy, "port " + taken.getLocalPort() + " is taken");
            assertTrue(busy.waitFor(30, TimeUnit.SECONDS));
            assertNotEquals(0, busy.exitValue());
        }
        try (ServerSocket taken = new ServerSocket(0)) {
            Process busy = script("--jira-port", String.valueOf(freePort()), "--confluence-port", String.valueOf(freePort()),
                    "--debug-port",
                    String.valueOf(taken.getLocalPort()));
            awaitLine(busy, "port " + taken.getLocalPort() + " is taken");
        }
        awaitLine(script("--debug-port", "five"), "--debug-port is a number, not 'five'");
        Process unknown = script("--db", "paper");
        awaitLine(unknown, "--db is h2 or postgres, not 'paper'");
        Process help = script("--help");
        awaitLine(help, "usage: sandbox/run");
        assertEquals(0, help.waitFor());
    }

    /** The script must not build again what the build that runs this test has just built. */
    private static Process script(String... arguments) throws IOException {
        Path run = Path.of("..", "run").toAbsolutePath().normalize();
        Assume.assumeTrue("the script is for bash", Files.isExecutable(Path.of("/bin/bash")));
        Path built = BuiltPlugin.jar().resolveSibling(".built");
        if (!Files.exists(built)) {
            Files.createFile(built);
        }
        Files.setLastModifiedTime(built, FileTime.from(Instant.now()));
        List<String> command = new ArrayList<>(List.of("/bin/bash", run.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    /** The jar as the plugin's own build wrote it. */
    private static Path written() throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of("..", "..", "target"), "decision-gates-*.jar")) {
            return jars.iterator().next();
        }
    }

    private static Process launch(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--add-opens", "java.base/java.lang=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Launcher.class.getName()));
        command.addAll(TestTime.arguments());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private void build(PluginSource plugin, Path jar) throws IOException {
        Files.copy(plugin.jar(folder.newFolder().toPath()), jar, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What whoever listens at the port says to a debugger. */
    private static String handshake(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("JDWP-Handshake".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes("JDWP-Handshake".length()), StandardCharsets.US_ASCII);
        }
    }

    private static String awaitLine(Process process, String start) throws IOException {
        StringBuilder seen = new StringBuilder();
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            seen.append(line).append('\n');
            if (line.contains(start)) {
                return line.substring(line.indexOf(start));
            }
        }
        process.destroy();
        throw new AssertionError("it never said '" + start + "':\n" + seen);
    }

    private static int status(String url) {
        return RestClient.at(url).get("/status").asString().getStatus();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
