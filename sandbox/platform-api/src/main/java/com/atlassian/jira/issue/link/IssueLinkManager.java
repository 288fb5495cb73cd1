package com.atlassian.jira.issue.link;

import java.util.List;

import com.atlassian.jira.exception.CreateException;
import com.atlassian.jira.user.ApplicationUser;

public interface IssueLinkManager {
    List<IssueLink> getOutwardLinks(Long sourceIssueId);
    List<IssueLink> getInwardLinks(Long destinationIssueId);
    void createIssueLink(Long sourceIssueId, Long destinationIssueId, Long linkTypeId, Long sequence, ApplicationUser remoteUser)
            throws CreateException;
}
