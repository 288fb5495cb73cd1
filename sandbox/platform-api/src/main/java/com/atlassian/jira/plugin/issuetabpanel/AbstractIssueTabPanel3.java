package com.atlassian.jira.plugin.issuetabpanel;

public abstract class AbstractIssueTabPanel3 implements IssueTabPanel3 {
}
