package org.decisiongates.repository;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.Test;

import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.fixture.Tree;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.rules.Rules;

/** A rule has one name: of its class, its test, its texts, its page in docs/reference/rules. */
public class RulesAreDocumentedTest {

    private static final int LINE_OF_HELP = 100;
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
            for (String text : List.of("name", "description", "details", "why", "sentence")) {
                assertTrue(definition.textKey(text), BundleTexts.has(definition.textKey(text)));
            }
            everySettingThatMayBeEmptyIsWordedApart(definition);
            String description = new BundleTexts().getText(definition.textKey("description"));
            assertTrue(description + " fits one line of a form", description.length() <= LINE_OF_HELP && description.endsWith("."));
            for (Setting setting : definition.settings()) {
                String key = "decision-gates.rule." + definition.key() + ".setting." + setting.name();
                assertTrue(setting.toString(), BundleTexts.has(key));
                if (setting.type() == Setting.Type.CHOICE) {
                    setting.choices().forEach(word -> assertTrue(key + "." + word, BundleTexts.has(key + "." + word)));
                }
            }
        }
    }

    /** Else a sentence would say that something is nothing. A template is for whoever edits, and no claim. */
    private static void everySettingThatMayBeEmptyIsWordedApart(RuleDefinition definition) {
        String always = Messages.of("policy.messages").getString(definition.summaryKey());
        for (int i = 0; i < definition.settings().size(); i++) {
            Setting setting = definition.settings().get(i);
            boolean isWordedApart = BundleTexts.has(definition.summaryKey() + "." + setting.name());
            boolean mayBeNothing = setting.accepts("") || setting.type() == Setting.Type.NUMBER && setting.least() == 0;
            boolean isHeading = definition.key().equals("states-documented") && setting.type() == Setting.Type.TEXT;
            assertEquals(definition.key() + " " + setting.name(), mayBeNothing && !setting.name().equals("template") && !isHeading,
                    isWordedApart);
            assertTrue(definition.key() + " " + setting.name(), !mayBeNothing || !always.contains("{" + i + "}"));
        }
        definition.clauses().stream().filter(clause -> BundleTexts.has(clause.key())).forEach(
                clause -> assertTrue(clause.key(), new BundleTexts().argumentsOf(clause.key()) <= definition.settings().size()));
    }

    @Test
    public void everyRuleHasItsPage() {
        SortedMap<String, String> pages = RuleReference.pages();
        if ("accept".equals(System.getProperty("golden"))) {
            pages.forEach((page, text) -> Tree.write(Tree.ROOT.resolve(page), text));
        }
        assertEquals(pages.keySet(), new TreeSet<>(RuleReference.kept().keySet()));
        pages.forEach((page, text) -> assertEquals(page + " (-Dgolden=accept rewrites it)", text, RuleReference.kept().get(page)));
    }

    @Test
    public void everyRuleHasAnExampleThatPassesAndOneForEachFinding() {
        for (RuleDefinition definition : Rules.all()) {
            Set<String> unseen = new TreeSet<>(RuleReference.findings(definition));
            assertTrue(definition.key(), unseen.size() > 0);
            definition.examples().forEach(example -> example.finding().ifPresent(unseen::remove));
            assertEquals(Set.of(), unseen);
            assertTrue(definition.key(), definition.examples().stream().anyMatch(example -> example.status() == RuleResult.Status.PASSED));
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
        return RuleReference.isFinding(key)
                || key.startsWith("decision-gates.gate.") && !key.endsWith(".fix") && !key.equals("decision-gates.gate.message");
    }

    @Test
    public void everyErrorIsQuotedAsPeopleReadIt() {
        for (String key : Messages.keysOf("policy.messages")) {
            if (key.startsWith("decision-gates.gate.error")) {
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
