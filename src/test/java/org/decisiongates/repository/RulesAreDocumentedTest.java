package org.decisiongates.repository;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.Test;

import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.fixture.Tree;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.rules.Rules;

/** A rule has one name: of its class, its test, its texts, its section in docs/gates.md. */
public class RulesAreDocumentedTest {

    private static final String PAGE = Tree.text(Tree.ROOT.resolve("docs/gates.md"));

    @Test
    public void everyRuleHasAClassAndATestOfItsName() {
        for (RuleDefinition definition : Rules.all()) {
            String name = Arrays.stream(definition.key().split("-"))
                    .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
                    .collect(Collectors.joining());
            assertTrue(name, Files.exists(Tree.ROOT.resolve("src/main/java/org/decisiongates/policy/rules/" + name + ".java")));
            assertTrue(name + "Test",
                    Files.exists(Tree.ROOT.resolve("src/test/java/org/decisiongates/policy/rules/" + name + "Test.java")));
        }
    }

    @Test
    public void everyClassOfARuleIsListed() {
        long classes = Tree.files(Tree.ROOT.resolve("src/main/java/org/decisiongates/policy/rules"), ".java").stream()
                .filter(file -> Tree.text(file).contains("static final RuleDefinition DEFINITION")).count();
        assertEquals(classes, Rules.all().size());
    }

    @Test
    public void everyRuleHasItsTexts() {
        for (RuleDefinition definition : Rules.all()) {
            for (String text : List.of("name", "description", "sentence", "missing")) {
                assertTrue(definition.key() + "." + text, BundleTexts.has("decision-gates.rule." + definition.key() + "." + text));
            }
            for (Setting setting : definition.settings()) {
                String key = "decision-gates.rule." + definition.key() + ".setting." + setting.name();
                assertTrue(setting.toString(), BundleTexts.has(key));
                if (setting.type() == Setting.Type.CHOICE) {
                    setting.choices().forEach(word -> assertTrue(key + "." + word, BundleTexts.has(key + "." + word)));
                }
            }
        }
    }

    @Test
    public void everyRuleHasASectionWithItsSettingsAndMessages() {
        List<String> sections = PAGE.lines().filter(line -> line.startsWith("### `")).map(line -> line.substring(5, line.length() - 1))
                .toList();
        assertEquals(Rules.all().stream().map(RuleDefinition::key).toList(), sections);
        for (RuleDefinition definition : Rules.all()) {
            String section = PAGE.substring(PAGE.indexOf("### `" + definition.key() + "`"));
            for (Setting setting : definition.settings()) {
                String row = "| `" + definition.key() + "." + setting.name() + "` | `" + setting.initial() + "` | " + accepts(setting)
                        + " |";
                assertTrue(row, section.contains(row));
            }
        }
    }

    /** What the page says that a setting accepts. */
    private static String accepts(Setting setting) {
        if (setting.type().isField()) {
            return "field id";
        }
        String bounds = setting.least() + " to " + setting.most();
        return switch (setting.type()) {
            case TEXT -> "text of up to " + setting.most() + " characters";
            case PATTERN -> "pattern of up to " + setting.most() + " characters";
            case CHOICE -> setting.choices().stream().map(word -> "`" + word + "`").collect(Collectors.joining(" "));
            case NUMBER -> bounds;
            default -> bounds + " " + setting.type().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        };
    }

    @Test
    public void everyRuleHasAnExampleThatPassesAndOneForEachFinding() {
        for (RuleDefinition definition : Rules.all()) {
            String prefix = "decision-gates.rule." + definition.key() + ".";
            Set<String> unseen = Messages.keysOf("policy.messages").stream().filter(key -> key.startsWith(prefix))
                    .filter(key -> !key.substring(prefix.length()).matches("name|description|sentence|setting\\..*|.*\\.fix"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertTrue(definition.key(), unseen.size() > 0);
            definition.examples().forEach(example -> example.finding().ifPresent(unseen::remove));
            assertEquals(Set.of(), unseen);
            assertTrue(definition.key(), definition.examples().stream().anyMatch(example -> example.status() == RuleResult.Status.PASSED));
        }
    }

    @Test
    public void everyExampleIsALineOfItsSection() {
        for (RuleDefinition definition : Rules.all()) {
            String section = PAGE.substring(PAGE.indexOf("### `" + definition.key() + "`"));
            for (RuleExample example : definition.examples()) {
                String finding = example.finding().map(key -> key.substring(key.lastIndexOf('.') + 1)).orElse("");
                String row = "| " + example.title() + " | `" + example.status() + "` | " + finding + " |";
                assertTrue(row, section.contains(row));
            }
        }
    }

    @Test
    public void everyFindingSaysHowToSupplyWhatIsMissing() {
        int findings = 0;
        BundleTexts texts = new BundleTexts();
        for (String key : Messages.keysOf("policy.messages")) {
            if (isFinding(key)) {
                findings++;
                assertTrue(key + " has no remedy", BundleTexts.has(key + ".fix"));
                assertTrue(key, texts.argumentsOf(key + ".fix") <= texts.argumentsOf(key));
            } else if (key.endsWith(".fix")) {
                assertTrue(key + " is the remedy of nothing", isFinding(key.substring(0, key.length() - ".fix".length())));
            }
        }
        assertTrue("findings of rules and of gates: " + findings, findings >= 26);
    }

    /** Not the words of an administrator, which stand alone. */
    private static boolean isFinding(String key) {
        return !key.endsWith(".fix") && (key.startsWith("decision-gates.rule.")
                && !key.matches("decision-gates\\.rule\\.[a-z-]+\\.(name|description|sentence|setting\\..*)")
                || key.startsWith("decision-gates.gate.") && !key.equals("decision-gates.gate.message"));
    }

    @Test
    public void everyFindingIsQuotedAsPeopleReadIt() {
        for (String key : Messages.keysOf("policy.messages")) {
            if (key.startsWith("decision-gates.rule.")
                    && !key.matches("decision-gates\\.rule\\.[a-z-]+\\.(name|description|sentence|setting\\..*)")
                    || key.startsWith("decision-gates.gate.error")) {
                String quoted = Messages.of("policy.messages").getString(key).replace("''", "'");
                assertTrue("docs/gates.md does not quote " + key + ": " + quoted, PAGE.contains(quoted));
            }
        }
    }

    @Test
    public void everyRuleOfTheShippedWorkflowsExists() {
        PAGE.lines().filter(line -> line.startsWith("| Decision |") || line.startsWith("| Blocker |"))
                .flatMap(line -> java.util.regex.Pattern.compile("`([a-z-]+)`").matcher(line).results()).map(match -> match.group(1))
                .forEach(name -> assertTrue(name, Rules.of(name).isPresent()));
    }
}
