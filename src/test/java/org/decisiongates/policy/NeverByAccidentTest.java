package org.decisiongates.policy;

import static org.decisiongates.fixture.IssueViews.NOW;
import static org.decisiongates.fixture.IssueViews.TODAY;
import static org.decisiongates.fixture.IssueViews.anEmptyItem;
import static org.decisiongates.fixture.IssueViews.anItem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.fixture.IssueViews.Item;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.Person;
import org.decisiongates.jira.gate.GateArguments;
import org.decisiongates.policy.rules.Rules;

/**
 * Damages the stored settings of a gate and the item before it in every way it can think of, and compares the answer with a second,
 * slow and simple, telling of the rules. The seed is fixed; a failure prints what was evaluated.
 */
public class NeverByAccidentTest {

    private static final int RUNS = 20_000;
    private static final List<String> NAMES = List.of("has-owner", "has-due-date", "has-acceptance-criteria", "has-fallback");
    private static final List<String> NONSENSE = List.of("", " ", "0", "1", "-1", "28", "3660", "3661", "1000", "1001", "51", "owner",
            "has-owner",
            "duedate", "a b", "\u0000", "${jndi}", "null", "true", "gate.rules", "a".repeat(101), "9".repeat(12), "x".repeat(10_001));
    private static final List<String> LINES = List.of("", " ", "TBD", "- n/a", "Every refund is logged", "every REFUND is logged",
            "1. No mail is lost",
            "Keep the old checkout switched on", "aaaaaaaaaaaaaaaaaaaaaaaa", "\u200B", "\u2026", "42", "short plan",
            "Support calls every customer within 3 days");

    private static final String NOISE = "has-ownerfldku,. \t\n=\u0000\u00A0\uD83D\uDE80\"'<>&${}0123456789";

    private final Random random = new Random(20261118);

    @Test
    public void passesOnlyWhatASecondTellingOfTheRulesPasses() {
        Map<RuleResult.Status, Integer> seen = new EnumMap<>(RuleResult.Status.class);
        for (int run = 0; run < RUNS; run++) {
            Map<String, String> arguments = damagedArguments();
            Item item = randomItem();
            RuleResult.Status answer = Evaluator.evaluate(GateArguments.read(arguments), item, item.context()).status();
            assertEquals("run " + run + ": " + arguments + " on " + item, expected(arguments, item), answer);
            seen.merge(answer, 1, Integer::sum);
        }
        assertTrue("every answer is met often: " + seen, seen.size() == 3 && seen.values().stream().allMatch(times -> times >= 500));
    }

    @Test
    public void readsWhatItWrote() {
        for (int run = 0; run < RUNS; run++) {
            Map<String, String> arguments = damagedArguments();
            Gate gate = GateArguments.read(arguments);
            if (GateArguments.holdVariables(arguments)) {
                continue;
            }
            assertEquals(arguments.toString(), gate, GateArguments.read(GateArguments.write(gate)));
            assertEquals(gate.settingsHash(), GateArguments.read(GateArguments.write(gate)).settingsHash());
        }
    }

    @Test
    public void saysWhatPeopleCanRead() {
        for (int run = 0; run < RUNS; run++) {
            Item item = randomItem();
            Evaluation examination = Evaluator.evaluate(GateArguments.read(damagedArguments()), item, item.context());
            Stream.concat(examination.findings().stream(), examination.results().stream().flatMap(result -> result.findings().stream()))
                    .forEach(finding -> assertEquals(finding.toString(), finding.message().arguments().size(),
                            new BundleTexts().argumentsOf(finding.key())));
            assertEquals(examination.status() == RuleResult.Status.PASSED, examination.findings().isEmpty());
        }
    }

    @Test
    public void neverThrowsWhateverIsStored() {
        for (int run = 0; run < RUNS; run++) {
            Map<String, String> arguments = new TreeMap<>();
            arguments.put("gate.rules", noise());
            for (int i = random.nextInt(4); i > 0; i--) {
                arguments.put(oneOf(NAMES) + "." + noise(), noise());
            }
            Gate gate = GateArguments.read(arguments);
            assertEquals(arguments.toString(), expected(arguments, anItem()), Evaluator.evaluate(gate, anItem(), NOW).status());
            assertFalse(GateArguments.holdVariables(GateArguments.write(gate)));
            assertTrue(GateArguments.holdVariables(arguments) || gate.equals(GateArguments.read(GateArguments.write(gate))));
        }
    }

