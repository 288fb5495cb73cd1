package org.decisiongates.jira.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;

/** Finds what an issue of Jira is linked to. */
@JiraComponent
class IssueLinks {

    private final IssueLinkManager links;
    private final HiddenIssueFilter hidden;
    private final UserManager users;
    private final IssueStatuses statuses;

    IssueLinks(IssueLinkManager links, HiddenIssueFilter hidden, UserManager users, IssueStatuses statuses) {
        this.links = links;
        this.hidden = hidden;
        this.users = users;
        this.statuses = statuses;
    }

    /**
     * Two calls to Jira, and a search for what {@code actor} may see. A link whose other end is gone, as old databases hold them, is
     * none; nor is one of Jira's own types, by which it keeps sub-tasks.
     *
     * @param actor user key; empty text for nobody logged in
     */
    List<LinkedIssue> of(Issue issue, String actor) {
        if (issue.getId() == null) {
            return List.of();
        }
        List<End> ends = new ArrayList<>();
        links.getInwardLinks(issue.getId()).forEach(link -> ends.add(new End(link, false, link.getSourceObject())));
        links.getOutwardLinks(issue.getId()).forEach(link -> ends.add(new End(link, true, link.getDestinationObject())));
        ends.removeIf(end -> end.issue() == null || end.link().getIssueLinkType().isSystemLinkType());
        if (ends.isEmpty()) {
            return List.of();
        }
        Set<Long> seen = hidden.seenOf(ends.stream().map(end -> end.issue().getId()).toList(),
                actor.isEmpty() ? null : users.getUserByKey(actor));
        return ends.stream().map(end -> linked(end, seen)).toList();
    }

    private LinkedIssue linked(End end, Set<Long> seen) {
        return new LinkedIssue(String.valueOf(end.link().getLinkTypeId()), end.isOutward(),
                Optional.of(end.issue().getKey()).filter(key -> seen.contains(end.issue().getId())), statuses.of(end.issue()));
    }

    /** The other end of a link. */
    private record End(IssueLink link, boolean isOutward, Issue issue) {
    }
}
