package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Set;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Person;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.UnusableRule;

/** Fails where whoever acts is named in a field, or was before this very transition: nobody decides alone on what is their own. */
public record SeparationOfDuties(Field field) implements Rule {

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("separation-of-duties",
            List.of(Setting.field(Setting.Type.PEOPLE_FIELD, Field.OWNER)),
            Set.of(Need.ACTOR),
            List.of(RuleExample.passes("somebody else owns it", owned("ann")),
                    RuleExample.notApplicable("nobody owns it", IssueSnapshot.EMPTY),
                    RuleExample.fails("the owner acts", owned(RuleExample.ACTOR), "decision-gates.rule.separation-of-duties.same-person"),
                    RuleExample.fails("the owner acts and names somebody else on the way", owned("ann"),
                            "decision-gates.rule.separation-of-duties.same-person").formerlyNaming(Field.OWNER).changing(Field.OWNER)),
            settings -> new SeparationOfDuties(settings.field("field")));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (!issue.has(field)) {
            return UnusableRule.withoutField(DEFINITION, field);
        }
        String actor = context.actor().orElseThrow();
        List<Person> named = issue.people(field);
        if (context.actorWasNamed(field) || named.stream().anyMatch(person -> person.key().equals(actor))) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.separation-of-duties.same-person"));
        }
        return named.isEmpty() ? RuleResult.notApplicable() : RuleResult.passed();
    }

    private static IssueSnapshot owned(String key) {
        return IssueSnapshot.EMPTY.with(Field.OWNER, new Person(key, key, true, true));
    }
}
