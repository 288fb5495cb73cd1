package org.decisiongates.policy.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.decisiongates.issue.ApprovedScope;
import org.decisiongates.issue.ApprovedScope.State;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.LinkedScopeChange;
import org.decisiongates.issue.LinkedScopeChange.Standing;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.text.KebabCase;

/**
 * Fails while the approved scope of a Decision was changed without a scope change: another Decision, linked to it, that was decided after
 * the last edit. Hidden scope changes count and are never named.
 */
public record ScopeChange() implements Rule {

    private static final String KEY = "decision-gates.rule.scope-change.";
    private static final int MAX_NAMED = 10;

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("scope-change", List.of(), Set.of(Need.APPROVALS),
            List.of(RuleExample.passes("it says what was approved", decided(ApprovedScope.of(State.AS_APPROVED))),
                    RuleExample.passes("nobody has approved it yet", decided(ApprovedScope.NOT_APPROVED)),
                    RuleExample.passes("a scope change was decided after the release was changed",
                            decided(ApprovedScope.changed(List.of(), List.of(SealedSection.RELEASE),
                                    List.of(linked("SHOP-12", Standing.COVERS))))),
                    RuleExample.fails("the due date was changed without a word", changed(), KEY + "missing"),
                    RuleExample.fails("the scope change is not decided", changed(linked("SHOP-12", Standing.NOT_DECIDED)),
                            KEY + "not-decided"),
                    RuleExample.fails("nobody owns the scope change", changed(linked("SHOP-12", Standing.NO_OWNER)), KEY + "no-owner"),
                    RuleExample.fails("the scope change does not say its impact", changed(linked("SHOP-12", Standing.NO_IMPACT)),
                            KEY + "no-impact"),
                    RuleExample.fails("the scope change is decided, and not approved", changed(linked("SHOP-12", Standing.NOT_APPROVED)),
                            KEY + "not-approved"),
                    RuleExample.fails("the due date was changed again after the scope change was decided",
                            changed(linked("SHOP-12", Standing.TOO_EARLY)), KEY + "too-early"),
                    RuleExample.fails("the scope change was rejected", changed(linked("SHOP-12", Standing.ENDED)), KEY + "ended"),
                    RuleExample.fails("the scope change is not decided, and the actor may not see it",
                            changed(new LinkedScopeChange(Optional.empty(), Standing.NOT_DECIDED)), KEY + "hidden"),
                    RuleExample.fails("entries of approvals were altered in the database", decided(ApprovedScope.of(State.CHAIN_BROKEN)),
                            KEY + "chain-broken"),
                    RuleExample.fails("no approval is bound to the scope", decided(ApprovedScope.of(State.NOTHING_SEALED)),
                            KEY + "nothing-sealed")),
            settings -> new ScopeChange());

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (!issue.type().equals("decision")) {
            return RuleResult.notApplicable();
        }
        ApprovedScope scope = issue.approvedScope();
        return switch (scope.state()) {
            case NOT_APPROVED, AS_APPROVED, COVERED -> RuleResult.passed();
            case CHAIN_BROKEN -> RuleResult.failed(Finding.general(KEY + "chain-broken"));
            case NOTHING_SEALED -> RuleResult.failed(Finding.general(KEY + "nothing-sealed"));
            case CHANGED -> new RuleResult(RuleResult.Status.FAILED, findings(scope));
        };
    }

    /** One that covers another part of what was changed has nothing to be mended. */
    private static List<Finding> findings(ApprovedScope scope) {
        String changed = scope.changed().stream().map(section -> section.key().replace('-', ' ')).collect(Collectors.joining(", "));
        List<Finding> findings = new ArrayList<>();
        Arrays.stream(Standing.values()).filter(standing -> standing != Standing.COVERS)
                .forEach(standing -> named(scope, standing, changed).ifPresent(findings::add));
        long hidden = scope.scopeChanges().stream().filter(one -> one.key().isEmpty() && one.standing() != Standing.COVERS).count();
        if (hidden > 0) {
            findings.add(Finding.general(KEY + "hidden", changed, Long.toString(hidden)));
        }
        return findings.isEmpty() ? List.of(Finding.general(KEY + "missing", changed)) : findings;
    }

    private static Optional<Finding> named(ApprovedScope scope, Standing standing, String changed) {
        List<String> keys = scope.scopeChanges().stream().filter(one -> one.standing() == standing).flatMap(one -> one.key().stream())
                .sorted().toList();
        return keys.isEmpty() ? Optional.empty()
                : Optional.of(Finding.general(KEY + KebabCase.of(standing), changed,
                        keys.stream().limit(MAX_NAMED).collect(Collectors.joining(", ")) + (keys.size() > MAX_NAMED ? ", \u2026" : "")));
    }

    private static IssueSnapshot decided(ApprovedScope scope) {
        return IssueSnapshot.EMPTY.movedTo(IssueSnapshot.statusOf(DecisionPhase.DECIDED)).scoped(scope);
    }

    private static IssueSnapshot changed(LinkedScopeChange... linked) {
        return decided(ApprovedScope.changed(List.of(SealedSection.DUE_DATE), List.of(), List.of(linked)));
    }

    private static LinkedScopeChange linked(String key, Standing standing) {
        return new LinkedScopeChange(Optional.of(key), standing);
    }
}
