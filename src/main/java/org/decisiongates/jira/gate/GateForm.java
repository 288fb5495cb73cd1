package org.decisiongates.jira.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Field;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.rules.Rules;

/**
 * The settings form of a gate, made from what the rules say about their settings, and the way back from a submitted form. Nonsense is
 * kept as typed: the gate refuses until it is corrected, and the form says what is wrong.
 */
@JiraComponent
class GateForm {

    private final JiraFields fields;
    private final GateFormatter sentences;

    GateForm(JiraFields fields, GateFormatter sentences) {
        this.fields = fields;
        this.sentences = sentences;
    }

    /** The form of a gate that nobody has set up yet. */
    GateFormView empty() {
        return new GateFormView(GateArguments.RULES, "",
                Rules.all().stream().map(definition -> known(definition, Optional.empty())).toList());
    }

    GateFormView of(Gate gate) {
        Stream<RuleFormView> known = Rules.all().stream().map(definition -> known(definition, ruleNamed(definition.key(), gate)));
        Stream<RuleFormView> unknown = gate.rules().stream().filter(rule -> Rules.of(rule.name()).isEmpty()).map(this::unknown);
        return new GateFormView(GateArguments.RULES, sentences.faultOf(gate), Stream.concat(known, unknown).toList());
    }

    /** What a workflow stores for a submitted form: nothing in it is read as a variable by the workflow engine or broken by XML. */
    static Map<String, String> arguments(Map<String, ?> submitted) {
        List<String> chosen = values(submitted.get(GateArguments.RULES));
        List<String> ordered = new ArrayList<>(Rules.all().stream().map(RuleDefinition::key).filter(chosen::contains).toList());
        chosen.stream().filter(name -> !ordered.contains(name)).forEach(ordered::add);
        Map<String, String> arguments = new TreeMap<>();
        arguments.put(GateArguments.RULES, GateArguments.stored(String.join(",", ordered)));
        for (String rule : ordered) {
            submitted.forEach((name, value) -> {
                String text = values(value).stream().findFirst().orElse("").strip();
                if (name.startsWith(rule + ".") && GateArguments.isName(name)
                        && !(text.isEmpty() && mayBeEmpty(rule, name.substring(rule.length() + 1)))) {
                    arguments.put(name, GateArguments.stored(text));
                }
            });
        }
        return arguments;
    }

    private static boolean mayBeEmpty(String rule, String setting) {
        return setting.equals(GateArguments.MESSAGE)
                || Rules.of(rule).stream().flatMap(definition -> definition.settings().stream())
                        .anyMatch(known -> known.name().equals(setting) && known.type() == Setting.Type.TEXT);
    }

    private static Optional<ConfiguredRule> ruleNamed(String name, Gate gate) {
        return gate.rules().stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    private RuleFormView known(RuleDefinition definition, Optional<ConfiguredRule> rule) {
        List<SettingView> settings = definition.settings().stream().map(setting -> setting(definition, setting,
                rule.map(stored -> stored.settings().get(setting.name())).orElse(setting.initial()))).toList();
        String texts = "decision-gates.rule." + definition.key();
        return new RuleFormView(definition.key(), sentences.text(texts + ".name"), sentences.text(texts + ".description"), rule.isPresent(),
                rule.map(sentences::faultOf).orElse(""), settings,
                message(definition.key(), rule.flatMap(ConfiguredRule::message)));
    }

    /** A rule this version does not have: shown as stored, so that it can be taken out and is not lost by accident. */
    private RuleFormView unknown(ConfiguredRule rule) {
        List<SettingView> settings = new TreeMap<>(rule.settings()).entrySet().stream()
                .map(stored -> SettingView.ofOneLine(rule.name() + "." + stored.getKey(), stored.getKey(), stored.getValue()))
                .toList();
        return new RuleFormView(rule.name(), rule.name(), "", true, sentences.faultOf(rule), settings,
                message(rule.name(), rule.message()));
    }

    private SettingView setting(RuleDefinition definition, Setting setting, String value) {
        String label = sentences.text("decision-gates.rule." + definition.key() + ".setting." + setting.name());
        List<ChoiceView> choices = setting.type().isField() ? choices(setting, value) : List.of();
        return new SettingView(definition.key() + "." + setting.name(), label, value, choices,
                setting.accepts(value) ? "" : fault(setting, value), setting.type() == Setting.Type.TEXT);
    }

    private String fault(Setting setting, String value) {
        return switch (setting.type()) {
            case NUMBER -> sentences.text("decision-gates.jira.gate.form.not-a-number", value, Integer.toString(setting.least()),
                    Integer.toString(setting.most()));
            case TEXT -> sentences.text("decision-gates.jira.gate.form.not-a-text", Integer.toString(setting.most()));
            default -> sentences.text("decision-gates.jira.gate.form.not-a-field", value);
        };
    }

    private List<ChoiceView> choices(Setting setting, String value) {
        List<Field> offered = new ArrayList<>(fields.fitting(setting.type()));
        if (offered.stream().noneMatch(field -> field.id().equals(value))) {
            offered.add(new Field(value));
        }
        return offered.stream().map(field -> new ChoiceView(field.id(), sentences.nameOf(field), field.id().equals(value))).toList();
    }

    private SettingView message(String rule, Optional<String> message) {
        return SettingView.ofOneLine(rule + "." + GateArguments.MESSAGE, sentences.text("decision-gates.jira.gate.form.message"),
                message.orElse(""));
    }

    /** Jira hands over what was submitted as an array; a caller in its place may give the value itself. */
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
