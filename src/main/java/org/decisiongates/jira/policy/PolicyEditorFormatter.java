package org.decisiongates.jira.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.atlassian.jira.config.IssueTypeManager;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.jira.gate.ChoiceView;
import org.decisiongates.jira.gate.ConditionFormatter;
import org.decisiongates.jira.gate.GateForm;
import org.decisiongates.jira.gate.GateFormatter;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyJson;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.RuleCondition;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.readiness.ScoreWeights;

/** Lays out a policy that is being edited. */
@JiraComponent
class PolicyEditorFormatter {

    /** What the address of a place in the page begins with. */
    private static final String ANCHOR = "#decision-gates-policy-";

    private final GateForm rules;
    private final GateFormatter sentences;
    private final ConditionFormatter conditions;
    private final PolicyCaseFormatter cases;
    private final PolicyService policies;
    private final Policies stored;
    private final PolicyUsages usages;
    private final PolicyBypasses bypasses;
    private final IssueTypeManager issueTypes;
    private final OwnIssueTypes ownTypes;
    private final ProjectRoleManager roles;
    private final RuleConditionChoices conditionChoices;
    private final ApprovalEditorFormatter approvals;
    private final JiraTexts texts;

    PolicyEditorFormatter(GateForm rules, GateFormatter sentences, ConditionFormatter conditions, PolicyCaseFormatter cases,
            PolicyService policies,
            Policies stored, PolicyUsages usages, PolicyBypasses bypasses, IssueTypeManager issueTypes, OwnIssueTypes ownTypes,
            ProjectRoleManager roles, RuleConditionChoices conditionChoices, ApprovalEditorFormatter approvals, JiraTexts texts) {
        this.rules = rules;
        this.sentences = sentences;
        this.conditions = conditions;
        this.cases = cases;
        this.policies = policies;
        this.stored = stored;
        this.usages = usages;
        this.bypasses = bypasses;
        this.issueTypes = issueTypes;
        this.ownTypes = ownTypes;
        this.roles = roles;
        this.conditionChoices = conditionChoices;
        this.approvals = approvals;
        this.texts = texts;
    }

    PolicyEditorView view(EditedPolicy edited, PolicyPages.Page page) {
        Policy policy = edited.policy();
        boolean retired = edited.basedOn() > 0 && policies.newest(policy.scope(), policy.key()).retired();
        String action = page.policy(policy.key());
        PolicyInputView name = input(edited, "name", "name", PolicyInputView.TEXT, policy.name(), PolicyJson.MAX_NAME);
        SelectView types = issueTypes(policy).faulty(edited.faultAt("issueType"));
        PolicyInputView groups = input(edited, PolicyForm.WAIVER_GROUPS, "waiver-groups", PolicyInputView.TEXT,
                String.join("\n", policy.waivers().groups()), 0);
        SelectView roleChoices = roles(policy).faulty(edited.faultAt(PolicyForm.WAIVER_ROLES));
        PolicyInputView days = input(edited, PolicyForm.WAIVER_DAYS, "waiver-days", PolicyInputView.NUMBER,
                String.valueOf(policy.waivers().longestDays()), PolicyJson.MAX_DAYS);
        boolean isHeadFaulty = Stream.of(name.fault(), types.fault(), groups.fault(), roleChoices.fault(), days.fault())
                .anyMatch(fault -> !fault.isEmpty());
        List<PolicyInputView> weights = weights(edited);
        String scoreFault = edited.faultAt(PolicyForm.WEIGHTS);
        boolean isScoreFaulty = !scoreFault.isEmpty() || weights.stream().anyMatch(weight -> !weight.fault().isEmpty());
        return new PolicyEditorView(page.tokenName(), page.tokenValue(), page.project(), page.list(), action, action + "&history=1",
                page.dryRun(policy.key()), edited.basedOn(), retired, policy.name(), edited.basedOn() == 0 || isHeadFaulty, name, types,
                policy.scope().isGlobal(), policy.locked(), groups, roleChoices, days, gates(edited), approvals.view(edited),
                edited.open(), edited.undo(),
                edited.issue(), input(edited, "why", "why", PolicyInputView.TEXT, edited.why(), PolicyService.MAX_WHY), isScoreFaulty,
                scoreFault, weights, cases.views(edited), cases.gates(policy), FocusedButtonView.of(edited.focus()), links(edited),
                edited.errors(), edited.done(), edited.preview().remarks());
    }

