package org.decisiongates.jira.debt;

import com.atlassian.crowd.event.user.UserEditedEvent;
import com.atlassian.event.api.EventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.time.ProjectTime;

/**
 * Has all issues looked at again soon after somebody was deactivated or activated: rules ask who is active, and nothing tells which issues
 * a person is named in. Jira publishes the event of Crowd when an administrator edits a user; of a directory that is synchronised it may
 * not, and then the night finds it. No bean: Spring looks at every method of a bean, and a Jira without the event has to do without it.
 */
public class PeopleListener {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleListener.class);

    private final SweepCursor cursor;
    private final ProjectTime time;

    PeopleListener(SweepCursor cursor, ProjectTime time) {
        this.cursor = cursor;
        this.time = time;
    }

    @EventListener
    public void onEdited(UserEditedEvent event) {
        try {
            if (event.getUser().isActive() != event.getOriginalUser().isActive()) {
                cursor.changed(time.now().toInstant());
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("what a person who was deactivated answers for will be looked at in the night", e);
        }
    }
}
