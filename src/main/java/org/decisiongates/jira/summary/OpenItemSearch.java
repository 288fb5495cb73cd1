package org.decisiongates.jira.summary;

import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.metric.WeekMoment;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.search.PhaseSearch;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.metric.Listing;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.SnapshotEntry;

/** Finds what is open now of one of the app's types, as a reader may see it: always one search. */
@JiraComponent
class OpenItemSearch {

    static final int MAX_ISSUES = 200;

    private final Searches searches;
    private final PhaseSearch phases;
    private final OwnIssueTypes own;
    private final OpenItemMapper items;

    OpenItemSearch(Searches searches, PhaseSearch phases, OwnIssueTypes own, OpenItemMapper items) {
        this.searches = searches;
        this.phases = phases;
        this.own = own;
        this.items = items;
    }

    /** Those due first, not in display order; beyond {@value #MAX_ISSUES} the rest is only counted. */
    Listing<SnapshotEntry<OpenItem>> find(OwnIssueType type, Visibility visibility, WeekMoment when) {
        Searches.Found found = jql(type, visibility).map(jql -> searches.find(visibility, jql, MAX_ISSUES))
                .orElse(Searches.Found.NOTHING);
        ProjectLeads leads = new ProjectLeads();
        return new Listing<>(found.issues().stream().map(issue -> new SnapshotEntry<>(issue.getId(), items.of(issue, when.now(), leads)))
                .toList(), found.total());
    }

    /**
     * The JQL of what is open, as Jira's own issue list understands it: by status alone, whatever the resolution says, as the journal
     * counts. Empty when the installation has none of the statuses any more, so that nothing can be open.
     */
    Optional<String> jql(OwnIssueType type, Visibility visibility) {
        if (own.idOf(type).isEmpty()) {
            throw new IllegalStateException("the issue type " + type.label() + " is not set up");
        }
        return phases.jql(type, OwnStatus::open, visibility.scope(), visibility.reader())
                .map(open -> visibility.scope().and(open) + " ORDER BY duedate ASC, created ASC");
    }
}
