package org.decisiongates.sandbox.artefacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The compiled stand-ins, and where the pieces of this repository lie. */
final class StandIns {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    static final Path TABLE = ROOT.resolve("atlassian/ARTEFACTS.md");
    private static final Path CLASSES = ROOT.resolve("sandbox/platform-api/target/classes");
    private static final List<String> OURS = List.of("org.decisiongates.", "META-INF.");

    private StandIns() {
    }

    /** Entries of a jar with what some stand-ins are made of; without it javac cannot read them, and nobody else needs it. */
    static Map<String, Path> support() throws IOException {
        Map<String, Path> support = new TreeMap<>();
        try (Stream<Path> files = Files.list(CLASSES.resolve("org/decisiongates/sandbox/platform"))) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .forEach(file -> support.put("org/decisiongates/sandbox/platform/" + file.getFileName(), file));
        }
        return support;
    }

    /** Binary names and files of all stand-ins; what belongs to the sandbox itself is left out. */
    static Map<String, Path> classes() throws IOException {
        Map<String, Path> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".class") && !file.endsWith("package-info.class")).toList()) {
                String entry = CLASSES.relativize(file).toString();
                String name = entry.substring(0, entry.length() - ".class".length()).replace(file.getFileSystem().getSeparator(), ".");
                if (OURS.stream().noneMatch(name::startsWith)) {
                    classes.put(name, file);
                }
            }
        }
        return classes;
    }
}
