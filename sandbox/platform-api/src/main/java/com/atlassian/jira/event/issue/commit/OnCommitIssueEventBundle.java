package com.atlassian.jira.event.issue.commit;

import java.util.Collection;

import com.atlassian.jira.event.commit.OnCommitEvent;

public interface OnCommitIssueEventBundle {
    Collection<OnCommitEvent<?>> getOnCommitEvents();
}
