package org.decisiongates.jira.takeout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.takeout.TakenLink;

/** Reads the links of issues as far as somebody may see where they lead: one search for every 1 000 of them. */
@JiraComponent
class LinksOfIssues {

    private final IssueLinkManager links;
    private final HiddenIssueFilter hidden;

    LinksOfIssues(IssueLinkManager links, HiddenIssueFilter hidden) {
        this.links = links;
        this.hidden = hidden;
    }

    /**
     * The links of an issue.
     *
     * @param hidden how many lead to issues that the reader may not see
     */
    record Links(List<TakenLink> seen, int hidden) {
    }

    /** The links of these issues, by id of the issue; sub-tasks, which Jira keeps as links, are none. */
    Map<Long, Links> of(List<Issue> issues, ApplicationUser reader) {
        Map<Long, List<End>> ends = new HashMap<>();
        issues.forEach(issue -> ends.put(issue.getId(), ends(issue.getId())));
        List<Long> others = ends.values().stream().flatMap(List::stream).map(end -> end.issue().getId()).distinct().sorted().toList();
        Set<Long> seen = new HashSet<>();
        for (int from = 0; from < others.size(); from += HiddenIssueFilter.MAX_ISSUES) {
            seen.addAll(hidden.seenOf(others.subList(from, Math.min(others.size(), from + HiddenIssueFilter.MAX_ISSUES)), reader));
        }
        Map<Long, Links> found = new HashMap<>();
        ends.forEach((issue, all) -> {
            List<TakenLink> visible = all.stream().filter(end -> seen.contains(end.issue().getId())).map(End::taken)
                    .sorted(Comparator.comparing(TakenLink::type).thenComparing(TakenLink::outward).thenComparing(TakenLink::issue))
                    .toList();
            found.put(issue, new Links(visible, all.size() - visible.size()));
        });
        return found;
    }

    private List<End> ends(Long issue) {
        List<End> ends = new ArrayList<>();
        links.getInwardLinks(issue).forEach(link -> ends.add(new End(link, false, link.getSourceObject())));
        links.getOutwardLinks(issue).forEach(link -> ends.add(new End(link, true, link.getDestinationObject())));
        // old databases hold links whose other end is gone
        ends.removeIf(end -> end.issue() == null || end.link().getIssueLinkType().isSystemLinkType());
        return ends;
    }

    /** The other end of a link. */
    private record End(IssueLink link, boolean outward, Issue issue) {

        TakenLink taken() {
            return new TakenLink(link.getIssueLinkType().getName(),
                    outward ? link.getIssueLinkType().getOutward() : link.getIssueLinkType().getInward(), outward, issue.getKey());
        }
    }
}
