package org.decisiongates.jira.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Choice;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.rules.Rules;

/**
 * The settings form of a gate, made from what the rules say about their settings, and the way back from a submitted form. An invalid value
 * is stored as typed: the gate refuses until it is corrected, and the form says what is wrong.
 */
@JiraComponent
class GateForm {

    private final SettingChoices choices;
    private final GateFormatter formatter;

    GateForm(SettingChoices choices, GateFormatter formatter) {
        this.choices = choices;
        this.formatter = formatter;
    }

    /** The form of a gate that is not set up yet. */
    GateFormView empty() {
        return new GateFormView(GateArguments.RULES, "",
                Rules.all().stream().map(definition -> known(definition, Optional.empty())).toList());
    }

    GateFormView of(Gate gate) {
        Stream<RuleFormView> known = Rules.all().stream().map(definition -> known(definition, ruleNamed(definition.key(), gate)));
        Stream<RuleFormView> unknown = gate.rules().stream().filter(rule -> Rules.of(rule.name()).isEmpty()).map(this::unknown);
        return new GateFormView(GateArguments.RULES, formatter.faultOf(gate), Stream.concat(known, unknown).toList());
    }

    /** What a workflow stores for a submitted form: nothing in it is read as a variable by the workflow engine or broken by XML. */
    Map<String, String> arguments(Map<String, ?> submitted) {
        List<String> chosen = values(submitted.get(GateArguments.RULES));
        List<String> ordered = new ArrayList<>(Rules.all().stream().map(RuleDefinition::key).filter(chosen::contains).toList());
        chosen.stream().filter(name -> !ordered.contains(name)).forEach(ordered::add);
        Map<String, String> arguments = new TreeMap<>();
        arguments.put(GateArguments.RULES, GateArguments.stored(String.join(",", ordered)));
        for (String rule : ordered) {
            submitted.forEach((name, value) -> {
                if (name.startsWith(rule + ".") && GateArguments.isName(name)) {
                    Optional<Setting> setting = settingOf(rule, name.substring(rule.length() + 1));
                    String text = setting.map(known -> choices.stored(known, values(value)))
                            .orElseGet(() -> values(value).stream().findFirst().orElse("").strip());
                    if (!(text.isEmpty() && (name.equals(rule + "." + GateArguments.MESSAGE) || setting.filter(GateForm::isEmptyAtFirst)
                            .isPresent()))) {
                        arguments.put(name, GateArguments.stored(text));
                    }
                }
            });
        }
        return arguments;
    }

    private static Optional<Setting> settingOf(String rule, String name) {
        return Rules.of(rule).stream().flatMap(definition -> definition.settings().stream())
                .filter(setting -> setting.name().equals(name)).findFirst();
    }

    /** A value that is empty by default need not be stored when it is empty. */
    private static boolean isEmptyAtFirst(Setting setting) {
        return setting.initial().isEmpty();
    }

    private static Optional<ConfiguredRule> ruleNamed(String name, Gate gate) {
        return gate.rules().stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    /** The form of one rule; of a gate that does not hold it when there is none. */
    RuleFormView known(RuleDefinition definition, Optional<ConfiguredRule> rule) {
        List<SettingView> settings = definition.settings().stream().map(setting -> setting(definition, setting,
                rule.map(stored -> stored.settings().get(setting.name())).orElse(setting.initial()))).toList();
        String texts = "decision-gates.rule." + definition.key();
        return new RuleFormView(definition.key(), formatter.text(texts + ".name"), formatter.text(texts + ".description"), rule.isPresent(),
                rule.map(stored -> formatter.faultOf(stored, definition.settings())).orElse(""), settings,
                message(definition.key(), rule.flatMap(ConfiguredRule::message)));
    }

    /** A rule this version does not have: shown as stored, so that it can be taken out and is not lost by accident. */
    private RuleFormView unknown(ConfiguredRule rule) {
        List<SettingView> settings = new TreeMap<>(rule.settings()).entrySet().stream()
                .map(stored -> SettingView.ofOneLine(rule.name() + "." + stored.getKey(), stored.getKey(), stored.getValue()))
                .toList();
        return new RuleFormView(rule.name(), rule.name(), "", true, formatter.faultOf(rule), settings,
                message(rule.name(), rule.message()));
    }

    private SettingView setting(RuleDefinition definition, Setting setting, String value) {
        List<ChoiceView> offered = offered(definition, setting, value);
        return new SettingView(definition.key() + "." + setting.name(), formatter.text(SettingChoices.settingKey(definition, setting)),
                choices.typed(setting, value), offered, fault(definition, setting, value),
                setting.type() == Setting.Type.TEXT || setting.type().isList() && offered.isEmpty(), setting.type().isList());
    }

    /** What is wrong with a value; empty text for nothing. */
    private String fault(RuleDefinition definition, Setting setting, String value) {
        if (setting.accepts(value)) {
            List<String> unknown = choices.unknown(definition, setting, value);
            return unknown.isEmpty() ? "" : formatter.text("decision-gates.jira.gate.form.unknown", String.join(", ", unknown));
        }
        String least = Integer.toString(setting.least());
        String most = Integer.toString(setting.most());
        return switch (setting.type()) {
            case NUMBER -> formatter.text("decision-gates.jira.gate.form.not-a-number", value, least, most);
            case TEXT -> formatter.text("decision-gates.jira.gate.form.not-a-text", most);
            case DECIMAL -> formatter.text("decision-gates.jira.gate.form.not-a-decimal", value);
            case DAY -> formatter.text("decision-gates.jira.gate.form.not-a-day", value);
            case PATTERN -> formatter.text("decision-gates.jira.gate.form.not-a-pattern", value, most);
            case CHOICE -> formatter.text("decision-gates.jira.gate.form.not-a-choice", value);
            case PHASES, OPTIONS, PEOPLE, GROUPS, ROLES, LINK_TYPES, STATUSES ->
                formatter.text("decision-gates.jira.gate.form.not-a-list", least, most);
            default -> formatter.text("decision-gates.jira.gate.form.not-a-field", value);
        };
    }

    /** What Jira offers, and stored values that Jira does not have, so that the form shows everything. */
    private List<ChoiceView> offered(RuleDefinition definition, Setting setting, String value) {
        List<Choice> offered = new ArrayList<>(choices.offered(definition, setting));
        if (offered.isEmpty() && !setting.type().isField()) {
            return List.of();
        }
        if (setting.type().isField() && setting.accepts("")) {
            offered.add(0, new Choice("", formatter.text("decision-gates.jira.gate.none")));
        }
        List<String> chosen = SettingChoices.entries(setting, value);
        for (String entry : chosen) {
            if (offered.stream().noneMatch(choice -> choice.id().equals(entry))) {
                offered.add(new Choice(entry, choices.shown(definition, setting, entry)));
            }
        }
        return offered.stream().map(choice -> new ChoiceView(choice.id(), choice.name(), chosen.contains(choice.id()))).toList();
    }

    private SettingView message(String rule, Optional<String> message) {
        return SettingView.ofOneLine(rule + "." + GateArguments.MESSAGE, formatter.text("decision-gates.jira.gate.form.message"),
                message.orElse(""));
    }

    /** Jira passes what was submitted as an array; a caller in its place may give the value itself. */
    private static List<String> values(Object submitted) {
        if (submitted instanceof Object[] several) {
            return Stream.of(several).map(String::valueOf).toList();
        }
        if (submitted instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return submitted == null ? List.of() : List.of(submitted.toString());
    }
}
