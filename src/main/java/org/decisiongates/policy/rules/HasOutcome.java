package org.decisiongates.policy.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.decisiongates.issue.DecisionOption;
import org.decisiongates.issue.DecisionOption.State;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.OwnField;
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
 * Fails while it is not written down what was decided, why, and what was rejected for it. Fields say it; where one of them does not, the
 * recorded options do, once each of them is chosen or rejected.
 *
 * @param field    says what was decided
 * @param reason   says why; empty where that is not asked for
 * @param rejected says what was not chosen; empty where that is not asked for
 * @param length   how many characters of an alphabet each of them has at least
 */
public record HasOutcome(Field field, Optional<Field> reason, Optional<Field> rejected, int length, DescriptionTemplate template)
        implements Rule {

    private static final Field OUTCOME = new Field(OwnField.OUTCOME.key());
    private static final Field REASON = new Field(OwnField.OUTCOME_REASON.key());
    private static final Field REJECTED = new Field(OwnField.REJECTED_OPTIONS.key());
    private static final String BY_CARD = "Refunds go to the card";

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("has-outcome",
            List.of(Setting.field(Setting.Type.TEXT_FIELD, OUTCOME), Setting.optionalField("reason", Setting.Type.TEXT_FIELD),
                    Setting.optionalField("rejected", Setting.Type.TEXT_FIELD), Setting.number("length", 10, 1, 1000),
                    Setting.template()),
            Set.of(Need.RECORDS),
            List.of(RuleExample.passes("the field says what was decided", IssueSnapshot.EMPTY.with(OUTCOME, BY_CARD)),
                    RuleExample.passes("three fields say it, why, and what was rejected",
                            IssueSnapshot.EMPTY.with(OUTCOME, BY_CARD).with(REASON, "The law asks for it").with(REJECTED,
                                    "Vouchers: buyers refuse them"))
                            .with(asked()),
                    RuleExample.passes("every recorded option is chosen or rejected",
                            options(State.CHOSEN, "The law asks for it", State.REJECTED)).with(asked()),
                    RuleExample.fails("nothing says what was decided", options(State.OPEN, "", State.REJECTED),
                            "decision-gates.rule.has-outcome.missing"),
                    RuleExample.fails("the outcome is a placeholder", IssueSnapshot.EMPTY.with(OUTCOME, "TBD"),
                            "decision-gates.rule.has-outcome.placeholder"),
                    RuleExample.fails("the outcome is a word", IssueSnapshot.EMPTY.with(OUTCOME, "Vouchers"),
                            "decision-gates.rule.has-outcome.too-short"),
                    RuleExample.fails("an option is chosen without a reason", options(State.CHOSEN, "", State.REJECTED),
                            "decision-gates.rule.has-outcome.no-reason").with(asked()),
                    RuleExample.fails("an option is still open", options(State.CHOSEN, "The law asks for it", State.OPEN),
                            "decision-gates.rule.has-outcome.nothing-rejected").with(asked())),
            settings -> new HasOutcome(settings.field("field"), settings.optionalField("reason"), settings.optionalField("rejected"),
                    settings.number("length"), DescriptionTemplate.of(settings.text("template"))));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        Optional<Field> gone = Stream.of(Optional.of(field), reason, rejected).flatMap(Optional::stream).filter(read -> !issue.has(read))
                .findFirst();
        if (gone.isPresent()) {
            return UnusableRule.withoutField(DEFINITION, gone.get());
        }
        String said = issue.text(field);
        Optional<Statement.Fault> fault = Statement.faultOf(said, length, template);
        Optional<Field> unexplained = reason.filter(asked -> isShort(issue, asked));
        Optional<Field> unrejected = rejected.filter(asked -> isShort(issue, asked));
        if (fault.isEmpty() && unexplained.isEmpty() && unrejected.isEmpty()) {
            return RuleResult.passed();
        }
        // the record costs a statement: it is read where the fields do not do
        List<DecisionOption> options = issue.records().options();
        List<DecisionOption> chosen = options.stream().filter(option -> option.state() == State.CHOSEN && says(option.text())).toList();
        List<Finding> findings = new ArrayList<>();
        if (chosen.isEmpty()) {
            fault.map(why -> finding(why, said)).ifPresent(findings::add);
        }
        if (chosen.stream().noneMatch(option -> says(option.reason()))) {
            unexplained.map(asked -> Finding.on(asked, "decision-gates.rule.has-outcome.no-reason", Integer.toString(length)))
                    .ifPresent(findings::add);
        }
        if (chosen.isEmpty() || options.stream().anyMatch(option -> option.state() == State.OPEN)) {
            unrejected.map(asked -> Finding.on(asked, "decision-gates.rule.has-outcome.nothing-rejected", Integer.toString(length)))
                    .ifPresent(findings::add);
        }
        return findings.isEmpty() ? RuleResult.passed() : new RuleResult(RuleResult.Status.FAILED, findings);
    }

    private Finding finding(Statement.Fault fault, String said) {
        return switch (fault) {
            case EMPTY -> Finding.on(field, "decision-gates.rule.has-outcome.missing");
            case PLACEHOLDER -> Finding.on(field, "decision-gates.rule.has-outcome.placeholder");
            case TOO_SHORT -> Finding.on(field, "decision-gates.rule.has-outcome.too-short", Integer.toString(length),
                    Integer.toString(Statement.lengthOf(said, template)));
        };
    }

    private boolean isShort(IssueView issue, Field asked) {
        return Statement.faultOf(issue.text(asked), length, template).isPresent();
    }

    private boolean says(String text) {
        return !Statement.lines(text, template).isEmpty();
    }

    private static Map<String, String> asked() {
        return Map.of("reason", REASON.id(), "rejected", REJECTED.id());
    }

    private static IssueSnapshot options(State one, String reason, State other) {
        return IssueSnapshot.EMPTY.recording(new DecisionOption(BY_CARD, reason, one))
                .recording(new DecisionOption("Refunds are vouchers", "Buyers refuse them", other));
    }
}
