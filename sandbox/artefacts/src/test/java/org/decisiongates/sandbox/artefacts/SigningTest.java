package org.decisiongates.sandbox.artefacts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.tools.ToolProvider;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The half of the release command that signs, on a file that is no jar and with a key that is thrown away. */
public class SigningTest {
    private static final String JAR = "decision-gates-1.0.0-beta.1.jar";

    // Run from source as the command does it, the compiler would take most of this test's time.
    @ClassRule
    public static final TemporaryFolder COMPILED = new TemporaryFolder();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private ThrowAwayKey key;
    private Path made;

    @BeforeClass
    public static void compile() {
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", COMPILED.getRoot().toString(),
                StandIns.ROOT.resolve("release/Signing.java").toString()));
    }

    @Before
    public void makeAKeyAndAFile() throws Exception {
        key = ThrowAwayKey.in(folder.newFolder("key").toPath(), "30");
        made = folder.newFolder("made").toPath();
        Files.writeString(made.resolve(JAR), "the bytes of a jar");
        Files.writeString(made.resolve("decision-gates-1.0.0-beta.1.cdx.json"), "{}");
    }

    @Test
    public void signsAndVerifiesWithoutTheKey() throws Exception {
        sign();

        assertEquals(List.of("SHA256SUMS", "SHA512SUMS", "decision-gates-1.0.0-beta.1.cdx.json", JAR, JAR + ".crt", JAR + ".sig",
                JAR + ".sig.txt"), names());
        assertEquals(64, Files.size(made.resolve(JAR + ".sig")));
        assertEquals(88, Files.size(made.resolve(JAR + ".sig.txt")));
        assertEquals(5, Files.readAllLines(made.resolve("SHA512SUMS")).size());
        Command.Outcome outcome = verify();
        assertTrue(outcome.said(), outcome.ended(0));
        assertTrue(outcome.said(), outcome.said().startsWith("verified " + JAR + ", signed by CN=Throw away"));
    }

    @Test
    public void refusesAJarThatWasChanged() throws Exception {
        sign();
        Files.writeString(made.resolve(JAR), "the bytes of a jaR");

        assertRefused("the signature is not of this jar, or not by this certificate");
    }

    @Test
    public void refusesAnotherCertificate() throws Exception {
        sign();
        Files.write(made.resolve(JAR + ".crt"),
                Files.readAllBytes(ThrowAwayKey.in(folder.newFolder("other").toPath(), "30").certificate()));

        assertRefused("the signature is not of this jar, or not by this certificate");
    }

    @Test
    public void refusesFilesThatTheSumsDoNotName() throws Exception {
        sign();
        Files.writeString(made.resolve("decision-gates-1.0.0-beta.1.cdx.json"), "{\"components\":[]}");
        assertRefused("SHA256SUMS does not fit the files");

        Files.writeString(made.resolve("decision-gates-1.0.0-beta.1.cdx.json"), "{}");
        Files.writeString(made.resolve("readme.txt"), "more");
        assertRefused("SHA256SUMS does not fit the files");
    }

    @Test
    public void signsWithAKeyInPemFormOnly() throws Exception {
        Files.writeString(key.file(), "secret");

        Command.Outcome outcome = signing("sign", made.toString(), JAR, key.file().toString(), key.certificate().toString());

        assertTrue(outcome.said(), outcome.ended(1));
        assertTrue(outcome.said(), outcome.said().contains("holds no private key in PEM form without a password"));
    }

    private void sign() throws Exception {
        Command.Outcome outcome = signing("sign", made.toString(), JAR, key.file().toString(), key.certificate().toString());
        assertTrue(outcome.said(), outcome.ended(0));
    }

    private Command.Outcome verify() throws Exception {
        return signing("verify", made.toString(), JAR);
    }

    private void assertRefused(String complaint) throws Exception {
        Command.Outcome outcome = verify();
        assertTrue(outcome.said(), outcome.ended(1));
        assertEquals("release: " + complaint, outcome.said().strip());
    }

    private List<String> names() throws Exception {
        try (var files = Files.list(made)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Command.Outcome signing(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                        COMPILED.getRoot().toString(), "Signing"));
        command.addAll(List.of(arguments));
        return Command.run(StandIns.ROOT, command.toArray(new String[0]));
    }
}
