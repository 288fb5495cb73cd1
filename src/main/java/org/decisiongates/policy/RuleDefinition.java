package org.decisiongates.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.decisiongates.issue.Reference;

/**
 * A kind of rule an administrator can put into a gate. Its key is the only name it has: {@code has-owner} is the class
 * {@code HasOwner}, the messages {@code rule.has-owner.*} and the page of docs/reference/rules.
 *
 * @param key      its key, in kebab case; stored, so it never changes (ADR-0006)
 * @param settings what can be set, in the order a form shows it
 * @param needs    what the rule reads beyond the fields of the issue
 * @param examples issues that pass and that fail, with what the rule says of them: its test and its documentation
 * @param maker    makes the rule of settings that were found sound
 * @param since    the version of the app that has it first
 */
public record RuleDefinition(String key, List<Setting> settings, Set<Need> needs, List<RuleExample> examples,
        Function<Settings, Rule> maker, String since) {

    private static final String FIRST_VERSION = "1.0.0";

    /** What a rule reads beyond the fields of the issue. */
    public enum Need {
        /** The user who acts, or on whose behalf is asked. */
        ACTOR,
        /** The transition that is asked for, and what it changes. */
        TRANSITION,
        /** Links to other issues, and where these stand. */
        LINKS,
        /** What happened to the issue before. */
        HISTORY,
        /** What is recorded of the issue beside its fields. */
        RECORDS,
        /** Its feedback threads. */
        THREADS,
        /** What has to be approved of it. */
        APPROVALS
    }

    public RuleDefinition {
        settings = List.copyOf(settings);
        needs = Set.copyOf(needs);
        examples = List.copyOf(examples);
    }

    /** A rule of the first version. */
    public RuleDefinition(String key, List<Setting> settings, Set<Need> needs, List<RuleExample> examples, Function<Settings, Rule> maker) {
        this(key, settings, needs, examples, maker, FIRST_VERSION);
    }

    /** Message key of a text about the rule: its name, description or the like. */
    public String textKey(String text) {
        return "decision-gates.rule." + key + "." + text;
    }

    /** Message key of the sentence that says what the rule always claims, with a place for each setting. */
    public String summaryKey() {
        return textKey("sentence");
    }

    /** All parts of that sentence: what the rule always claims, and what its settings may add. */
    public List<SentenceClause> clauses() {
        return SentenceClause.of(this);
    }

    /**
     * The rule with its settings in it; if they are invalid, a rule that is an error and says why. What they name of the host is looked up
     * before each evaluation.
     */
    public Rule configure(Settings values) {
        Optional<Finding> fault = values.fault();
        if (fault.isPresent()) {
            return new UnusableRule(fault.get());
        }
        Rule rule = maker.apply(values);
        List<Reference> references = values.references();
        return rule instanceof UnusableRule || references.isEmpty() ? rule : new ReferenceCheck(references, rule);
    }
}
