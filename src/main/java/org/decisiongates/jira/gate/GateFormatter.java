package org.decisiongates.jira.gate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;

import org.decisiongates.issue.Field;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.fields.SystemField;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.SentenceClause;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.Settings;
import org.decisiongates.policy.rules.Rules;

/** Says in the reader's language what a gate asks for, and what is wrong with it. */
@JiraComponent
public class GateFormatter {

    /** Stands before and behind the number of a value; no text of a bundle holds it. */
    private static final String PLACE = "\uFFFC";

    private final JiraTexts texts;
    private final JiraFields fields;
    private final SettingChoices choices;
    private final ConditionFormatter conditions;
    private final MissingScreenFields screenFields;
    private final ApplicationProperties application;

    GateFormatter(JiraTexts texts, JiraFields fields, SettingChoices choices, ConditionFormatter conditions,
            MissingScreenFields screenFields, ApplicationProperties application) {
        this.texts = texts;
        this.fields = fields;
        this.choices = choices;
        this.conditions = conditions;
        this.screenFields = screenFields;
        this.application = application;
    }

    /** Ways to put on the screen what the rules of the gate read and the screen lacks. */
    List<LinkView> additions(Gate gate, TransitionScreen screen) {
        return gate.rules().stream().flatMap(rule -> screenFields.missing(rule, screen).stream()).distinct()
                .map(field -> new LinkView(text("decision-gates.jira.gate.form.put-on-screen", fields.nameOf(field, texts.locale())),
                        application.getBaseUrl(UrlMode.RELATIVE) + ScreenFieldServlet.addressOf(screen.screen(), field), "screen"))
                .toList();
    }

    /** A gate whose rules are written into the workflow. */
    GateView view(Gate gate, Optional<TransitionScreen> screen) {
        return view(text("decision-gates.jira.gate.view.intro"), gate, screen);
    }

    GateView view(String intro, Gate gate) {
        return view(intro, gate, Optional.empty());
    }

    /** @param screen what people see at the transition; empty when it has none, and when it is not known */
    GateView view(String intro, Gate gate, Optional<TransitionScreen> screen) {
        return new GateView(intro, IntStream.range(0, gate.rules().size()).mapToObj(index -> sentence(gate, index, screen)).toList(),
                faultOf(gate));
    }

    /** Empty text when nothing is wrong with the gate as a whole. */
    String faultOf(Gate gate) {
        return gate.rules().isEmpty() ? fault(Finding.general("decision-gates.gate.error.empty")) : "";
    }

    /** Why the rule refuses every issue; empty text when it does not. */
    String faultOf(ConfiguredRule rule) {
        return faultOf(rule, Rules.of(rule.name()).map(RuleDefinition::settings).orElse(List.of()));
    }

    /** The same of a rule with these settings. */
    String faultOf(ConfiguredRule rule, List<Setting> settings) {
        if (!rule.isSound()) {
            // such a rule reads nothing
            return rule.rule().evaluate(null, null).findings().stream().findFirst().map(this::fault).orElse("");
        }
        return settings.stream().filter(setting -> setting.type().isField() && isMissing(rule.settings().get(setting.name()))).findFirst()
                .map(setting -> fault(Finding.general("decision-gates.gate.error.field", rule.name(), rule.settings().get(setting.name()))))
                .orElse("");
    }

    String text(String key, Serializable... arguments) {
        return texts.text(key, arguments);
    }

    /** The name of a rule; the key of one that this version does not have. */
    public String nameOf(String rule) {
        return Rules.of(rule).map(definition -> text(definition.textKey("name"))).orElse(rule);
    }

    /** What a setting is called; its key where this version does not have it. */
    public String settingName(String rule, String setting) {
        return Rules.of(rule).flatMap(definition -> setting(definition, setting).map(known -> SettingChoices.settingKey(definition, known)))
                .map(this::text).orElse(setting);
    }

    /** What a setting of a policy's rule holds, in names; empty for nothing. */
    public Optional<String> valueOf(PolicyRule rule, String setting) {
        Optional<RuleDefinition> definition = Rules.of(rule.rule());
        Map<String, String> values = definition.map(known -> Settings.of(known, rule.settings()).values()).orElse(rule.settings());
        return Optional.ofNullable(values.get(setting)).filter(value -> !value.isEmpty())
                .map(value -> definition
                        .flatMap(known -> setting(known, setting).map(found -> choices.shown(known, found, values))).orElse(value));
    }

    private static Optional<Setting> setting(RuleDefinition definition, String name) {
        return definition.settings().stream().filter(setting -> setting.name().equals(name)).findFirst();
    }

