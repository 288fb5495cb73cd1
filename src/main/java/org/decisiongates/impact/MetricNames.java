package org.decisiongates.impact;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.decisiongates.issue.ImpactLine;
import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.text.Message;

/**
 * The metrics that impact lines are about. Lines are added up where name and unit agree to the letter, so a name that is written a little
 * differently, or another unit, makes a second sum that nobody wanted.
 */
public final class MetricNames {

    /** How many are offered. */
    public static final int MAX_OFFERED = 50;

    private static final Comparator<MetricUse> MOST_USED = Comparator.comparingInt(MetricUse::lines).reversed()
            .thenComparing(MetricUse::metric).thenComparing(MetricUse::unit);

    private final List<MetricUse> uses;

    private MetricNames(List<MetricUse> uses) {
        this.uses = uses;
    }

    /** Those of some lines. */
    public static MetricNames of(Collection<ImpactLine> lines) {
        Map<List<String>, List<ImpactLine>> alike = lines.stream()
                .collect(Collectors.groupingBy(line -> List.of(line.metric(), line.unit()), LinkedHashMap::new, Collectors.toList()));
        return new MetricNames(alike.values().stream().map(MetricNames::use).sorted(MOST_USED).toList());
    }

    /** What a new line is offered, those of most lines first. */
    public List<MetricUse> offered() {
        return uses.stream().limit(MAX_OFFERED).toList();
    }

    /**
     * What is odd about a line of this metric, unit and direction beside the others; nothing about what is empty.
     *
     * @param unit      empty while nobody typed one
     * @param direction empty while nobody chose one
     */
    public List<Message> warnings(String metric, String unit, Optional<Direction> direction) {
        if (metric.isEmpty()) {
            return List.of();
        }
        List<MetricUse> named = uses.stream().filter(use -> use.metric().equals(metric)).toList();
        if (named.isEmpty()) {
            return uses.stream().filter(use -> plain(use.metric()).equals(plain(metric))).findFirst()
                    .map(use -> List.of(Message.of("decision-gates.impact.warning.name", use.metric()))).orElse(List.of());
        }
        if (unit.isEmpty()) {
            return List.of();
        }
        return named.stream().filter(use -> use.unit().equals(unit)).findFirst()
                .map(use -> direction.filter(one -> one != use.direction()).map(one -> List.of(opposite(use))).orElse(List.of()))
                .orElseGet(() -> List.of(Message.of("decision-gates.impact.warning.unit", metric, named.get(0).unit())));
    }

    private static Message opposite(MetricUse use) {
        return Message.of("decision-gates.impact.warning.direction." + use.direction().name().toLowerCase(Locale.ROOT), use.metric());
    }

    private static MetricUse use(List<ImpactLine> alike) {
        long down = alike.stream().filter(line -> line.direction() == Direction.DOWN).count();
        return new MetricUse(alike.get(0).metric(), alike.get(0).unit(), down * 2 > alike.size() ? Direction.DOWN : Direction.UP,
                alike.size());
    }

    /** What two names of one metric have in common: their words, whatever their order, case, accents, punctuation and plural. */
    private static String plain(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(letters.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty())
                .map(word -> word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word).sorted()
                .collect(Collectors.joining());
    }
}
