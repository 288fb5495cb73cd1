package org.decisiongates.readiness;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.junit.Test;

import org.decisiongates.fixture.IssueViews;
import org.decisiongates.issue.Field;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Evaluation;
import org.decisiongates.policy.Evaluator;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.rules.Rules;

public class RefusalLineTest {

    private static final String PAGES = "/rules#";
    private static final Function<Field, String> IDS = field -> "customfield_" + field.id();

    @Test
    public void holdsTheKeysOfEveryFinding() {
        Gate gate = Gate.of(ConfiguredRule.of(Rules.of("has-owner").orElseThrow()),
                ConfiguredRule.of(Rules.of("has-fallback").orElseThrow()),
                ConfiguredRule.unusable("nonsense", Map.of(), Optional.empty(), Finding.general("decision-gates.gate.error.unknown-rule")));
        assertEquals("decisionGates: {\"transition\":11,\"missing\":["
                + "{\"rule\":\"has-owner\",\"result\":\"FAILED\",\"finding\":\"decision-gates.rule.has-owner.missing\","
                + "\"field\":\"customfield_owner\"},"
                + "{\"rule\":\"nonsense\",\"result\":\"ERROR\",\"finding\":\"decision-gates.gate.error.unknown-rule\"}],"
                + "\"more\":0,\"pages\":\"/rules#\"}",
                RefusalLine.of(11, evaluation(gate, IssueViews.anItem().ownedByNobody()), IDS, PAGES));
    }

    @Test
    public void saysOfAGateWithoutRulesThatItCannotBeEvaluated() {
        assertEquals("decisionGates: {\"transition\":1,\"missing\":[{\"rule\":\"\",\"result\":\"ERROR\","
                + "\"finding\":\"decision-gates.gate.error.empty\"}],\"more\":0,\"pages\":\"/rules#\"}",
                RefusalLine.of(1, evaluation(Gate.of(), IssueViews.anItem()), IDS, PAGES));
    }

    @Test
    public void countsWhatDoesNotFit() {
        List<ConfiguredRule> rules = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rules.add(ConfiguredRule.unusable("\"<\\\u0007\ud83d\ude00".repeat(40) + i, Map.of(), Optional.empty(),
                    Finding.general("decision-gates.gate.error.unknown-rule")));
        }
        String line = RefusalLine.of(Integer.MAX_VALUE, evaluation(Gate.of(rules), IssueViews.anItem()), IDS, PAGES);

        assertTrue(line, line.length() <= RefusalLine.MAX_LENGTH && line.endsWith("}"));
        int shown = line.split("\"rule\":", -1).length - 1;
        assertTrue(line, shown > 0 && line.contains("\"more\":" + (200 - shown) + ","));
    }

    private static Evaluation evaluation(Gate gate, IssueViews.Item issue) {
        return Evaluator.evaluate(gate, issue, issue.context());
    }
}
