package com.atlassian.jira.issue.changehistory;

import java.sql.Timestamp;
import java.util.List;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.sandbox.platform.StandIn;

public class ChangeHistory {
    protected ChangeHistory() {
    }

    public Long getId() {
        throw StandIn.unsupported("ChangeHistory#getId");
    }

    public Long getIssueId() {
        throw StandIn.unsupported("ChangeHistory#getIssueId");
    }

    public Issue getIssue() {
        throw StandIn.unsupported("ChangeHistory#getIssue");
    }

    public Timestamp getTimePerformed() {
        throw StandIn.unsupported("ChangeHistory#getTimePerformed");
    }

    public ApplicationUser getAuthorObject() {
        throw StandIn.unsupported("ChangeHistory#getAuthorObject");
    }

    public String getAuthorKey() {
        throw StandIn.unsupported("ChangeHistory#getAuthorKey");
    }

    public String getAuthorDisplayName() {
        throw StandIn.unsupported("ChangeHistory#getAuthorDisplayName");
    }

    public List<ChangeItemBean> getChangeItemBeans() {
        throw StandIn.unsupported("ChangeHistory#getChangeItemBeans");
    }
}
