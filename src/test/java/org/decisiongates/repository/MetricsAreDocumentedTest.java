package org.decisiongates.repository;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.Test;

import org.decisiongates.fixture.Tree;
import org.decisiongates.metric.Metric;

/** A metric has one name: of its test, its figure, its section in docs/metrics.md. */
public class MetricsAreDocumentedTest {

    private static final String PAGE = Tree.text(Tree.ROOT.resolve("docs/metrics.md"));
    private static final String SOURCES = "src/main/java/org/decisiongates/metric";

    @Test
    public void everyMetricHasASectionWithItsId() {
        List<String> sections = PAGE.lines().filter(line -> line.startsWith("### `")).map(line -> line.substring(5, line.length() - 1))
                .toList();
        assertEquals(Arrays.stream(Metric.values()).map(Metric::key).toList(), sections);
        for (Metric metric : Metric.values()) {
            assertTrue(metric.key(), section(metric).lines().skip(2).findFirst().orElseThrow().startsWith(metric.id() + ". "));
        }
    }

    @Test
    public void everySectionSaysTheSameThings() {
        for (Metric metric : Metric.values()) {
            for (String line : List.of("| value |", "| n |", "| leaves out |", "| n/a |", "| issues |", "Example: ")) {
                assertEquals(metric.key() + " " + line, 1, section(metric).lines().filter(text -> text.startsWith(line)).count());
            }
        }
    }

    @Test
    public void everyMetricHasATestOfItsNameThatHoldsTheVector() {
        for (Metric metric : Metric.values()) {
            String name = Arrays.stream(metric.key().split("-"))
                    .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)).collect(Collectors.joining());
            assertTrue(name, Files.exists(Tree.ROOT.resolve("src/test/java/org/decisiongates/metric/" + name + "Test.java")));
            String test = Tree.text(Tree.ROOT.resolve("src/test/java/org/decisiongates/metric/" + name + "Test.java"));
            assertTrue(name, test.contains("agreesWithTheVectorOfTheRules") && test.contains("1C, " + metric.id()));
        }
    }

    @Test
    public void everyCompanionIsExplainedAndNoOther() {
        Set<String> written = new TreeSet<>();
        for (java.nio.file.Path file : Tree.files(Tree.ROOT.resolve(SOURCES), ".java")) {
            Pattern.compile("(?:companions\\.put\\(|Map\\.of\\()\"([a-z0-9-]+)\"").matcher(Tree.text(file)).results()
                    .forEach(match -> written.add(match.group(1)));
        }
        Pattern.compile("([A-Z_]+)[,;]")
                .matcher(Tree.text(Tree.ROOT.resolve(SOURCES + "/PostPilotExecutionStability.java")).split("enum Cause \\{")[1]
                        .split("String key")[0])
                .results().forEach(match -> written.add("cause-" + match.group(1).toLowerCase(Locale.ROOT).replace('_', '-')));
        Set<String> explained = new TreeSet<>();
        PAGE.lines().filter(line -> line.startsWith("| `")).map(line -> line.split("\\|")[1])
                .forEach(names -> Pattern.compile("`([a-z0-9-]+)`").matcher(names).results()
                        .forEach(match -> explained.add(match.group(1))));
        assertTrue(written.size() > 20);
        assertEquals(written, explained);
    }

    private static String section(Metric metric) {
        String from = PAGE.substring(PAGE.indexOf("### `" + metric.key() + "`"));
        int next = from.indexOf("\n#", 1);
        return next < 0 ? from : from.substring(0, next);
    }
}
