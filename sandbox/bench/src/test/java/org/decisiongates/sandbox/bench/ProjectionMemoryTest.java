package org.decisiongates.sandbox.bench;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

import org.junit.Test;

/** A journal of a million entries is folded in a heap that could not hold a tenth of it. */
public class ProjectionMemoryTest {

    /** The sample has no gates and no hypotheses. */
    private static final Set<String> NOT_IN_SAMPLE = Set.of("bypass-rate", "validated-hypothesis-ratio");

    @Test
    public void aMillionEntriesFoldInLittleMemory() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx32m",
                "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), ProjectOnce.class.getName(), "1000000").redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(said, 0, process.waitFor());
        assertTrue(said, said.startsWith("196987 issues, "));
    }

    @Test
    public void theSampleIsWorthFolding() {
        var result = ProjectionBench.fold(100_000);
        assertTrue("all that had begun by then", result.issues() > 19_000);
        assertTrue(result.toString(),
                result.decisions().openAtStart() > 50 && result.closures().total() > 50 && result.survivors().total() > 5);
        assertTrue(result.figures().toString(), result.figures().stream().filter(figure -> !NOT_IN_SAMPLE.contains(figure.metric()))
                .allMatch(figure -> figure.value().isPresent() && figure.enough()));
        assertEquals(0, result.unreadable());
    }
}
