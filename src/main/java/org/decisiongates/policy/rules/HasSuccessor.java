package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.OwnField;
import org.decisiongates.issue.Successor;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.UnusableRule;
import org.decisiongates.text.content.TextContent;

/**
 * Fails unless a field names the Decision that takes the place of this one by its key.
 *
 * @param field holds the key
 */
public record HasSuccessor(Field field) implements Rule {

    private static final Field SUPERSEDED_BY = new Field(OwnField.SUPERSEDED_BY.key());
    private static final String KEY = "SHOP-11";

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("has-successor",
            List.of(Setting.field(Setting.Type.TEXT_FIELD, SUPERSEDED_BY)), Set.of(Need.TRANSITION),
            List.of(RuleExample.passes("the field names another Decision", named()).succeededBy(open("decision", false, false)),
                    RuleExample.fails("the field names nothing", IssueSnapshot.EMPTY, "decision-gates.rule.has-successor.missing"),
                    RuleExample.fails("there is no issue of this key that whoever acts may see", named(),
                            "decision-gates.rule.has-successor.unknown"),
                    RuleExample.fails("the issue names itself", named(), "decision-gates.rule.has-successor.itself")
                            .succeededBy(open("decision", true, false)),
                    RuleExample.fails("the field names a Blocker", named(), "decision-gates.rule.has-successor.other-type")
                            .succeededBy(open("blocker", false, false)),
                    RuleExample.fails("the field names a Decision that this one supersedes", named(),
                            "decision-gates.rule.has-successor.circle").succeededBy(open("decision", false, true)),
                    RuleExample.fails("the field names a Decision that was rejected", named(),
                            "decision-gates.rule.has-successor.ended")
                            .succeededBy(decision(DecisionPhase.REJECTED, true)),
                    RuleExample.fails("whoever acts may not link the issue", named(), "decision-gates.rule.has-successor.not-linkable")
                            .succeededBy(decision(DecisionPhase.DRAFT, false))),
            settings -> new HasSuccessor(settings.field("field")));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (!issue.has(field)) {
            return UnusableRule.withoutField(DEFINITION, field);
        }
        String typed = issue.text(field);
        if (TextContent.visible(typed, 0, typed.length()) == 0) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.has-successor.missing"));
        }
        Optional<Successor> named = context.successor(field);
        if (named.isEmpty()) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.has-successor.unknown", TextContent.excerpt(typed.strip())));
        }
        Successor successor = named.get();
        return successor.fault().map(fault -> RuleResult.failed(switch (fault) {
            case ITSELF -> Finding.on(field, "decision-gates.rule.has-successor.itself");
            case OTHER_TYPE -> Finding.on(field, "decision-gates.rule.has-successor.other-type", successor.key());
            case CIRCLE -> Finding.on(field, "decision-gates.rule.has-successor.circle", successor.key());
            case NOT_LINKABLE -> Finding.on(field, "decision-gates.rule.has-successor.not-linkable", successor.key());
            case ENDED -> Finding.on(field, "decision-gates.rule.has-successor.ended", successor.key(), successor.status().name());
        })).orElseGet(RuleResult::passed);
    }

    private static IssueSnapshot named() {
        return IssueSnapshot.EMPTY.with(SUPERSEDED_BY, KEY);
    }

    private static Successor decision(DecisionPhase phase, boolean isLinkable) {
        return new Successor(KEY, "decision", IssueSnapshot.statusOf(phase), false, false, isLinkable);
    }

    private static Successor open(String type, boolean isItself, boolean isBefore) {
        return new Successor(KEY, type, IssueSnapshot.statusOf(DecisionPhase.DRAFT), isItself, isBefore, true);
    }
}
