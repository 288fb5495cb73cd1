package org.decisiongates.sandbox.platform;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.Test;

public class SourcesTest {
    private static final Path SOURCES = Path.of("SOURCES.md");
    private static final Pattern SECTION = Pattern.compile("## `([\\w.]+)`");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| ([^|]+) \\| (\\w+) \\|");
    private static final Pattern TOTALS = Pattern
            .compile("\\*\\*(\\d+) types, (\\d+) signatures, (\\d+) of them from memory; (\\d+) more ");
    private static final Set<String> MARKS = Set.of("javadoc", "plugin", "library", "sandbox", "memory");

    @Test
    public void saysOfEverySignatureWhereItWasSeen() throws IOException {
        Set<String> missing = new TreeSet<>(Signatures.all(Path.of("target/classes")));
        missing.removeAll(rows().keySet());
        assertEquals("signatures without a row in SOURCES.md", Set.of(), missing);
    }

    @Test
    public void saysNothingOfSignaturesThatAreGone() throws IOException {
        Set<String> gone = new TreeSet<>(rows().keySet());
        gone.removeAll(Signatures.all(Path.of("target/classes")));
        assertEquals("rows of SOURCES.md without a signature", Set.of(), gone);
    }

    @Test
    public void marksEveryRowWithAKindOfEvidence() throws IOException {
        List<String> odd = new ArrayList<>();
        rows().forEach((signature, mark) -> {
            if (!MARKS.contains(mark)) {
                odd.add(signature + " is marked " + mark);
            }
        });
        assertEquals(List.of(), odd);
    }

    @Test
    public void countsItsDebtAtTheTop() throws IOException {
        Map<String, String> rows = rows();
        long types = rows.keySet().stream().filter(signature -> !signature.contains("(") && !signature.contains(": ")).count();
        long memory = rows.values().stream().filter("memory"::equals).count();
        long sandbox = rows.values().stream().filter("sandbox"::equals).count();
        Matcher totals = TOTALS.matcher(Files.readString(SOURCES));
        assertTrue("SOURCES.md states no totals", totals.find());
        assertEquals(types + " types, " + (rows.size() - types) + " signatures, " + memory + " from memory, " + sandbox + " more",
                totals.group(1) + " types, " + totals.group(2) + " signatures, " + totals.group(3) + " from memory, " + totals.group(4)
                        + " more");
    }

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        String section = "";
        for (String line : Files.readAllLines(SOURCES)) {
            Matcher heading = SECTION.matcher(line);
            Matcher row = ROW.matcher(line);
            if (heading.matches()) {
                section = heading.group(1);
            } else if (row.matches()) {
                rows.put(section + "." + row.group(1), row.group(3));
            }
        }
        return rows;
    }
}
