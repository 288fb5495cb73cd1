package org.decisiongates.jira.summary;

import java.util.List;
import java.util.Optional;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;

import org.decisiongates.jira.metric.WeekMetrics;
import org.decisiongates.jira.metric.WeekMoment;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.search.ResolvedScope;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.summary.OpenQueries;
import org.decisiongates.summary.SealedSnapshot;
import org.decisiongates.summary.SummaryHeader;

/** Says when a summary holds and how far it goes. */
@JiraComponent
class SummaryHeaders {

    private final ApplicationProperties application;
    private final EnabledProjects projects;
    private final OpenItemSearch open;
    private final OwnIssueTypes types;
    private final PermissionManager permissions;

    SummaryHeaders(ApplicationProperties application, EnabledProjects projects, OpenItemSearch open, OwnIssueTypes types,
            PermissionManager permissions) {
        this.application = application;
        this.projects = projects;
        this.open = open;
        this.types = types;
        this.permissions = permissions;
    }

    /** @param partial whether something of the closed week is hidden from the reader */
    SummaryHeader closed(SnapshotVerifier.Verified snapshots, boolean partial, SummaryHeader.Numbers numbers) {
        SealedSnapshot week = snapshots.requested().orElseThrow();
        return new SummaryHeader(week.week(), snapshots.intact().get(0).zone(), week.closedAt(), browseUrl(), Optional.of(week.closedAt()),
                week.rebuilt(), true, partial, numbers,
                snapshots.intact().get(0).gaps(), OpenQueries.NONE);
    }

    private String browseUrl() {
        return application.getBaseUrl(UrlMode.CANONICAL) + "/browse/";
    }

    SummaryHeader live(WeekMoment when, WeekMetrics numbers) {
        ResolvedScope scope = numbers.visibility().scope();
        SummaryHeader header = new SummaryHeader(when.week().text(), when.zone().getId(), when.now().toInstant(), browseUrl(),
                Optional.empty(), false, scope.project().map(projects::isEnabled).orElse(true), numbers.visibility().partial(),
                numbers.state(), List.of(), lists(numbers.visibility()));
        return scope.project().filter(project -> header.enabled() && permissions.hasPermission(ProjectPermissions.CREATE_ISSUES, project,
                numbers.visibility().reader()))
                .map(project -> header
                        .creating("pid=" + project.getId() + "&issuetype=" + types.requireIdIn(OwnIssueType.DECISION, project.getId())))
                .orElse(header);
    }

    private OpenQueries lists(Visibility visibility) {
        return new OpenQueries(open.jql(OwnIssueType.BLOCKER, visibility).orElse(""),
                open.jql(OwnIssueType.DECISION, visibility).orElse(""));
    }
}
