package org.decisiongates.jira.gate;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.Finding;

/**
 * Says why a gate refuses every issue to those who can correct it: in the words of the form that they have before them, and with what to do
 * there. Whoever is refused reads {@link RefusalFormatter}, which sends them to an administrator.
 */
final class GateFaults {

    private static final String ERROR = "decision-gates.gate.error.";
    private static final String CORRECTION = "decision-gates.jira.gate.correct.";
    private static final List<String> OF_SETTINGS = List.of("setting", "nothing-set", "character");
    private static final List<String> OF_NO_RULE = List.of("unknown-rule", "unknown-policy", "unknown-gate", "policy-and-rules",
            "unreadable-policy", "variable");

    private GateFaults() {
    }

    /**
     * What is wrong, and how to correct it.
     *
     * @param ruleName    names a rule for its key
     * @param settingName names a setting for the keys of its rule and of itself
     */
    static String text(Finding finding, JiraTexts texts, UnaryOperator<String> ruleName, BinaryOperator<String> settingName) {
        if (!finding.key().startsWith(ERROR)) {
            return RefusalFormatter.text(finding, texts);
        }
        String kind = finding.key().substring(ERROR.length());
        String[] arguments = finding.message().arguments().stream().map(String::valueOf).toArray(String[]::new);
        if (arguments.length > 0 && !OF_NO_RULE.contains(kind)) {
            String rule = arguments[0];
            arguments[0] = quoted(ruleName.apply(rule));
            if (arguments.length > 1 && OF_SETTINGS.contains(kind)) {
                arguments[1] = Arrays.stream(arguments[1].split(", ")).map(setting -> quoted(settingName.apply(rule, setting)))
                        .collect(Collectors.joining(", "));
            }
        }
        return texts.text(finding.key(), (Serializable[]) arguments) + " "
                + texts.textIfAny(CORRECTION + kind).orElseGet(() -> texts.text(CORRECTION + "rule"));
    }

    private static String quoted(String name) {
        return "\u201C" + name + "\u201D";
    }
}
