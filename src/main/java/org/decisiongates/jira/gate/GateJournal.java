package org.decisiongates.jira.gate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Evaluation;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.GateEvents;

/**
 * Records what a gate said at a transition: one entry for each gate, whatever the verdict. A pass is written on the thread of the
 * transition and must be written, a refusal by the {@link RefusalWriter} (ADR-0027).
 */
@JiraComponent
class GateJournal {

    private static final Logger LOG = LoggerFactory.getLogger(GateJournal.class);

    private final GateEvents events;
    private final RefusalWriter refusals;
    private final WorkflowManager workflows;
    private final RequestSource source;
    private final Clock clock;

    GateJournal(GateEvents events, RefusalWriter refusals, WorkflowManager workflows, RequestSource source, Clock clock) {
        this.events = events;
        this.refusals = refusals;
        this.workflows = workflows;
        this.source = source;
        this.clock = clock;
    }

    void append(Transition transition, Evaluation evaluation, EvaluationContext context) {
        append(transition, evaluation, context, source.current());
    }

    /** The same of what an import creates. */
    void appendImported(Transition transition, Evaluation evaluation, EvaluationContext context) {
        append(transition, evaluation, context, GateEvent.Source.IMPORT);
    }

    private void append(Transition transition, Evaluation evaluation, EvaluationContext context, GateEvent.Source by) {
        Issue issue = transition.issue();
        GateEvent event = new GateEvent(idOf(issue), issue.getProjectId(), workflowOf(issue), transition.action().getId(),
                transition.action().getName(), transition.actor(), by.name(),
                versionOf(evaluation.gate()), evaluation.status().name(), entriesOf(evaluation),
                context.instant());
        if (evaluation.blocks()) {
            refusals.append(event);
            return;
        }
        try {
            events.append(event);
        } catch (RuntimeException e) {
            throw new NotWrittenDown(e);
        }
    }

    /**
     * Records a gate that failed before it had answered, with what is known of the transition; it refused, whatever its enforcement. Throws
     * nothing: the refusal must reach the user. If not even the issue is known, the entry fits no project's journal and goes to the log.
     */
    void appendFailure(Map<?, ?> variables, Map<?, ?> arguments, Throwable cause) {
        if (cause instanceof NotWrittenDown) {
            return;
        }
        try {
            Issue issue = Transition.issue(variables);
            refusals.append(new GateEvent(idOf(issue), issue.getProjectId(), known(() -> workflowOf(issue), ""),
                    known(() -> Transition.actionId(variables), 0), known(() -> Transition.of(variables).action().getName(), ""),
                    known(() -> Transition.actor(variables), ""), known(source::current, GateEvent.Source.BACKGROUND).name(),
                    known(() -> versionOf(arguments), GateEvent.GateVersion.UNKNOWN).enforced(),
                    RuleResult.Status.ERROR.name(), List.of(), clock.instant()));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("a gate that could not be evaluated is not in the journal either", e);
        }
    }

    /** Of a policy that nobody could read no version is known. */
    private static GateEvent.GateVersion versionOf(Map<?, ?> arguments) {
        return GateArguments.reference(arguments)
                .map(reference -> new GateEvent.GateVersion(reference.policy(), 0, reference.gate(), Enforcement.ENFORCE.name(),
                        GateEvent.GateVersion.UNKNOWN.settingsHash()))
                .orElseGet(() -> versionOf(GateArguments.read(arguments)));
    }

    private static GateEvent.GateVersion versionOf(Gate gate) {
        return new GateEvent.GateVersion(gate.policy().journalKey(), gate.policy().version(), gate.key(), gate.enforcement().name(),
                gate.settingsHash());
    }

    /** What each rule said. */
    private static List<GateEvent.RuleEntry> entriesOf(Evaluation evaluation) {
        List<RuleResult> results = evaluation.results();
        List<GateEvent.RuleEntry> entries = new ArrayList<>(results.size());
        Gate gate = evaluation.gate();
        for (int i = 0; i < results.size(); i++) {
            entries.add(new GateEvent.RuleEntry(gate.rules().get(i).shownName(), results.get(i).status().name(),
                    gate.enforcementOf(i).name(), Optional.of(gate.policyOf(i)).filter(policy -> !policy.equals(gate.policy())),
                    results.get(i).findings().stream().map(Finding::key).toList()));
        }
        return entries;
    }

    private static OptionalLong idOf(Issue issue) {
        return issue.getId() == null ? OptionalLong.empty() : OptionalLong.of(issue.getId());
    }

    private String workflowOf(Issue issue) {
        return workflows.getWorkflow(issue.getProjectId(), issue.getIssueTypeId()).getName();
    }

    /** Whatever broke the gate may also break any call about it. */
    private static <T> T known(Supplier<T> question, T otherwise) {
        try {
            return Objects.requireNonNullElse(question.get(), otherwise);
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("not known of a gate that could not be evaluated", e);
            return otherwise;
        }
    }

    /** Says that the journal did not take an entry. */
    static final class NotWrittenDown extends RuntimeException {

        private NotWrittenDown(RuntimeException cause) {
            super("the journal of the gates cannot be written", cause);
        }
    }
}
