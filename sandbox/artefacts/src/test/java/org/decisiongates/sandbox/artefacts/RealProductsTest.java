package org.decisiongates.sandbox.artefacts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.Test;

/**
 * What starts real products cannot be run here; it names the same versions as the profile and the guide, and the commands it says it
 * would run.
 */
public class RealProductsTest {
    private static final Path FOLDER = StandIns.ROOT.resolve("atlassian");
    private static final Path GUIDE = StandIns.ROOT.resolve("docs/guide/build-with-the-sdk.md");

    @Test
    public void startsTheVersionsTheProfileCompilesAgainst() throws IOException {
        AtlassianProfile profile = AtlassianProfile.read();
        String pom = Files.readString(FOLDER.resolve("pom.xml"));
        String guide = Files.readString(GUIDE);
        for (String name : List.of("jira.version", "confluence.version")) {
            assertEquals(name, profile.property(name), property(pom, name));
            assertTrue(name, guide.contains("| " + profile.property(name) + " |"));
        }
        assertTrue(guide.contains("| " + profile.property("platform.version") + " |"));
        assertTrue(guide.contains("| " + profile.property("spring.scanner.version") + " |"));
        assertTrue(guide.contains("| " + property(pom, "amps.version") + " |"));
    }

    @Test
    public void namesNoRepository() throws IOException {
        assertFalse(Files.readString(FOLDER.resolve("pom.xml")).matches("(?s).*<(pluginR|r)epositor(y|ies)>.*"));
    }

    @Test
    public void saysFirstThatNobodyHasRunIt() throws IOException {
        for (Path page : List.of(GUIDE, FOLDER.resolve("README.md"))) {
            assertTrue(page.toString(), Files.readAllLines(page).get(0).contains("has never run against the real "));
        }
    }

    @Test
    public void saysWhatItWouldRun() throws Exception {
        String amps = property(Files.readString(FOLDER.resolve("pom.xml")), "amps.version");

        List<String> both = dryRun();
        assertEquals(both.toString(), 5, both.size());
        assertEquals("mvn -B -ntp -pl :decision-gates -am -DskipTests install", both.get(0));
        for (int i = 1; i <= 2; i++) {
            String product = i == 1 ? "jira" : "confluence";
            assertTrue(both.get(i),
                    both.get(i).startsWith("tail -f /dev/null | mvn -B -ntp -f atlassian/pom.xml com.atlassian.maven.plugins:" + product
                            + "-maven-plugin:" + amps + ":run "));
        }
        assertTrue(both.get(4), both.get(4)
                .contains("acceptance.jar --jira http://localhost:2990/jira --confluence http://localhost:1990/confluence --token"));

        List<String> signed = dryRun("--signed", "--only", "confluence");
        assertEquals(signed.toString(), 2, signed.size());
        assertTrue(signed.get(1), signed.get(1).endsWith(" -Dsigned"));
    }

    private static List<String> dryRun(String... options) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(FOLDER.resolve("run").toString(), "--dry-run"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("JIRA_PORT", "CONFLUENCE_PORT", "JAVA_HOME"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(said, 0, process.waitFor());
        return said.lines().toList();
    }

    private static String property(String pom, String name) {
        Matcher value = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<").matcher(pom);
        assertTrue(name, value.find());
        return value.group(1);
    }
}
