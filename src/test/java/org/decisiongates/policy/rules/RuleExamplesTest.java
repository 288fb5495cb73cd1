package org.decisiongates.policy.rules;

import static org.junit.Assert.assertEquals;

import java.util.Optional;

import org.junit.Test;

import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Evaluation;
import org.decisiongates.policy.Evaluator;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleExample;

/** Every rule says of its examples what they say it does. */
public class RuleExamplesTest {

    @Test
    public void saysOfEachExampleWhatItIsAnExampleOf() {
        for (RuleDefinition definition : Rules.all()) {
            for (RuleExample example : definition.examples()) {
                Evaluation evaluation = evaluate(definition, example);
                String what = definition.key() + ": " + example.title();
                assertEquals(what, example.status(), evaluation.results().get(0).status());
                assertEquals(what, example.finding(), evaluation.results().get(0).findings().stream().map(Finding::key).findFirst());
                assertEquals(what, !example.status().letsThrough(), evaluation.blocks());
            }
        }
    }

    private static Evaluation evaluate(RuleDefinition definition, RuleExample example) {
        Gate gate = Gate.of(ConfiguredRule.of(definition, example.settings(), Optional.empty()));
        return Evaluator.evaluate(gate, example.issue(), example.context());
    }
}
