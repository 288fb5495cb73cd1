package org.decisiongates.policy;

/** The names by which people know what policies name by keys and ids. */
public interface PolicyNames {

    /** The name of a rule. */
    String rule(String key);

    /** What a setting is called. */
    String setting(String rule, String setting);

    /** What the rule's setting holds, the initial value where none is stored. */
    String value(PolicyRule rule, String setting);

    /** A circumstance as the rest of a sentence, {@code when the priority is High}. */
    String condition(RuleCondition condition);

    /** The name of a project role. */
    String role(String id);

    /** The name of a type of issues. */
    String issueType(String type);

    /** The label of a phase; of no phase for an empty text. */
    String phase(String phase);

    /** What follows, in a few words. */
    String enforcement(Enforcement enforcement);

    /** That a rule follows its gate, in a few words. */
    String enforcedAsItsGate();

    /** What a rule says, in a word. */
    String status(RuleResult.Status status);
}
