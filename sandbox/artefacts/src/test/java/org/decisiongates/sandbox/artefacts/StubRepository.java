package org.decisiongates.sandbox.artefacts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A local Maven repository that holds one stub an artefact under its real coordinates, and for all else links to the repository of the
 * build around. The stubs never reach that one: a stub beside a real artefact would poison whatever is built from it later.
 */
final class StubRepository {
    /** The version of what a BOM or an artefact brings: the profile names none, so any will do. */
    private static final String SOME = "8-stub";
    // The workflow engine reaches the profile through Jira, in the forks' versions that nobody has seen.
    private static final String WORKFLOW = dependency("opensymphony", "osworkflow", "2.7.0", true)
            + dependency("opensymphony", "propertyset", "1.3", true);

    private final Path folder;
    private final Path stubs;
    private final Artefacts table;
    private final AtlassianProfile profile;

    StubRepository(Path folder, Artefacts table, AtlassianProfile profile) {
        this.folder = folder;
        this.stubs = folder.resolveSibling(folder.getFileName() + "-stubs");
        this.table = table;
        this.profile = profile;
    }

    /** Writes the stubs and links the rest to {@code around}. */
    Path create(Path around) throws IOException {
        Map<String, String> versions = new TreeMap<>();
        table.used().forEach(name -> versions.put(name, SOME));
        profile.dependencies().stream().filter(dependency -> !dependency.version().isEmpty())
                .forEach(dependency -> versions.put(dependency.name(), dependency.version()));
        for (String artefact : table.used()) {
            writeArtefact(artefact, versions);
        }
        writeBoms(versions);
        writeScannerPlugin();
        copy(StandIns.ROOT.resolve("sandbox/repo"), stubs);
        Files.createDirectories(folder);
        overlay(around, folder, stubs);
        return folder;
    }

    private void writeArtefact(String name, Map<String, String> versions) throws IOException {
        StringBuilder dependencies = new StringBuilder();
        table.behind(name).forEach(behind -> dependencies.append(dependency(group(behind), artefact(behind), SOME, false)));
        if (name.equals("com.atlassian.jira:jira-core")) {
            dependencies.append(WORKFLOW);
        }
        Path base = place(group(name), artefact(name), versions.get(name));
        Files.writeString(Path.of(base + ".pom"),
                pom(group(name), artefact(name), versions.get(name), "jar", "<dependencies>" + dependencies + "</dependencies>"));
        Map<String, Path> entries = new TreeMap<>();
        StandIns.classes().forEach((type, file) -> {
            if (table.of(type).filter(row -> row.artefact().equals(name)).isPresent()) {
                entries.put(type.replace('.', '/') + ".class", file);
            }
        });
        if (name.equals("com.atlassian.jira:jira-core")) {
            entries.putAll(StandIns.support());
        }
        jar(Path.of(base + ".jar"), entries, Map.of());
    }

    // Which BOM manages which artefact is not known for each; all that the profile leaves open is in the platform's, as the public apps
    // take it.
    private void writeBoms(Map<String, String> versions) throws IOException {
        StringBuilder managed = new StringBuilder();
        profile.dependencies().stream().filter(dependency -> dependency.version().isEmpty())
                .forEach(dependency -> managed
                        .append(dependency(dependency.group(), dependency.artefact(), versions.get(dependency.name()), false)));
        for (AtlassianProfile.Dependency bom : profile.imports()) {
            Path base = place(bom.group(), bom.artefact(), bom.version());
            boolean platform = bom.artefact().equals("platform-public-api");
            Files.writeString(Path.of(base + ".pom"), pom(bom.group(), bom.artefact(), bom.version(), "pom",
                    platform ? "<dependencyManagement><dependencies>" + managed + "</dependencies></dependencyManagement>" : ""));
        }
    }

    private void writeScannerPlugin() throws IOException {
        String group = "com.atlassian.plugin";
        String artefact = "atlassian-spring-scanner-maven-plugin";
        String version = profile.property("spring.scanner.version");
        Path base = place(group, artefact, version);
        Files.writeString(Path.of(base + ".pom"), pom(group, artefact, version, "maven-plugin", ""));
        String entry = StubScannerMojo.class.getName().replace('.', '/') + ".class";
        String descriptor = "<plugin><groupId>" + group + "</groupId><artifactId>" + artefact + "</artifactId><version>" + version
                + "</version>"
                + "<goalPrefix>stub</goalPrefix><mojos><mojo><goal>atlassian-spring-scanner</goal><requiresProject>true</requiresProject>"
                + "<implementation>" + StubScannerMojo.class.getName()
                + "</implementation><language>java</language><instantiationStrategy>per-lookup</instantiationStrategy>"
                + "<parameters><parameter><name>outputDirectory</name><type>java.io.File</type></parameter>"
                + "<parameter><name>index</name><type>java.io.File</type></parameter></parameters>"
                + "<configuration><outputDirectory implementation=\"java.io.File\" default-value=\"${project.build.outputDirectory}\"/>"
                + "<index implementation=\"java.io.File\" default-value=\""
                + StandIns.ROOT.resolve("target/classes/META-INF/plugin-components") + "\"/></configuration>"
                + "</mojo></mojos></plugin>";
        jar(Path.of(base + ".jar"), Map.of(entry, Path.of("target/test-classes", entry)), Map.of("META-INF/maven/plugin.xml", descriptor));
    }

    private Path place(String group, String artefact, String version) throws IOException {
        Path place = stubs.resolve(Path.of(group.replace('.', '/'), artefact, version));
        Files.createDirectories(place);
        return place.resolve(artefact + "-" + version);
    }

    private static void jar(Path file, Map<String, Path> classes, Map<String, String> texts) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, Path> entry : classes.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                Files.copy(entry.getValue(), zip);
            }
            for (Map.Entry<String, String> entry : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    // Folders that hold stubs are real ones; everything beside them is a link to what the build around has fetched.
    private static void overlay(Path around, Path here, Path stubs) throws IOException {
        Set<Path> mine = Set.copyOf(children(stubs));
        if (Files.isDirectory(around)) {
            for (Path child : children(around)) {
                if (!mine.contains(child)) {
                    Files.createSymbolicLink(here.resolve(child), around.resolve(child).toRealPath());
                }
            }
        }
        for (Path child : mine) {
            Path stub = stubs.resolve(child);
            if (Files.isRegularFile(stub)) {
                Files.copy(stub, here.resolve(child));
            } else {
                Files.createDirectories(here.resolve(child));
                boolean version = children(stub).stream().anyMatch(grandchild -> Files.isRegularFile(stub.resolve(grandchild)));
                overlay(version ? Path.of("nowhere") : around.resolve(child), here.resolve(child), stub);
            }
        }
    }

    private static java.util.List<Path> children(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.map(Path::getFileName).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static String dependency(String group, String artefact, String version, boolean alone) {
        return "<dependency><groupId>" + group + "</groupId><artifactId>" + artefact + "</artifactId><version>" + version + "</version>"
                + (alone ? "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>" : "")
                + "</dependency>";
    }

    private static String pom(String group, String artefact, String version, String packaging, String rest) {
        return "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion><groupId>" + group
                + "</groupId><artifactId>" + artefact
                + "</artifactId><version>" + version + "</version><packaging>" + packaging + "</packaging>" + rest + "</project>";
    }

    private static String group(String name) {
        return name.substring(0, name.indexOf(':'));
    }

    private static String artefact(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
