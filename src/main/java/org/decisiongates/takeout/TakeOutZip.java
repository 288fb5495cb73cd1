package org.decisiongates.takeout;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.decisiongates.text.Sha256;

/**
 * A take-out as one file: a decision record for each Decision, tables, JSON, and the closed weeks as pages. The same take-out makes the
 * same bytes, whenever and wherever it is written.
 */
public final class TakeOutZip {

    /** Says nothing. The very first moment of the format would be written a second time, in the zone of this machine. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private TakeOutZip() {
    }

    /** Writes the file, and leaves the stream open. */
    public static void write(TakeOut takeOut, OutputStream out) throws IOException {
        Map<String, String> files = files(takeOut);
        TakenProject project = takeOut.project();
        files.put("manifest.json", TakeOut.lines(new Manifest(project.format(), project.key(), project.changedAt(), project.issues().size(),
                project.hidden(), takeOut.weeks().size(), files.entrySet().stream()
                        .map(file -> new Entry(file.getKey(), new Sha256().update(file.getValue()).hex())).toList()))
                + "\n");
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> file : files.entrySet()) {
            ZipEntry entry = new ZipEntry(file.getKey());
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.finish();
    }

    /** The files by their names, in that order. */
    static Map<String, String> files(TakeOut takeOut) {
        TakenProject project = takeOut.project();
        Set<String> documents = project.issues().stream().filter(TakenIssue::isDecision).map(TakenIssue::key).collect(Collectors.toSet());
        Map<String, String> files = new TreeMap<>(TakeOutTables.of(project));
        DecisionDocument document = new DecisionDocument(project, documents);
        project.issues().stream().filter(TakenIssue::isDecision)
                .forEach(issue -> files.put("decisions/" + issue.key() + ".md", document.of(issue)));
        takeOut.weeks().forEach(week -> files.put("weeks/" + week.week() + ".html", week.html()));
        files.put("take-out.json", TakeOut.lines(project) + "\n");
        return files;
    }

    /**
     * What is in the file.
     *
     * @param changedAt when the newest of it changed
     */
    private record Manifest(int format, String project, Optional<Instant> changedAt, int issues, long hidden, int weeks,
            List<Entry> files) {
    }

    private record Entry(String name, String sha256) {
    }
}
