package org.decisiongates.store.debt;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.debt.DebtJson;
import org.decisiongates.debt.Debts;
import org.decisiongates.debt.IssueDebt;
import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.store.UniqueInsert;

/** Gate debt in the product's database. */
@JiraComponent
public final class AoDebts implements Debts {

    private static final int MAX_ISSUES = 200;
    private static final int MAX_ROWS = 1_000;

    private final ActiveObjects ao;

    public AoDebts(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public Map<Long, IssueDebt> ofIssues(Collection<Long> issueIds) {
        if (issueIds.isEmpty()) {
            return Map.of();
        }
        SqlPlaceholders.limit(issueIds.size(), MAX_ISSUES);
        Query query = Query.select().where(SqlPlaceholders.in(IssueDebtRow.ISSUE_ID, issueIds), issueIds.toArray());
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(IssueDebtRow.class, query)).map(AoDebts::debt)
                .collect(Collectors.toMap(IssueDebt::issueId, Function.identity())));
    }

    @Override
    public List<IssueDebt> owedIn(long projectId, long after, int limit) {
        return in(projectId, after, 1, limit);
    }

    @Override
    public List<IssueDebt> owedOf(Collection<Long> issueIds) {
        if (issueIds.isEmpty()) {
            return List.of();
        }
        Query query = Query.select().where(SqlPlaceholders.in(IssueDebtRow.ISSUE_ID, issueIds) + " AND DEBT_COUNT >= ?",
                SqlPlaceholders.values(issueIds, 1)).order("ISSUE_ID");
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(IssueDebtRow.class, query)).map(AoDebts::debt).toList());
    }

    @Override
    public List<IssueDebt> owed(long after, int limit) {
        Query query = Query.select().where("ISSUE_ID > ? AND DEBT_COUNT >= ?", after, 1).order("ISSUE_ID")
                .limit(SqlPlaceholders.limit(limit, MAX_ROWS));
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(IssueDebtRow.class, query)).map(AoDebts::debt).toList());
    }

    @Override
    public List<IssueDebt> checkedIn(long projectId, long after, int limit) {
        return in(projectId, after, 0, limit);
    }

    private List<IssueDebt> in(long projectId, long after, int least, int limit) {
        Query query = Query.select().where("PROJECT_ID = ? AND ISSUE_ID > ? AND DEBT_COUNT >= ?", projectId, after, least)
                .order("ISSUE_ID").limit(SqlPlaceholders.limit(limit, MAX_ROWS));
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(IssueDebtRow.class, query)).map(AoDebts::debt).toList());
    }

    @Override
    public void put(IssueDebt found) {
        if (!update(found)) {
            Map<String, Object> row = new HashMap<>(8);
            row.put(IssueDebtRow.ISSUE_ID, found.issueId());
            row.put(IssueDebtRow.PROJECT_ID, found.projectId());
            row.put(IssueDebtRow.PHASE, found.phase());
            row.put(IssueDebtRow.DEBT_COUNT, found.debts().size());
            row.put(IssueDebtRow.FINDINGS, DebtJson.write(found));
            if (!UniqueInsert.into(ao, IssueDebtRow.class, row, Query.select().where("ISSUE_ID = ?", found.issueId()))) {
                // another node has just looked at the issue for the first time
                update(found);
            }
        }
    }

    /** Each statement stands alone: of two nodes that find something at once, the last one counts, and none fails. */
    private boolean update(IssueDebt found) {
        IssueDebtRow[] rows = ao.find(IssueDebtRow.class, of(found.issueId()));
        for (IssueDebtRow row : rows) {
            row.setProjectId(found.projectId());
            row.setPhase(found.phase());
            row.setDebtCount(found.debts().size());
            row.setFindings(DebtJson.write(found));
            row.save();
        }
        return rows.length > 0;
    }

    @Override
    public void remove(long issueId) {
        ao.executeInTransaction(() -> {
            ao.delete(ao.find(IssueDebtRow.class, of(issueId)));
            return null;
        });
    }

    private static Query of(long issueId) {
        return Query.select().where("ISSUE_ID = ?", issueId);
    }

    private static IssueDebt debt(IssueDebtRow row) {
        return DebtJson.read(row.getIssueId(), row.getProjectId(), row.getPhase(), row.getFindings());
    }
}
