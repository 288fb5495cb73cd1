package org.decisiongates.jira.platform.project;

import java.util.List;

import com.atlassian.jira.project.Project;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.text.Message;

/** What a project got from the app beside its schemes, at somebody's request. It is taken back with them, and before them. */
public interface ProjectAddition {

    /** What is taken back in this order: what somebody may not be allowed to take back comes first, so that nothing else is gone then. */
    enum Kind {
        /** Issues that were created. */
        ISSUES,
        /** What was put into its workflows, which may be left to somebody else by now. */
        WORKFLOW,
        /** What the project says of its statuses, people and the like. */
        SETTING
    }

    Kind kind();

    /** What taking it back would do, a sentence each; none when there is nothing to take back. */
    List<Message> list(Project project);

    /** How many issues of the app's own type would go with it: these do not need the schemes. */
    long issues(Project project, OwnIssueType type);

    /** Which issues of it stay, because somebody has made them their own, a sentence each; told where issues keep the rest. */
    default List<Message> kept(Project project) {
        return List.of();
    }

    /**
     * Takes it back and says what was done; harmless to repeat, and goes on where it was interrupted.
     *
     * @throws org.decisiongates.jira.platform.rest.ProblemException when something of it cannot be taken back
     */
    List<Message> takeBack(Project project);
}
