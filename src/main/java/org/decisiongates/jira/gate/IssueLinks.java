package org.decisiongates.jira.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.springframework.beans.factory.annotation.Autowired;

import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.jira.platform.link.BlockingLink;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;

/** Finds what an issue of Jira is linked to. */
@JiraComponent
class IssueLinks {

    private final IssueLinkManager links;
    private final HiddenIssueFilter hidden;
    private final UserManager users;
    private final IssueStatuses statuses;
    private final IssueLinkTypeManager types;
    /** Issues that are asked about one after the other, so that what is hidden is looked up for all of them at once. */
    private final List<Issue> together;
    private Set<Long> seenTogether;

    @Autowired
    IssueLinks(IssueLinkManager links, HiddenIssueFilter hidden, UserManager users, IssueStatuses statuses, IssueLinkTypeManager types) {
        this(links, hidden, users, statuses, types, List.of());
    }

    private IssueLinks(IssueLinkManager links, HiddenIssueFilter hidden, UserManager users, IssueStatuses statuses,
            IssueLinkTypeManager types, List<Issue> together) {
        this.links = links;
        this.hidden = hidden;
        this.users = users;
        this.statuses = statuses;
        this.types = types;
        this.together = together;
    }

    /**
     * The same for {@code issues}, all asked about for one actor and by one thread: one search for every 1 000 of their links, at
     * the first question.
     */
    IssueLinks together(List<Issue> issues) {
        return new IssueLinks(links, hidden, users, statuses, types, issues);
    }

    /**
     * Two calls to Jira, one for the types it has, and a search for what {@code actor} may see. A link whose other end is gone, as old
     * databases hold them, is none; nor is one of Jira's own types, by which it keeps sub-tasks.
     *
     * @param actor user key; empty text for nobody logged in
     */
    List<LinkedIssue> of(Issue issue, String actor) {
        List<End> ends = ends(issue);
        if (ends.isEmpty()) {
            return List.of();
        }
        Set<Long> seen = together.isEmpty() ? seen(ends, actor) : seenTogether(actor);
        boolean anyLinkBlocks = anyLinkBlocks();
        return ends.stream().map(end -> linked(end, seen, anyLinkBlocks)).toList();
    }

    /** Ids of the issues that are asked about together, and of all Decisions that they are linked to. */
    Set<Long> withLinkedDecisions() {
        Set<Long> ids = new HashSet<>();
        for (Issue issue : together) {
            ids.add(issue.getId());
            ends(issue).stream().map(End::issue).filter(other -> statuses.typeOf(other).equals("decision")).map(Issue::getId)
                    .forEach(ids::add);
        }
        return ids;
    }

    /** A link of this type. */
    LinkedIssue.Link linkOf(IssueLinkType type, boolean outward) {
        return linkOf(type.getId(), type, outward, anyLinkBlocks());
    }

    private static LinkedIssue.Link linkOf(Long id, IssueLinkType type, boolean outward, boolean anyLinkBlocks) {
        return new LinkedIssue.Link(String.valueOf(id), outward, anyLinkBlocks || BlockingLink.saysOtherEndBlocks(type, outward));
    }

    /** Where no type of this Jira has the usual words, a rule that asks what blocks must not pass because of that. */
    private boolean anyLinkBlocks() {
        return types.getIssueLinkTypes().stream()
                .noneMatch(type -> BlockingLink.saysOtherEndBlocks(type, true) || BlockingLink.saysOtherEndBlocks(type, false));
    }

    /** None while the issue is being created. */
    private List<End> ends(Issue issue) {
        Long id = issue.getId();
        if (id == null) {
            return List.of();
        }
        List<End> ends = new ArrayList<>();
        links.getInwardLinks(id).forEach(link -> ends.add(new End(link, false, link.getSourceObject())));
        links.getOutwardLinks(id).forEach(link -> ends.add(new End(link, true, link.getDestinationObject())));
        ends.removeIf(end -> end.issue() == null || end.link().getIssueLinkType().isSystemLinkType());
        return ends;
    }

    private Set<Long> seen(List<End> ends, String actor) {
        ApplicationUser reader = actor.isEmpty() ? null : users.getUserByKey(actor);
        List<Long> others = ends.stream().map(end -> end.issue().getId()).distinct().toList();
        Set<Long> seen = new HashSet<>();
        for (int from = 0; from < others.size(); from += HiddenIssueFilter.MAX_ISSUES) {
            seen.addAll(hidden.seenOf(others.subList(from, Math.min(others.size(), from + HiddenIssueFilter.MAX_ISSUES)), reader));
        }
        return seen;
    }

    private Set<Long> seenTogether(String actor) {
        if (seenTogether == null) {
            seenTogether = seen(together.stream().flatMap(issue -> ends(issue).stream()).toList(), actor);
        }
        return seenTogether;
    }

    private LinkedIssue linked(End end, Set<Long> seen, boolean anyLinkBlocks) {
        Issue issue = end.issue();
        LinkedIssue.Link link = linkOf(end.link().getLinkTypeId(), end.link().getIssueLinkType(), end.isOutward(), anyLinkBlocks);
        return seen.contains(issue.getId())
                ? LinkedIssue.visible(link, issue.getId(), issue.getKey(), statuses.typeOf(issue), statuses.of(issue))
                : LinkedIssue.hidden(link, issue.getId(), statuses.typeOf(issue), statuses.of(issue));
    }

    /** The other end of a link. */
    private record End(IssueLink link, boolean isOutward, Issue issue) {
    }
}
