package org.decisiongates.jira.platform.link;

import com.atlassian.jira.exception.CreateException;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

/** Links issues, each pair once. */
@JiraComponent
public class IssueLinkCreator {

    private final IssueLinkManager links;

    IssueLinkCreator(IssueLinkManager links) {
        this.links = links;
    }

    /**
     * Links two issues in the name of {@code caller}, whose permissions Jira does not check here, unless a link of this type is there.
     *
     * @param source      id of the issue at which the link begins
     * @param destination id of the issue to which it leads
     */
    public void link(Long source, Long destination, IssueLinkType type, ApplicationUser caller) throws CreateException {
        boolean linked = links.getOutwardLinks(source).stream()
                .anyMatch(link -> link.getDestinationId().equals(destination) && link.getLinkTypeId().equals(type.getId()));
        if (!linked) {
            links.createIssueLink(source, destination, type.getId(), null, caller);
        }
    }
}
