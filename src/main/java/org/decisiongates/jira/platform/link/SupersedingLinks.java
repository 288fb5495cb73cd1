package org.decisiongates.jira.platform.link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.atlassian.jira.exception.CreateException;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.SetupRegistry;

/**
 * Links that say which issue takes the place of another: of the type that set-up has made or found, whatever it is called now, and of those
 * whose words say so.
 */
@JiraComponent
public class SupersedingLinks {

    /** The name set-up remembers the type by. */
    public static final String THING = "link-type.supersedes";
    /** How the type is called, and how its links read from the issue that takes the place. */
    public static final String SUPERSEDES = "supersedes";
    /** How its links read from the issue whose place is taken. */
    public static final String IS_SUPERSEDED_BY = "is superseded by";

    /** More issues than these in one line of successors are taken for a circle. */
    private static final int MAX_FOLLOWED = 100;

    private final IssueLinkManager links;
    private final IssueLinkCreator linker;
    private final SetupLinkType known;

    SupersedingLinks(IssueLinkManager links, IssueLinkTypeManager types, IssueLinkCreator linker, SetupRegistry registry) {
        this.links = links;
        this.linker = linker;
        this.known = new SetupLinkType(types, registry, THING, type -> saysInward(type) || saysOutward(type));
    }

    /** The type of which new links are: that of set-up, or else one whose words say so. */
    public Optional<IssueLinkType> type() {
        return known.type();
    }

    /** A type whose words say so, whoever made it. */
    public Optional<IssueLinkType> worded() {
        return known.worded();
    }

    /** The issues that take the place of this one, whoever may see them. */
    public List<Issue> successorsOf(Long issueId) {
        return Stream.concat(
                links.getInwardLinks(issueId).stream().filter(link -> takesPlace(link, false)).map(IssueLink::getSourceObject),
                links.getOutwardLinks(issueId).stream().filter(link -> takesPlace(link, true)).map(IssueLink::getDestinationObject))
                .filter(Objects::nonNull).toList();
    }

    /** Whether {@code after} takes the place of {@code before}, at once or by way of others. */
    public boolean follows(Long after, Long before) {
        Deque<Long> next = new ArrayDeque<>(List.of(before));
        Set<Long> seen = new HashSet<>(next);
        while (!next.isEmpty()) {
            for (Issue successor : successorsOf(next.remove())) {
                if (successor.getId().equals(after) || seen.size() > MAX_FOLLOWED) {
                    return true;
                }
                if (seen.add(successor.getId())) {
                    next.add(successor.getId());
                }
            }
        }
        return false;
    }

    /** Says that {@code successor} takes the place of {@code superseded}, unless that is said already. */
    public void link(Issue superseded, Issue successor, IssueLinkType type, ApplicationUser caller) throws CreateException {
        boolean fromSuccessor = known.isOfSetup(type.getId()) && !saysOutward(type) || saysInward(type);
        linker.link(fromSuccessor ? successor.getId() : superseded.getId(), fromSuccessor ? superseded.getId() : successor.getId(), type,
                caller);
    }

    /** @param outward whether the link begins at the issue whose place is taken */
    private boolean takesPlace(IssueLink link, boolean outward) {
        IssueLinkType type = link.getIssueLinkType();
        return outward ? saysOutward(type) : saysInward(type) || known.isOfSetup(link.getLinkTypeId()) && !saysOutward(type);
    }

    private static boolean saysInward(IssueLinkType type) {
        return IS_SUPERSEDED_BY.equalsIgnoreCase(type.getInward())
                || SUPERSEDES.equalsIgnoreCase(type.getName()) && !saysOutward(type);
    }

    private static boolean saysOutward(IssueLinkType type) {
        return IS_SUPERSEDED_BY.equalsIgnoreCase(type.getOutward());
    }
}
