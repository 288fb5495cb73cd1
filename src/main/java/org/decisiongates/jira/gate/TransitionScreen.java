package org.decisiongates.jira.gate;

import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.fields.screen.FieldScreen;

import org.decisiongates.policy.ConfiguredRule;

/**
 * What people see at a transition, and from where it leads.
 *
 * @param phases that issues stand in before it; empty when they can stand in a status that no phase stands for
 */
record TransitionScreen(FieldScreen screen, Optional<Set<String>> phases) {

    /** Whether the rule asks anything of any issue that makes the transition. */
    boolean concerns(ConfiguredRule rule) {
        return phases.stream().flatMap(Set::stream).anyMatch(rule.rule()::asksFrom) || phases.isEmpty();
    }

    String name() {
        return String.valueOf(screen.getName());
    }
}
