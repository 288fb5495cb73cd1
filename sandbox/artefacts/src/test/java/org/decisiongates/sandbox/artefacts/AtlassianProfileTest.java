package org.decisiongates.sandbox.artefacts;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.After;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Runs {@code mvn -Patlassian} offline against the stubs: what no declared artefact brings is not there. */
public class AtlassianProfileTest {
    private static final String ANY_JDK = "-Djdk.needed=[17,)";
    /**
     * How far the build of the sound pom goes: {@code test} runs the plugin's unit tests as well, which takes minutes (docs/testing.md).
     */
    private static final String GOAL = System.getProperty("profile.goal", "test-compile");

    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder(Path.of("target").toAbsolutePath().toFile());

    private static PluginBuild build;

    @BeforeClass
    public static void stubTheArtefacts() throws IOException {
        Path folder = FOLDER.getRoot().toPath();
        Path repository = new StubRepository(folder.resolve("repository"), Artefacts.of(StandIns.TABLE), AtlassianProfile.read())
                .create(Path.of(System.getProperty("localRepository")));
        build = PluginBuild.in(folder.resolve("plugin"), repository);
    }

    @After
    public void restoreThePom() throws IOException {
        build.restore();
    }

    @Test
    public void compilesSourcesAndTestsAgainstWhatIsDeclared() throws Exception {
        PluginBuild.Outcome outcome = build.withoutClasses().run(ANY_JDK, GOAL);

        assertTrue(outcome.log(), outcome.succeeded());
        assertTrue(outcome.log(), outcome.log().contains("stub of the scanner has seen"));
        assertFalse(outcome.log(), outcome.log().contains("org.decisiongates.sandbox"));
    }

    @Test
    public void saysWhichJdkItNeeds() throws Exception {
        PluginBuild.Outcome outcome = build.run("validate");

        if (Runtime.version().feature() >= 21) {
            assertTrue(outcome.log(), outcome.succeeded());
        } else {
            assertFails(outcome, "A JDK in the range [21,) is needed");
        }
    }

    @Test
    public void failsWithoutAnArtefactThatIsNeeded() throws Exception {
        build.replace(
                "<dependency><groupId>com.atlassian.applinks</groupId><artifactId>applinks-api</artifactId><scope>provided</scope></dependency>",
                "");

        assertFails(build.run(ANY_JDK, "compile"), "package com.atlassian.applinks.api does not exist");
    }

    @Test
    public void failsWhenAnArtefactIsThereForTestsOnly() throws Exception {
        build.replace("<artifactId>beehive-api</artifactId><scope>provided</scope>",
                "<artifactId>beehive-api</artifactId><scope>test</scope>");

        assertFails(build.run(ANY_JDK, "compile"), "package com.atlassian.beehive does not exist");
    }

    @Test
    public void failsWhenAnArtefactWouldReachTheJar() throws Exception {
        build.replace("<artifactId>sal-api</artifactId><scope>provided</scope>", "<artifactId>sal-api</artifactId><scope>compile</scope>");

        assertFails(build.run(ANY_JDK, "validate"), "com.atlassian.sal:sal-api");
    }

    @Test
    public void failsWithoutTheImportThatGivesTheVersions() throws Exception {
        build.replace(
                "<artifactId>platform-public-api</artifactId><version>${platform.version}</version>\n            <type>pom</type><scope>import</scope>",
                "<artifactId>platform-public-api</artifactId><version>${platform.version}</version>\n            <type>pom</type>");

        assertFails(build.run(ANY_JDK, "validate"), "'dependencies.dependency.version' for com.atlassian.sal:sal-api:jar is missing");
    }

    @Test
    public void failsWhenTheScannerRunsBeforeThereAreClasses() throws Exception {
        build.replace("<phase>process-classes</phase>\n                <goals><goal>atlassian-spring-scanner</goal></goals>",
                "<phase>validate</phase>\n                <goals><goal>atlassian-spring-scanner</goal></goals>");

        assertFails(build.withoutClasses().run(ANY_JDK, "validate"), "none is compiled yet");
    }

    private static void assertFails(PluginBuild.Outcome outcome, String complaint) {
        assertFalse(outcome.log(), outcome.succeeded());
        assertTrue(outcome.log(), outcome.log().contains(complaint));
    }
}
