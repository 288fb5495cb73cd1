package org.decisiongates.jira.gate;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.gate.RuleDescription.ChoiceDescription;
import org.decisiongates.jira.gate.RuleDescription.ExampleDescription;
import org.decisiongates.jira.gate.RuleDescription.FindingDescription;
import org.decisiongates.jira.gate.RuleDescription.SettingDescription;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.rules.Rules;

/** Words what the rules say about themselves, in the language of the current user. */
@JiraComponent
public class RuleDescriptions {

    /** Where a message names something of the issue. */
    private static final String GAP = "\u2026";
    private static final int MOST_ARGUMENTS = 4;

    private final JiraTexts texts;

    public RuleDescriptions(JiraTexts texts) {
        this.texts = texts;
    }

    /** Every rule, in the order forms show them. */
    List<RuleDescription> all() {
        return Rules.all().stream().map(this::of).toList();
    }

    /** The rule with this key. */
    Optional<RuleDescription> of(String key) {
        return Rules.of(key).map(this::of);
    }

    /** Every rule as a page shows it. */
    RulesView view() {
        return new RulesView(all().stream().map(this::view).toList());
    }

    /** The rule as a page shows it. */
    RuleDescriptionView view(RuleDescription rule) {
        Map<String, String> messages = rule.findings().stream()
                .collect(Collectors.toMap(FindingDescription::finding, FindingDescription::message));
        return RuleDescriptionView.of(rule,
                rule.examples().stream().map(example -> new RuleRowView(subject(example), answer(example, messages))).toList());
    }

    private static String subject(ExampleDescription example) {
        return example.settings().isEmpty() ? example.title()
                : example.title() + " (" + example.settings().entrySet().stream()
                        .map(setting -> setting.getKey() + " = " + String.join(", ", Setting.entries(setting.getValue())))
                        .collect(Collectors.joining("; ")) + ")";
    }

    private String answer(ExampleDescription example, Map<String, String> messages) {
        String result = texts.text(switch (example.result()) {
            case PASSED -> "decision-gates.jira.gate.rules.passes";
            case NOT_APPLICABLE -> "decision-gates.jira.gate.rules.does-not-apply";
            default -> "decision-gates.jira.gate.rules.fails";
        });
        return example.finding().map(finding -> texts.text("decision-gates.jira.gate.rules.example-says", result, messages.get(finding)))
                .orElse(result);
    }

    private RuleDescription of(RuleDefinition rule) {
        return new RuleDescription(rule.key(), text(rule, "name"), text(rule, "description"), text(rule, "details"), text(rule, "why"),
                claim(rule), rule.since(), RulesServlet.addressOf(rule.key()), rule.needs().stream().sorted().toList(),
                rule.settings().stream().map(setting -> setting(rule, setting)).toList(),
                rule.examples().stream().flatMap(example -> example.finding().stream()).distinct().map(this::finding).toList(),
                rule.examples().stream().map(RuleDescriptions::example).toList());
    }

    private String text(RuleDefinition rule, String text) {
        return texts.text(rule.textKey(text));
    }

    /** All that the rule may claim, of words the first that can be chosen. */
    private String claim(RuleDefinition rule) {
        Serializable[] names = rule.settings().stream().map(setting -> "{" + setting.name() + "}").toArray(Serializable[]::new);
        Map<String, String> words = rule.settings().stream().filter(setting -> setting.type() == Setting.Type.CHOICE)
                .collect(Collectors.toMap(Setting::name, Setting::initial));
        return rule.clauses().stream().filter(clause -> clause.isSaidOf(words.getOrDefault(clause.setting(), GAP)))
                .flatMap(clause -> texts.textIfAny(clause.key(), names).stream()).collect(Collectors.joining(" "));
    }

    private SettingDescription setting(RuleDefinition rule, Setting setting) {
        String key = rule.textKey("setting." + setting.name());
        List<ChoiceDescription> choices = setting.choices().stream()
                .map(word -> new ChoiceDescription(word, setting.type() == Setting.Type.CHOICE ? texts.text(key + "." + word) : word))
                .toList();
        return new SettingDescription(setting.name(), texts.text(key), setting.type(), setting.initial(), accepts(setting, choices),
                setting.least(), setting.most(), choices);
    }

    private String accepts(Setting setting, List<ChoiceDescription> choices) {
        String least = Integer.toString(setting.least());
        String most = Integer.toString(setting.most());
        return switch (setting.type()) {
            case NUMBER -> texts.text("decision-gates.jira.gate.rules.accepts.number", least, most);
            case DECIMAL -> texts.text("decision-gates.jira.gate.rules.accepts.decimal");
            case DAY -> texts.text("decision-gates.jira.gate.rules.accepts.day");
            case TEXT -> texts.text("decision-gates.jira.gate.rules.accepts.text", most);
            case PATTERN -> texts.text("decision-gates.jira.gate.rules.accepts.pattern", most);
            case CHOICE -> String.join(", ", choices.stream().map(ChoiceDescription::label).toList());
            case PHASES, OPTIONS, PEOPLE, GROUPS, ROLES, LINK_TYPES, STATUSES ->
                texts.text("decision-gates.jira.gate.rules.accepts.list", least, most);
            default -> texts.text("decision-gates.jira.gate.rules.accepts.field");
        };
    }

    private FindingDescription finding(String key) {
        Serializable[] gaps = Collections.nCopies(MOST_ARGUMENTS, GAP).toArray(Serializable[]::new);
        return new FindingDescription(key, texts.text(key, gaps), texts.text(key + ".fix", gaps));
    }

    private static ExampleDescription example(RuleExample example) {
        return new ExampleDescription(example.title(), new TreeMap<>(example.settings()), example.status(), example.finding());
    }
}
