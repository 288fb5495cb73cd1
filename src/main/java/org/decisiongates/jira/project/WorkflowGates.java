package org.decisiongates.jira.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.loader.ActionDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.audit.AuditLog;
import org.decisiongates.jira.platform.audit.ConfigurationChange;
import org.decisiongates.jira.platform.issuetype.IssueTypeMaps;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.project.ProjectAddition;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.setup.GateValidators;
import org.decisiongates.jira.setup.Setup;
import org.decisiongates.jira.setup.WorkflowEditor;
import org.decisiongates.text.Message;

/**
 * Puts gates into the workflows that a project has for issue types of its own, once somebody has seen which, and takes them out again. A
 * workflow that other issues have as well is left alone (ADR-0105).
 */
@JiraComponent
public class WorkflowGates implements ProjectAddition {

    private static final Logger LOG = LoggerFactory.getLogger(WorkflowGates.class);
    private static final String TEXTS = "decision-gates.jira.project.gates.";

    private final Setup setUp;
    private final WorkflowGateSurvey survey;
    private final AddedGates added;
    private final IssueTypeMaps maps;
    private final WorkflowManager workflows;
    private final WorkflowEditor editor;
    private final GateValidators validators;
    private final ClusterLockService locks;
    private final AuditLog log;

    WorkflowGates(Setup setUp, WorkflowGateSurvey survey, AddedGates added, IssueTypeMaps maps, WorkflowManager workflows,
            WorkflowEditor editor, GateValidators validators, ClusterLockService locks, AuditLog log) {
        this.setUp = setUp;
        this.survey = survey;
        this.added = added;
        this.maps = maps;
        this.workflows = workflows;
        this.editor = editor;
        this.validators = validators;
        this.locks = locks;
        this.log = log;
    }

    /** Which gates are missing, and which of them the app can add; none while set-up is not complete. Changes nothing. */
    public WorkflowGatesPlan plan(Project project) {
        return setUp.missing().isEmpty() ? survey.plan(project) : new WorkflowGatesPlan(List.of(), List.of(), List.of());
    }

    /**
     * Adds what the plan can add, and says what was added.
     *
     * @param seen the {@link WorkflowGatesPlan#seen()} of the plan that was looked at
     * @throws ProblemException 409 where something else would be added by now
     */
    public List<Message> apply(Project project, String seen) {
        return locked(() -> {
            WorkflowGatesPlan plan = plan(project);
            if (!plan.seen().equals(seen)) {
                throw new ProblemException(409, TEXTS + "changed", project.getKey());
            }
            forgetAbsent(project);
            Map<String, JiraWorkflow> all = workflows();
            byWorkflow(plan.additions(), MissingGate::workflow).forEach((name, gates) -> {
                add(project, Optional.ofNullable(all.get(name)).orElseThrow(), gates);
                LOG.info("the workflow {} of project {} was given gates: {}", name, project.getKey(), gates);
                log.record(new ConfigurationChange("gates-added", Optional.of(project), "", name + ": "
                        + gates.stream().map(gate -> gate.name() + ": " + gate.gateName()).collect(Collectors.joining(", "))));
            });
            return plan.additions().stream().map(MissingGate::line).toList();
        });
    }

    /** Recorded before it is done, so that nothing is added that cannot be taken out; what was not added after all is not recorded. */
    private void add(Project project, JiraWorkflow workflow, List<MissingGate> gates) {
        added.add(project.getId(), gates.stream()
                .map(gate -> new AddedGate(gate.type().key(), gate.transition(), gate.gate(), gate.workflow())).toList());
        boolean isAdded = false;
        try {
            editor.change(workflow, target -> gates.forEach(gate -> validators.add(target, gate.transition(), gate.gate())));
            isAdded = true;
        } finally {
            if (!isAdded) {
                forgetAbsent(project);
            }
        }
    }

    /** Takes out what was added, while the caller waits for it, and says what was taken out. */
    public List<Message> takeOut(Project project) {
        return locked(() -> takeBack(project));
    }

