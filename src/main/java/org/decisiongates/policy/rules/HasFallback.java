package org.decisiongates.policy.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Person;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.UnusableRule;
import org.decisiongates.text.content.DescriptionTemplate;
import org.decisiongates.text.content.Sections;
import org.decisiongates.text.content.Statement;

/**
 * Fails until the issue says what happens if it is not settled in time and, where that is asked for, when the plan is invoked and by whom.
 * What is only markup, or an unfilled template, is no plan; nor is the part that says when it is invoked, whether or not it is asked for.
 *
 * @param length       how many characters of an alphabet a plan has at least; other scripts need fewer
 * @param template     what the project puts into the field to be filled in
 * @param trigger      what stands before that part of the plan that says when it is invoked; blank where that is not asked for
 * @param triggerOwner names who invokes it
 */
public record HasFallback(Field field, int length, DescriptionTemplate template, String trigger, Optional<Field> triggerOwner)
        implements Rule {

    /** What stands before that part where nothing else is set, in whatever language people read: it is written into the issue. */
    public static final String INVOKE_WHEN = "Invoke when";

    private static final List<String> INVOCATION = List.of(INVOKE_WHEN);

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("has-fallback",
            List.of(Setting.field(Setting.Type.TEXT_FIELD, Field.FALLBACK), Setting.number("length", 20, 1, 1000),
                    Setting.text("trigger", 100), Setting.optionalField("trigger-owner", Setting.Type.PERSON_FIELD), Setting.template()),
            Set.of(),
            List.of(RuleExample.passes("a sentence that says what happens", falling("Keep the old checkout switched on")),
                    RuleExample.passes("a plan that says when it is invoked, and somebody who does that",
                            falling("Keep the old checkout switched on\nInvoke when: more than 2 % of payments fail")
                                    .with(Field.OWNER, new Person("owner", "Owner", true, true)))
                            .with(Map.of("trigger", "Invoke when", "trigger-owner", "owner")),
                    RuleExample.fails("the field is empty", IssueSnapshot.EMPTY, "decision-gates.rule.has-fallback.missing"),
                    RuleExample.fails("only a placeholder", falling("TBD"), "decision-gates.rule.has-fallback.placeholder"),
                    RuleExample.fails("a plan of few words", falling("Wait for it"), "decision-gates.rule.has-fallback.too-short"),
                    RuleExample.fails("it says when a plan is invoked, and not what happens then",
                            falling("Invoke when: more than 2 % of payments fail"), "decision-gates.rule.has-fallback.missing"),
                    RuleExample.fails("it is not said when the plan is invoked",
                            falling("Keep the old checkout switched on\nInvoke when: TBD"), "decision-gates.rule.has-fallback.no-trigger")
                            .with(Map.of("trigger", "Invoke when")),
                    RuleExample.fails("nobody is named who invokes the plan", falling("Keep the old checkout switched on"),
                            "decision-gates.rule.has-fallback.no-trigger-owner").with(Map.of("trigger-owner", "owner"))),
            settings -> new HasFallback(settings.field("field"), settings.number("length"),
                    DescriptionTemplate.of(settings.text("template")), settings.text("trigger"),
                    settings.optionalField("trigger-owner")));

    /** A rule that asks for a plan alone. */
    public HasFallback(Field field, int length, DescriptionTemplate template) {
        this(field, length, template, "", Optional.empty());
    }

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (!issue.has(field)) {
            return UnusableRule.withoutField(DEFINITION, field);
        }
        if (triggerOwner.isPresent() && !issue.has(triggerOwner.get())) {
            return UnusableRule.withoutField(DEFINITION, triggerOwner.get());
        }
        String text = issue.text(field);
        String plan = Sections.outside(text, trigger.isBlank() ? INVOCATION : List.of(INVOKE_WHEN, trigger));
        Optional<Statement.Fault> fault = Statement.faultOf(plan, length, template);
        if (fault.isEmpty()) {
            return trigger.isBlank() && triggerOwner.isEmpty() ? RuleResult.passed() : judgeTrigger(issue, text);
        }
        return RuleResult.failed(switch (fault.get()) {
            case EMPTY -> Finding.on(field, "decision-gates.rule.has-fallback.missing");
            case PLACEHOLDER -> Finding.on(field, "decision-gates.rule.has-fallback.placeholder");
            case TOO_SHORT -> Finding.on(field, "decision-gates.rule.has-fallback.too-short", Integer.toString(length),
                    Integer.toString(Statement.lengthOf(plan, template)));
        });
    }

    private RuleResult judgeTrigger(IssueView issue, String text) {
        List<Finding> findings = new ArrayList<>();
        if (!trigger.isBlank() && Statement.lines(Sections.of(text, trigger), template).isEmpty()) {
            findings.add(Finding.on(field, "decision-gates.rule.has-fallback.no-trigger", trigger.strip()));
        }
        if (triggerOwner.isPresent() && issue.person(triggerOwner.get()).filter(Person::active).isEmpty()) {
            findings.add(Finding.on(triggerOwner.get(), "decision-gates.rule.has-fallback.no-trigger-owner"));
        }
        return findings.isEmpty() ? RuleResult.passed() : new RuleResult(RuleResult.Status.FAILED, findings);
    }

    private static IssueSnapshot falling(String plan) {
        return IssueSnapshot.EMPTY.with(Field.FALLBACK, plan);
    }
}
