package org.decisiongates.store.notification;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.notification.Notification;
import org.decisiongates.notification.NotificationReason;
import org.decisiongates.notification.Notifications;
import org.decisiongates.review.ThreadStepName;
import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.store.UniqueInsert;

/** What people are still to be told, in the product's database. */
@JiraComponent
public final class AoNotifications implements Notifications {

    private static final String PAST = "AT_MILLIS < ?";
    private static final String NEWEST_FIRST = "PROGRESS_NUMBER DESC";

    private final ActiveObjects ao;

    public AoNotifications(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public Optional<Progress> progress() {
        Query newest = Query.select().order(NEWEST_FIRST).limit(1);
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(NotificationProgressRow.class, newest))
                .map(row -> new Progress(row.getProgressNumber(), row.getStepPlace(), Instant.ofEpochMilli(row.getUntilMillis())))
                .findFirst());
    }

    @Override
    public boolean store(Progress reached, List<Notification> found, Instant at) {
        Map<String, Object> row = new HashMap<>(8);
        row.put(NotificationProgressRow.PROGRESS_NUMBER, reached.number());
        row.put(NotificationProgressRow.STEP_PLACE, reached.place());
        row.put(NotificationProgressRow.UNTIL_MILLIS, reached.until().toEpochMilli());
        row.put(NotificationProgressRow.AT_MILLIS, at.toEpochMilli());
        return UniqueInsert.together(ao, () -> {
            ao.create(NotificationProgressRow.class, row);
            found.forEach(this::create);
        }, NotificationProgressRow.class, Query.select().where("PROGRESS_NUMBER = ?", reached.number()));
    }

    private void create(Notification notification) {
        ao.create(NotificationRow.class, row(notification));
    }

    static Map<String, Object> row(Notification notification) {
        Map<String, Object> row = new HashMap<>(8);
        row.put(NotificationRow.PERSON_KEY, notification.person());
        row.put(NotificationRow.ISSUE_ID, notification.step().issueId());
        row.put(NotificationRow.THREAD_NUMBER, notification.step().number());
        row.put(NotificationRow.THREAD_STEP, notification.step().step());
        row.put(NotificationRow.REASON, notification.reason().name());
        row.put(NotificationRow.AT_MILLIS, notification.at().toEpochMilli());
        return row;
    }

    @Override
    public List<Notification> behind(long id) {
        Query query = Query.select().where("ID > ?", id).order("ID").limit(PAGE);
        return ao.executeInTransaction(
                () -> Arrays.stream(ao.find(NotificationRow.class, query)).map(AoNotifications::notification).toList());
    }

    @Override
    public boolean take(List<Long> ids) {
        try {
            return ao.executeInTransaction(() -> {
                if (ao.deleteWithSQL(NotificationRow.class, SqlPlaceholders.in(NotificationRow.ID, ids), ids.toArray()) < ids.size()) {
                    throw new TakenByAnotherException();
                }
                return true;
            });
        } catch (TakenByAnotherException e) {
            return false;
        }
    }

    @Override
    public void forget(Instant before) {
        ao.executeInTransaction(() -> {
            NotificationRow[] old = ao.find(NotificationRow.class, Query.select().where(PAST, before.toEpochMilli()).limit(PAGE));
            NotificationProgressRow[] passed = ao.find(NotificationProgressRow.class,
                    Query.select().where(PAST, before.toEpochMilli()).order(NEWEST_FIRST).limit(PAGE));
            ao.delete(old);
            // nothing new is stored while nothing happens, so that the newest one may be old itself: a run goes on from there
            ao.delete(Arrays.stream(passed).skip(1).toArray(NotificationProgressRow[]::new));
            return null;
        });
    }

    private static Notification notification(NotificationRow row) {
        return new Notification(row.getID(), row.getPersonKey(),
                new ThreadStepName(row.getIssueId(), row.getThreadNumber(), row.getThreadStep()),
                NotificationReason.named(row.getReason()), Instant.ofEpochMilli(row.getAtMillis()));
    }

    /** Takes back what was removed. */
    private static final class TakenByAnotherException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
