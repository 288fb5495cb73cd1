package org.decisiongates.jira.gate;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.opensymphony.module.propertyset.PropertySet;
import com.opensymphony.workflow.InvalidInputException;
import com.opensymphony.workflow.Validator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.health.ErrorCounts;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.ActiveWaivers;
import org.decisiongates.policy.Evaluation;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Evaluator;
import org.decisiongates.policy.Gate;
import org.decisiongates.waiver.IssueWaivers;
import org.decisiongates.waiver.Waivers;

/** Evaluates a gate at a transition. Workflows store this class by name (ADR-0006). Any failure refuses the transition (ADR-0004). */
public final class GateValidator implements Validator {

    private static final Logger LOG = LoggerFactory.getLogger(GateValidator.class);

    private final ParsedGates gates;
    private final IssueViewFactory views;
    private final GateJournal journal;
    private final RefusalFormatter refusals;
    private final ProjectTime time;
    private final Waivers waivers;
    private final CreationByImport imports;
    private final ErrorCounts errors;

    public GateValidator(ParsedGates gates, IssueViewFactory views, GateJournal journal, RefusalFormatter refusals, ProjectTime time,
            Waivers waivers, CreationByImport imports, ErrorCounts errors) {
        this.gates = gates;
        this.views = views;
        this.journal = journal;
        this.refusals = refusals;
        this.time = time;
        this.waivers = waivers;
        this.imports = imports;
        this.errors = errors;
    }

    @Override
    public void validate(Map transientVars, Map args, PropertySet ps) throws InvalidInputException {
        Optional<InvalidInputException> refusal;
        try {
            Transition transition = Transition.of(transientVars);
            Gate gate = gates.of(transition.arguments(args), transition.issue());
            JiraIssueView issue = views.of(transition.issue(), transition.actor());
            ZonedDateTime now = time.now();
            EvaluationContext context = EvaluationContext.of(now.toInstant(), now.getZone()).by(transition.actor())
                    .at(views.editsOf(transition, issue))
                    .waivedBy(waiversOf(transition.issue(), now.toInstant()));
            Evaluation evaluation = Evaluator.evaluate(gate, issue, context);
            evaluation.causes().forEach(cause -> {
                LOG.error("a rule of the gate at {} failed on issue {}", transition.action().getName(), transition.issue().getKey(), cause);
                errors.add("gate-rule", cause);
            });
            if (imports.covers(transition)) {
                imports.note(refusals.sentences(transition, evaluation));
                journal.appendImported(transition, evaluation.recordedOnly(), context);
                refusal = Optional.empty();
            } else {
                refusal = refusals.format(transition, evaluation);
                journal.append(transition, evaluation, context);
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.error("a gate refused because it could not be evaluated: {}", args, e);
            errors.add("gate", e);
            refusal = Optional.of(refusals.whenBroken(transientVars, e));
            journal.appendFailure(transientVars, args, e);
        }
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    /** An issue that is being created has none. */
    private ActiveWaivers waiversOf(Issue issue, Instant now) {
        return issue.getId() == null ? ActiveWaivers.NONE : IssueWaivers.of(waivers, issue.getId(), now);
    }
}
