package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;

import java.util.List;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.ExceptionState;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.Person;
import org.decisiongates.policy.Finding;

public class StatesDocumentedTest {

    private static final String KEY = "decision-gates.rule.states-documented.";
    private static final Field FIELD = new Field("description");
    private static final Field SUPPORT = new Field("customfield_10500");
    private static final List<String> HEADINGS = List.of("Expected", "Failure", "Recovery");
    private static final Person ANN = new Person("ann", "Ann", true, true);

    private final StatesDocumented ofTheField = new StatesDocumented(Optional.of(FIELD), Optional.of(SUPPORT), 20, HEADINGS);

    @Test
    public void readsSectionsHoweverTheirHeadingsAreWritten() {
        for (String text : List.of("h2. Expected\n{0}\nh2. Failure:\n{1}\nh2. RECOVERY\n{2}", "Expected: {0}\nFailure: {1}\nRecovery: {2}",
                "*Expected*\n{0}\n*Failure:*\n{1}\n*Recovery*: {2}", "# Expected\n{0}\n## Failure\n{1}\n### Recovery\n{2}",
                "Recovery\r\n{2}\r\nFailure\r\n{1}\r\nExpected\r\n{0}")) {
            String written = text.replace("{0}", "The refund is on the card within 3 days").replace("{1}", "The bank refuses the refund")
                    .replace("{2}", "Support sends a voucher on the same day");
            assertSays(ofTheField, IssueSnapshot.EMPTY.with(FIELD, written).with(SUPPORT, ANN));
        }
    }

    @Test
    public void saysEachThatIsMissingUnderTheField() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.with(FIELD, "Expected: The refund is on the card within 3 days\n"
                + "Failure: TBD\nh2. Something else\nThe bank refuses the refund and nobody notices\n"
                + "Recovery: Support sends a voucher at once");

        assertSays(ofTheField, issue, Finding.on(FIELD, KEY + "no-failure", "20"), Finding.on(SUPPORT, KEY + "no-owner"));
        assertSays(ofTheField, IssueSnapshot.EMPTY, Finding.on(FIELD, KEY + "missing", "20"));
    }

    @Test
    public void takesOneOfSeveralRecordedStatesForEnough() {
        StatesDocumented rule = new StatesDocumented(Optional.empty(), Optional.empty(), 5, HEADINGS);
        IssueSnapshot issue = IssueSnapshot.EMPTY.withAccount(ANN)
                .recording(new ExceptionState(ExceptionState.Path.EXPECTED, "Refunds arrive", Optional.empty()))
                .recording(new ExceptionState(ExceptionState.Path.FAILURE, "They do not", Optional.empty()))
                .recording(new ExceptionState(ExceptionState.Path.RECOVERY, "A voucher", Optional.of("nobody")));

        assertSays(rule, issue, Finding.inRecord(IssueRecord.Kind.EXCEPTION_STATE, KEY + "no-owner"));
        assertSays(rule, issue.recording(new ExceptionState(ExceptionState.Path.RECOVERY, "A phone call", Optional.of("ann"))));
        assertSays(rule, issue.recording(new ExceptionState(ExceptionState.Path.RECOVERY, "-", Optional.of("ann"))),
                Finding.inRecord(IssueRecord.Kind.EXCEPTION_STATE, KEY + "no-owner"));
    }
}
