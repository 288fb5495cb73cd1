package org.decisiongates.policy;

import java.util.ArrayList;
import java.util.List;

import org.decisiongates.issue.FieldTypeMismatchException;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.MissingReferenceException;
import org.decisiongates.issue.UnknownAnswerException;
import org.decisiongates.issue.UnknownValueException;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.text.content.TextContent;

/**
 * The one place where gates are evaluated, whoever asks: a transition, a panel, a job. All rules are asked before there is an answer, so
 * that one refusal names everything that is missing; what cannot be evaluated is an error, never a pass (ADR-0004).
 */
public final class Evaluator {

    private Evaluator() {
    }

    /** What {@code gate} finds of {@code issue}. Never throws for anything that a rule or the issue does. */
    public static Evaluation evaluate(Gate gate, IssueView issue, EvaluationContext context) {
        if (gate.enforcement() == Enforcement.OFF) {
            return new Evaluation(gate, Status.NOT_APPLICABLE, List.of(), List.of(), List.of());
        }
        if (gate.size() == 0) {
            return new Evaluation(gate, Status.ERROR, List.of(),
                    List.of(Finding.general("decision-gates.gate.error.empty")), List.of());
        }
        boolean everyNeedIsMet = context.answers(gate.needs());
        // while every rule passes there is nothing to store: this path costs no memory
        List<RuleOutcome> outcomes = List.of();
        Status worst = Status.PASSED;
        List<Finding> findings = List.of();
        List<Throwable> causes = List.of();
        for (int i = 0; i < gate.size(); i++) {
            if (gate.enforcementOf(i) == Enforcement.OFF) {
                continue;
            }
            ConfiguredRule rule = gate.rule(i);
            RuleResult result;
            try {
                result = evaluate(rule, issue, context, everyNeedIsMet);
                if (result == RuleResult.passed()) {
                    continue;
                }
                if (result.status() == Status.FAILED && gate.isWaived(i, context.waivers())) {
                    result = RuleResult.waived(result.findings());
                }
            } catch (UnknownValueException e) {
                result = RuleResult.notEvaluable(Finding.general("decision-gates.gate.not-evaluable.past", rule.shownName()));
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                // of one rule alone, even a class that does not load or endless recursion; the others still answer
                result = RuleResult.error(findingOf(rule, e));
                causes = joined(causes, List.of(e));
            }
            outcomes = joined(outcomes, List.of(new RuleOutcome(i, result)));
            worst = result.status().outweighs(worst) ? result.status() : worst;
            findings = joined(findings, rule.findings(result));
        }
        return outcomes.isEmpty() ? gate.passed() : new Evaluation(gate, worst, outcomes, findings, causes);
    }

    private static RuleResult evaluate(ConfiguredRule rule, IssueView issue, EvaluationContext context, boolean everyNeedIsMet) {
        RuleResult applies = rule.when().isAlways() ? RuleResult.passed() : rule.when().evaluate(rule, issue, context);
        if (applies.status() != Status.PASSED) {
            return applies;
        }
        return everyNeedIsMet || context.answers(rule.needs()) ? evaluate(rule, issue, context) : notEvaluable(rule, context);
    }

    private static RuleResult evaluate(ConfiguredRule rule, IssueView issue, EvaluationContext context) {
        RuleResult result = rule.rule().evaluate(issue, context);
        if (result == RuleResult.passed()) {
            return result;
        }
        if (result == null || result.status() == null) {
            throw new IllegalStateException("the rule " + rule.name() + " gave no result");
        }
        return result.status().letsThrough() || !result.findings().isEmpty() ? result
                : new RuleResult(result.status(), List.of(Finding.general("decision-gates.gate.refused", rule.shownName())));
    }

    /** A transition can also be made without a login, so each of these cases has its own message. */
    private static RuleResult notEvaluable(ConfiguredRule rule, EvaluationContext context) {
        boolean lacksTransition = rule.needs().contains(Need.TRANSITION) && context.transition().isEmpty();
        return RuleResult.notEvaluable(Finding.general(
                lacksTransition ? "decision-gates.gate.not-evaluable" : "decision-gates.gate.not-evaluable.actor", rule.shownName()));
    }

    private static Finding findingOf(ConfiguredRule rule, Throwable cause) {
        if (cause instanceof FieldTypeMismatchException unfit) {
            return Finding.general("decision-gates.gate.error.unfit-field", rule.shownName(), unfit.field().id());
        }
        if (cause instanceof UnknownAnswerException unknown) {
            return Finding.general("decision-gates.gate.error.answer", rule.shownName(), unknown.field().id(),
                    TextContent.excerpt(unknown.answer()));
        }
        if (cause instanceof MissingReferenceException missing) {
            String key = switch (missing.reference().kind()) {
                case GROUP -> "decision-gates.gate.error.group";
                case ROLE -> "decision-gates.gate.error.role";
                case PERSON -> "decision-gates.gate.error.person";
                case OPTION -> "decision-gates.gate.error.option";
                case LINK_TYPE -> "decision-gates.gate.error.link-type";
                case STATUS -> "decision-gates.gate.error.status";
            };
            return Finding.general(key, rule.shownName(), TextContent.excerpt(missing.reference().id()));
        }
        return Finding.general("decision-gates.gate.error", rule.shownName());
    }

    /** The lists are shared while only one rule has something to say. */
    private static <T> List<T> joined(List<T> some, List<T> more) {
        if (some.isEmpty()) {
            return more;
        }
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
