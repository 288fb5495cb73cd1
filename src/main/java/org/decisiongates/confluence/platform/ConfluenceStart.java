package org.decisiongates.confluence.platform;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.selfcheck.HostCheck;

/** Checks once the whole of Confluence is there that it has everything the app calls, and writes what is missing into the log. */
@ConfluenceComponent
@ExportAsService(LifecycleAware.class)
public class ConfluenceStart implements LifecycleAware {

    private static final Logger LOG = LoggerFactory.getLogger(ConfluenceStart.class);

    private final HostCheck check = new HostCheck("jira");

    @Override
    public void onStart() {
        HostCheck.Result result = check.run();
        LOG.info("this Confluence has {} of the {} classes, methods and fields that Decision Gates uses",
                result.checked() - result.missing().size(), result.checked());
        result.missing().forEach(fault -> LOG.error("Decision Gates will fail where it needs this: {}", fault));
    }

    @Override
    public void onStop() {
        // nothing was started
    }
}
