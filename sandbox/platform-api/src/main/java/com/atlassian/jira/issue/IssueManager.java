package com.atlassian.jira.issue;

import com.atlassian.jira.event.type.EventDispatchOption;
import com.atlassian.jira.exception.CreateException;
import com.atlassian.jira.exception.RemoveException;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;
import java.util.List;
import org.ofbiz.core.entity.GenericEntityException;

public interface IssueManager {
    MutableIssue getIssueObject(Long id);
    MutableIssue getIssueObject(String key);
    MutableIssue getIssueByCurrentKey(String key);
    MutableIssue getIssueByKeyIgnoreCase(String key);
    List<Issue> getIssueObjects(Collection<Long> ids);
    Collection<Long> getIssueIdsForProject(Long projectId) throws GenericEntityException;
    long getIssueCountForProject(Long projectId);
    Issue createIssueObject(ApplicationUser user, Issue issue) throws CreateException;
    Issue updateIssue(ApplicationUser user, MutableIssue issue, EventDispatchOption option, boolean sendMail);
    Issue updateIssue(ApplicationUser user, MutableIssue issue, UpdateIssueRequest request);
    void deleteIssue(ApplicationUser user, Issue issue, EventDispatchOption option, boolean sendMail) throws RemoveException;
    boolean isEditable(Issue issue);
    boolean isEditable(Issue issue, ApplicationUser user);
}
