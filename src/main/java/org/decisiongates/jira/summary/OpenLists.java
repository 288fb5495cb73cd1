package org.decisiongates.jira.summary;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.metric.OwnerNames;
import org.decisiongates.jira.metric.WeekMoment;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.search.SearchScope;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.metric.MetricsProjection;
import org.decisiongates.summary.Listed;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.OpenTallies;
import org.decisiongates.summary.Section;
import org.decisiongates.summary.WeekSnapshot;

/** What is open now, as one reader may see it. */
@JiraComponent
class OpenLists {

    private final OpenIssueSearch issues;
    private final OpenItemMapper items;
    private final OwnerNames owners;

    OpenLists(OpenIssueSearch issues, OpenItemMapper items, OwnerNames owners) {
        this.issues = issues;
        this.items = items;
        this.owners = owners;
    }

    /** Those due first; in no order that anybody would want to read. */
    Section<OpenItem> of(OwnIssueType type, SearchScope scope, WeekMoment when, ApplicationUser reader) {
        return WeekSnapshot.rows(listed(issues.of(type, scope, reader), when));
    }

    /** The same for somebody from whom nothing is hidden. */
    Section<Listed<OpenItem>> all(OwnIssueType type, SearchScope scope, WeekMoment when) {
        return listed(issues.all(type, scope), when);
    }

    /** What the journal says of all of it where not all is listed; nothing when it does not know of as many. */
    OpenTallies counted(MetricsProjection.Result numbers, Section<?> blockers, Section<?> decisions) {
        return owners.of(numbers, blockers, decisions);
    }

    private Section<Listed<OpenItem>> listed(Searches.Found found, WeekMoment when) {
        return new Section<>(found.issues().stream().map(issue -> new Listed<>(issue.getId(), items.of(issue, when.now()))).toList(),
                found.total());
    }
}
