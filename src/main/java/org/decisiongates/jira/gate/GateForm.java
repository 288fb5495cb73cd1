package org.decisiongates.jira.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Choice;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.PolicyReference;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.rules.Rules;

/**
 * The settings form of a gate, made from what the rules say about their settings, and the way back from a submitted form. An invalid value
 * is stored as typed: the gate refuses until it is corrected, and the form says what is wrong.
 */
@JiraComponent
public class GateForm {

    /** More options than this are not listed below the input. */
    private static final int MAX_NAMED_OPTIONS = 30;

    /** More names than these make a page slow, and a list that nobody looks through. */
    private static final int MAX_SUGGESTIONS = 1_000;

    /** Stands in a complaint where a script puts what was typed; no text of a bundle holds it. */
    private static final String PLACE_OF_VALUE = "\uFFFC";

    private final SettingChoices choices;
    private final SettingFaults faults;
    private final GateFormatter formatter;
    private final PolicyGateChoices policies;
    private final WorkflowIssueTypes workflows;

    GateForm(SettingChoices choices, GateFormatter formatter, PolicyGateChoices policies, WorkflowIssueTypes workflows) {
        this.choices = choices;
        this.faults = new SettingFaults(choices, formatter);
        this.formatter = formatter;
        this.policies = policies;
        this.workflows = workflows;
    }

    /** The form of a gate that is not set up yet. */
    GateFormView empty() {
        return view(Optional.empty(), "", Gate.of(), Optional.empty(), Gate.of());
    }

    /**
     * The form of a gate whose rules are written into the workflow.
     *
     * @param screen what people see at the transition; empty when it has none, and when it is not known
     */
    GateFormView of(Gate gate, Optional<TransitionScreen> screen) {
        return view(Optional.empty(), formatter.faultOf(gate), gate, screen, gate);
    }

    /** The form of a gate that a policy describes. */
    GateFormView of(PolicyReference reference, Optional<TransitionScreen> screen) {
        return view(Optional.of(reference), "", Gate.of(), screen, policies.shown(reference));
    }

    /** @param asked what is asked at the transition, by the rules of the form or by the policy that it names */
    private GateFormView view(Optional<PolicyReference> reference, String fault, Gate gate, Optional<TransitionScreen> screen, Gate asked) {
        List<LinkView> additions = screen.map(shown -> formatter.additions(asked, shown)).orElse(List.of());
        List<IssueType> about = workflows.inEditedWorkflow();
        Map<String, ConfiguredRule> chosen = new LinkedHashMap<>();
        gate.rules().forEach(rule -> chosen.putIfAbsent(rule.name(), rule));
        List<RuleFormView> rules = chosen.values().stream()
                .map(rule -> Rules.of(rule.name()).map(definition -> known(rule.name(), definition, Optional.of(rule), about))
                        .orElseGet(() -> unknown(rule.name(), rule)))
                .toList();
        List<RuleFormView> others = Rules.all().stream().filter(definition -> !chosen.containsKey(definition.key()))
                .map(definition -> known(definition.key(), definition, Optional.empty(), about)).toList();
        return new GateFormView(GateArguments.RULES, policy(reference), fault,
                additions.isEmpty() ? ""
                        : formatter.text("decision-gates.jira.gate.form.off-screen", screen.orElseThrow().name()),
                additions, List.of(list(RuleListView.CHOSEN, rules), list(RuleListView.OTHERS, others)));
    }

    private SettingView policy(Optional<PolicyReference> reference) {
        return new SettingView(GateArguments.POLICY, formatter.text("decision-gates.jira.gate.form.policy"), "",
                policies.offered(reference), formatter.text("decision-gates.jira.gate.form.policy.hint"),
                reference.map(policies::fault).orElse(""), false, false, "", List.of(), "", "");
    }

    private RuleListView list(String name, List<RuleFormView> rules) {
        return new RuleListView(name, formatter.text("decision-gates.jira.gate.form." + name),
                formatter.text("decision-gates.jira.gate.form." + name + ".none"), rules);
    }

