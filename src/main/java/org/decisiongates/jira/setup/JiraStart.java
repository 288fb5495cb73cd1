package org.decisiongates.jira.setup;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.selfcheck.SelfCheck;
import org.decisiongates.selfcheck.HostCheck;

/** Checks the host and sets the app up once the whole of Jira is there. A failure keeps nothing else of the app from starting. */
@JiraComponent
@ExportAsService(LifecycleAware.class)
public class JiraStart implements LifecycleAware {

    private static final Logger LOG = LoggerFactory.getLogger(JiraStart.class);

    private final SelfCheck check;
    private final Setup setUp;

    JiraStart(SelfCheck check, Setup setUp) {
        this.check = check;
        this.setUp = setUp;
    }

    @Override
    public void onStart() {
        HostCheck.Result result = check.run();
        LOG.info("this Jira has {} of the {} classes, methods and fields that Decision Gates uses",
                result.checked() - result.missing().size(), result.checked());
        result.missing().forEach(fault -> LOG.error("Decision Gates will fail where it needs this: {}", fault));
        setUp.run().ifPresent(reason -> LOG.error("Decision Gates is not completely set up: {}", reason));
    }

    @Override
    public void onStop() {
        // nothing was started
    }
}
