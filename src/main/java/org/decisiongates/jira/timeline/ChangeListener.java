package org.decisiongates.jira.timeline;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.event.api.EventListener;
import com.atlassian.jira.event.commit.OnCommitEvent;
import com.atlassian.jira.event.issue.DelegatingJiraIssueEvent;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.issue.commit.OnCommitIssueEventBundle;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Changes;

/**
 * Records changes of issues once they are committed, on the thread of the person who made them. A failure here breaks no user's action:
 * {@link Reconciler} finds the change in Jira's history.
 */
@JiraComponent
public class ChangeListener {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeListener.class);
    private static final Optional<Method> EVENTS = events();
    private static final int MAX_RECENT = 1000;

    private final Changes changes;
    private final IssueHistories histories;
    private final ProjectTime time;
    private final List<IssueChangeSubscriber> subscribers;
    /** Spares the database an INSERT that it would have to refuse. It is only an optimisation: a change forgotten here is still one row. */
    private final Set<String> recent = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MAX_RECENT;
        }
    }));

    ChangeListener(Changes changes, IssueHistories histories, ProjectTime time, List<IssueChangeSubscriber> subscribers) {
        this.changes = changes;
        this.histories = histories;
        this.time = time;
        this.subscribers = List.copyOf(subscribers);
    }

    /** Called after the commit, so nothing is written of a change that Jira rolled back. */
    @EventListener
    public void onCommitted(OnCommitIssueEventBundle bundle) {
        if (EVENTS.isEmpty()) {
            return;
        }
        try {
            for (Object event : (Iterable<?>) EVENTS.get().invoke(bundle)) {
                issueEvent(((OnCommitEvent<?>) event).getWrappedEvent()).ifPresent(this::write);
            }
        } catch (RuntimeException | LinkageError | IllegalAccessException | InvocationTargetException e) {
            LOG.warn("something that happened to issues is not in the journal yet; it will be found in Jira's history", e);
        }
    }

    /** Jira wraps most events of a bundle in another type; the plain form has been seen, too. */
    private static Optional<IssueEvent> issueEvent(Object wrapped) {
        if (wrapped instanceof DelegatingJiraIssueEvent delegating) {
            return Optional.of(delegating.asIssueEvent());
        }
        return wrapped instanceof IssueEvent event ? Optional.of(event) : Optional.empty();
    }

    private void write(IssueEvent event) {
        if (!record(event)) {
            return;
        }
        subscribers.forEach(subscriber -> {
            try {
                tell(subscriber, event);
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("a change of issue {} was not told", event.getIssue().getKey(), e);
            }
        });
    }

    private static void tell(IssueChangeSubscriber subscriber, IssueEvent event) {
        if (EventType.ISSUE_DELETED_ID.equals(event.getEventTypeId())) {
            subscriber.deleted(event.getIssue());
        } else {
            boolean created = EventType.ISSUE_CREATED_ID.equals(event.getEventTypeId())
                    || EventType.ISSUE_MOVED_ID.equals(event.getEventTypeId());
            subscriber.changed(event.getIssue(), created ? IssueChangeSubscriber.Kind.CREATED : IssueChangeSubscriber.Kind.CHANGED);
        }
    }

    /** Whether the event may be news: Jira did not send another one for the same change just before. */
    private boolean record(IssueEvent event) {
        try {
            String eventKey = eventKey(event);
            if (recent.contains(eventKey)) {
                return false;
            }
            if (eventKey.isEmpty()) {
                return true;
            }
            List<Change> found = changesOf(event);
            found.forEach(changes::append);
            if (!found.isEmpty()) {
                recent.add(eventKey);
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("a change of issue {} is not in the journal yet; it will be found in Jira's history", event.getIssue().getKey(), e);
        }
        return true;
    }

    /**
     * What happened, by a name that all events of it share: Jira sends several for one change. Empty for what the journal does not keep.
     */
    private static String eventKey(IssueEvent event) {
        if (EventType.ISSUE_CREATED_ID.equals(event.getEventTypeId()) || EventType.ISSUE_DELETED_ID.equals(event.getEventTypeId())) {
            return event.getIssue().getId() + " event " + event.getEventTypeId();
        }
        return event.getChangeLog() == null ? "" : event.getIssue().getId() + " change " + event.getChangeLog().getLong("id");
    }

    private List<Change> changesOf(IssueEvent event) {
        Issue issue = event.getIssue();
        boolean moved = EventType.ISSUE_MOVED_ID.equals(event.getEventTypeId());
        if (!moved && !histories.concerns(issue)) {
            return List.of();
        }
        if (EventType.ISSUE_CREATED_ID.equals(event.getEventTypeId())) {
            return histories.created(issue);
        }
        if (EventType.ISSUE_DELETED_ID.equals(event.getEventTypeId())) {
            String actor = Optional.ofNullable(event.getUser()).map(ApplicationUser::getKey).orElse("");
            return histories.deleted(issue, actor, deletedAt(event));
        }
        return histories.changed(issue, event.getChangeLog().getLong("id"));
    }

    /** When the event was created; it may arrive later. */
    private Instant deletedAt(IssueEvent event) {
        return Optional.ofNullable(event.getTime()).map(Date::toInstant).orElseGet(() -> time.now().toInstant());
    }

    /**
     * By reflection: which kind of collection it returns is published nowhere, and a wrong guess would not link. Without it only the
     * listener is missing; the rest of the app, above all the gates, must start.
     */
    private static Optional<Method> events() {
        try {
            return Optional.of(OnCommitIssueEventBundle.class.getMethod("getOnCommitEvents"));
        } catch (NoSuchMethodException e) {
            LOG.error(
                    "this Jira does not tell what was committed; changes of issues reach the journal by the reconciler only, minutes later",
                    e);
            return Optional.empty();
        }
    }
}
