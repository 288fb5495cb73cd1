package org.decisiongates.jira.creation;

import java.util.Map;

import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.project.Project;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;

/** How what was typed becomes an issue of Jira. */
public interface IssueCreationMapping {

    OwnIssueType type();

    Project project();

    /** The summary, by which the same issue is known when it is asked for twice. */
    String summary(CreationFormValues typed);

    /** What Jira is asked to create. */
    IssueInputParameters parameters(CreationFormValues typed);

    /** What is typed for which field, by the id of the field. */
    Map<String, CreationInput> inputsByField();

    /** The input that the summary comes from. */
    CreationInput summaryInput();

    /** The input that names the issue which was found, where another one is wanted. */
    CreationInput anotherInput();
}
