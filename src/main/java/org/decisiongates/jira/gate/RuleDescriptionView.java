package org.decisiongates.jira.gate;

import java.util.List;

/**
 * One rule on the page that explains all of them.
 *
 * @param key        its anchor
 * @param whatCounts what exactly counts
 * @param settings   what can be set, and what it accepts
 * @param findings   what it says, and how to correct that
 * @param examples   issues, and what it says of each
 * @param since      the version of the app that has it first
 */
public record RuleDescriptionView(String key, String name, String description, String whatCounts, String why, List<RuleRowView> settings,
        List<RuleRowView> findings, List<RuleRowView> examples, String since) {

    public RuleDescriptionView {
        settings = List.copyOf(settings);
        findings = List.copyOf(findings);
        examples = List.copyOf(examples);
    }

    static RuleDescriptionView of(RuleDescription rule, List<RuleRowView> examples) {
        return new RuleDescriptionView(rule.key(), rule.name(), rule.description(), rule.details(), rule.why(),
                rule.settings().stream().map(setting -> new RuleRowView(setting.label(), setting.accepts())).toList(),
                rule.findings().stream().map(finding -> new RuleRowView(finding.message(), finding.remedy())).toList(),
                examples, rule.since());
    }
}
