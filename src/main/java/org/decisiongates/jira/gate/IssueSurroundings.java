package org.decisiongates.jira.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;

/** What a rule may know of an issue beyond its fields: where it stands, where it was, and what it is linked to. */
@JiraComponent
class IssueSurroundings {

    private static final String STATUS = "status";

    private final OwnIssueTypes types;
    private final IssueLinkManager links;
    private final ChangeHistoryManager histories;
    private final HiddenIssueFilter hidden;
    private final UserManager users;

    IssueSurroundings(OwnIssueTypes types, IssueLinkManager links, ChangeHistoryManager histories, HiddenIssueFilter hidden,
            UserManager users) {
        this.types = types;
        this.links = links;
        this.histories = histories;
        this.hidden = hidden;
        this.users = users;
    }

    IssueStatus status(Issue issue) {
        return new IssueStatus(issue.getStatusId(), issue.getStatus().getName(), phase(issue.getIssueTypeId(), issue.getStatusId()));
    }

    /**
     * Two questions to Jira, and a search for what {@code actor} may not see.
     *
     * @param actor user key; empty text for nobody logged in
     */
    List<LinkedIssue> links(Issue issue, String actor) {
        if (issue.getId() == null) {
            return List.of();
        }
        List<IssueLink> inward = links.getInwardLinks(issue.getId());
        List<IssueLink> outward = links.getOutwardLinks(issue.getId());
        List<Long> ids = new ArrayList<>(inward.stream().map(IssueLink::getSourceId).toList());
        outward.forEach(link -> ids.add(link.getDestinationId()));
        ApplicationUser reader = actor.isEmpty() ? null : users.getUserByKey(actor);
        Set<Long> unseen = ids.isEmpty() ? Set.of() : hidden.among(ids, reader);
        List<LinkedIssue> linked = new ArrayList<>(ids.size());
        inward.forEach(link -> linked.add(linked(link, false, link.getSourceObject(), unseen)));
        outward.forEach(link -> linked.add(linked(link, true, link.getDestinationObject(), unseen)));
        return linked;
    }

    /** One reading of the history of the issue. */
    Set<String> phasesVisited(Issue issue) {
        Set<String> phases = new HashSet<>();
        status(issue).phase().ifPresent(phases::add);
        if (issue.getId() != null) {
            for (ChangeHistory group : histories.getChangeHistories(issue)) {
                for (ChangeItemBean item : group.getChangeItemBeans()) {
                    if (STATUS.equals(item.getField())) {
                        phase(issue.getIssueTypeId(), item.getFrom()).ifPresent(phases::add);
                        phase(issue.getIssueTypeId(), item.getTo()).ifPresent(phases::add);
                    }
                }
            }
        }
        return phases;
    }

    private LinkedIssue linked(IssueLink link, boolean isOutward, Issue other, Set<Long> unseen) {
        return new LinkedIssue(String.valueOf(link.getLinkTypeId()), isOutward,
                Optional.of(other.getKey()).filter(key -> !unseen.contains(other.getId())), status(other));
    }

    private Optional<String> phase(String typeId, String statusId) {
        return types.withId(typeId).flatMap(type -> types.statusOf(type, statusId)).map(OwnStatus::key)
                .map(key -> key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
