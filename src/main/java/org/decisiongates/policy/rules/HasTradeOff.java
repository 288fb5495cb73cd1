package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.OwnField;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.TradeOff;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.UnusableRule;
import org.decisiongates.text.content.DescriptionTemplate;
import org.decisiongates.text.content.Statement;

/**
 * Fails until the issue says what is given up, and an active person has accepted that: in its fields, or as a recorded trade-off.
 *
 * @param field      holds what is given up
 * @param acceptedBy names who accepted it
 * @param length     how many characters it takes at least to say it
 */
public record HasTradeOff(Field field, Field acceptedBy, int length, DescriptionTemplate template) implements Rule {

    private static final Field TRADE_OFFS = new Field(OwnField.TRADE_OFFS.key());
    private static final Person OWNER = new Person("owner", "Owner", true, true);
    private static final String GIVEN_UP = "No support for the old app in spring";

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("has-trade-off",
            List.of(Setting.field(Setting.Type.TEXT_FIELD, TRADE_OFFS),
                    Setting.field("accepted-by", Setting.Type.PERSON_FIELD, Field.OWNER), Setting.number("length", 20, 1, 1000),
                    Setting.template()),
            Set.of(Need.RECORDS),
            List.of(RuleExample.passes("the field says what is given up, and somebody owns it",
                    IssueSnapshot.EMPTY.with(TRADE_OFFS, GIVEN_UP).with(Field.OWNER, OWNER)),
                    RuleExample.passes("a trade-off is recorded, and an active person has accepted it",
                            IssueSnapshot.EMPTY.recording(new TradeOff(GIVEN_UP, "", Optional.of("owner"))).withAccount(OWNER)),
                    RuleExample.fails("nothing is given up", IssueSnapshot.EMPTY.with(Field.OWNER, OWNER),
                            "decision-gates.rule.has-trade-off.missing"),
                    RuleExample.fails("only a placeholder", IssueSnapshot.EMPTY.with(TRADE_OFFS, "TBD").with(Field.OWNER, OWNER),
                            "decision-gates.rule.has-trade-off.placeholder"),
                    RuleExample.fails("a few words", IssueSnapshot.EMPTY.with(TRADE_OFFS, "Less speed").with(Field.OWNER, OWNER),
                            "decision-gates.rule.has-trade-off.too-short"),
                    RuleExample.fails("the field says what is given up, and nobody owns it", IssueSnapshot.EMPTY.with(TRADE_OFFS, GIVEN_UP),
                            "decision-gates.rule.has-trade-off.not-accepted"),
                    RuleExample.fails("whoever accepted the recorded trade-off has left",
                            IssueSnapshot.EMPTY.recording(new TradeOff(GIVEN_UP, "", Optional.of("gone")))
                                    .withAccount(new Person("gone", "Gone", false, false)),
                            "decision-gates.rule.has-trade-off.not-accepted")),
            settings -> new HasTradeOff(settings.field("field"), settings.field("accepted-by"), settings.number("length"),
                    DescriptionTemplate.of(settings.text("template"))));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        for (Field read : List.of(field, acceptedBy)) {
            if (!issue.has(read)) {
                return UnusableRule.withoutField(DEFINITION, read);
            }
        }
        String text = issue.text(field);
        boolean accepted = issue.person(acceptedBy).filter(Person::active).isPresent();
        Optional<Statement.Fault> fault = Statement.faultOf(text, length, template);
        if (fault.isEmpty() && accepted) {
            return RuleResult.passed();
        }
        List<TradeOff> recorded = issue.records().tradeOffs().stream()
                .filter(tradeOff -> Statement.faultOf(tradeOff.text(), length, DescriptionTemplate.NONE).isEmpty()).toList();
        if (recorded.stream().anyMatch(tradeOff -> RecordedPeople.active(issue, tradeOff.acceptedBy()).isPresent())) {
            return RuleResult.passed();
        }
        if (!recorded.isEmpty()) {
            return RuleResult.failed(Finding.inRecord(IssueRecord.Kind.TRADE_OFF, "decision-gates.rule.has-trade-off.not-accepted"));
        }
        return RuleResult.failed(fault.map(why -> switch (why) {
            case EMPTY -> Finding.on(field, "decision-gates.rule.has-trade-off.missing");
            case PLACEHOLDER -> Finding.on(field, "decision-gates.rule.has-trade-off.placeholder");
            case TOO_SHORT -> Finding.on(field, "decision-gates.rule.has-trade-off.too-short", Integer.toString(length),
                    Integer.toString(Statement.lengthOf(text, template)));
        }).orElseGet(() -> Finding.on(acceptedBy, "decision-gates.rule.has-trade-off.not-accepted")));
    }
}