    private PolicyInputView input(EditedPolicy edited, String inputName, String label, String kind, String value, int most) {
        return PolicyInputView.of(edited, inputName, texts.text("decision-gates.jira.policy." + label), kind, value, most);
    }

    private List<LinkView> links(EditedPolicy edited) {
        return edited.faults().stream().map(fault -> new LinkView(texts.text(fault.sentence()),
                fault.place().isEmpty() ? "" : ANCHOR + fault.place(), "fault")).distinct().toList();
    }

    /** Of each rule of the policy, and of rules that it weighs and no longer holds. */
    private List<PolicyInputView> weights(EditedPolicy edited) {
        Policy policy = edited.policy();
        Stream<String> held = policy.gates().stream().flatMap(gate -> gate.rules().stream()).map(PolicyRule::rule);
        Stream<String> typed = edited.rejected().stream().map(RejectedInput::input).filter(input -> input.startsWith(PolicyForm.WEIGHT))
                .map(input -> input.substring(PolicyForm.WEIGHT.length()));
        return Stream.of(held, policy.weights().keySet().stream().sorted(), typed).flatMap(rules -> rules).distinct()
                .map(rule -> PolicyInputView.of(edited, PolicyForm.WEIGHT + rule, sentences.nameOf(rule), PolicyInputView.NUMBER,
                        Optional.ofNullable(policy.weights().get(rule)).map(String::valueOf).orElse(""), PolicyJson.MAX_WEIGHT)
                        .with(String.valueOf(ScoreWeights.SHIPPED.weights().getOrDefault(rule, ScoreWeights.OF_ANY_OTHER))))
                .toList();
    }

    private List<GateEditorView> gates(EditedPolicy edited) {
        Policy policy = edited.policy();
        List<PolicyUsages.Usage> used = usages.in(policy.scope());
        List<PolicyBypasses.Way> ways = bypasses.ways();
        PoliciesInForce inForce = stored.inForce();
        List<GateEditorView> gates = new ArrayList<>();
        for (int number = 0; number < policy.gates().size(); number++) {
            PolicyGate gate = policy.gates().get(number);
            int at = number;
            String name = PolicyForm.gate(number);
            gates.add(new GateEditorView(name, String.valueOf(number), gate.name(),
                    List.of(input(edited, name + ".name", "gate-name", PolicyInputView.TEXT, gate.name(), PolicyJson.MAX_NAME),
                            input(edited, name + ".key", "gate-key", PolicyInputView.TEXT, gate.key(), PolicyJson.MAX_KEY)),
                    phases(name, policy, gate).faulty(edited.faultAt(name + ".phase")),
                    enforcements(name, Optional.of(gate.enforcement()), false),
                    IntStream.range(0, gate.rules().size()).mapToObj(rule -> rule(edited, at, rule, gate.rules().get(rule))).toList(),
                    edited.adding() == number ? offered(number) : List.of(),
                    number < edited.preview().gates().size() ? edited.preview().gates().get(number) : List.of(),
                    used.stream().filter(usage -> usage.policy().equals(policy.key()) && usage.gate().equals(gate.key()))
                            .map(PolicyEditorFormatter::transition).toList(),
                    bypasses.of(policy, gate, ways, inForce).stream().map(PolicyEditorFormatter::transition).toList(),
                    edited.faultsAt(name)));
        }
        return gates;
    }

    private static String transition(PolicyUsages.Usage usage) {
        return usage.workflow() + ": " + usage.name();
    }

    private RuleEditorView rule(EditedPolicy edited, int gate, int number, PolicyRule rule) {
        String place = gate + ":" + number;
        String at = PolicyForm.rule(gate, number);
        boolean open = edited.open().equals(place);
        List<RuleCondition> all = rule.when().conditions();
        return new RuleEditorView(at, place, PolicyForm.packed(rule), sentences.sentence(rule),
                rule.enforcement().map(this::word).orElse(""),
                IntStream.range(0, all.size())
                        .mapToObj(index -> new ConditionView(conditions.sentence(all.get(index)), "remove-when:" + place + ":" + index))
                        .toList(),
                open ? List.of(rules.rule(at + ".s", rule, about(edited.policy()))) : List.of(),
                open ? List.of(enforcements(at, rule.enforcement(), true)) : List.of(),
                open ? conditionChoices.ofRules() : List.of(),
                Stream.concat(edited.faultsAt(at).stream(), rule.when().isNever(edited.policy().issueType())
                        ? Stream.of(texts.text("decision-gates.jira.policy.never-asked"))
                        : Stream.empty()).toList());
    }

