package org.decisiongates.jira.creation;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;

/** Creates issues of one type of the app for other issues. */
public interface IssueCreator {

    /**
     * The issue, created or found, with the rights of {@code caller}.
     *
     * @throws RefusedCreationException when nothing was done
     */
    CreatedIssue create(Issue about, CreationFormValues typed, ApplicationUser caller);
}