    /** What a workflow stores for a submitted form: nothing in it is read as a variable by the workflow engine or broken by XML. */
    Map<String, String> arguments(Map<String, ?> submitted) {
        Optional<PolicyReference> named = values(submitted.get(GateArguments.POLICY)).stream().findFirst()
                .flatMap(PolicyGateChoices::submitted);
        if (named.isPresent()) {
            return GateArguments.write(named.get());
        }
        List<String> chosen = values(submitted.get(GateArguments.RULES)).stream().distinct().toList();
        Map<String, String> arguments = new TreeMap<>();
        arguments.put(GateArguments.RULES, GateArguments.stored(String.join(",", chosen)));
        for (String rule : chosen) {
            submitted.forEach((name, value) -> {
                if (name.startsWith(rule + ".") && GateArguments.isName(name)) {
                    Optional<Setting> setting = settingOf(rule, name.substring(rule.length() + 1));
                    String text = setting
                            .map(known -> choices.stored(Rules.of(rule).orElseThrow(), known, values(value), fields(rule, rule, submitted)))
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

    /**
     * The form of a rule of a policy, the names of its inputs behind {@code prefix} and a dot.
     *
     * @param about the types of the issues that the policy is for; none when they are not known
     */
    public RuleFormView rule(String prefix, PolicyRule rule, List<IssueType> about) {
        Optional<RuleDefinition> known = Rules.of(rule.rule());
        return known
                .map(definition -> known(prefix, definition, Optional.of(ConfiguredRule.of(definition, rule.settings(), rule.message())),
                        about))
                .orElseGet(() -> unknown(prefix, GateArguments.unknownRule(rule)));
    }

    /** The form of a rule that a policy does not hold. */
    public RuleFormView offered(RuleDefinition definition) {
        return known(definition, Optional.empty());
    }

    /** The settings of a rule of a policy that was submitted by such a form, but for those that have their first value; its message. */
    public PolicyRule submitted(String prefix, PolicyRule rule, Map<String, ?> submitted) {
        Map<String, String> settings = new TreeMap<>();
        Optional<RuleDefinition> known = Rules.of(rule.rule());
        for (Setting setting : known.map(RuleDefinition::settings).orElse(List.of())) {
            // a browser ends lines in its own way: the same text of two policies has to stay the same
            String text = choices.stored(known.get(), setting, values(submitted.get(prefix + "." + setting.name())),
                    fields(prefix, rule.rule(), submitted)).replace("\r\n", "\n");
            if (!text.equals(setting.initial())) {
                settings.put(setting.name(), text);
            }
        }
        Optional<String> message = values(submitted.get(prefix + "." + GateArguments.MESSAGE)).stream().map(String::strip)
                .filter(text -> !text.isEmpty()).findFirst();
        return new PolicyRule(rule.rule(), known.isPresent() ? settings : rule.settings(), message, rule.enforcement(), rule.when());
    }

    /** The fields that were submitted for a rule, by the names of the settings that name them. */
    private static Map<String, String> fields(String prefix, String rule, Map<String, ?> submitted) {
        Map<String, String> fields = new HashMap<>();
        Rules.of(rule).stream().flatMap(definition -> definition.settings().stream()).filter(setting -> setting.type().isField())
                .forEach(setting -> values(submitted.get(prefix + "." + setting.name())).stream().findFirst()
                        .ifPresent(value -> fields.put(setting.name(), value)));
        return fields;
    }

    private static Optional<Setting> settingOf(String rule, String name) {
        return Rules.of(rule).stream().flatMap(definition -> definition.settings().stream())
                .filter(setting -> setting.name().equals(name)).findFirst();
    }

    /** A value that is empty by default need not be stored when it is empty. */
    private static boolean isEmptyAtFirst(Setting setting) {
        return setting.initial().isEmpty();
    }

    /** The form of one rule; of a gate that does not hold it when there is none. */
    RuleFormView known(RuleDefinition definition, Optional<ConfiguredRule> rule) {
        return known(definition.key(), definition, rule, List.of());
    }

    /** @param about the types of the issues that the gate is for; none when they are not known */
    private RuleFormView known(String prefix, RuleDefinition definition, Optional<ConfiguredRule> rule, List<IssueType> about) {
        Map<String, String> values = new HashMap<>();
        definition.settings().forEach(setting -> values.put(setting.name(), setting.initial()));
        rule.ifPresent(stored -> values.putAll(stored.settings()));
        List<SettingView> settings = definition.settings().stream()
                .map(setting -> setting(prefix, definition, setting, values, rule.isPresent(), about)).toList();
        String texts = "decision-gates.rule." + definition.key();
        String fault = rule.map(stored -> formatter.faultOf(stored, definition.settings())).orElse("");
        boolean open = !fault.isEmpty() || settings.stream().anyMatch(setting -> !setting.fault().isEmpty());
        return new RuleFormView(definition.key(), formatter.text(texts + ".name"), formatter.text(texts + ".description"), rule.isPresent(),
                fault, open, formatter.clauses(definition, values, setting -> prefix + "." + setting), settings,
                message(prefix, rule.flatMap(ConfiguredRule::message)));
    }

    /** A rule this version does not have: shown as stored, so that it can be taken out and is not lost by accident. */
    private RuleFormView unknown(String prefix, ConfiguredRule rule) {
        List<SettingView> settings = new TreeMap<>(rule.settings()).entrySet().stream()
                .map(stored -> SettingView.ofOneLine(prefix + "." + stored.getKey(), stored.getKey(), stored.getValue()))
                .toList();
        return new RuleFormView(rule.name(), rule.name(), "", true, formatter.faultOf(rule), true, List.of(), settings,
                message(prefix, rule.message()));
    }

    /** What a rule that nobody chose lacks is no fault. */
    private SettingView setting(String prefix, RuleDefinition definition, Setting setting, Map<String, String> values, boolean chosen,
            List<IssueType> about) {
        List<ChoiceView> offered = offered(definition, setting, values, about);
        List<String> suggestions = suggestions(definition, setting, values);
        String check = SettingFaults.check(setting);
        return new SettingView(prefix + "." + setting.name(), formatter.text(SettingChoices.settingKey(definition, setting)),
                choices.typed(definition, setting, values), offered, hint(definition, setting, values),
                chosen ? faults.of(definition, setting, values, about) : "",
                setting.type() == Setting.Type.TEXT || setting.type().isList() && offered.isEmpty(), setting.type().isList(),
                switch (setting.type()) {
                    case PEOPLE -> "people";
                    case GROUPS -> "groups";
                    default -> suggestions.isEmpty() ? "" : "list";
                }, suggestions, check, check.isEmpty() ? "" : faults.complaint(setting, PLACE_OF_VALUE));
    }

    /** Names of options, as far as the field is known whose options they are. */
    private List<String> suggestions(RuleDefinition definition, Setting setting, Map<String, String> values) {
        return setting.type() != Setting.Type.OPTIONS ? List.of()
                : choices.options(definition, values).stream().map(Choice::name).distinct().limit(MAX_SUGGESTIONS).toList();
    }

    private String hint(RuleDefinition definition, Setting setting, Map<String, String> values) {
        return switch (setting.type()) {
            case PEOPLE -> formatter.text("decision-gates.jira.gate.form.hint.people");
            case GROUPS -> formatter.text("decision-gates.jira.gate.form.hint.groups");
            case OPTIONS -> {
                List<String> names = choices.options(definition, values).stream().map(Choice::name).distinct().limit(MAX_NAMED_OPTIONS + 1L)
                        .toList();
                yield names.isEmpty() || names.size() > MAX_NAMED_OPTIONS ? formatter.text("decision-gates.jira.gate.form.hint.options")
                        : formatter.text("decision-gates.jira.gate.form.hint.options-named", String.join(", ", names));
            }
            default -> "";
        };
    }

    /** What Jira offers, and stored values that Jira or the issues do not have, so that the form shows everything. */
    private List<ChoiceView> offered(RuleDefinition definition, Setting setting, Map<String, String> values, List<IssueType> about) {
        List<Choice> offered = new ArrayList<>(choices.offered(definition, setting));
        offered.removeIf(choice -> !choices.without(setting, choice.id(), about).isEmpty());
        if (offered.isEmpty() && !setting.type().isField()) {
            return List.of();
        }
        if (setting.type().isField() && setting.accepts("")) {
            offered.add(0, new Choice("", formatter.text("decision-gates.jira.gate.none")));
        }
        List<String> chosen = SettingChoices.entries(setting, values.get(setting.name()));
        for (String entry : chosen) {
            if (offered.stream().noneMatch(choice -> choice.id().equals(entry))) {
                offered.add(new Choice(entry, choices.shown(definition, setting, Map.of(setting.name(), entry))));
            }
        }
        return offered.stream().map(choice -> new ChoiceView(choice.id(), choice.name(), chosen.contains(choice.id()))).toList();
    }

    private SettingView message(String prefix, Optional<String> message) {
        return SettingView.ofOneLine(prefix + "." + GateArguments.MESSAGE, formatter.text("decision-gates.jira.gate.form.message"),
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
