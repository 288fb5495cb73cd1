package org.decisiongates.jira.policy;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.jira.gate.ConditionFormatter;
import org.decisiongates.jira.gate.GateFormatter;
import org.decisiongates.jira.gate.HostNames;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.HostReference;
import org.decisiongates.policy.PolicyNames;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.RuleCondition;
import org.decisiongates.policy.RuleResult;

/** Names what policies name as the reader knows it; what this Jira does not have goes by its id. */
@JiraComponent
class JiraPolicyNames implements PolicyNames {

    private final GateFormatter rules;
    private final ConditionFormatter conditions;
    private final HostNames host;
    private final JiraTexts texts;

    JiraPolicyNames(GateFormatter rules, ConditionFormatter conditions, HostNames host, JiraTexts texts) {
        this.rules = rules;
        this.conditions = conditions;
        this.host = host;
        this.texts = texts;
    }

    @Override
    public String rule(String key) {
        return rules.nameOf(key);
    }

    @Override
    public String setting(String rule, String setting) {
        return rules.settingName(rule, setting);
    }

    @Override
    public String value(PolicyRule rule, String setting) {
        return rules.valueOf(rule, setting).orElseGet(() -> texts.text("decision-gates.jira.policy.nothing"));
    }

    @Override
    public String condition(RuleCondition condition) {
        return conditions.sentence(condition);
    }

    @Override
    public String role(String id) {
        return name(HostReference.Kind.ROLE, id);
    }

    @Override
    public String issueType(String type) {
        return switch (type) {
            case "decision" -> texts.text("decision-gates.jira.policy.type.decision");
            case "blocker" -> texts.text("decision-gates.jira.policy.type.blocker");
            default -> name(HostReference.Kind.ISSUE_TYPE, type);
        };
    }

    @Override
    public String phase(String phase) {
        if (phase.isEmpty()) {
            return texts.text("decision-gates.jira.policy.no-phase");
        }
        return Stream.concat(Arrays.stream(DecisionPhase.values()).filter(one -> one.name().equals(phase)).map(DecisionPhase::label),
                Arrays.stream(BlockerPhase.values()).filter(one -> one.name().equals(phase)).map(BlockerPhase::label)).findFirst()
                .orElse(phase);
    }

    @Override
    public String enforcement(Enforcement enforcement) {
        return texts.text("decision-gates.jira.policy.enforcement." + enforcement.name());
    }

    @Override
    public String enforcedAsItsGate() {
        return texts.text("decision-gates.jira.policy.as-gate");
    }

    @Override
    public String status(RuleResult.Status status) {
        return texts.text("decision-gates.jira.policy.result." + status.name());
    }

    private String name(HostReference.Kind kind, String id) {
        return host.nameOf(new HostReference(kind, id, Optional.empty())).orElse(id);
    }
}
