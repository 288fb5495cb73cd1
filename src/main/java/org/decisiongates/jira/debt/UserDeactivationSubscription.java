package org.decisiongates.jira.debt;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

import org.decisiongates.jira.platform.time.ProjectTime;

/** Hears of people who are deactivated when Jira is up, and no more when the app is disabled. */
@JiraComponent
@ExportAsService(LifecycleAware.class)
public class UserDeactivationSubscription implements LifecycleAware, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(UserDeactivationSubscription.class);

    private final EventPublisher events;
    private final PeopleListener people;

    UserDeactivationSubscription(EventPublisher events, SweepCursor cursor, ProjectTime time) {
        this.events = events;
        this.people = new PeopleListener(cursor, time);
    }

    @Override
    public void onStart() {
        try {
            events.register(people);
        } catch (LinkageError e) {
            LOG.error("this Jira does not tell when people are deactivated; what they answer for is looked at in the night", e);
        }
    }

    @Override
    public void onStop() {
        events.unregister(people);
    }

    @Override
    public void destroy() {
        onStop();
    }
}
