package org.decisiongates.gate;

import java.util.List;
import java.util.Optional;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Person;

/** Refuses to move on while nobody answers for the item who could. */
record HasOwner(Field field) implements Rule {

    /** What an administrator can set. */
    static final RuleKind KIND = new RuleKind("has-owner", List.of(Setting.field(Setting.Type.PERSON_FIELD, Field.OWNER)),
            settings -> new HasOwner(settings.field("field")));

    @Override
    public Verdict examine(IssueView item, Moment now) {
        if (!item.has(field)) {
            return CannotRun.withoutField(KIND, field);
        }
        Optional<Person> owner = item.person(field);
        if (owner.isEmpty()) {
            return Verdict.blocked(Finding.on(field, "decision-gates.rule.has-owner.missing"));
        }
        if (!owner.get().active()) {
            return Verdict.blocked(Finding.on(field, "decision-gates.rule.has-owner.inactive", owner.get().name()));
        }
        if (!owner.get().assignable()) {
            return Verdict.blocked(Finding.on(field, "decision-gates.rule.has-owner.not-assignable", owner.get().name()));
        }
        return Verdict.passed();
    }
}
