package org.decisiongates.policy;

/**
 * What one rule of a gate said of an issue, where that is more than a plain pass.
 *
 * @param rule its place in the gate
 */
record RuleOutcome(int rule, RuleResult result) {
}
