package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;

import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.TradeOff;
import org.decisiongates.policy.Finding;
import org.decisiongates.text.content.DescriptionTemplate;

public class HasTradeOffTest {

    private static final String KEY = "decision-gates.rule.has-trade-off.";
    private static final Field FIELD = new Field("trade-offs");
    private static final Person ANN = new Person("ann", "Ann", true, true);

    private final HasTradeOff rule = new HasTradeOff(FIELD, Field.OWNER, 20, DescriptionTemplate.of("We give up the following"));

    @Test
    public void takesTheRecordWhereTheFieldIsAsTheProjectLeftIt() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.with(FIELD, "We give up the following").with(Field.OWNER, ANN).withAccount(ANN);

        assertSays(rule, issue, Finding.on(FIELD, KEY + "placeholder"));
        assertSays(rule, issue.recording(new TradeOff("No support for the old app", "", Optional.of("ann"))));
        assertSays(rule, issue.recording(new TradeOff("No app", "", Optional.of("ann"))), Finding.on(FIELD, KEY + "placeholder"));
    }

    @Test
    public void asksWhoAcceptedItWhereItStands() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.with(FIELD, "No support for the old app");

        assertSays(rule, issue, Finding.on(Field.OWNER, KEY + "not-accepted"));
        assertSays(rule, issue.with(Field.OWNER, new Person("gone", "Gone", false, false)), Finding.on(Field.OWNER, KEY + "not-accepted"));
        assertSays(rule, IssueSnapshot.EMPTY.recording(new TradeOff("No support for the old app", "", Optional.of("nobody"))),
                Finding.inRecord(IssueRecord.Kind.TRADE_OFF, KEY + "not-accepted"));
    }

    @Test
    public void saysHowLongItIs() {
        assertSays(rule, IssueSnapshot.EMPTY.with(FIELD, "No old app").with(Field.OWNER, ANN),
                Finding.on(FIELD, KEY + "too-short", "20", "8"));
    }
}
