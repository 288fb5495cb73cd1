package org.decisiongates.sandbox.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the first evaluations of a process take, where a transition meets every rule and every script: each variant in a new process a
 * round, one after the other, medians of all rounds.
 */
public final class GateColdBench {

    private static final List<String> VARIANTS = List.of("plain", "gate", "groovy");
    private static final List<String> PATHS = List.of("pass", "fail");
    private static final int ROUNDS = 15;

    private GateColdBench() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, List<long[]>> taken = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String path : PATHS) {
                for (String variant : VARIANTS) {
                    taken.computeIfAbsent(variant + " " + path, any -> new ArrayList<>()).add(measure(variant, path));
                }
            }
        }
        System.out.printf(Locale.ROOT, "microseconds, medians of %d processes%n%-14s%12s%12s%12s%12s%n", ROUNDS, "", "prepare", "first",
                "first 100",
                "10 000");
        taken.forEach((what, rounds) -> System.out.printf(Locale.ROOT, "%-14s%12.1f%12.1f%12.1f%12.1f%n", what, median(rounds, 0),
                median(rounds, 1), median(rounds, 2), median(rounds, 3)));
        PATHS.forEach(path -> System.out.printf(Locale.ROOT, "groovy / gate, %s: %.1f, %.1f, %.1f%n", path, ratio(taken, path, 1),
                ratio(taken, path, 2), ratio(taken, path, 3)));
    }

    /** Nanoseconds as {@link EvaluateCold} prints them, from a process of its own. */
    static long[] measure(String variant, String path) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), EvaluateCold.class.getName(), variant, path).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return Arrays.stream(said.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    private static double ratio(Map<String, List<long[]>> taken, String path, int column) {
        return median(taken.get("groovy " + path), column) / median(taken.get("gate " + path), column);
    }

    private static double median(List<long[]> rounds, int column) {
        return rounds.stream().mapToLong(round -> round[column]).sorted().toArray()[rounds.size() / 2] / 1_000.0;
    }
}
