package org.decisiongates.store.approval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.store.SqlPlaceholders;

/** Which issues have approvals that were asked for, in the product's database. {@link AoApprovalSteps} adds them. */
@JiraComponent
public final class AoApprovalRequests implements ApprovalRequests {

    private static final int MAX_ISSUES = 200;

    private final ActiveObjects ao;

    public AoApprovalRequests(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public List<Request> open(long after, int limit) {
        return requests(Query.select().where("ENDED = ? AND ID > ?", false, after), limit);
    }

    @Override
    public List<Request> all(long after, int limit) {
        return requests(Query.select().where("ID > ?", after), limit);
    }

    private List<Request> requests(Query found, int limit) {
        Query query = found.order(ApprovalRequestRow.ID).limit(limit);
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(ApprovalRequestRow.class, query))
                .map(row -> new Request(row.getID(), row.getIssueId(), row.getProjectId())).toList());
    }

    @Override
    public List<Long> openIn(Collection<Long> projectIds, int limit) {
        if (projectIds.isEmpty()) {
            return issues(Query.select().where("ENDED = ?", false), limit);
        }
        List<Object> arguments = new ArrayList<>(projectIds);
        arguments.add(false);
        return issues(Query.select().where(SqlPlaceholders.in(ApprovalRequestRow.PROJECT_ID, projectIds) + " AND ENDED = ?",
                arguments.toArray()), limit);
    }

    @Override
    public List<Long> issuesIn(Collection<Long> projectIds, int limit) {
        return issues(projectIds.isEmpty() ? Query.select()
                : Query.select().where(SqlPlaceholders.in(ApprovalRequestRow.PROJECT_ID, projectIds), projectIds.toArray()), limit);
    }

    private List<Long> issues(Query found, int limit) {
        Query query = found.order(ApprovalRequestRow.ID).limit(limit);
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(ApprovalRequestRow.class, query)).map(ApprovalRequestRow::getIssueId)
                .toList());
    }

    @Override
    public Set<Long> requestedAmong(Collection<Long> issueIds) {
        if (issueIds.isEmpty()) {
            return Set.of();
        }
        Query query = among(issueIds);
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(ApprovalRequestRow.class, query)).map(ApprovalRequestRow::getIssueId)
                .collect(Collectors.toSet()));
    }

    @Override
    public void update(Collection<Current> current) {
        if (current.isEmpty()) {
            return;
        }
        SqlPlaceholders.limit(current.size(), MAX_ISSUES);
        Map<Long, Current> byIssue = current.stream().collect(Collectors.toMap(Current::issueId, Function.identity()));
        Query query = among(byIssue.keySet());
        ao.executeInTransaction(() -> {
            for (ApprovalRequestRow row : ao.find(ApprovalRequestRow.class, query)) {
                Current now = byIssue.get(row.getIssueId());
                if (row.getProjectId() != now.projectId() || row.isEnded() != now.ended()) {
                    row.setProjectId(now.projectId());
                    row.setEnded(now.ended());
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

    private static Query among(Collection<Long> issueIds) {
        return Query.select().where(SqlPlaceholders.in(ApprovalRequestRow.ISSUE_ID, issueIds), issueIds.toArray());
    }

    private ApprovalRequestRow[] ofIssue(long issueId) {
        return ao.find(ApprovalRequestRow.class, Query.select().where("ISSUE_ID = ?", issueId));
    }
}