    private List<Message> locked(Supplier<List<Message>> work) {
        Lock lock = locks.getLockForName(ProjectEnablement.LOCK);
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Whether gates that were added for issues of the type are still there. */
    boolean isAdded(Project project, OwnIssueType type) {
        return there(project, workflowsOf(project)).stream().anyMatch(gate -> gate.type().equals(type.key()));
    }

    @Override
    public Kind kind() {
        return Kind.WORKFLOW;
    }

    @Override
    public List<Message> list(Project project) {
        Map<String, JiraWorkflow> all = workflowsOf(project);
        List<AddedGate> there = there(project, all);
        if (there.size() < added.of(project.getId()).size()) {
            forgetAbsentUnlessBusy(project);
        }
        return there.stream().map(gate -> Message.of(TEXTS + "undo", gate.workflow(), name(gate, all.get(gate.workflow())),
                gate.gate().policy() + ": " + gate.gate().gate(), Integer.toString(gate.transition()))).toList();
    }

    @Override
    public long issues(Project project, OwnIssueType type) {
        return 0;
    }

    /** For callers that hold the lock. Nothing is taken out of a workflow that is left to somebody else by now. */
    @Override
    public List<Message> takeBack(Project project) {
        List<Message> said = new ArrayList<>();
        Map<String, JiraWorkflow> all = workflowsOf(project);
        byWorkflow(there(project, all), AddedGate::workflow).forEach((name, gates) -> {
            JiraWorkflow workflow = all.get(name);
            obstacle(project, gates.get(0), workflow).ifPresent(obstacle -> {
                throw new ProblemException(409, List.of(obstacle));
            });
            editor.change(workflow, target -> gates.forEach(gate -> validators.remove(target, gate.transition(), gate.gate())));
            added.remove(project.getId(), gates);
            LOG.info("taken out of the workflow {} of project {}: {}", name, project.getKey(), gates);
            log.record(new ConfigurationChange("gates-removed", Optional.of(project), name, ""));
            said.add(Message.of(TEXTS + "taken-out", gates.size(), name));
        });
        // what is left was taken out by somebody, or never done
        added.deleted(project.getId());
        return said;
    }

    private Optional<Message> obstacle(Project project, AddedGate gate, JiraWorkflow workflow) {
        String typeId = OwnIssueType.keyed(gate.type()).flatMap(type -> maps.of(project.getId()).idOf(type)).orElse("");
        return survey.others(project, typeId, workflow.getName())
                .map(others -> Message.of(TEXTS + "shared-since", workflow.getName(), others))
                .or(() -> survey.unknown(workflow)).or(() -> WorkflowGateSurvey.draft(workflow));
    }

    /** What was added and is still as it was. */
    private List<AddedGate> there(Project project, Map<String, JiraWorkflow> all) {
        return added.of(project.getId()).stream().filter(gate -> isThere(gate, all)).toList();
    }

    private boolean isThere(AddedGate gate, Map<String, JiraWorkflow> all) {
        return Optional.ofNullable(all.get(gate.workflow()))
                .filter(workflow -> validators.has(workflow.getDescriptor(), gate.transition(), gate.gate())).isPresent();
    }

    /**
     * For callers that hold the lock. A gate that was recorded and is not there, because Jira was stopped before it was added or somebody
     * has taken it out, is no longer the app's: whoever adds it by hand keeps it.
     */
    private void forgetAbsent(Project project) {
        Map<String, JiraWorkflow> all = workflowsOf(project);
        List<AddedGate> absent = added.of(project.getId()).stream().filter(gate -> !isThere(gate, all)).toList();
        if (!absent.isEmpty()) {
            added.remove(project.getId(), absent);
            LOG.info("not in the workflows of project {} any more: {}", project.getKey(), absent);
        }
    }

    /** Whoever holds the lock may have recorded what they are about to add. */
    private void forgetAbsentUnlessBusy(Project project) {
        Lock lock = locks.getLockForName(ProjectEnablement.LOCK);
        if (lock.tryLock()) {
            try {
                forgetAbsent(project);
            } finally {
                lock.unlock();
            }
        }
    }

    private static String name(AddedGate gate, JiraWorkflow workflow) {
        return Optional.ofNullable(workflow.getDescriptor().getAction(gate.transition())).map(ActionDescriptor::getName)
                .orElse(Integer.toString(gate.transition()));
    }

    /** The workflows by name, which Jira reads all at once; none where nothing was added to any. */
    private Map<String, JiraWorkflow> workflowsOf(Project project) {
        return added.isKeeping(project.getId()) ? workflows() : Map.of();
    }

    private Map<String, JiraWorkflow> workflows() {
        return workflows.getWorkflows().stream()
                .collect(Collectors.toMap(JiraWorkflow::getName, Function.identity(), (one, same) -> one));
    }

    private static <T> Map<String, List<T>> byWorkflow(List<T> gates, Function<T, String> workflow) {
        return gates.stream().collect(Collectors.groupingBy(workflow, TreeMap::new, Collectors.toList()));
    }
}
