package org.decisiongates.jira.summary;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.text.NamedValues;

/** Prevents a wrong clock from closing weeks. The times of the runs are in the product's settings, so that every node knows them. */
@JiraComponent
class ClockGuard {

    private static final Logger LOG = LoggerFactory.getLogger(ClockGuard.class);
    private static final String RUNS = "org.decisiongates.decision-gates:weeks.runs";
    private static final String LAST = "last";
    private static final String LEFT = "left";

    private final PluginSettingsFactory settings;

    ClockGuard(PluginSettingsFactory settings) {
        this.settings = settings;
    }

    /** Records a run of the job; returns whether weeks may be closed in it. */
    boolean admitsRun(Instant now) {
        Optional<ClockContinuity> before = stored();
        ClockContinuity after = before.map(runs -> runs.after(now)).orElseGet(() -> ClockContinuity.startingAt(now));
        settings.createGlobalSettings().put(RUNS, NamedValues.write(Map.of(
                LAST, Long.toString(after.lastRun().toEpochMilli()), LEFT, Integer.toString(after.runsLeft()))));
        before.filter(runs -> runs.jumpsTo(now))
                .ifPresent(runs -> LOG.error("weeks were last looked at on {} and it is {} now: either the app was "
                        + "disabled for more than a week, or the clock of a node is wrong. Check the clocks of all nodes; "
                        + "weeks are closed again after {} hourly runs that agree", runs.lastRun(), now, ClockContinuity.PROBATION));
        return after.isTrusted();
    }

    /** Whether weeks may be closed now, outside of a run. */
    boolean admits(Instant now) {
        return stored().map(runs -> runs.isTrusted() && !runs.jumpsTo(now)).orElse(true);
    }

    private Optional<ClockContinuity> stored() {
        return Optional.ofNullable(settings.createGlobalSettings().get(RUNS)).map(Object::toString).map(NamedValues::read)
                .map(runs -> new ClockContinuity(Instant.ofEpochMilli(Long.parseLong(runs.get(LAST))), Integer.parseInt(runs.get(LEFT))));
    }
}
