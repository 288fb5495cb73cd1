package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Person;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.UnusableRule;

/** Fails while the issue has no owner who can work on it. */
public record HasOwner(Field field) implements Rule {

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("has-owner",
            List.of(Setting.field(Setting.Type.PERSON_FIELD, Field.OWNER)),
            Set.of(),
            List.of(RuleExample.passes("one person with an active account owns it", owned(true, true)),
                    RuleExample.fails("nobody is named", IssueSnapshot.EMPTY, "decision-gates.rule.has-owner.missing"),
                    RuleExample.fails("the owner has left", owned(false, false), "decision-gates.rule.has-owner.inactive"),
                    RuleExample.fails("the owner cannot be assigned work there", owned(true, false),
                            "decision-gates.rule.has-owner.not-assignable")),
            settings -> new HasOwner(settings.field("field")));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (!issue.has(field)) {
            return UnusableRule.withoutField(DEFINITION, field);
        }
        Optional<Person> owner = issue.person(field);
        if (owner.isEmpty()) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.has-owner.missing"));
        }
        if (!owner.get().active()) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.has-owner.inactive", owner.get().name()));
        }
        if (!owner.get().assignable()) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.has-owner.not-assignable", owner.get().name()));
        }
        return RuleResult.passed();
    }

    private static IssueSnapshot owned(boolean active, boolean assignable) {
        return IssueSnapshot.EMPTY.with(Field.OWNER, new Person("owner", "Owner", active, assignable));
    }
}
