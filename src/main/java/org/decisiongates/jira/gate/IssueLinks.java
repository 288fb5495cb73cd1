package org.decisiongates.jira.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;

/** Finds what an issue of Jira is linked to. */
@JiraComponent
class IssueLinks {

    private static final String BLOCKS = "Blocks";
    private static final String IS_BLOCKED_BY = "is blocked by";

    private final IssueLinkManager links;
    private final HiddenIssueFilter hidden;
    private final UserManager users;
    private final IssueStatuses statuses;
    private final IssueLinkTypeManager types;

    IssueLinks(IssueLinkManager links, HiddenIssueFilter hidden, UserManager users, IssueStatuses statuses, IssueLinkTypeManager types) {
        this.links = links;
        this.hidden = hidden;
        this.users = users;
        this.statuses = statuses;
        this.types = types;
    }

    /**
     * Two calls to Jira, one for the types it has, and a search for what {@code actor} may see. A link whose other end is gone, as old
     * databases hold them, is none; nor is one of Jira's own types, by which it keeps sub-tasks.
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
        boolean anyLinkBlocks = types.getIssueLinkTypes().stream().noneMatch(type -> isBlocking(type, true) || isBlocking(type, false));
        return ends.stream().map(end -> linked(end, seen, anyLinkBlocks)).toList();
    }

    /** @param anyLinkBlocks where no type of this Jira has the usual words, a rule that asks what blocks must not pass because of that */
    private LinkedIssue linked(End end, Set<Long> seen, boolean anyLinkBlocks) {
        Issue issue = end.issue();
        LinkedIssue.Link link = new LinkedIssue.Link(String.valueOf(end.link().getLinkTypeId()), end.isOutward(),
                anyLinkBlocks || isBlocking(end.link().getIssueLinkType(), end.isOutward()));
        return seen.contains(issue.getId())
                ? LinkedIssue.visible(link, issue.getId(), issue.getKey(), statuses.typeOf(issue), statuses.of(issue))
                : LinkedIssue.hidden(link, issue.getId(), statuses.typeOf(issue), statuses.of(issue));
    }

    /** Whether a link of the type says that its other end blocks the issue: with Jira's own type, or with one that reads alike. */
    private static boolean isBlocking(IssueLinkType type, boolean outward) {
        return outward ? IS_BLOCKED_BY.equalsIgnoreCase(type.getOutward())
                : IS_BLOCKED_BY.equalsIgnoreCase(type.getInward()) || BLOCKS.equalsIgnoreCase(type.getName());
    }

    /** The other end of a link. */
    private record End(IssueLink link, boolean isOutward, Issue issue) {
    }
}
