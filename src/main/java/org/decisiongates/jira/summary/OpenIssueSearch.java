package org.decisiongates.jira.summary;

import java.util.List;
import java.util.Optional;

import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.search.SearchScope;
import org.decisiongates.jira.platform.search.Searches;

/** Finds the open issues of one of the app's types: one search, whatever their number. */
@JiraComponent
class OpenIssueSearch {

    static final int MOST = 200;

    private final Searches searches;
    private final ConstantsManager constants;
    private final OwnIssueTypes own;

    OpenIssueSearch(Searches searches, ConstantsManager constants, OwnIssueTypes own) {
        this.searches = searches;
        this.constants = constants;
        this.own = own;
    }

    /** Those {@code reader} may browse, the ones due first in front; of more than {@value #MOST} the rest is only counted. */
    Searches.Found of(OwnIssueType type, SearchScope scope, ApplicationUser reader) {
        return jql(type, scope).map(jql -> searches.find(reader, jql, MOST)).orElse(Searches.Found.NOTHING);
    }

    /** The same for somebody from whom nothing is hidden. */
    Searches.Found all(OwnIssueType type, SearchScope scope) {
        return jql(type, scope).map(jql -> searches.findAll(jql, MOST)).orElse(Searches.Found.NOTHING);
    }

    /**
     * The JQL of what is open, as Jira's own issue list understands it: by status alone, whatever the resolution says, as the journal counts.
     * Empty when the installation has none of the statuses any more, so that nothing can be open.
     */
    Optional<String> jql(OwnIssueType type, SearchScope scope) {
        String id = own.idOf(type).orElseThrow(() -> new IllegalStateException("the issue type " + type.label() + " is not set up"));
        // JQL refuses a status that was deleted
        List<String> open = own.openStatusesOf(type).stream().filter(status -> constants.getStatus(status) != null).toList();
        return Optional
                .of(scope.and("issuetype = " + id + " AND status in (" + String.join(", ", open) + ")")
                        + " ORDER BY duedate ASC, created ASC")
                .filter(jql -> !open.isEmpty());
    }
}
