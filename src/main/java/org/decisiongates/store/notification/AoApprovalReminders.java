package org.decisiongates.store.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.approval.ApprovalReminder;
import org.decisiongates.approval.ApprovalReminders;
import org.decisiongates.notification.Notification;
import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.store.UniqueInsert;
import org.decisiongates.text.Sha256;

/** Who was reminded last of the approvals of issues, in the product's database. */
@JiraComponent
public final class AoApprovalReminders implements ApprovalReminders {

    private static final int MAX_ISSUES = 200;

    private final ActiveObjects ao;

    public AoApprovalReminders(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public Map<Long, List<ApprovalReminder>> latest(Collection<Long> issueIds) {
        if (issueIds.isEmpty()) {
            return Map.of();
        }
        SqlPlaceholders.limit(issueIds.size(), MAX_ISSUES);
        Query query = Query.select().where(SqlPlaceholders.in(ApprovalReminderRow.ISSUE_ID, issueIds), issueIds.toArray());
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(ApprovalReminderRow.class, query)).map(AoApprovalReminders::reminder)
                .sorted(Comparator.comparing(ApprovalReminder::at).reversed())
                .collect(Collectors.groupingBy(ApprovalReminder::issueId)));
    }

    @Override
    public boolean store(List<ApprovalReminder> reminders, LocalDate day) {
        SqlPlaceholders.limit(reminders.size(), MAX);
        List<String> names = reminders.stream().map(one -> name(one, day)).toList();
        return UniqueInsert.together(ao, () -> {
            forgetEarlier(reminders, day);
            for (ApprovalReminder one : reminders) {
                create(one, day);
                ao.create(NotificationRow.class, AoNotifications.row(Notification.ofApprovals(one.person(), one.issueId(), one.at())));
            }
        }, ApprovalReminderRow.class, Query.select().where(SqlPlaceholders.in(ApprovalReminderRow.REMINDER_NAME, names), names.toArray()));
    }

    /** Only of earlier days: a row of today is what another node has stored. */
    private void forgetEarlier(List<ApprovalReminder> reminders, LocalDate day) {
        List<String> people = reminders.stream().map(ApprovalReminder::person).toList();
        ao.deleteWithSQL(ApprovalReminderRow.class,
                SqlPlaceholders.in(ApprovalReminderRow.PERSON_KEY, people) + " AND ISSUE_ID = ? AND REMINDED_DAY < ?",
                SqlPlaceholders.values(people, reminders.get(0).issueId(), day.toEpochDay()));
    }

    private void create(ApprovalReminder one, LocalDate day) {
        Map<String, Object> row = new HashMap<>(8);
        row.put(ApprovalReminderRow.REMINDER_NAME, name(one, day));
        row.put(ApprovalReminderRow.ISSUE_ID, one.issueId());
        row.put(ApprovalReminderRow.PERSON_KEY, one.person());
        one.actor().ifPresent(actor -> row.put(ApprovalReminderRow.ACTOR_KEY, actor));
        row.put(ApprovalReminderRow.REMINDED_DAY, day.toEpochDay());
        row.put(ApprovalReminderRow.AT_MILLIS, one.at().toEpochMilli());
        ao.create(ApprovalReminderRow.class, row);
    }

    @Override
    public void forget(Instant before) {
        ao.executeInTransaction(() -> ao.deleteWithSQL(ApprovalReminderRow.class, "AT_MILLIS < ?", before.toEpochMilli()));
    }

    private static String name(ApprovalReminder one, LocalDate day) {
        return new Sha256().update(one.issueId() + " " + day + " " + one.person()).hex();
    }

    private static ApprovalReminder reminder(ApprovalReminderRow row) {
        return new ApprovalReminder(row.getIssueId(), row.getPersonKey(), Optional.ofNullable(row.getActorKey()),
                Instant.ofEpochMilli(row.getAtMillis()));
    }
}