    private String noise() {
        return random.ints(random.nextInt(12), 0, NOISE.length()).mapToObj(at -> NOISE.substring(at, at + 1)).collect(Collectors.joining());
    }

    private Map<String, String> damagedArguments() {
        List<String> names = new ArrayList<>(NAMES);
        java.util.Collections.shuffle(names, random);
        List<String> chosen = new ArrayList<>(names.subList(0, 1 + random.nextInt(4)));
        Map<String, String> arguments = new TreeMap<>();
        for (String name : chosen) {
            Rules.of(name).orElseThrow().settings().forEach(setting -> arguments.put(name + "." + setting.name(), setting.initial()));
        }
        arguments.put("has-acceptance-criteria.minimum", Integer.toString(1 + random.nextInt(3)));
        arguments.put("gate.rules", String.join(",", chosen));
        for (int damages = random.nextInt(3); damages > 0; damages--) {
            damage(arguments);
        }
        return arguments;
    }

    private void damage(Map<String, String> arguments) {
        String key = oneOf(List.copyOf(arguments.keySet()));
        switch (random.nextInt(6)) {
            case 0 -> arguments.remove(key);
            case 1 -> arguments.put(key, oneOf(NONSENSE));
            case 2 -> arguments.put(key + oneOf(NONSENSE), oneOf(NONSENSE));
            case 3 -> arguments.put("gate.rules", arguments.getOrDefault("gate.rules", "") + "," + oneOf(NAMES));
            case 4 -> arguments.put(oneOf(NAMES) + "." + oneOf(List.of("field", "message", "horizon-days", "length")), oneOf(NONSENSE));
            default -> arguments.put(key, cutSomewhere(arguments.get(key)));
        }
    }

    private String cutSomewhere(String value) {
        return value.substring(0, random.nextInt(value.length() + 1));
    }

    private Item randomItem() {
        Item item = anEmptyItem();
        if (random.nextInt(10) > 1) {
            item.naming(Field.OWNER, new Person("k", "somebody", random.nextInt(10) > 0, random.nextInt(10) > 0));
        }
        if (random.nextInt(10) > 1) {
            item.dueOn(TODAY.plusDays(random.nextInt(10) == 0 ? random.nextInt(80) - 40 : random.nextInt(29)));
        }
        item.accepting(randomLines()).fallingBackTo(randomLines());
        for (Field field : List.of(Field.OWNER, Field.DUE_DATE, Field.ACCEPTANCE_CRITERIA, Field.FALLBACK)) {
            if (random.nextInt(40) == 0) {
                item.without(field);
            }
            if (random.nextBoolean()) {
                item.changing(field);
            }
        }
        return item;
    }

