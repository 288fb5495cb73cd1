package org.decisiongates.repository;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.fixture.Tree;
import org.decisiongates.metric.MetricDefinition;
import org.decisiongates.metric.Metrics;
import org.decisiongates.metric.SecondaryFigure;

/** A metric has one name: of its test, its figure, its section in docs/metrics.md. */
public class MetricsAreDocumentedTest {

    private static final String PAGE = Tree.text(Tree.ROOT.resolve("docs/metrics.md"));

    /** What is no figure has a section, too. */
    private static final Metric MOVEMENT = new Metric("M12", "expected-impact-movement");
    private static final List<Metric> METRICS = Stream
            .concat(Metrics.all().stream().map(metric -> new Metric(metric.id(), metric.key())), Stream.of(MOVEMENT))
            .sorted(Comparator.comparing(metric -> Integer.valueOf(metric.id().substring(1)))).toList();

    @Test
    public void everyMetricHasASectionWithItsId() {
        List<String> sections = PAGE.lines().filter(line -> line.startsWith("### `")).map(line -> line.substring(5, line.length() - 1))
                .toList();
        assertEquals(METRICS.stream().map(Metric::key).toList(), sections);
        for (Metric metric : METRICS) {
            assertTrue(metric.key(), section(metric).lines().skip(2).findFirst().orElseThrow().startsWith(metric.id() + ". "));
        }
    }

    @Test
    public void everySectionSaysTheSameThings() {
        for (Metric metric : METRICS) {
            for (String line : List.of("| value |", "| n |", "| leaves out |", "| n/a |", "| issues |", "Example: ")) {
                assertEquals(metric.key() + " " + line, 1, section(metric).lines().filter(text -> text.startsWith(line)).count());
            }
        }
    }

    @Test
    public void everyMetricHasATestOfItsNameThatHoldsTheExample() {
        for (Metric metric : METRICS) {
            String name = Arrays.stream(metric.key().split("-"))
                    .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)).collect(Collectors.joining());
            assertTrue(name, Files.exists(Tree.ROOT.resolve("src/test/java/org/decisiongates/metric/" + name + "Test.java")));
            String test = Tree.text(Tree.ROOT.resolve("src/test/java/org/decisiongates/metric/" + name + "Test.java"));
            assertTrue(name, test.contains("agreesWithTheExampleOfItsPage") && test.contains("example of " + metric.id() + " "));
        }
    }

    @Test
    public void everySecondaryFigureIsExplainedAndNoOther() {
        for (MetricDefinition metric : Metrics.all()) {
            Set<String> explained = new TreeSet<>();
            section(new Metric(metric.id(), metric.key())).lines().filter(line -> line.startsWith("| `")).map(line -> line.split("\\|")[1])
                    .forEach(names -> Pattern.compile("`([a-z0-9-]+)`").matcher(names).results()
                            .forEach(match -> explained.add(match.group(1))));
            assertEquals(metric.key(), metric.secondary().stream().map(SecondaryFigure::key).collect(Collectors.toCollection(TreeSet::new)),
                    explained);
        }
    }

    @Test
    public void everythingTheyShowHasATextAndNoOther() {
        Set<String> texts = Messages.keysOf("summary.messages");
        Set<String> beside = new TreeSet<>();
        for (MetricDefinition metric : Metrics.all()) {
            assertTrue(metric.textKey(), texts.contains(metric.textKey()));
            assertTrue(metric.unit().textKey(), texts.contains(metric.unit().textKey()));
            metric.secondary().stream().filter(secondary -> secondary.shown() != SecondaryFigure.Shown.NEVER).forEach(secondary -> {
                beside.add(secondary.textKey());
                assertTrue(secondary.unit().textKey(), texts.contains(secondary.unit().textKey()));
            });
        }
        assertEquals(texts.stream().filter(key -> key.startsWith("decision-gates.page.beside.")).collect(Collectors.toSet()), beside);
    }

    private static String section(Metric metric) {
        String from = PAGE.substring(PAGE.indexOf("### `" + metric.key() + "`"));
        int next = from.indexOf("\n#", 1);
        return next < 0 ? from : from.substring(0, next);
    }

    private record Metric(String id, String key) {
    }
}
