package org.decisiongates.policy.rules;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.Test;

import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Evaluation;
import org.decisiongates.policy.Evaluator;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleExample;

/** Every rule says of its examples what they say it does. */
public class RuleExamplesTest {

    private static final Map<String, Need> READ_OF_ISSUES = Map.of("links", Need.LINKS, "phasesVisited", Need.HISTORY, "records",
            Need.RECORDS, "threads", Need.THREADS, "disputes", Need.THREADS, "approvals", Need.APPROVALS, "approvedScope", Need.APPROVALS);

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

    @Test
    public void saysWhatItReadsBeyondFields() {
        for (RuleDefinition definition : Rules.all()) {
            Set<Need> read = EnumSet.noneOf(Need.class);
            for (RuleExample example : definition.examples()) {
                Rule rule = ConfiguredRule.of(definition, example.settings(), Optional.empty()).rule();
                rule.evaluate(listening(example.issue(), read), example.context());
            }
            assertEquals(definition.key(), read, definition.needs().stream().filter(READ_OF_ISSUES::containsValue)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Need.class))));
        }
    }

    private static IssueView listening(IssueView issue, Set<Need> read) {
        return (IssueView) Proxy.newProxyInstance(RuleExamplesTest.class.getClassLoader(), new Class<?>[] {IssueView.class},
                (proxy, method, arguments) -> {
                    Optional.ofNullable(READ_OF_ISSUES.get(method.getName())).ifPresent(read::add);
                    return method.invoke(issue, arguments);
                });
    }

    private static Evaluation evaluate(RuleDefinition definition, RuleExample example) {
        Gate gate = Gate.of(ConfiguredRule.of(definition, example.settings(), Optional.empty()));
        return Evaluator.evaluate(gate, example.issue(), example.context());
    }
}
