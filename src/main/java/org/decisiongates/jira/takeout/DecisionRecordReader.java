package org.decisiongates.jira.takeout;

import java.util.List;
import java.util.Set;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;

import org.decisiongates.takeout.DecisionDocument;
import org.decisiongates.takeout.TakenIssue;
import org.decisiongates.takeout.TakenProject;

/** Makes the decision record of one Decision as a take-out of its project has it: what {@link TakeOutIssueReader} costs. */
@JiraComponent
public class DecisionRecordReader {

    private final TakeOutIssueReader issues;
    private final UserManager users;
    private final ApplicationProperties application;

    DecisionRecordReader(TakeOutIssueReader issues, UserManager users, ApplicationProperties application) {
        this.issues = issues;
        this.users = users;
        this.application = application;
    }

    /**
     * The record in Markdown.
     *
     * @param decision that the reader may browse
     */
    public String markdown(Issue decision, ApplicationUser reader) {
        TakenPeople people = new TakenPeople(users);
        List<TakenIssue> taken = issues.take(List.of(decision), reader, people);
        TakenProject project = new TakenProject(TakenProject.FORMAT, decision.getProjectObject().getKey(),
                decision.getProjectObject().getName(), application.getBaseUrl(UrlMode.CANONICAL), 0, people.named(), taken);
        return new DecisionDocument(project, Set.of()).of(taken.get(0));
    }
}
