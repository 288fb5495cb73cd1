package org.decisiongates.jira.platform.link;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
 * Links by which a Decision changes the scope of another one: of the type that set-up has made or found, whatever it is called now, and of
 * those whose words say so. They begin at the Decision that changes the scope.
 */
@JiraComponent
public class ScopeChangeLinks {

    /** The name set-up remembers the type by. */
    public static final String THING = "link-type.scope-change";
    /** How its links read from the Decision that changes the scope. */
    public static final String CHANGES_SCOPE_OF = "changes the scope of";
    /** How its links read from the Decision whose scope is changed. */
    public static final String HAS_SCOPE_CHANGE = "has scope change";

    private final IssueLinkManager links;
    private final IssueLinkCreator linker;
    private final SetupLinkType known;

    ScopeChangeLinks(IssueLinkManager links, IssueLinkTypeManager types, IssueLinkCreator linker, SetupRegistry registry) {
        this.links = links;
        this.linker = linker;
        this.known = new SetupLinkType(types, registry, THING, ScopeChangeLinks::says);
    }

    /** The type of which new links are: that of set-up, or else one whose words say so. */
    public Optional<IssueLinkType> type() {
        return known.type();
    }

    /** A type whose words say so, whoever made it. */
    public Optional<IssueLinkType> worded() {
        return known.worded();
    }

    /** The issues that change the scope of this one, each once, whoever may see them. */
    public List<Issue> changesOf(Long issueId) {
        Set<Long> seen = new HashSet<>();
        return links.getInwardLinks(issueId).stream()
                .filter(link -> known.isOfSetup(link.getLinkTypeId()) || says(link.getIssueLinkType())).map(IssueLink::getSourceObject)
                .filter(Objects::nonNull).filter(issue -> seen.add(issue.getId())).toList();
    }

    /** Says that {@code change} changes the scope of {@code decision}, unless that is said already. */
    public void link(Issue change, Issue decision, IssueLinkType type, ApplicationUser caller) throws CreateException {
        linker.link(change.getId(), decision.getId(), type, caller);
    }

    private static boolean says(IssueLinkType type) {
        return CHANGES_SCOPE_OF.equalsIgnoreCase(type.getOutward());
    }
}
