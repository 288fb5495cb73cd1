package org.decisiongates.jira.approval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.ApprovalOverview;
import org.decisiongates.approval.ApprovalOverview.IssueEntry;
import org.decisiongates.approval.ApprovalOverview.PersonName;
import org.decisiongates.approval.Approvals;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.time.ProjectTime;

/** Reads the approvals of several issues for the caller: as many statements of the app for all of them as for one. */
@JiraComponent
public class ApprovalOverviewReader {

    private final ApprovalsBatchReader approvals;
    private final ApprovalIssueReader reader;
    private final OwnIssueAccess issues;
    private final UserManager users;
    private final ProjectTime time;

    ApprovalOverviewReader(ApprovalsBatchReader approvals, ApprovalIssueReader reader, OwnIssueAccess issues, UserManager users,
            ProjectTime time) {
        this.approvals = approvals;
        this.reader = reader;
        this.issues = issues;
        this.users = users;
        this.time = time;
    }

    /** @param keys of issues, at most {@link ApprovalOverview#MAX_ISSUES}, each once */
    ApprovalOverview of(List<String> keys) {
        Map<String, Issue> seen = new LinkedHashMap<>();
        keys.forEach(key -> issues.visible(key).ifPresent(issue -> seen.put(key, issue)));
        Map<Long, Issue> own = new LinkedHashMap<>();
        seen.values().stream().filter(issue -> issues.kind(issue).isPresent()).forEach(issue -> own.putIfAbsent(issue.getId(), issue));
        Map<Long, Approvals> read = approvals.of(List.copyOf(own.values()), reader.callerKey());
        List<IssueEntry> entries = new ArrayList<>();
        seen.forEach((asked, issue) -> entries.add(Optional.ofNullable(read.get(issue.getId()))
                .map(found -> IssueEntry.of(asked, issue.getKey(), issue.getSummary(), found, reader.named(issue, found), this::person))
                .orElseGet(() -> IssueEntry.withoutApprovals(asked, issue.getKey(), issue.getSummary()))));
        return new ApprovalOverview(time.now().toInstant(), time.zone().getId(), entries,
                keys.stream().filter(key -> !seen.containsKey(key)).toList());
    }

    private PersonName person(String userKey) {
        return Optional.ofNullable(users.getUserByKey(userKey))
                .map(user -> new PersonName(userKey, user.getDisplayName(), user.isActive()))
                .orElseGet(() -> new PersonName(userKey, userKey, true));
    }
}
