package org.decisiongates.sandbox.artefacts;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A Maven of its own over a copy of the plugin's sources: the build around keeps its class files. */
final class PluginBuild {
    // What builds leave behind, the reactor's own switches, and the history.
    private static final Set<String> MADE = Set.of("target", "node_modules", ".git", ".mvn");

    private final Path copy;
    private final Path repository;

    private PluginBuild(Path copy, Path repository) {
        this.copy = copy;
        this.repository = repository;
    }

    static PluginBuild in(Path copy, Path repository) throws IOException {
        Files.walkFileTree(StandIns.ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
                if (MADE.contains(directory.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copyOf(directory));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, copyOf(file));
                return FileVisitResult.CONTINUE;
            }

            private Path copyOf(Path path) {
                return copy.resolve(StandIns.ROOT.relativize(path).toString());
            }
        });
        return new PluginBuild(copy, repository);
    }

    /** The same sources with a pom in which one thing is wrong. */
    void replace(String text, String by) throws IOException {
        String pom = Files.readString(copy.resolve("pom.xml"));
        if (!pom.contains(text)) {
            throw new IllegalArgumentException("the pom does not hold " + text);
        }
        Files.writeString(copy.resolve("pom.xml"), pom.replace(text, by));
    }

    void restore() throws IOException {
        Files.writeString(copy.resolve("pom.xml"), Files.readString(StandIns.ROOT.resolve("pom.xml")));
    }

    /** The same sources, nothing compiled yet; by hand, since a build without {@code clean} fetches no plugin for it. */
    PluginBuild withoutClasses() throws IOException {
        Path target = copy.resolve("target");
        if (Files.exists(target)) {
            try (Stream<Path> files = Files.walk(target)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return this;
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "-B", "-o", "-f", copy.resolve("pom.xml").toString(), "-Dmaven.repo.local=" + repository, "-Patlassian",
                "-Dstyle.color=never"));
        command.addAll(List.of(arguments));
        Path log = copy.resolve("build.log");
        ProcessBuilder builder = new ProcessBuilder(command).directory(copy.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", "-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        builder.environment().remove("MAVEN_ARGS");
        int code = builder.start().waitFor();
        return new Outcome(code == 0, Files.readString(log));
    }

    /** How a build ended, and what it said. */
    record Outcome(boolean succeeded, String log) {
    }
}
