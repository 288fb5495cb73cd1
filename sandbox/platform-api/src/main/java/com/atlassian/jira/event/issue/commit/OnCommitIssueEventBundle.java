package com.atlassian.jira.event.issue.commit;

import com.atlassian.jira.event.commit.OnCommitEvent;
import java.util.Collection;

public interface OnCommitIssueEventBundle {
    Collection<OnCommitEvent<?>> getOnCommitEvents();
}
