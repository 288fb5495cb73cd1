package org.decisiongates.jira.start;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.setup.SetUp;

/** Sets the app up once the whole of Jira is there. A failure keeps nothing else of the app from starting. */
@JiraComponent
@ExportAsService(LifecycleAware.class)
public class JiraStart implements LifecycleAware {

    private static final Logger LOG = LoggerFactory.getLogger(JiraStart.class);

    private final SetUp setUp;

    JiraStart(SetUp setUp) {
        this.setUp = setUp;
    }

    @Override
    public void onStart() {
        setUp.run().ifPresent(reason -> LOG.error("Decision Gates is not completely set up: {}", reason));
    }

    @Override
    public void onStop() {
        // nothing was started
    }
}
