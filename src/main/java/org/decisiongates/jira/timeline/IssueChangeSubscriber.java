package org.decisiongates.jira.timeline;

import java.util.List;

import com.atlassian.jira.issue.Issue;

/**
 * Hears what the journal hears of issues, each change once or several times, on the thread of whoever made it. Is quick and throws nothing.
 */
public interface IssueChangeSubscriber {

    /** Something of an issue was committed. */
    enum Kind {
        /** It was created, or moved to another project or type. */
        CREATED,
        /** Anything else. */
        CHANGED
    }

    void changed(Issue issue, Kind kind);

    void deleted(Issue issue);

    /** Issues that were changed within the last minutes, of which nobody may have told. */
    void found(List<Issue> issues);
}
