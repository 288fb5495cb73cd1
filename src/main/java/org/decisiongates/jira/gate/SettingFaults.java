package org.decisiongates.jira.gate;

import java.util.List;
import java.util.Map;

import com.atlassian.jira.issue.issuetype.IssueType;

import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.Setting;

/** Says what is wrong with the value of a setting, and what it may be instead. */
final class SettingFaults {

    private final SettingChoices choices;
    private final GateFormatter formatter;

    SettingFaults(SettingChoices choices, GateFormatter formatter) {
        this.choices = choices;
        this.formatter = formatter;
    }

    /**
     * Empty text for nothing.
     *
     * @param about the types of the issues that the gate is for; none when they are not known
     */
    String of(RuleDefinition definition, Setting setting, Map<String, String> values, List<IssueType> about) {
        String value = values.get(setting.name());
        if (!setting.accepts(value)) {
            return complaint(setting, value);
        }
        List<String> unknown = choices.unknown(definition, setting, values);
        if (!unknown.isEmpty()) {
            return formatter.text("decision-gates.jira.gate.form.unknown", String.join(", ", unknown));
        }
        List<String> without = choices.without(setting, value, about);
        return without.isEmpty() ? ""
                : formatter.text("decision-gates.jira.gate.form.not-of-type", choices.shown(definition, setting, values),
                        String.join(", ", without));
    }

    /** That {@code value} is none that the setting accepts. */
    String complaint(Setting setting, String value) {
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

    /** What a script checks before it lets a form go: {@code number 1 20}, {@code decimal 0}, {@code day 0}; empty text for nothing. */
    static String check(Setting setting) {
        return switch (setting.type()) {
            case NUMBER -> "number " + setting.least() + " " + setting.most();
            case DECIMAL -> "decimal " + setting.least();
            case DAY -> "day " + setting.least();
            default -> "";
        };
    }
}
