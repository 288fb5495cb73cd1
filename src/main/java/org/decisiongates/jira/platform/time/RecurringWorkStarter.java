package org.decisiongates.jira.platform.time;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** Schedules all {@link RecurringWork} when Jira is up, each whatever became of the others, and ends it when the app is disabled. */
@JiraComponent
@ExportAsService(LifecycleAware.class)
public class RecurringWorkStarter implements LifecycleAware, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RecurringWorkStarter.class);

    private final Map<RecurringWork, RecurringJob> jobs = new LinkedHashMap<>();

    RecurringWorkStarter(RecurringJobs named, List<RecurringWork> all) {
        all.stream().sorted(Comparator.comparing(work -> work.definition().name()))
                .forEach(work -> jobs.put(work, named.named(RecurringJobs.PREFIX + work.definition().name())));
    }

    @Override
    public void onStart() {
        jobs.forEach(RecurringWorkStarter::start);
    }

    private static void start(RecurringWork work, RecurringJob job) {
        RecurringJobDefinition definition = work.definition();
        try {
            work.begin();
            job.start(work, definition.mode(), definition.first(), definition.every(), definition.loss());
        } catch (RuntimeException e) {
            LOG.error("{}", definition.loss(), e);
        }
    }

    @Override
    public void onStop() {
        jobs.forEach((work, job) -> {
            work.stop();
            job.stop();
        });
    }

    @Override
    public void destroy() {
        onStop();
    }
}
