package org.decisiongates.sandbox.index;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** The index files in the class output, and the note beside the generated sources that survives a partial build. */
final class IndexFiles {
    private static final String FOLDER = "META-INF/plugin-components/";
    private static final List<String> NAMES = List.of("component", "component-jira", "component-confluence",
            "imports", "imports-jira", "imports-confluence", "exports", "exports-jira", "exports-confluence");
    private static final String NOTE = "scanner-index.txt";

    private final Filer filer;

    IndexFiles(Filer filer) {
        this.filer = filer;
    }

    /** What earlier builds found, so that compiling one class does not lose the lines of all others. */
    List<IndexLine> remembered() {
        try {
            String note = filer.getResource(StandardLocation.SOURCE_OUTPUT, "", NOTE).getCharContent(true).toString();
            return note.lines().map(line -> line.split("\t")).filter(parts -> parts.length == 3)
                    .map(parts -> new IndexLine(parts[0], parts[1], parts[2])).collect(Collectors.toList());
        } catch (IOException absent) {
            return List.of();
        }
    }

    void write(List<IndexLine> lines) throws IOException {
        Map<String, TreeSet<String>> byFile = new TreeMap<>();
        lines.forEach(line -> byFile.computeIfAbsent(line.file(), any -> new TreeSet<>()).add(line.text()));
        for (String name : NAMES) {
            if (byFile.containsKey(name)) {
                put(StandardLocation.CLASS_OUTPUT, FOLDER + name, byFile.get(name));
            } else {
                drop(FOLDER + name);
            }
        }
        TreeSet<String> note = new TreeSet<>();
        lines.forEach(line -> note.add(line.file() + "\t" + line.owner() + "\t" + line.text()));
        if (!note.isEmpty() || !remembered().isEmpty()) {
            put(StandardLocation.SOURCE_OUTPUT, NOTE, note);
        }
    }

    private void put(StandardLocation where, String name, TreeSet<String> lines) throws IOException {
        FileObject file = filer.createResource(where, "", name);
        try (OutputStream out = file.openOutputStream()) {
            for (String line : lines) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void drop(String name) {
        try {
            Files.deleteIfExists(Path.of(filer.getResource(StandardLocation.CLASS_OUTPUT, "", name).toUri()));
        } catch (IOException absent) {
            // Nothing to drop: no earlier build wrote this file.
        }
    }
}
