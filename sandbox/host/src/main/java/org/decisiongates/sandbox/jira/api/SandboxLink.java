package org.decisiongates.sandbox.jira.api;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkType;

import org.decisiongates.sandbox.host.NotInSandbox;
import org.decisiongates.sandbox.jira.model.LinkRow;

/** A link as apps see it. */
record SandboxLink(LinkRow row, JiraObjects objects) implements IssueLink {

    @Override
    public Long getId() {
        return row.id();
    }

    @Override
    public Long getLinkTypeId() {
        return row.type().id();
    }

    @Override
    public IssueLinkType getIssueLinkType() {
        return new SandboxLinkType(row.type());
    }

    @Override
    public Long getSourceId() {
        return row.sourceId();
    }

    @Override
    public Long getDestinationId() {
        return row.destinationId();
    }

    @Override
    public Issue getSourceObject() {
        return objects.issue(row.sourceId());
    }

    @Override
    public Issue getDestinationObject() {
        return objects.issue(row.destinationId());
    }

    @Override
    public Long getSequence() {
        throw new NotInSandbox(IssueLink.class, "getSequence()");
    }

    @Override
    public boolean isSystemLink() {
        throw new NotInSandbox(IssueLink.class, "isSystemLink()");
    }
}
