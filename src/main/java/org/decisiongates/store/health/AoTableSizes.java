package org.decisiongates.store.health;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;
import net.java.ao.RawEntity;
import net.java.ao.schema.Table;

import org.decisiongates.health.TableSizes;
import org.decisiongates.store.approval.ApprovalRequestRow;
import org.decisiongates.store.approval.ApprovalStepRow;
import org.decisiongates.store.approval.DelegationRow;
import org.decisiongates.store.approval.SealedContentRow;
import org.decisiongates.store.audit.ErasureRow;
import org.decisiongates.store.audit.GateSealRow;
import org.decisiongates.store.debt.IssueDebtRow;
import org.decisiongates.store.digest.DigestClaimRow;
import org.decisiongates.store.digest.DigestRow;
import org.decisiongates.store.impact.ImpactLineRow;
import org.decisiongates.store.notification.ApprovalReminderRow;
import org.decisiongates.store.notification.NotificationChoiceRow;
import org.decisiongates.store.notification.NotificationProgressRow;
import org.decisiongates.store.notification.NotificationRow;
import org.decisiongates.store.policy.PolicyVersionRow;
import org.decisiongates.store.record.RecordRow;
import org.decisiongates.store.review.ThreadStepRow;
import org.decisiongates.store.summary.SnapshotRow;
import org.decisiongates.store.takeout.ImportedIssueRow;
import org.decisiongates.store.task.BackgroundTaskRow;
import org.decisiongates.store.task.TaskResultChunkRow;
import org.decisiongates.store.timeline.ChangeRow;
import org.decisiongates.store.timeline.GateEventRow;
import org.decisiongates.store.waiver.WaiverStepRow;

/** Counts the rows of every table. */
@JiraComponent
public final class AoTableSizes implements TableSizes {

    private static final List<Class<? extends RawEntity<Long>>> TABLES = List.of(GateEventRow.class, GateSealRow.class,
            ChangeRow.class, ImpactLineRow.class, RecordRow.class, SnapshotRow.class, PolicyVersionRow.class, WaiverStepRow.class,
            ThreadStepRow.class, ApprovalStepRow.class, SealedContentRow.class, ApprovalRequestRow.class, DelegationRow.class,
            IssueDebtRow.class, DigestRow.class, DigestClaimRow.class, NotificationRow.class, NotificationProgressRow.class,
            NotificationChoiceRow.class, ApprovalReminderRow.class, BackgroundTaskRow.class, TaskResultChunkRow.class, JobRunRow.class,
            ImportedIssueRow.class);

    private final ActiveObjects ao;

    public AoTableSizes(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public SortedMap<String, Long> rows() {
        SortedMap<String, Long> rows = new TreeMap<>();
        TABLES.forEach(table -> rows.put(table.getAnnotation(Table.class).value(), (long) ao.count(table, Query.select())));
        rows.put(ErasureRow.TABLE, (long) ao.count(ErasureRow.class, Query.select()));
        return rows;
    }

    @Override
    public String database() {
        return ao.moduleMetaData().getDatabaseType().name();
    }
}
