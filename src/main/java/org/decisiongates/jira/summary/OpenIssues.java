package org.decisiongates.jira.summary;

import java.util.List;

import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.issuetype.OwnIssueType;
import org.decisiongates.jira.issuetype.OwnIssueTypes;
import org.decisiongates.jira.search.SearchScope;
import org.decisiongates.jira.search.Searches;

/** Finds the open issues of one of the app's types: one search, whatever their number. */
@JiraComponent
class OpenIssues {

    static final int MOST = 200;

    private final Searches searches;
    private final ConstantsManager constants;
    private final OwnIssueTypes own;

    OpenIssues(Searches searches, ConstantsManager constants, OwnIssueTypes own) {
        this.searches = searches;
        this.constants = constants;
        this.own = own;
    }

    /** Those {@code reader} may browse, the ones due first in front; of more than {@value #MOST} the rest is only counted. */
    Searches.Found of(OwnIssueType type, SearchScope scope, ApplicationUser reader) {
        return searches.find(reader, jql(type, scope), MOST);
    }

    /** The same for somebody from whom nothing is hidden. */
    Searches.Found all(OwnIssueType type, SearchScope scope) {
        return searches.findAll(jql(type, scope), MOST);
    }

    private String jql(OwnIssueType type, SearchScope scope) {
        String id = own.idOf(type).orElseThrow(() -> new IllegalStateException("the issue type " + type.label() + " is not set up"));
        List<String> settled = own.settledStatusesOf(type).stream().filter(status -> constants.getStatus(status) != null).toList();
        return scope.and("issuetype = " + id + " AND resolution is EMPTY"
                + (settled.isEmpty() ? "" : " AND status not in (" + String.join(", ", settled) + ")")) + " ORDER BY duedate ASC, created ASC";
    }
}
