package org.decisiongates.policy.rules;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Evaluation;
import org.decisiongates.policy.Evaluator;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult.Status;

/** Every rule says of its examples what they say it does. */
public class RuleExamplesTest {

    @Test
    public void saysOfEachExampleWhatItIsAnExampleOf() {
        for (RuleDefinition definition : Rules.all()) {
            for (RuleExample example : definition.examples()) {
                Evaluation evaluation = evaluate(definition, example);
                String what = definition.key() + ": " + example.title();
                assertEquals(what, example.status(), evaluation.status());
                assertEquals(what, example.finding(), evaluation.results().get(0).findings().stream().map(Finding::key).findFirst());
                assertEquals(what, example.status() != Status.PASSED, evaluation.blocks());
            }
        }
    }

    @Test
    public void hasAnErrorWhereTheFieldOfAnExampleIsGone() {
        for (RuleDefinition definition : Rules.all()) {
            for (RuleExample example : definition.examples()) {
                List<Status> withoutFields = definition.settings().stream().filter(setting -> setting.type().isField())
                        .map(setting -> new RuleExample(example.title(), example.settings(),
                                example.issue().without(new Field(setting.initial())), example.changed(),
                                Status.ERROR, Optional.empty()))
                        .map(gone -> evaluate(definition, gone).status()).distinct().toList();
                assertEquals(definition.key() + ": " + example.title(), List.of(Status.ERROR), withoutFields);
            }
        }
    }

    private static Evaluation evaluate(RuleDefinition definition, RuleExample example) {
        Gate gate = Gate.of(ConfiguredRule.of(definition, example.settings(), Optional.empty()));
        return Evaluator.evaluate(gate, example.issue(), example.context());
    }
}