    /** The type that the policy is for, as Jira has it; none where Jira has none. */
    private List<IssueType> about(Policy policy) {
        List<String> ids = OwnIssueType.keyed(policy.issueType())
                .map(type -> policy.scope().project().isPresent() ? ownTypes.idsIn(type, policy.scope().project().getAsLong())
                        : ownTypes.idOf(type).stream().toList())
                .orElse(List.of(policy.issueType()));
        return issueTypes.getIssueTypes().stream().filter(type -> ids.contains(type.getId())).toList();
    }

    private List<RuleOfferView> offered(int gate) {
        return Rules.all().stream().map(definition -> new RuleOfferView("add-rule:" + gate + ":" + definition.key(),
                texts.text("decision-gates.rule." + definition.key() + ".name"),
                texts.text("decision-gates.rule." + definition.key() + ".description"))).toList();
    }

    private boolean isOwn(Scope scope, String typeId) {
        return (scope.project().isPresent() ? ownTypes.of(scope.project().getAsLong(), typeId) : ownTypes.withId(typeId)).isPresent();
    }

    /**
     * The types that the app brings, and in a policy of a project those that it uses for them, go by the key that the app knows them by: a
     * policy for their ids would be asked nothing.
     */
    private SelectView issueTypes(Policy policy) {
        Stream<ChoiceView> own = Stream.of("decision", "blocker")
                .map(type -> choice(type, texts.text("decision-gates.jira.policy.type." + type), policy.issueType()));
        Stream<ChoiceView> others = issueTypes.getIssueTypes().stream()
                .filter(type -> !isOwn(policy.scope(), type.getId()) || type.getId().equals(policy.issueType()))
                .map(type -> choice(type.getId(), type.getName(), policy.issueType()));
        return select("issueType", "issue-type", Stream.concat(own, others), false);
    }

    private SelectView roles(Policy policy) {
        return select("waiverRoles", "waiver-roles",
                roles.getProjectRoles().stream().map(role -> new ChoiceView(String.valueOf(role.getId()), role.getName(),
                        policy.waivers().roles().contains(String.valueOf(role.getId())))),
                true);
    }

    private SelectView phases(String at, Policy policy, PolicyGate gate) {
        Stream<ChoiceView> phases = switch (policy.issueType()) {
            case "decision" -> Arrays.stream(DecisionPhase.values())
                    .map(phase -> choice(phase.name(), phase.label(), gate.phase().orElse("")));
            case "blocker" -> Arrays.stream(BlockerPhase.values())
                    .map(phase -> choice(phase.name(), phase.label(), gate.phase().orElse("")));
            default -> Stream.empty();
        };
        return select(at + ".phase", "phase", Stream.concat(
                Stream.of(choice("", texts.text("decision-gates.jira.policy.no-phase"), gate.phase().orElse(""))), phases), false);
    }

    /** @param withNone whether one can be chosen that says nothing */
    private SelectView enforcements(String at, Optional<Enforcement> chosen, boolean withNone) {
        String name = chosen.map(Enum::name).orElse("");
        Stream<ChoiceView> none = withNone ? Stream.of(choice("", texts.text("decision-gates.jira.policy.as-gate"), name)) : Stream.empty();
        return select(at + ".enforcement", "enforcement",
                Stream.concat(none, Arrays.stream(Enforcement.values()).map(one -> choice(one.name(), word(one), name))), false);
    }

    private String word(Enforcement enforcement) {
        return texts.text("decision-gates.jira.policy.enforcement." + enforcement.name());
    }

    private SelectView select(String inputName, String label, Stream<ChoiceView> choices, boolean several) {
        return new SelectView(inputName, texts.text("decision-gates.jira.policy." + label), choices.toList(), several);
    }

    private static ChoiceView choice(String value, String label, String chosen) {
        return new ChoiceView(value, label, value.equals(chosen));
    }
}
