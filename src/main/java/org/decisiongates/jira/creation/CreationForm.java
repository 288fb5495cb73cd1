package org.decisiongates.jira.creation;

import java.util.List;
import java.util.Map;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;

/** What is asked, on a page and over REST, to create an issue of one type of the app for another issue. */
public interface CreationForm {

    OwnIssueType type();

    /** The last part of the address of the page. */
    String path();

    /** Keys of the texts of the whole form. */
    Wording wording();

    /** What can be typed. */
    CreationInput[] inputs();

    /**
     * What the form begins with.
     *
     * @param address what the address of the page has, unchecked
     */
    CreationFormValues prefilled(Issue about, ApplicationUser caller, CreationFormValues address);

    /** What is asked, in order. */
    List<CreationInputView> asked(Issue about, ApplicationUser caller, CreationFormValues typed, List<Project> choices,
            Map<CreationInput, String> errors);

    /** What is asked in addition, in some cases. */
    default List<CreationInputView> more(CreationFormValues typed, Map<CreationInput, String> errors) {
        return List.of();
    }

    /** Creates what was asked for. */
    IssueCreator creator();

    /**
     * Keys of texts.
     *
     * @param title     what is created, as the button says it
     * @param heading   the same with the issue that it is for
     * @param legend    what the inputs are about that are asked in addition
     * @param noProject what is said to those who can create one nowhere
     */
    record Wording(String title, String heading, String legend, String noProject) {
    }
}
