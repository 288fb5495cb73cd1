package org.decisiongates.sandbox.artefacts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Makes a release with a key that is thrown away: the whole command, without the test suite inside. */
public class ReleaseTest {
    private static final String VERSION = "1.0.0-beta.1";
    private static final String JAR = "decision-gates-" + VERSION + ".jar";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private ThrowAwayKey key;
    private Path out;

    @Before
    public void makeAKey() throws Exception {
        key = ThrowAwayKey.in(folder.newFolder("key").toPath(), "30");
        out = folder.getRoot().toPath().resolve("made");
    }

    @Test
    public void makesASignedJarOfItsVersionAndSaysWhatIsInIt() throws Exception {
        Command.Outcome outcome = release("--version", VERSION, "--work-tree", "--without-tests");

        assertTrue(outcome.said(), outcome.ended(0));
        assertTrue(outcome.said(), outcome.said().contains("verified " + JAR));
        Path jar = out.resolve(JAR);
        try (JarFile opened = new JarFile(jar.toFile()); var descriptor = opened.getInputStream(opened.getEntry("atlassian-plugin.xml"))) {
            assertEquals("1.0.0.beta_1", opened.getManifest().getMainAttributes().getValue("Bundle-Version"));
            assertTrue(new String(descriptor.readAllBytes(), StandardCharsets.UTF_8).contains("<version>" + VERSION + "</version>"));
            List<String> inside = opened.stream().map(entry -> entry.getName()).filter(name -> name.endsWith(".jar"))
                    .map(name -> name.replaceAll(".*/", "")).sorted().toList();
            assertEquals("the bill of materials names what the jar embeds", inside,
                    embedded(Files.readString(out.resolve("decision-gates-" + VERSION + ".cdx.json"))));
        }
        // Checked a second time, by other code than the command's own.
        Signature signature = Signature.getInstance("Ed25519");
        try (var in = Files.newInputStream(key.certificate())) {
            signature.initVerify(CertificateFactory.getInstance("X.509").generateCertificate(in).getPublicKey());
        }
        signature.update(Files.readAllBytes(jar));
        assertTrue(signature.verify(Files.readAllBytes(out.resolve(JAR + ".sig"))));
    }

    @Test
    public void refusesWhatIsNoRelease() throws Exception {
        for (String version : List.of("1.0.0-SNAPSHOT", "1.0", "", "1.0.0;rm")) {
            Command.Outcome outcome = release("--version", version);
            assertTrue(outcome.said(), outcome.ended(1));
            assertTrue(outcome.said(), outcome.said().contains("--version is a release such as 1.0.0-beta.1"));
        }
    }

    @Test
    public void refusesToReplaceARelease() throws Exception {
        Files.createDirectory(out);

        Command.Outcome outcome = release("--version", VERSION);

        assertTrue(outcome.said(), outcome.ended(1));
        assertTrue(outcome.said(), outcome.said().contains("a release is made once"));
    }

    private Command.Outcome release(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(StandIns.ROOT.resolve("release/run").toString(), "--key", key.file().toString(),
                "--certificate", key.certificate().toString(),
                "--out", out.toString()));
        command.addAll(List.of(options));
        String path = Path.of(System.getProperty("maven.home"), "bin") + ":" + System.getenv("PATH");
        return Command.run(StandIns.ROOT, Map.of("PATH", path, "TMPDIR", folder.getRoot().toString(),
                "MAVEN_OPTS",
                "-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dmaven.repo.local=" + System.getProperty("localRepository")),
                command.toArray(new String[0]));
    }

    /** Jars of the components, without their versions, which is how they are embedded. */
    private static List<String> embedded(String bill) {
        return Pattern.compile("\"purl\" : \"pkg:maven/[^/\"]+/([^@\"]+)@").matcher(bill).results().map(found -> found.group(1) + ".jar")
                .filter(name -> !name.equals("decision-gates.jar")).sorted().distinct().toList();
    }
}
