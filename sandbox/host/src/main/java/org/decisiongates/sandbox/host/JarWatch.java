package org.decisiongates.sandbox.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.zip.ZipFile;

/** Installs a plugin again when its jar was built anew, so that a change can be tried without starting the box again. */
final class JarWatch {

    private static final Version NONE = new Version(FileTime.fromMillis(0), -1);

    private final RunningBox box;
    private final Path jar;
    private Version installed;
    private Version seen;

    JarWatch(RunningBox box, Path jar) {
        this.box = box;
        this.jar = jar;
        this.installed = version();
        this.seen = installed;
    }

    /**
     * To be called now and then; says what became of a new jar. A build writes for a while, so a jar counts once it looks the same twice.
     */
    Optional<String> look() {
        Version now = version();
        boolean finished = now.equals(seen) && isJar();
        seen = now;
        if (now.equals(installed) || !finished) {
            return Optional.empty();
        }
        installed = now;
        try {
            return Optional.of("installed " + box.reinstall(jar).key());
        } catch (RuntimeException | LinkageError e) {
            return Optional.of("not installed, build it again: " + e.getMessage());
        }
    }

    private boolean isJar() {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.size() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Version version() {
        try {
            return new Version(Files.getLastModifiedTime(jar), Files.size(jar));
        } catch (IOException e) {
            return NONE;
        }
    }

    private record Version(FileTime time, long size) {
    }
}
