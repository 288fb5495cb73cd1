package org.decisiongates.store.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.approval.Delegation;
import org.decisiongates.approval.Delegations;
import org.decisiongates.store.SqlPlaceholders;

/** Who stands in for whom, in the product's database. */
@JiraComponent
public final class AoDelegations implements Delegations {

    private static final String COMMA = ",";
    private static final String STILL_VALID = " AND LAST_DAY >= ? AND ENDED_MILLIS IS NULL";
    private static final String STILL = " = ?" + STILL_VALID;

    private final ActiveObjects ao;

    public AoDelegations(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public List<Delegation> to(String userKey, LocalDate day) {
        return found(Query.select().where(DelegationRow.DELEGATE_KEY + STILL, userKey, day.toEpochDay()).order(DelegationRow.ID));
    }

    @Override
    public List<Delegation> by(String userKey, LocalDate day) {
        return found(Query.select().where(DelegationRow.APPROVER_KEY + STILL, userKey, day.toEpochDay()).order(DelegationRow.ID));
    }

    @Override
    public List<Delegation> byAny(Collection<String> userKeys, LocalDate day) {
        return userKeys.isEmpty() ? List.of()
                : found(Query.select().where(SqlPlaceholders.in(DelegationRow.APPROVER_KEY, userKeys) + STILL_VALID,
                        SqlPlaceholders.values(userKeys, day.toEpochDay())).order(DelegationRow.ID));
    }

    private List<Delegation> found(Query query) {
        return ao.executeInTransaction(
                () -> Arrays.stream(ao.find(DelegationRow.class, query)).map(AoDelegations::delegation).toList());
    }

    @Override
    public void add(Delegation delegation, Instant at) {
        Map<String, Object> row = new HashMap<>(16);
        row.put(DelegationRow.APPROVER_KEY, delegation.approver());
        row.put(DelegationRow.DELEGATE_KEY, delegation.delegate());
        row.put(DelegationRow.FIRST_DAY, delegation.first().toEpochDay());
        row.put(DelegationRow.LAST_DAY, delegation.last().toEpochDay());
        if (!delegation.projects().isEmpty()) {
            row.put(DelegationRow.PROJECT_IDS, delegation.projects().stream().sorted().map(String::valueOf)
                    .collect(Collectors.joining(COMMA)));
        }
        row.put(DelegationRow.MADE_MILLIS, at.toEpochMilli());
        ao.executeInTransaction(() -> ao.create(DelegationRow.class, row));
    }

    @Override
    public void end(long id, Instant at) {
        ao.executeInTransaction(() -> {
            for (DelegationRow row : ao.find(DelegationRow.class, Query.select().where("ID = ? AND ENDED_MILLIS IS NULL", id))) {
                row.setEndedMillis(at.toEpochMilli());
                row.save();
            }
            return null;
        });
    }

    private static Delegation delegation(DelegationRow row) {
        return new Delegation(row.getID(), row.getApproverKey(), row.getDelegateKey(), LocalDate.ofEpochDay(row.getFirstDay()),
                LocalDate.ofEpochDay(row.getLastDay()), row.getProjectIds() == null ? Set.of()
                        : Arrays.stream(row.getProjectIds().split(COMMA)).map(Long::valueOf).collect(Collectors.toSet()));
    }
}
