package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;

import java.math.BigDecimal;
import java.util.List;

import org.junit.Test;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.Person;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.RuleExample;

public class FieldRequiredTest {

    @Test
    public void isContentWithAnyKindOfValue() {
        Field field = new Field("customfield_10300");
        for (IssueSnapshot issue : List.of(IssueSnapshot.EMPTY.with(field, "x"), IssueSnapshot.EMPTY.with(field, BigDecimal.ZERO),
                IssueSnapshot.EMPTY.with(field, new Choice("1", "One")), IssueSnapshot.EMPTY.with(field, RuleExample.TODAY),
                IssueSnapshot.EMPTY.with(field, new Person("ann", "Ann", false, false)))) {
            assertSays(new FieldRequired(field), issue);
        }
        for (IssueSnapshot issue : List.of(IssueSnapshot.EMPTY, IssueSnapshot.EMPTY.with(field, "\u00A0\u200B\n"),
                IssueSnapshot.EMPTY.with(field, new Choice[0]))) {
            assertSays(new FieldRequired(field), issue, Finding.on(field, "decision-gates.rule.field-required.missing"));
        }
    }
}
