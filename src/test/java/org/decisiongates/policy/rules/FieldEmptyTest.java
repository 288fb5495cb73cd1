package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;
import static org.junit.Assert.assertNotEquals;

import java.math.BigDecimal;
import java.util.List;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.Finding;

public class FieldEmptyTest {

    @Test
    public void isTheOppositeOfFieldRequired() {
        Field field = new Field("customfield_10300");
        for (IssueSnapshot issue : List.of(IssueSnapshot.EMPTY, IssueSnapshot.EMPTY.with(field, " \n"),
                IssueSnapshot.EMPTY.with(field, "x"),
                IssueSnapshot.EMPTY.with(field, BigDecimal.ZERO))) {
            assertNotEquals(issue.toString(), new FieldRequired(field).evaluate(issue, null).status(),
                    new FieldEmpty(field).evaluate(issue, null).status());
        }
        assertSays(new FieldEmpty(field), IssueSnapshot.EMPTY.with(field, "x"), Finding.on(field, "decision-gates.rule.field-empty.set"));
    }
}