    private String randomLines() {
        return random.ints(1 + random.nextInt(5), 0, LINES.size()).mapToObj(LINES::get)
                .collect(Collectors.joining(random.nextBoolean() ? "\n" : "\r\n"));
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    // The second telling: no code in common with the first, sets and regular expressions where that scans characters.

    private static RuleResult.Status expected(Map<String, String> arguments, Item item) {
        String list = arguments.getOrDefault("gate.rules", "");
        if (list.isBlank() || list.length() > 10_000 || arguments.toString().contains("${")) {
            return RuleResult.Status.ERROR;
        }
        List<String> names = Arrays.stream(list.split(",", -1)).map(String::strip).collect(Collectors.toList());
        boolean runs = NAMES.containsAll(names) && new HashSet<>(names).size() == names.size()
                && names.stream().allMatch(name -> isSound(name, arguments) && item.has(new Field(setting(arguments, name, "field"))))
                && (!names.contains("has-fallback") || item.has(new Field(arguments.getOrDefault("has-fallback.trigger-owner", ""))));
        if (!runs) {
            return RuleResult.Status.ERROR;
        }
        return names.stream().allMatch(name -> holds(name, arguments, item)) ? RuleResult.Status.PASSED : RuleResult.Status.FAILED;
    }

    private static boolean isSound(String rule, Map<String, String> arguments) {
        Map<String, int[]> bounds = Map.of("has-due-date.horizon-days", new int[] {0, 3660}, "has-acceptance-criteria.minimum",
                new int[] {1, 50},
                "has-fallback.length", new int[] {1, 1000});
        return arguments.entrySet().stream().filter(argument -> argument.getKey().startsWith(rule + ".")).allMatch(argument -> {
            String value = argument.getValue();
            if (argument.getKey().equals(rule + ".field")) {
                return value.matches("[A-Za-z0-9._-]{1,100}");
            }
            if (argument.getKey().equals(rule + ".message")) {
                return value.isBlank() || value.length() <= 10_000 && value.indexOf('\u0000') < 0;
            }
            if (argument.getKey().matches("has-(acceptance-criteria|fallback)\\.template")) {
                return value.length() <= 4000 && value.indexOf('\u0000') < 0;
            }
            if (argument.getKey().equals("has-fallback.trigger")) {
                return value.length() <= 100 && value.indexOf('\u0000') < 0;
            }
            if (argument.getKey().equals("has-fallback.trigger-owner")) {
                return value.matches("[A-Za-z0-9._-]{0,100}");
            }
            int[] range = bounds.get(argument.getKey());
            return range != null && value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= range[0]
                    && Integer.parseInt(value) <= range[1];
        });
    }

    private static String setting(Map<String, String> arguments, String rule, String setting) {
        Map<String, String> initial = Map.of("has-owner.field", "owner", "has-due-date.field", "duedate", "has-due-date.horizon-days", "28",
                "has-acceptance-criteria.field", "acceptance-criteria", "has-acceptance-criteria.minimum", "1", "has-fallback.field",
                "fallback",
                "has-fallback.length", "20");
        return arguments.getOrDefault(rule + "." + setting, initial.get(rule + "." + setting));
    }

    private static boolean holds(String rule, Map<String, String> arguments, Item item) {
        Field field = new Field(setting(arguments, rule, "field"));
        return switch (rule) {
            case "has-owner" -> item.person(field).filter(person -> person.active() && person.assignable()).isPresent();
            case "has-due-date" ->
                dueHolds(item.date(field), item.changes(field), Integer.parseInt(setting(arguments, rule, "horizon-days")));
            case "has-acceptance-criteria" -> realLines(item.text(field), arguments.getOrDefault(rule + ".template", "")).size() >= Integer
                    .parseInt(setting(arguments, rule, "minimum"));
            // none of the lines is a heading
            default -> arguments.getOrDefault(rule + ".trigger", "").isBlank() && triggerIsOwned(arguments, item)
                    && fallbackHolds(item.text(field), arguments.getOrDefault(rule + ".template", ""),
                            Integer.parseInt(setting(arguments, rule, "length")));
        };
    }

    private static boolean triggerIsOwned(Map<String, String> arguments, Item item) {
        String field = arguments.getOrDefault("has-fallback.trigger-owner", "");
        return field.isEmpty() || item.person(new Field(field)).filter(Person::active).isPresent();
    }

    private static boolean dueHolds(Optional<LocalDate> due, boolean changed, int horizon) {
        return due.isPresent() && !(changed && due.get().isBefore(TODAY)) && (horizon == 0 || !due.get().isAfter(TODAY.plusDays(horizon)));
    }

    private static boolean fallbackHolds(String plan, String template, int length) {
        List<String> real = Arrays.stream(plan.split("\\R", -1)).filter(line -> !realLines(line, template).isEmpty())
                .map(line -> line.replaceFirst("^[\\W\\d]+", "").replaceAll("[\\s\\u200B]", "")).collect(Collectors.toList());
        Set<String> letters = Arrays.stream(String.join("", real).toLowerCase(java.util.Locale.ROOT).split(""))
                .filter(c -> c.matches("[a-z0-9]"))
                .collect(Collectors.toSet());
        return !real.isEmpty() && letters.size() >= Math.min(length, 5) && String.join("", real).length() >= length;
    }

    private static Set<String> realLines(String text, String template) {
        return Arrays.stream(text.split("\\R", -1))
                .map(line -> line.replaceFirst("^[\\W\\d]+", "").replaceAll("[\\s\\u200B]", "").toLowerCase(java.util.Locale.ROOT))
                .filter(line -> !Set.of("", "tbd", "n/a").contains(line) && !line.matches("(.)\\1*") && !line.equals(template))
                .collect(Collectors.toSet());
    }
}
