package org.decisiongates.policy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.BeforeClass;
import org.junit.Test;

/**
 * Counts bytes, not time, in a process of its own that compiles nothing: the count is the same every time and on every machine, and
 * contains what a compiler may save. In a process with other tests it is not: once a mock was made of a record, each record costs
 * 24 bytes more there.
 */
public class PassingCostsNothingTest {

    private static List<String> counted;

    @BeforeClass
    public static void count() throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xint",
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), EvaluationBytes.class.getName())
                .redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(said, 0, process.waitFor());
        counted = said.lines().toList();
    }

    @Test
    public void allocatesNoByteForAnItemThatMeetsEveryRule() {
        assertEquals("passing " + EvaluationBytes.TIMES + " 0", counted.get(0));
    }

    @Test
    public void allocatesLittleForARefusal() {
        String start = "refusing " + EvaluationBytes.TIMES + " ";
        assertTrue(counted.get(1), counted.get(1).startsWith(start));
        long bytes = Long.parseLong(counted.get(1).substring(start.length())) / EvaluationBytes.TIMES;
        assertTrue(bytes + " bytes", bytes > 0 && bytes <= 256);
    }
}
