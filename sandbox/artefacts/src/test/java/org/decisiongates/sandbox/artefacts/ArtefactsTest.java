package org.decisiongates.sandbox.artefacts;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.Before;
import org.junit.Test;

/** Stand-ins, table and profile say the same. */
public class ArtefactsTest {
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?((?:com\\.atlassian|org\\.ofbiz)[\\w.]+);",
            Pattern.MULTILINE);

    private Artefacts table;
    private AtlassianProfile profile;

    @Before
    public void read() throws IOException {
        table = Artefacts.of(StandIns.TABLE);
        profile = AtlassianProfile.read();
    }

    @Test
    public void givesEveryStandInToOneArtefact() throws IOException {
        assertEquals("stand-ins without a row in atlassian/ARTEFACTS.md", Set.of(), names(name -> table.of(name).isEmpty()));
    }

    @Test
    public void keepsNoRowWithoutAStandIn() throws IOException {
        Set<String> idle = table.rows().stream().map(Artefacts.Row::packages).collect(Collectors.toCollection(TreeSet::new));
        for (String name : StandIns.classes().keySet()) {
            table.of(name).ifPresent(row -> idle.remove(row.packages()));
        }
        assertEquals("rows of atlassian/ARTEFACTS.md without a stand-in", Set.of(), idle);
    }

    @Test
    public void understandsEveryRow() {
        assertEquals(List.of(), table.rows().stream().filter(row -> !row.isUnderstood()).toList());
    }

    @Test
    public void declaresInTheProfileExactlyWhatTheTableSays() {
        Map<String, String> said = new TreeMap<>();
        table.rows().forEach(row -> row.scope().ifPresent(scope -> said.put(row.artefact(), scope)));
        Map<String, String> declared = new TreeMap<>();
        profile.dependencies().stream().filter(dependency -> dependency.group().startsWith("com.atlassian."))
                .forEach(dependency -> declared.put(dependency.name(), dependency.scope()));
        assertEquals(said, declared);
    }

    @Test
    public void reachesTransitiveArtefactsThroughDeclaredOnes() {
        Set<String> declared = profile.dependencies().stream().map(AtlassianProfile.Dependency::name).collect(Collectors.toSet());
        assertEquals(List.of(),
                table.rows().stream().filter(row -> row.through().filter(way -> !declared.contains(way)).isPresent()).toList());
    }

    @Test
    public void usesNothingThatReachesNoClassPath() throws IOException {
        Set<String> offenders = new TreeSet<>();
        for (String name : imported()) {
            if (table.of(name).filter(row -> !row.isUnused()).isEmpty()) {
                offenders.add(name);
            }
        }
        assertEquals("imported by the plugin, but no declared artefact brings it", Set.of(), offenders);
    }

    @Test
    public void namesNoRepositoryAndNoThirdProfile() {
        assertEquals("the Plugin SDK's settings bring the repositories", 0, profile.repositories());
        assertEquals("another profile in this file would switch the default one off", List.of("sandbox", "atlassian"), profile.profiles());
    }

    @Test
    public void givesTheNarrowestRow() {
        assertEquals("com.atlassian.jira:jira-core",
                table.of("com.atlassian.jira.issue.fields.screen.FieldScreenImpl").orElseThrow().artefact());
        assertEquals("com.atlassian.jira:jira-api",
                table.of("com.atlassian.jira.issue.fields.screen.FieldScreenImpl2").orElseThrow().artefact());
        assertEquals("com.atlassian.plugins:atlassian-plugins-api", table.of("com.atlassian.plugin.Nested$Inner").orElseThrow().artefact());
        assertEquals(true, table.of("com.atlassian.pluginother.Type").isEmpty());
    }

    private static Set<String> names(Predicate<String> wanted) throws IOException {
        return StandIns.classes().keySet().stream().filter(wanted).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> imported() throws IOException {
        Set<String> imported = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(StandIns.ROOT.resolve("src"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher found = IMPORT.matcher(Files.readString(source));
                while (found.find()) {
                    imported.add(found.group(1));
                }
            }
        }
        return imported;
    }
}
