package org.decisiongates.jira.blocker;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.link.BlockingLink;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;

/** Finds the open Blockers that block an issue, by its links. */
@JiraComponent
public class OpenBlockers {

    private final IssueLinkManager links;
    private final OwnIssueTypes types;
    private final HiddenIssueFilter hidden;

    OpenBlockers(IssueLinkManager links, OwnIssueTypes types, HiddenIssueFilter hidden) {
        this.links = links;
        this.types = types;
        this.hidden = hidden;
    }

    /** Those that {@code reader} may see; a search only where there are any. */
    List<Issue> of(Issue blocked, ApplicationUser reader) {
        List<Issue> open = Stream.concat(
                links.getInwardLinks(blocked.getId()).stream().filter(link -> blocks(link, false)).map(IssueLink::getSourceObject),
                links.getOutwardLinks(blocked.getId()).stream().filter(link -> blocks(link, true)).map(IssueLink::getDestinationObject))
                .filter(Objects::nonNull).filter(this::isOpenBlocker).toList();
        Set<Long> seen = hidden.seenOf(open.stream().map(Issue::getId).toList(), reader);
        return open.stream().filter(issue -> seen.contains(issue.getId())).toList();
    }

    private static boolean blocks(IssueLink link, boolean outward) {
        return BlockingLink.saysOtherEndBlocks(link.getIssueLinkType(), outward);
    }

    private boolean isOpenBlocker(Issue issue) {
        return types.of(issue).filter(type -> type == OwnIssueType.BLOCKER).isPresent()
                && types.phaseOf(OwnIssueType.BLOCKER, issue.getProjectId(), issue.getStatusId()).filter(OwnStatus::open).isPresent();
    }
}
