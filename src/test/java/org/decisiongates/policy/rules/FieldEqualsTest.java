package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;
import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;

public class FieldEqualsTest {

    private static final Field TAGS = new Field("labels");

    @Test
    public void comparesEachValueOfAFieldOfSeveral() {
        Object[][] table = {{"any", "a", true}, {"any", "a b", true}, {"any", "b", false}, {"any", "", false},
                {"only", "a", true}, {"only", "a b", false}, {"only", "b", false}, {"only", "", false},
                {"none", "a", false}, {"none", "a b", false}, {"none", "b", true}, {"none", "", true}};
        for (Object[] row : table) {
            Choice[] held = ((String) row[1]).isEmpty() ? new Choice[0]
                    : Stream.of(((String) row[1]).split(" ")).map(label -> new Choice(label, label)).toArray(Choice[]::new);
            ConfiguredRule rule = ConfiguredRule.of(FieldEquals.DEFINITION,
                    Map.of("field", "labels", "options", "a\nc", "comparison", (String) row[0]), Optional.empty());
            assertEquals(List.of(row).toString(), row[2] == Boolean.TRUE ? RuleResult.Status.PASSED : RuleResult.Status.FAILED,
                    rule.rule().evaluate(IssueSnapshot.EMPTY.with(TAGS, held), RuleExample.inNoTransition()).status());
        }
    }

    @Test
    public void comparesIdsAndSaysNames() {
        Field risk = new Field("customfield_10300");
        IssueSnapshot issue = IssueSnapshot.EMPTY.with(risk, new Choice("7", "High"));
        assertSays(new FieldEquals(risk, List.of("High"), FieldEquals.Comparison.ANY), issue,
                Finding.on(risk, "decision-gates.rule.field-equals.other", "High", "High"));
        assertSays(new FieldEquals(risk, List.of("7"), FieldEquals.Comparison.NONE), issue,
                Finding.on(risk, "decision-gates.rule.field-equals.excluded", "High"));
    }
}
