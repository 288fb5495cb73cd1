package org.decisiongates.jira.readiness;

import java.util.Optional;

import org.decisiongates.debt.GateDebt;
import org.decisiongates.readiness.RuleReadiness;

/**
 * A rule of the gate before an issue's present phase that is not met now.
 *
 * @param rule what it says
 * @param debt since when and why, as it was found; empty where nobody has looked since it is so
 */
record OwedReadiness(RuleReadiness rule, Optional<GateDebt> debt) {
}
