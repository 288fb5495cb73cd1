package org.decisiongates.policy.rules;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;

public class FieldChangedTest {

    @Test
    public void asksForThisFieldAndNoOther() {
        Field field = new Field("customfield_10300");
        Rule rule = new FieldChanged(field);
        RuleExample other = RuleExample.passes("", IssueSnapshot.EMPTY.with(field, "x")).changing(new Field("description"));
        assertEquals(RuleResult.failed(Finding.on(field, "decision-gates.rule.field-changed.unchanged")),
                rule.evaluate(other.issue(), other.context()));
        assertEquals(RuleResult.passed(), rule.evaluate(other.issue(), other.changing(field).context()));
    }
}