    /** What a rule of a policy claims, or why it refuses every issue. */
    public RuleSentenceView sentence(PolicyRule rule) {
        ConfiguredRule configured = Rules.of(rule.rule())
                .map(definition -> ConfiguredRule.of(definition, rule.settings(), rule.message()))
                .orElseGet(() -> GateArguments.unknownRule(rule));
        return sentence(configured, "");
    }

    private RuleSentenceView sentence(Gate gate, int index, Optional<TransitionScreen> screen) {
        ConfiguredRule rule = gate.rules().get(index);
        String follows = noteOf(gate.enforcementOf(index), conditions.sentence(rule.when()));
        return sentence(rule, screen.map(shown -> (follows + " " + offScreen(rule, shown)).strip()).orElse(follows));
    }

    /** Which fields of the rule the screen lacks, so that nobody can fill them in at the transition; empty text for none. */
    private String offScreen(ConfiguredRule rule, TransitionScreen screen) {
        List<String> missing = screenFields.missing(rule, screen).stream().map(field -> fields.nameOf(field, texts.locale())).toList();
        return missing.isEmpty() ? ""
                : text("decision-gates.jira.gate.view.off-screen", String.join(", ", missing), screen.name());
    }

    private RuleSentenceView sentence(ConfiguredRule rule, String note) {
        String fault = faultOf(rule);
        String sentence = fault.isEmpty() ? Rules.of(rule.name()).map(definition -> sentence(definition, rule)).orElse(rule.name()) : fault;
        return new RuleSentenceView(sentence, note, rule.message().orElse(""), !fault.isEmpty());
    }

    private String noteOf(Enforcement enforcement, String when) {
        String follows = enforcement == Enforcement.ENFORCE ? ""
                : text("decision-gates.jira.gate.view." + enforcement.name().toLowerCase(Locale.ROOT));
        return (when + " " + follows).strip();
    }

    /** What the rule claims, with its settings in it. */
    String sentence(RuleDefinition definition, ConfiguredRule rule) {
        Serializable[] values = definition.settings().stream().map(setting -> choices.shown(definition, setting, rule.settings()))
                .toArray(Serializable[]::new);
        return definition.clauses().stream().filter(clause -> clause.isSaidOf(rule.settings().getOrDefault(clause.setting(), "")))
                .flatMap(clause -> said(clause, values).stream()).collect(Collectors.joining(" "));
    }

    /**
     * The same in pieces, so that a form can put what is being typed in place of a value, with what it says of other values.
     *
     * @param inputName the name of the input of a setting
     */
    List<SentenceClauseView> clauses(RuleDefinition definition, Map<String, String> values, UnaryOperator<String> inputName) {
        Serializable[] places = IntStream.range(0, definition.settings().size()).mapToObj(index -> PLACE + index + PLACE)
                .toArray(Serializable[]::new);
        List<SentenceClauseView> clauses = new ArrayList<>();
        for (SentenceClause clause : definition.clauses()) {
            said(clause, places).map(text -> parts(definition, text, values, inputName))
                    .map(parts -> new SentenceClauseView(clause.setting().isEmpty() ? "" : inputName.apply(clause.setting()),
                            clause.state(), clause.isSaidOf(values.getOrDefault(clause.setting(), "")), parts))
                    .ifPresent(clauses::add);
        }
        return clauses;
    }

    /** What a rule always claims has a text, or lacks it for everybody to see. */
    private Optional<String> said(SentenceClause clause, Serializable... values) {
        return clause.setting().isEmpty() ? Optional.of(text(clause.key(), values)) : texts.textIfAny(clause.key(), values);
    }

    private List<SentencePartView> parts(RuleDefinition definition, String text, Map<String, String> values,
            UnaryOperator<String> inputName) {
        String[] pieces = text.split(PLACE, -1);
        List<SentencePartView> parts = new ArrayList<>();
        for (int piece = 0; piece < pieces.length; piece++) {
            if (piece % 2 == 0) {
                parts.add(new SentencePartView(pieces[piece], ""));
            } else {
                Setting setting = definition.settings().get(Integer.parseInt(pieces[piece]));
                parts.add(new SentencePartView(choices.shown(definition, setting, values), inputName.apply(setting.name())));
            }
        }
        return parts.stream().filter(part -> !part.text().isEmpty()).toList();
    }

    private String fault(Finding finding) {
        return GateFaults.text(finding, texts, this::nameOf, this::settingName);
    }

    private boolean isMissing(String field) {
        return !field.isEmpty() && SystemField.of(field).isEmpty() && fields.custom(new Field(field)).isEmpty();
    }
}
