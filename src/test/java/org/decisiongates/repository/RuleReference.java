package org.decisiongates.repository;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.fixture.Tree;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.rules.Rules;

/** The pages of docs/reference/rules, made of what rules say about themselves: their definitions and their texts. */
final class RuleReference {

    static final String FOLDER = "docs/reference/rules/";
    private static final String NOTE = "<!-- Made from the definitions and the texts of the rules. "
            + "Change those, then run RulesAreDocumentedTest "
            + "with -Dgolden=accept. -->\n";
    private static final BundleTexts TEXTS = new BundleTexts();

    private RuleReference() {
    }

    /** Every page by its path in the repository. */
    static SortedMap<String, String> pages() {
        SortedMap<String, String> pages = new TreeMap<>();
        pages.put(FOLDER + "README.md", index());
        Rules.all().forEach(rule -> pages.put(FOLDER + rule.key() + ".md", page(rule)));
        return pages;
    }

    private static String index() {
        StringBuilder page = new StringBuilder(NOTE).append("# Rules\n\nIn the order in which forms show them. How a gate asks them: ")
                .append("[Gates](../../gates.md).\n\n| rule | what it requires |\n|---|---|\n");
        Rules.all().forEach(rule -> page.append("| [`").append(rule.key()).append("`](").append(rule.key()).append(".md) | ")
                .append(text(rule, "description")).append(" |\n"));
        return page.toString();
    }

    private static String page(RuleDefinition rule) {
        StringBuilder page = new StringBuilder(NOTE).append("# ").append(text(rule, "name")).append(" (`").append(rule.key())
                .append("`)\n\n").append(text(rule, "description")).append(' ').append(text(rule, "details"));
        if (rule.settings().stream().anyMatch(setting -> setting.equals(Setting.template()))) {
            page.append(" See [What counts as text](../../gates.md#what-counts-as-text).");
        }
        page.append("\n\n**Why:** ").append(text(rule, "why")).append("\n\n**In a policy:** ").append(sentence(rule))
                .append("\n\n**Needs:** ").append(needs(rule)).append(" **Since:** ").append(rule.since()).append("\n\n")
                .append("## Settings\n\n")
                .append(rule.settings().isEmpty() ? "None.\n" : "| setting | what it is | initially | accepts |\n|---|---|---|---|\n");
        rule.settings().forEach(setting -> page.append("| `").append(rule.key()).append('.').append(setting.name()).append("` | ")
                .append(text(rule, "setting." + setting.name())).append(" | ")
                .append(setting.initial().isEmpty() ? "" : "`" + setting.initial() + "`").append(" | ").append(accepted(setting))
                .append(" |\n"));
        page.append("\n## Findings\n\n| finding | what people read | how to correct it |\n|---|---|---|\n");
        findings(rule).forEach(key -> page.append("| ").append(shortened(key)).append(" | ").append(raw(key)).append(" | ")
                .append(raw(key + ".fix")).append(" |\n"));
        page.append("\n## Examples\n\n| example | settings | result | finding |\n|---|---|---|---|\n");
        rule.examples().forEach(example -> page.append("| ").append(example.title()).append(" | ").append(settings(example))
                .append(" | `").append(example.status()).append("` | ").append(example.finding().map(RuleReference::shortened).orElse(""))
                .append(" |\n"));
        return page.toString();
    }

    /** The keys of what the rule finds, in the order of its texts. */
    static List<String> findings(RuleDefinition rule) {
        return Messages.keysInOrder("policy.messages").stream().filter(key -> key.startsWith(rule.textKey("")) && isFinding(key)).toList();
    }

    /** Whether the key is that of a finding of a rule: neither a text about the rule nor a remedy. */
    static boolean isFinding(String key) {
        return key.matches("decision-gates\\.rule\\.[a-z-]+\\.(?!(?:name|description|details|why|sentence)$|setting\\.|sentence\\.).*")
                && !key.endsWith(".fix");
    }

    /** All that the rule may claim, of words the first that can be chosen. */
    private static String sentence(RuleDefinition rule) {
        Serializable[] names = rule.settings().stream().map(setting -> "*" + setting.name() + "*").toArray(Serializable[]::new);
        Map<String, String> words = rule.settings().stream().filter(setting -> setting.type() == Setting.Type.CHOICE)
                .collect(Collectors.toMap(Setting::name, Setting::initial));
        return rule.clauses().stream().filter(clause -> clause.isSaidOf(words.getOrDefault(clause.setting(), "*")))
                .filter(clause -> BundleTexts.has(clause.key())).map(clause -> TEXTS.getText(clause.key(), names))
                .collect(Collectors.joining(" "));
    }

    private static String needs(RuleDefinition rule) {
        return rule.needs().isEmpty() ? "the issue alone."
                : rule.needs().stream().sorted().map(need -> switch (need) {
                    case ACTOR -> "somebody who acts";
                    case TRANSITION -> "a transition";
                    case LINKS -> "the links of the issue";
                    case HISTORY -> "the history of the issue";
                    case RECORDS -> "the records of the issue";
                    case APPROVALS -> "what has to be approved of the issue";
                    case THREADS -> "the feedback threads of the issue";
                }).collect(Collectors.joining(", ", "", "."));
    }

    private static String settings(RuleExample example) {
        return new TreeMap<>(example.settings()).entrySet().stream()
                .map(setting -> setting.getKey() + " = `" + setting.getValue().replace("\n", "` `").replace("|", "\\|") + "`")
                .collect(Collectors.joining(", "));
    }

    private static String accepted(Setting setting) {
        String accepted = accepts(setting);
        return setting.least() == 0 && setting.accepts("") && !accepted.startsWith("0 to ") && setting.type() != Setting.Type.TEXT
                ? accepted + ", or nothing"
                : accepted;
    }

    private static String accepts(Setting setting) {
        if (setting.type().isField()) {
            return "field id";
        }
        String bounds = setting.least() + " to " + setting.most();
        return switch (setting.type()) {
            case TEXT -> "text of up to " + setting.most() + " characters";
            case PATTERN -> "pattern of up to " + setting.most() + " characters";
            case DECIMAL -> "number";
            case DAY -> "day, as in `2026-12-31`";
            case CHOICE -> setting.choices().stream().map(word -> "`" + word + "`").collect(Collectors.joining(" "));
            case NUMBER -> bounds;
            default -> bounds + " " + setting.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private static String text(RuleDefinition rule, String text) {
        return TEXTS.getText(rule.textKey(text));
    }

    private static String raw(String key) {
        return TEXTS.getRawText(key).replace("''", "'");
    }

    private static String shortened(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** What the repository holds, by path. */
    static Map<String, String> kept() {
        return Tree.files(Tree.ROOT.resolve(FOLDER), ".md").stream()
                .collect(Collectors.toMap(file -> Tree.ROOT.relativize(file).toString().replace('\\', '/'),
                        Tree::text));
    }
}
