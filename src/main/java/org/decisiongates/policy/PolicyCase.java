package org.decisiongates.policy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;

/**
 * An issue, and what a gate of the policy has to say of it. All of them are run before a version comes into force.
 *
 * @param name     what is so of the issue, in a few words
 * @param gate     key of the gate
 * @param issue    the issue
 * @param day      the day on which it is evaluated, at noon UTC
 * @param actor    user key of who acts; empty for nobody
 * @param changes  the fields that the transition changes
 * @param comment  the comment that is written with it; empty text for none
 * @param expected the result of rules, by their keys; rules that are not named may say anything
 */
public record PolicyCase(String name, String gate, IssueSnapshot issue, LocalDate day, Optional<String> actor, Set<Field> changes,
        String comment, Map<String, RuleResult.Status> expected) {

    public PolicyCase {
        changes = Set.copyOf(changes);
        expected = Map.copyOf(expected);
    }

    /** The same of another issue. */
    public PolicyCase of(IssueSnapshot other) {
        return new PolicyCase(name, gate, other, day, actor, changes, comment, expected);
    }

    /** The same with other expectations. */
    public PolicyCase expecting(Map<String, RuleResult.Status> others) {
        return new PolicyCase(name, gate, issue, day, actor, changes, comment, others);
    }

    /** The same with somebody else who acts, or nobody, and with another comment. */
    public PolicyCase by(Optional<String> other, String saying) {
        return new PolicyCase(name, gate, issue, day, other, changes, saying, expected);
    }

    /** The same by another name, on another day. */
    public PolicyCase named(String other, LocalDate on) {
        return new PolicyCase(other, gate, issue, on, actor, changes, comment, expected);
    }
}
