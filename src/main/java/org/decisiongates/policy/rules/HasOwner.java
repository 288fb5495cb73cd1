package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Optional;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Person;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.UnusableRule;

/** Refuses to move on while nobody answers for the item who could. */
public record HasOwner(Field field) implements Rule {

    /** What an administrator can set. */
    public static final RuleDefinition KIND = new RuleDefinition("has-owner",
            List.of(Setting.field(Setting.Type.PERSON_FIELD, Field.OWNER)),
            settings -> new HasOwner(settings.field("field")));

    @Override
    public RuleResult examine(IssueView item, EvaluationContext now) {
        if (!item.has(field)) {
            return UnusableRule.withoutField(KIND, field);
        }
        Optional<Person> owner = item.person(field);
        if (owner.isEmpty()) {
            return RuleResult.blocked(Finding.on(field, "decision-gates.rule.has-owner.missing"));
        }
        if (!owner.get().active()) {
            return RuleResult.blocked(Finding.on(field, "decision-gates.rule.has-owner.inactive", owner.get().name()));
        }
        if (!owner.get().assignable()) {
            return RuleResult.blocked(Finding.on(field, "decision-gates.rule.has-owner.not-assignable", owner.get().name()));
        }
        return RuleResult.passed();
    }
}
