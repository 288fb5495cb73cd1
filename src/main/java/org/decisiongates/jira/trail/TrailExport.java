package org.decisiongates.jira.trail;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.takeout.DecisionRecordReader;
import org.decisiongates.timeline.Change;

/** Gives away the trail of a Decision that the caller may see. Throws {@link ProblemException} where there is none. */
@JiraComponent
public class TrailExport {

    private static final String OTHER_TYPE = "decision-gates.trail.other-type";

    private final OwnIssueAccess issues;
    private final IssueTrailReader reader;
    private final TrailFormatter formatter;
    private final DecisionRecordReader records;
    private final JiraAuthenticationContext authentication;

    TrailExport(OwnIssueAccess issues, IssueTrailReader reader, TrailFormatter formatter, DecisionRecordReader records,
            JiraAuthenticationContext authentication) {
        this.issues = issues;
        this.reader = reader;
        this.formatter = formatter;
        this.records = records;
        this.authentication = authentication;
    }

    TrailReply trail(String key) {
        Issue issue = visible(key);
        return formatter.reply(issue.getKey(), reader.trail(issue));
    }

    /** The decision record with the trail at its end, in Markdown. */
    Document markdown(String key) {
        Issue issue = visible(key);
        return new Document(issue.getKey() + ".md",
                records.markdown(issue, authentication.getLoggedInUser()) + formatter.markdown(reader.trail(issue)));
    }

    private Issue visible(String key) {
        Issue issue = issues.requireVisible(key, OTHER_TYPE);
        if (issues.kind(issue).filter(kind -> kind == Change.Kind.DECISION).isEmpty()) {
            throw new ProblemException(400, OTHER_TYPE, issue.getKey());
        }
        return issue;
    }

    /** @param name of the file */
    record Document(String name, String text) {
    }
}
