package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
import org.decisiongates.policy.Settings;
import org.decisiongates.policy.UnusableRule;
import org.decisiongates.text.content.DescriptionTemplate;
import org.decisiongates.text.content.Sections;
import org.decisiongates.text.content.Statement;

/**
 * Fails until the issue names a path of escalation that leads away from its owner: in a section of a text, a step a line, of which the last
 * is not the owner; or in a field of people. Such a field keeps no order, so that one of them must be somebody else.
 *
 * @param field   holds the steps
 * @param heading what the steps stand below; blank for the whole text
 * @param people  names the people of the path; without it, the text is read
 * @param owner   names the owner of the issue
 * @param minimum how many steps there are at least
 */
public record HasEscalationPath(Field field, String heading, Optional<Field> people, Field owner, int minimum) implements Rule {

    private static final Field DESCRIPTION = new Field("description");
    private static final Field PATH = new Field("customfield_10400");
    private static final Person OWNER = new Person("owner", "Olivia Owner", true, true);
    private static final Person ANN = new Person("ann", "Ann", true, true);
    private static final Person GONE = new Person("gone", "Gone", false, false);

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("has-escalation-path",
            List.of(Setting.field(Setting.Type.TEXT_FIELD, DESCRIPTION), Setting.text("heading", "Escalation", 100),
                    Setting.optionalField("people", Setting.Type.PEOPLE_FIELD),
                    Setting.field("owner", Setting.Type.PERSON_FIELD, Field.OWNER), Setting.number("minimum", 2, 1, 10)),
            Set.of(),
            List.of(RuleExample.passes("the description names two steps below the heading",
                    described("h3. Escalation\n# Olivia Owner, within a day\n# Head of payments, within two")),
                    RuleExample.passes("the whole text is the path", described("Team lead\nHead of payments")).with(Map.of("heading", "")),
                    RuleExample.passes("two active people are named, one of whom is not the owner",
                            described("").with(PATH, OWNER, ANN)).with(Map.of("people", PATH.id())),
                    RuleExample.fails("the description names no path", described("Refunds are late"),
                            "decision-gates.rule.has-escalation-path.missing"),
                    RuleExample.fails("the path has one step", described("Escalation: Head of payments"),
                            "decision-gates.rule.has-escalation-path.too-few"),
                    RuleExample.fails("the path ends with the owner", described("h3. Escalation\nTeam lead\nOlivia Owner"),
                            "decision-gates.rule.has-escalation-path.ends-with-owner"),
                    RuleExample.fails("one of two people has left", described("").with(PATH, ANN, GONE),
                            "decision-gates.rule.has-escalation-path.inactive").with(Map.of("people", PATH.id())),
                    RuleExample.fails("the only person named is the owner", described("").with(PATH, OWNER),
                            "decision-gates.rule.has-escalation-path.ends-with-owner")
                            .with(Map.of("people", PATH.id(), "minimum", "1"))),
            HasEscalationPath::of);

    private static HasEscalationPath of(Settings settings) {
        return new HasEscalationPath(settings.field("field"), settings.text("heading"), settings.optionalField("people"),
                settings.field("owner"), settings.number("minimum"));
    }

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        for (Field read : List.of(people.orElse(field), owner)) {
            if (!issue.has(read)) {
                return UnusableRule.withoutField(DEFINITION, read);
            }
        }
        List<Person> owners = issue.people(owner);
        return people.isPresent() ? ofPeople(issue.people(people.get()), owners) : ofText(issue.text(field), owners);
    }

    private RuleResult ofText(String text, List<Person> owners) {
        List<String> steps = Statement.lines(Sections.of(text, heading), DescriptionTemplate.NONE);
        if (steps.isEmpty()) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.has-escalation-path.missing"));
        }
        if (steps.size() < minimum) {
            return tooFew(field, steps.size());
        }
        String last = steps.get(steps.size() - 1).toLowerCase(Locale.ROOT);
        return owners.stream().filter(one -> last.contains(one.name().toLowerCase(Locale.ROOT))).findFirst()
                .map(one -> RuleResult.failed(Finding.on(field, "decision-gates.rule.has-escalation-path.ends-with-owner", one.name())))
                .orElseGet(RuleResult::passed);
    }

    private RuleResult ofPeople(List<Person> named, List<Person> owners) {
        Field shown = people.orElseThrow();
        if (named.isEmpty()) {
            return RuleResult.failed(Finding.on(shown, "decision-gates.rule.has-escalation-path.missing"));
        }
        String inactive = named.stream().filter(person -> !person.active()).map(Person::name).sorted().collect(Collectors.joining(", "));
        if (!inactive.isEmpty()) {
            return RuleResult.failed(Finding.on(shown, "decision-gates.rule.has-escalation-path.inactive", inactive));
        }
        if (named.size() < minimum) {
            return tooFew(shown, named.size());
        }
        Set<String> keys = owners.stream().map(Person::key).collect(Collectors.toSet());
        return named.stream().allMatch(person -> keys.contains(person.key()))
                ? RuleResult.failed(Finding.on(shown, "decision-gates.rule.has-escalation-path.ends-with-owner", named.get(0).name()))
                : RuleResult.passed();
    }

    private RuleResult tooFew(Field shown, int steps) {
        return RuleResult.failed(Finding.on(shown, "decision-gates.rule.has-escalation-path.too-few", Integer.toString(minimum),
                Integer.toString(steps)));
    }

    private static IssueSnapshot described(String text) {
        return IssueSnapshot.EMPTY.with(Field.OWNER, OWNER).with(DESCRIPTION, text);
    }
}
