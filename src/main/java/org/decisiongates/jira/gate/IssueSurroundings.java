package org.decisiongates.jira.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.loader.ActionDescriptor;

import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;

/** What a rule may know of an issue beyond its fields: where it stands, where it was, and what it is linked to. */
@JiraComponent
class IssueSurroundings {

    private static final String STATUS = "status";
    private static final String CUSTOM = "custom";

    private final OwnIssueTypes types;
    private final IssueLinkManager links;
    private final ChangeHistoryManager histories;
    private final HiddenIssueFilter hidden;
    private final UserManager users;
    private final WorkflowManager workflows;

    IssueSurroundings(OwnIssueTypes types, IssueLinkManager links, ChangeHistoryManager histories, HiddenIssueFilter hidden,
            UserManager users, WorkflowManager workflows) {
        this.types = types;
        this.links = links;
        this.histories = histories;
        this.hidden = hidden;
        this.users = users;
        this.workflows = workflows;
    }

    IssueStatus status(Issue issue) {
        if (issue.getId() == null) {
            Status first = first(issue);
            return new IssueStatus(first.getId(), first.getName(), phase(issue.getIssueTypeId(), first.getId()));
        }
        return new IssueStatus(issue.getStatusId(), issue.getStatus().getName(), phase(issue.getIssueTypeId(), issue.getStatusId()));
    }

    /**
     * Two questions to Jira, and a search for what {@code actor} may see. A link whose other end is gone, as old databases hold them, is
     * none.
     *
     * @param actor user key; empty text for nobody logged in
     */
    List<LinkedIssue> links(Issue issue, String actor) {
        if (issue.getId() == null) {
            return List.of();
        }
        List<End> ends = new ArrayList<>();
        links.getInwardLinks(issue.getId()).forEach(link -> ends.add(new End(link, false, link.getSourceObject())));
        links.getOutwardLinks(issue.getId()).forEach(link -> ends.add(new End(link, true, link.getDestinationObject())));
        ends.removeIf(end -> end.issue() == null);
        if (ends.isEmpty()) {
            return List.of();
        }
        ApplicationUser reader = actor.isEmpty() ? null : users.getUserByKey(actor);
        Set<Long> seen = hidden.seenOf(ends.stream().map(end -> end.issue().getId()).toList(), reader);
        return ends.stream().map(end -> linked(end, seen)).toList();
    }

    /** One reading of the history of the issue. */
    Set<String> phasesVisited(Issue issue) {
        Set<String> phases = new HashSet<>();
        status(issue).phase().ifPresent(phases::add);
        if (issue.getId() != null) {
            for (ChangeHistory group : histories.getChangeHistories(issue)) {
                for (ChangeItemBean item : group.getChangeItemBeans()) {
                    // somebody may have called a field of their own so
                    if (STATUS.equals(item.getField()) && !CUSTOM.equals(item.getFieldType())) {
                        phase(issue.getIssueTypeId(), item.getFrom()).ifPresent(phases::add);
                        phase(issue.getIssueTypeId(), item.getTo()).ifPresent(phases::add);
                    }
                }
            }
        }
        return phases;
    }

    private LinkedIssue linked(End end, Set<Long> seen) {
        return new LinkedIssue(String.valueOf(end.link().getLinkTypeId()), end.isOutward(),
                Optional.of(end.issue().getKey()).filter(key -> seen.contains(end.issue().getId())), status(end.issue()));
    }

    /** Jira gives an issue its status when it has passed the gate; until then, where its workflow begins. */
    private Status first(Issue issue) {
        JiraWorkflow workflow = workflows.getWorkflow(issue.getProjectId(), issue.getIssueTypeId());
        ActionDescriptor creation = (ActionDescriptor) workflow.getDescriptor().getInitialActions().get(0);
        Status first = workflow.getLinkedStatus(workflow.getDescriptor().getStep(creation.getUnconditionalResult().getStep()));
        return Objects.requireNonNull(first, "the workflow " + workflow.getName() + " begins with no status");
    }

    private Optional<String> phase(String typeId, String statusId) {
        return types.withId(typeId).flatMap(type -> types.statusOf(type, statusId)).map(OwnStatus::key)
                .map(key -> key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The other end of a link. */
    private record End(IssueLink link, boolean isOutward, Issue issue) {
    }
}
