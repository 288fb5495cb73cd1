package org.decisiongates.policy.rules;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.decisiongates.issue.ExceptionState;
import org.decisiongates.issue.ExceptionState.Path;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Person;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.Settings;
import org.decisiongates.policy.UnusableRule;
import org.decisiongates.text.content.DescriptionTemplate;
import org.decisiongates.text.content.Sections;
import org.decisiongates.text.content.Statement;

/**
 * Fails until the issue says how it is expected to go, how it is most likely to fail, and how one recovers from that, and until an active
 * person answers for the recovery. The states are recorded, or are three sections of a field.
 *
 * @param field    holds the three sections; without it, recorded states are read
 * @param owner    names who answers for the recovery where a field is read; without it, the owner of the issue does
 * @param length   how many characters each takes at least
 * @param headings of the sections, in the order of {@link Path}
 */
public record StatesDocumented(Optional<Field> field, Optional<Field> owner, int length, List<String> headings) implements Rule {

    private static final String EXPECTED = "The refund is on the card within 3 days";
    private static final String FAILURE = "The bank refuses the refund";
    private static final String RECOVERY = "Support sends a voucher on the same day";
    private static final Person ANN = new Person("ann", "Ann", true, true);

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("states-documented",
            List.of(Setting.number("length", 20, 1, 1000), Setting.optionalField("field", Setting.Type.TEXT_FIELD),
                    Setting.optionalField("owner", Setting.Type.PERSON_FIELD), Setting.text("expected", "Expected", 100),
                    Setting.text("failure", "Failure", 100), Setting.text("recovery", "Recovery", 100)),
            Set.of(Need.RECORDS),
            List.of(RuleExample.passes("all three are recorded, and somebody answers for the recovery",
                    recording(EXPECTED, FAILURE, RECOVERY, Optional.of("ann"))),
                    RuleExample.passes("all three are sections of a field",
                            described("h3. Expected\n" + EXPECTED + "\nh3. Failure\n" + FAILURE + "\nh3. Recovery\n" + RECOVERY)
                                    .with(Field.OWNER, ANN))
                            .with(Map.of("field", "description")),
                    RuleExample.fails("nothing is recorded", IssueSnapshot.EMPTY, "decision-gates.rule.states-documented.missing"),
                    RuleExample.fails("how it may fail is still a placeholder", recording(EXPECTED, "TBD", RECOVERY, Optional.of("ann")),
                            "decision-gates.rule.states-documented.no-failure"),
                    RuleExample.fails("what is expected takes one word", recording("Refunds", FAILURE, RECOVERY, Optional.of("ann")),
                            "decision-gates.rule.states-documented.no-expected"),
                    RuleExample.fails("there is no recovery", recording(EXPECTED, FAILURE, "", Optional.of("ann")),
                            "decision-gates.rule.states-documented.no-recovery"),
                    RuleExample.fails("nobody answers for the recovery", recording(EXPECTED, FAILURE, RECOVERY, Optional.empty()),
                            "decision-gates.rule.states-documented.no-owner"),
                    RuleExample.fails("whoever answers for the recovery has left",
                            recording(EXPECTED, FAILURE, RECOVERY, Optional.of("gone")),
                            "decision-gates.rule.states-documented.no-owner")),
            StatesDocumented::of);

    public StatesDocumented {
        headings = List.copyOf(headings);
    }

    private static StatesDocumented of(Settings settings) {
        return new StatesDocumented(settings.optionalField("field"), settings.optionalField("owner"), settings.number("length"),
                Stream.of("expected", "failure", "recovery").map(settings::text).toList());
    }

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        return field.isPresent() ? ofSections(issue, field.get()) : ofRecords(issue);
    }

    private RuleResult ofSections(IssueView issue, Field text) {
        Field named = owner.orElse(Field.OWNER);
        for (Field read : List.of(text, named)) {
            if (!issue.has(read)) {
                return UnusableRule.withoutField(DEFINITION, read);
            }
        }
        List<String> sections = Sections.of(issue.text(text), headings);
        List<Path> undocumented = Stream.of(Path.values()).filter(path -> !says(sections.get(path.ordinal()))).toList();
        return result(undocumented, issue.person(named).filter(Person::active).isPresent(), Optional.of(text), Optional.of(named));
    }

    private RuleResult ofRecords(IssueView issue) {
        List<ExceptionState> states = issue.records().exceptionStates().stream().filter(state -> says(state.text())).toList();
        List<Path> undocumented = Stream.of(Path.values()).filter(path -> states.stream().noneMatch(state -> state.path() == path))
                .toList();
        boolean owned = states.stream()
                .anyMatch(state -> state.path() == Path.RECOVERY && RecordedPeople.active(issue, state.owner()).isPresent());
        return result(undocumented, owned, Optional.empty(), Optional.empty());
    }

    private RuleResult result(List<Path> undocumented, boolean owned, Optional<Field> text, Optional<Field> named) {
        String least = Integer.toString(length);
        if (undocumented.size() == Path.values().length) {
            return RuleResult.failed(finding(text, "decision-gates.rule.states-documented.missing", least));
        }
        List<Finding> findings = new ArrayList<>();
        for (Path path : undocumented) {
            findings.add(finding(text, switch (path) {
                case EXPECTED -> "decision-gates.rule.states-documented.no-expected";
                case FAILURE -> "decision-gates.rule.states-documented.no-failure";
                case RECOVERY -> "decision-gates.rule.states-documented.no-recovery";
            }, least));
        }
        if (!owned && !undocumented.contains(Path.RECOVERY)) {
            findings.add(finding(named, "decision-gates.rule.states-documented.no-owner"));
        }
        return findings.isEmpty() ? RuleResult.passed() : new RuleResult(RuleResult.Status.FAILED, findings);
    }

    private static Finding finding(Optional<Field> field, String key, Serializable... arguments) {
        return field.map(shown -> Finding.on(shown, key, arguments))
                .orElseGet(() -> Finding.inRecord(IssueRecord.Kind.EXCEPTION_STATE, key, arguments));
    }

    private boolean says(String text) {
        return Statement.faultOf(text, length, DescriptionTemplate.NONE).isEmpty();
    }

    private static IssueSnapshot recording(String expected, String failure, String recovery, Optional<String> owner) {
        return IssueSnapshot.EMPTY.recording(new ExceptionState(Path.EXPECTED, expected, Optional.empty()))
                .recording(new ExceptionState(Path.FAILURE, failure, Optional.empty()))
                .recording(new ExceptionState(Path.RECOVERY, recovery, owner)).withAccount(ANN)
                .withAccount(new Person("gone", "Gone", false, false));
    }

    private static IssueSnapshot described(String text) {
        return IssueSnapshot.EMPTY.with(new Field("description"), text);
    }
}
