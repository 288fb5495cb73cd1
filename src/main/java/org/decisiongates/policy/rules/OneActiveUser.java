package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

/** Fails unless a field names exactly one person, whose account is active: who closes something, or who is asked about it. */
public record OneActiveUser(Field field) implements Rule {

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("one-active-user",
            List.of(Setting.field(Setting.Type.PEOPLE_FIELD, new Field("assignee"))),
            Set.of(),
            List.of(RuleExample.passes("one person is named", assigned("ann")),
                    RuleExample.passes("the field that was chosen names one person", IssueSnapshot.EMPTY.with(Field.OWNER, person("ann")))
                            .with(Map.of("field", Field.OWNER.id())),
                    RuleExample.fails("nobody is named", IssueSnapshot.EMPTY, "decision-gates.rule.one-active-user.missing"),
                    RuleExample.fails("two are named", assigned("ann", "bob"), "decision-gates.rule.one-active-user.several"),
                    RuleExample.fails("one of two has left", assigned("ann", "gone"), "decision-gates.rule.one-active-user.several"),
                    RuleExample.fails("whoever is named has left", assigned("gone"), "decision-gates.rule.one-active-user.inactive")),
            settings -> new OneActiveUser(settings.field("field")));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (!issue.has(field)) {
            return UnusableRule.withoutField(DEFINITION, field);
        }
        List<Person> named = issue.people(field);
        if (named.isEmpty()) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.one-active-user.missing"));
        }
        String names = named.stream().map(Person::name).collect(Collectors.joining(", "));
        if (named.size() > 1) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.one-active-user.several", names));
        }
        return named.get(0).active() ? RuleResult.passed()
                : RuleResult.failed(Finding.on(field, "decision-gates.rule.one-active-user.inactive", names));
    }

    private static IssueSnapshot assigned(String... keys) {
        return IssueSnapshot.EMPTY.with(new Field("assignee"), Stream.of(keys).map(OneActiveUser::person).toArray(Person[]::new));
    }

    private static Person person(String key) {
        return new Person(key, key, !key.equals("gone"), false);
    }
}
