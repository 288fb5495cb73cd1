package org.decisiongates.jira.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.gate.ChoiceView;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyCase;
import org.decisiongates.policy.PolicyCases;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyJson;
import org.decisiongates.policy.PolicyNames;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.rules.Rules;

/** Words the tests of a policy: what each expects, what comes of it, and why. */
@JiraComponent
class PolicyCaseFormatter {

    private final PolicyNames names;
    private final PolicyCaseForm form;
    private final DayFormatter days;
    private final JiraTexts texts;

    PolicyCaseFormatter(PolicyNames names, PolicyCaseForm form, DayFormatter days, JiraTexts texts) {
        this.names = names;
        this.form = form;
        this.days = days;
        this.texts = texts;
    }

    /** All tests of a policy that is being edited, with what comes of each now. */
    List<CaseEditorView> views(EditedPolicy edited) {
        List<PolicyCases.Outcome> outcomes = PolicyCases.run(edited.policy(), Rules::of);
        return IntStream.range(0, outcomes.size()).mapToObj(number -> view(edited, number, outcomes.get(number))).toList();
    }

    /** What a policy says of a test instead of what is expected, rule by rule, and why. */
    List<String> differences(PolicyCases.Outcome outcome) {
        return outcome.different().stream().map(rule -> difference(outcome, rule)).toList();
    }

    /** The gates that can be tested. */
    SelectView gates(Policy policy) {
        return new SelectView("caseGate", texts.text("decision-gates.jira.policy.test-gate"),
                policy.gates().stream().map(gate -> new ChoiceView(gate.key(), gate.name(), false)).toList(), false);
    }

    private CaseEditorView view(EditedPolicy edited, int number, PolicyCases.Outcome outcome) {
        PolicyCase one = outcome.of();
        int stored = edited.stored().indexOf(one);
        String at = PolicyForm.test(number);
        boolean isOpen = edited.open().equals(PolicyForm.OPEN_TEST + number);
        return new CaseEditorView(at, String.valueOf(number), PolicyForm.OPEN_TEST + number,
                stored < 0 ? PolicyJson.writeCase(one) : String.valueOf(stored), one.name(), summary(edited.policy(), one),
                outcome.isAsExpected(), outcome.isAsExpected() ? edited.faultsAt(at) : differences(outcome),
                isOpen ? form.inputs(edited, at, one) : List.of(), isOpen ? expectations(edited.policy(), at, one) : List.of());
    }

    private String summary(Policy policy, PolicyCase one) {
        String expected = new TreeMap<>(one.expected()).entrySet().stream().map(this::expectation).collect(Collectors.joining(", "));
        return texts.text("decision-gates.jira.policy.test-expects",
                policy.gate(one.gate()).map(PolicyGate::name).orElse(one.gate()), expected, one.day().toString());
    }

    private String expectation(Map.Entry<String, RuleResult.Status> expected) {
        return texts.text("decision-gates.jira.policy.test-expectation", names.rule(expected.getKey()), names.status(expected.getValue()));
    }

    private String difference(PolicyCases.Outcome outcome, String rule) {
        Optional<RuleResult.Status> found = Optional.ofNullable(outcome.actual().get(rule));
        String difference = texts.text("decision-gates.jira.policy.test-difference", names.rule(rule),
                names.status(outcome.of().expected().get(rule)),
                found.map(names::status).orElseGet(() -> texts.text("decision-gates.jira.policy.test-not-asked")));
        List<Finding> why = outcome.why().getOrDefault(rule, List.of());
        return Stream.concat(Stream.of(difference), why.stream().map(Finding::message).map(days::forPeople).map(texts::text))
                .collect(Collectors.joining(" "));
    }

    /** Of each rule of the gate, and of rules that it no longer holds, so that nothing is lost by accident. */
    private List<SelectView> expectations(Policy policy, String at, PolicyCase one) {
        Stream<String> asked = policy.gate(one.gate()).stream().flatMap(gate -> gate.rules().stream()).map(PolicyRule::rule);
        return Stream.concat(asked, one.expected().keySet().stream().sorted()).distinct()
                .map(rule -> new SelectView(at + "." + PolicyForm.EXPECTED + rule, names.rule(rule),
                        statuses(Optional.ofNullable(one.expected().get(rule))), false))
                .toList();
    }

    private List<ChoiceView> statuses(Optional<RuleResult.Status> chosen) {
        Stream<ChoiceView> nothing = Stream
                .of(new ChoiceView("", texts.text("decision-gates.jira.policy.test-anything"), chosen.isEmpty()));
        return Stream.concat(nothing, Arrays.stream(RuleResult.Status.values()).filter(status -> status != RuleResult.Status.WAIVED)
                .map(status -> new ChoiceView(status.name(), names.status(status), chosen.equals(Optional.of(status))))).toList();
    }
}
