package com.atlassian.jira.issue.link;

import com.atlassian.jira.exception.CreateException;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;
import java.util.List;

public interface IssueLinkManager {
    void createIssueLink(Long sourceId, Long destinationId, Long linkTypeId, Long sequence, ApplicationUser user) throws CreateException;
    void removeIssueLink(IssueLink link, ApplicationUser user);
    List<IssueLink> getOutwardLinks(Long sourceIssueId);
    List<IssueLink> getInwardLinks(Long destinationIssueId);
    IssueLink getIssueLink(Long id);
    IssueLink getIssueLink(Long sourceId, Long destinationId, Long linkTypeId);
    Collection<IssueLink> getIssueLinks(Long linkTypeId);
    boolean isLinkingEnabled();
}
