package org.decisiongates.jira.gate;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.loader.ActionDescriptor;

import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.Evaluation;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Evaluator;

/** What the gates of its creation would refuse a new issue for, said before anybody tries to create it. Nothing of it is in the journal. */
@JiraComponent
public class CreationRefusalPreview {

    private final WorkflowManager workflows;
    private final ParsedGates gates;
    private final IssueViewFactory views;
    private final RefusalFormatter refusals;
    private final ProjectTime time;

    CreationRefusalPreview(WorkflowManager workflows, ParsedGates gates, IssueViewFactory views, RefusalFormatter refusals,
            ProjectTime time) {
        this.workflows = workflows;
        this.gates = gates;
        this.views = views;
        this.refusals = refusals;
        this.time = time;
    }

    /**
     * The reasons as a creation gives them.
     *
     * @param issue what would be created, without an id
     * @param actor user key of who would create it
     */
    @SuppressWarnings("unchecked")
    public Reasons of(Issue issue, String actor) {
        Transition transition = creation(issue, actor);
        Map<String, String> underFields = new LinkedHashMap<>();
        List<String> general = new ArrayList<>();
        evaluations(transition)
                .flatMap(evaluation -> refusals.format(transition, evaluation).stream()).forEach(refusal -> {
                    underFields.putAll((Map<String, String>) refusal.getErrors());
                    ((List<Object>) refusal.getGenericErrors()).forEach(message -> general.add(message.toString()));
                });
        return new Reasons(underFields, general);
    }

    /** The same reasons one by one, each with its field named. */
    public List<String> sentences(Issue issue, String actor) {
        Transition transition = creation(issue, actor);
        return evaluations(transition).flatMap(evaluation -> refusals.sentences(transition, evaluation).stream()).toList();
    }

    private Transition creation(Issue issue, String actor) {
        ActionDescriptor creation = (ActionDescriptor) workflows.getWorkflow(issue.getProjectId(), issue.getIssueTypeId()).getDescriptor()
                .getInitialActions().get(0);
        return new Transition(issue, Optional.empty(), creation, actor, "");
    }

    private Stream<Evaluation> evaluations(Transition transition) {
        JiraIssueView view = views.of(transition.issue(), transition.actor());
        ZonedDateTime now = time.now();
        EvaluationContext context = EvaluationContext.of(now.toInstant(), now.getZone()).by(transition.actor())
                .at(views.editsOf(transition, view));
        return StoredGates.of(transition.action())
                .map(arguments -> Evaluator.evaluate(gates.of(arguments, transition.issue()), view, context));
    }

    /**
     * What a gate says.
     *
     * @param underFields by the id of the field on the screen of the creation
     */
    public record Reasons(Map<String, String> underFields, List<String> general) {
    }
}
