package org.decisiongates.takeout;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.decisiongates.text.Sha256;

/**
 * A take-out as one file: a decision record for each Decision, tables, JSON, policies, and the closed weeks as pages. The same take-out
 * makes the same bytes, whenever and wherever it is written. Every file is written part by part, so that the parts are read several times
 * and no more than one is in memory.
 */
public final class TakeOutZip {

    /** Says nothing. The very first moment of the format would be written a second time, in the zone of this machine. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
    private static final String NO_ISSUES = "[ ]\n}";

    private final TakeOut takeOut;
    private final TakeOutParts parts;
    private final ZipOutputStream zip;
    private final List<Entry> entries = new ArrayList<>();
    private Sha256 digest = new Sha256();

    private TakeOutZip(TakeOut takeOut, TakeOutParts parts, OutputStream out) {
        this.takeOut = takeOut;
        this.parts = parts;
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** Writes the file, and leaves the stream open. */
    public static void write(TakeOut takeOut, TakeOutParts parts, OutputStream out) throws IOException {
        new TakeOutZip(takeOut, parts, out).write();
    }

    private void write() throws IOException {
        // what belongs to no project stands before the first one
        policies("", 0, takeOut.projects().stream().mapToInt(TakeOut.Taken::from).min().orElse(takeOut.parts()));
        for (TakeOut.Taken project : takeOut.projects()) {
            write(project, takeOut.whole() ? project.head().key() + "/" : "");
        }
        file("manifest.json", TakeOut.lines(new Manifest(TakenProject.FORMAT, takeOut.projects().stream().map(ManifestProject::of).toList(),
                takeOut.hiddenProjects(), List.copyOf(entries))) + "\n");
        zip.finish();
    }

    private void write(TakeOut.Taken project, String folder) throws IOException {
        documents(project, folder);
        for (TakeOutTable table : TakeOutTable.all()) {
            begin(folder + table.file());
            text(table.header());
            issues(project, issue -> text(table.text(issue)));
            end();
        }
        policies(folder, project.from(), project.until());
        json(project, folder);
        for (int number = project.from(); number < project.until(); number++) {
            for (WeekDocument week : parts.read(number).weeks()) {
                file(folder + "weeks/" + week.week() + ".html", week.html());
            }
        }
    }

    private void documents(TakeOut.Taken project, String folder) throws IOException {
        Set<String> decisions = new HashSet<>();
        issues(project, issue -> {
            if (issue.isDecision()) {
                decisions.add(issue.key());
            }
        });
        DecisionDocument document = new DecisionDocument(project.head(), decisions);
        issues(project, issue -> {
            if (issue.isDecision()) {
                file(folder + "decisions/" + issue.key() + ".md", document.of(issue));
            }
        });
    }

    private void policies(String folder, int from, int until) throws IOException {
        for (int number = from; number < until; number++) {
            for (PolicyDocument policy : parts.read(number).policies()) {
                file(folder + policy.path(), policy.json() + "\n");
            }
        }
    }

    /** The head of the project as it is written without issues, with the issues where their list is. */
    private void json(TakeOut.Taken project, String folder) throws IOException {
        String head = TakeOut.lines(project.head());
        begin(folder + "take-out.json");
        if (project.issues() == 0) {
            text(head + "\n");
        } else {
            text(head.substring(0, head.length() - NO_ISSUES.length()) + "[ ");
            String[] before = {""};
            issues(project, issue -> {
                text(before[0] + TakeOut.lines(issue).replace("\n", "\n  "));
                before[0] = ", ";
            });
            text(" ]\n}\n");
        }
        end();
    }

    private void issues(TakeOut.Taken project, IssueWriting writing) throws IOException {
        for (int number = project.from(); number < project.until(); number++) {
            for (TakenIssue issue : parts.read(number).issues()) {
                writing.write(issue);
            }
        }
    }

    private void file(String name, String content) throws IOException {
        begin(name);
        text(content);
        end();
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        digest = new Sha256();
        entries.add(new Entry(name, ""));
    }

    private void text(String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        digest.update(bytes);
        zip.write(bytes);
    }

    private void end() throws IOException {
        zip.closeEntry();
        int last = entries.size() - 1;
        entries.set(last, new Entry(entries.get(last).name(), digest.hex()));
    }

    /** Writes what one issue adds to a file. */
    private interface IssueWriting {
        void write(TakenIssue issue) throws IOException;
    }

    /** What is in the file; it names every other file. */
    private record Manifest(int format, List<ManifestProject> projects, int hiddenProjects, List<Entry> files) {
    }

    /** @param changedAt when the newest of its issues changed */
    private record ManifestProject(String key, Optional<Instant> changedAt, int issues, long hidden, int weeks) {

        static ManifestProject of(TakeOut.Taken project) {
            return new ManifestProject(project.head().key(), project.changedAt(), project.issues(), project.head().hidden(),
                    project.weeks());
        }
    }

    private record Entry(String name, String sha256) {
    }
}
