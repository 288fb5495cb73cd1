package org.decisiongates.jira.platform.project;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** Hears of projects that are deleted when Jira is up, and no more when the app is disabled. */
@JiraComponent
@ExportAsService(LifecycleAware.class)
public class DeletedProjectsRegistration implements LifecycleAware, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DeletedProjectsRegistration.class);

    private final EventPublisher events;
    private final DeletedProjects projects;

    DeletedProjectsRegistration(EventPublisher events, DeletedProjectSettings settings) {
        this.events = events;
        this.projects = new DeletedProjects(settings);
    }

    @Override
    public void onStart() {
        try {
            events.register(projects);
        } catch (LinkageError e) {
            LOG.error("this Jira does not tell when projects are deleted; the app's settings of them stay until they are looked for", e);
        }
    }

    @Override
    public void onStop() {
        events.unregister(projects);
    }

    @Override
    public void destroy() {
        onStop();
    }
}
