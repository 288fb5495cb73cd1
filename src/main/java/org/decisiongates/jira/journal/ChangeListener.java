package org.decisiongates.jira.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

import com.atlassian.event.api.EventListener;
import com.atlassian.jira.event.commit.OnCommitEvent;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.issue.commit.OnCommitIssueEventBundle;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.history.IssueHistories;
import org.decisiongates.jira.issuetype.ProjectTime;
import org.decisiongates.journal.Change;
import org.decisiongates.journal.Changes;

/**
 * Writes down what happens to issues, on the thread of whoever did it, once it is committed. Whatever goes wrong here breaks nobody's
 * action: {@link Reconciler} finds it in Jira's history.
 */
@JiraComponent
public class ChangeListener {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeListener.class);
    private static final Optional<Method> EVENTS = events();

    private final Changes changes;
    private final IssueHistories histories;
    private final ProjectTime time;

    ChangeListener(Changes changes, IssueHistories histories, ProjectTime time) {
        this.changes = changes;
        this.histories = histories;
        this.time = time;
    }

    /** Told after the commit: what is written here can never tell of a change that Jira took back. */
    @EventListener
    public void onCommitted(OnCommitIssueEventBundle bundle) {
        if (EVENTS.isEmpty()) {
            return;
        }
        try {
            for (Object event : (Iterable<?>) EVENTS.get().invoke(bundle)) {
                if (((OnCommitEvent<?>) event).getWrappedEvent() instanceof IssueEvent issueEvent) {
                    write(issueEvent);
                }
            }
        } catch (RuntimeException | LinkageError | IllegalAccessException | InvocationTargetException e) {
            LOG.warn("something that happened to issues is not in the journal yet; it will be found in Jira's history", e);
        }
    }

    private void write(IssueEvent event) {
        try {
            changesOf(event).forEach(changes::append);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("a change of issue {} is not in the journal yet; it will be found in Jira's history", event.getIssue().getKey(), e);
        }
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
            return histories.deleted(issue, actor, time.now().instant());
        }
        return event.getChangeLog() == null ? List.of() : histories.changed(issue, event.getChangeLog().getLong("id"));
    }

    /**
     * By reflection: which kind of collection it returns is published nowhere, and a wrong guess would not link. Without it nothing but the
     * listener is missing, and the rest of the app, gates first of all, must start.
     */
    private static Optional<Method> events() {
        try {
            return Optional.of(OnCommitIssueEventBundle.class.getMethod("getOnCommitEvents"));
        } catch (NoSuchMethodException e) {
            LOG.error("this Jira does not tell what was committed; changes of issues reach the journal by the reconciler only, minutes later", e);
            return Optional.empty();
        }
    }
}
