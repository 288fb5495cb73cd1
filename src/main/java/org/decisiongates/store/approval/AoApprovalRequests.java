package org.decisiongates.store.approval;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.store.SqlPlaceholders;

/** Which issues have approvals that were asked for, in the product's database. {@link AoApprovalSteps} adds them. */
@JiraComponent
public final class AoApprovalRequests implements ApprovalRequests {

    private final ActiveObjects ao;

    public AoApprovalRequests(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public List<Request> open(long after, int limit) {
        Query query = Query.select().where("ENDED = ? AND ID > ?", false, after).order(ApprovalRequestRow.ID).limit(limit);
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(ApprovalRequestRow.class, query))
                .map(row -> new Request(row.getID(), row.getIssueId(), row.getProjectId())).toList());
    }

    @Override
    public List<Long> issuesIn(Collection<Long> projectIds, int limit) {
        Query query = (projectIds.isEmpty() ? Query.select()
                : Query.select().where(SqlPlaceholders.in(ApprovalRequestRow.PROJECT_ID, projectIds), projectIds.toArray()))
                .order(ApprovalRequestRow.ID).limit(limit);
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(ApprovalRequestRow.class, query)).map(ApprovalRequestRow::getIssueId)
                .toList());
    }

    @Override
    public Set<Long> requestedAmong(Collection<Long> issueIds) {
        if (issueIds.isEmpty()) {
            return Set.of();
        }
        Query query = Query.select().where(SqlPlaceholders.in(ApprovalRequestRow.ISSUE_ID, issueIds), issueIds.toArray());
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(ApprovalRequestRow.class, query)).map(ApprovalRequestRow::getIssueId)
                .collect(Collectors.toSet()));
    }

    @Override
    public void update(long issueId, long projectId, boolean ended) {
        ao.executeInTransaction(() -> {
            for (ApprovalRequestRow row : ofIssue(issueId)) {
                if (row.getProjectId() != projectId || row.isEnded() != ended) {
                    row.setProjectId(projectId);
                    row.setEnded(ended);
                    row.save();
                }
            }
            return null;
        });
    }

    @Override
    public void remove(long issueId) {
        ao.executeInTransaction(() -> {
            ao.delete(ofIssue(issueId));
            return null;
        });
    }

    private ApprovalRequestRow[] ofIssue(long issueId) {
        return ao.find(ApprovalRequestRow.class, Query.select().where("ISSUE_ID = ?", issueId));
    }
}
