package org.decisiongates.health;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.decisiongates.json.Json;

/**
 * Everything that helps to find out from outside what is wrong with an installation, as one file: the same state makes the same bytes at
 * the same time. A file that cannot be made holds the kind of what was thrown instead.
 */
public final class SupportZip {

    /** A file is cut off at so many characters; what is configured is far below it. */
    static final int MAX_CHARACTERS = 2_000_000;

    /** Says nothing. The very first moment of the format would be written a second time, in the zone of this machine. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final List<SupportFile> files;
    private final BiConsumer<String, Throwable> failures;

    /** @param failures told of each file that cannot be made, by its name, and why */
    public SupportZip(List<SupportFile> files, BiConsumer<String, Throwable> failures) {
        this.files = files.stream().sorted(Comparator.comparing(SupportFile::name)).toList();
        this.failures = failures;
    }

    /** Writes the file, and leaves the stream open. */
    public void write(Instant now, OutputStream out) throws IOException {
        SupportAliases aliases = new SupportAliases();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        write(zip, "about", new About(1, now.toString(), files.stream().map(SupportFile::name).toList()));
        for (SupportFile file : files) {
            write(zip, file.name(), content(file, aliases));
        }
        zip.finish();
    }

    private Record content(SupportFile file, SupportAliases aliases) {
        try {
            return file.content(aliases);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            failures.accept(file.name(), e);
            return new Failed(e.getClass().getSimpleName());
        }
    }

    private static void write(ZipOutputStream zip, String name, Record content) throws IOException {
        String text = Json.lines(content) + "\n";
        ZipEntry entry = new ZipEntry(name + ".json");
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write((text.length() > MAX_CHARACTERS ? Json.lines(new Failed("more than " + MAX_CHARACTERS + " characters")) + "\n" : text)
                .getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** What is in the zip. */
    private record About(int format, String at, List<String> files) {
    }

    /** In place of what could not be made. */
    private record Failed(String failed) {
    }
}
