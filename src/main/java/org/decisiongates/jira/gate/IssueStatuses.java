package org.decisiongates.jira.gate;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.loader.ActionDescriptor;

import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;

/** Finds the present and former statuses of an issue of Jira. */
@JiraComponent
class IssueStatuses {

    private static final String STATUS = "status";
    private static final String CUSTOM = "custom";
    private static final Set<String> DECIDED = Stream
            .of(DecisionPhase.DECIDED, DecisionPhase.IN_DELIVERY, DecisionPhase.LIVE, DecisionPhase.CLOSED).map(DecisionPhase::name)
            .collect(Collectors.toUnmodifiableSet());

    private final OwnIssueTypes types;
    private final ChangeHistoryManager histories;
    private final WorkflowManager workflows;

    IssueStatuses(OwnIssueTypes types, ChangeHistoryManager histories, WorkflowManager workflows) {
        this.types = types;
        this.histories = histories;
        this.workflows = workflows;
    }

    /** {@code decision}, {@code blocker}, or Jira's id of another type; throws where Jira gives none, which is no other type. */
    String typeOf(Issue issue) {
        String id = Objects.requireNonNull(issue.getIssueTypeId(), "Jira gives the issue no type");
        return types.typeOf(issue.getProjectId(), id);
    }

    IssueStatus of(Issue issue) {
        if (issue.getId() == null) {
            Status first = first(issue);
            return new IssueStatus(first.getId(), first.getName(), phase(issue, first.getId()));
        }
        return new IssueStatus(issue.getStatusId(), issue.getStatus().getName(), phase(issue, issue.getStatusId()));
    }

    /** One reading of the history of the issue. */
    Set<String> phasesVisited(Issue issue) {
        Set<String> phases = new HashSet<>();
        of(issue).phase().ifPresent(phases::add);
        if (issue.getId() != null) {
            for (ChangeHistory group : histories.getChangeHistories(issue)) {
                for (ChangeItemBean item : group.getChangeItemBeans()) {
                    if (isOfStatus(item)) {
                        phase(issue, item.getFrom()).ifPresent(phases::add);
                        phase(issue, item.getTo()).ifPresent(phases::add);
                    }
                }
            }
        }
        return phases;
    }

    /**
     * When a Decision became decided last, by whatever way; empty where it is not, and for any other issue. Statuses stand for what they
     * stood for in the project where the issue had them; one that stands for nothing changes nothing. Where it came out of one by a move,
     * and what it was before is unknown, that did not decide it. One reading of the history of a Decision that is decided.
     */
    Optional<Instant> decidedAt(Issue issue) {
        if (issue.getId() == null || !isDecided(of(issue).phase())) {
            return Optional.empty();
        }
        List<ChangeHistory> groups = histories.getChangeHistories(issue).stream()
                .sorted(Comparator.comparing(ChangeHistory::getTimePerformed)).toList();
        Long project = groups.stream().flatMap(group -> move(group).stream()).findFirst().map(ChangeItemBean::getFrom).map(Long::valueOf)
                .orElse(issue.getProjectId());
        Instant decided = issue.getCreated().toInstant();
        Optional<Boolean> was = Optional.empty();
        for (ChangeHistory group : groups) {
            Optional<ChangeItemBean> move = move(group);
            Long next = move.map(ChangeItemBean::getTo).map(Long::valueOf).orElse(project);
            for (ChangeItemBean item : group.getChangeItemBeans()) {
                if (isOfStatus(item)) {
                    Optional<Boolean> last = was;
                    Optional<Boolean> from = phase(issue, project, item.getFrom()).map(DECIDED::contains).or(() -> last);
                    Optional<Boolean> to = phase(issue, next, item.getTo()).map(DECIDED::contains);
                    if (to.orElse(false) && !from.orElse(move.isPresent())) {
                        decided = group.getTimePerformed().toInstant();
                    }
                    was = to.or(() -> from);
                }
            }
            project = next;
        }
        return Optional.of(decided);
    }

    /** What says that the issue went to another project. */
    private static Optional<ChangeItemBean> move(ChangeHistory group) {
        return group.getChangeItemBeans().stream().filter(item -> "project".equals(item.getField()) && !CUSTOM.equals(item.getFieldType()))
                .filter(item -> item.getFrom() != null && item.getTo() != null).findFirst();
    }

    private static boolean isDecided(Optional<String> phase) {
        return phase.filter(DECIDED::contains).isPresent();
    }

    /** Another field may have this name. */
    private static boolean isOfStatus(ChangeItemBean item) {
        return STATUS.equals(item.getField()) && !CUSTOM.equals(item.getFieldType());
    }

    /** Jira gives an issue its status when it has passed the gate; until then, where its workflow begins. */
    private Status first(Issue issue) {
        JiraWorkflow workflow = workflows.getWorkflow(issue.getProjectId(), issue.getIssueTypeId());
        ActionDescriptor creation = (ActionDescriptor) workflow.getDescriptor().getInitialActions().get(0);
        Status first = workflow.getLinkedStatus(workflow.getDescriptor().getStep(creation.getUnconditionalResult().getStep()));
        return Objects.requireNonNull(first, "the workflow " + workflow.getName() + " begins with no status");
    }

    private Optional<String> phase(Issue issue, String statusId) {
        return phase(issue, issue.getProjectId(), statusId);
    }

    private Optional<String> phase(Issue issue, Long projectId, String statusId) {
        return types.of(issue).flatMap(type -> types.phaseOf(type, projectId, statusId))
                .map(OwnStatus::phase);
    }
}
