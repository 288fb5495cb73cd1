package org.decisiongates.jira.timeline;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

import org.decisiongates.text.NamedValues;

/** How far Jira's history has been read, stored in the product's settings so that every node knows. */
@JiraComponent
class ReconcileCursors {

    private static final String PREFIX = "org.decisiongates.decision-gates:journal.";
    private static final String CURSOR = PREFIX + "reconciled";

    private final PluginSettingsFactory settings;

    ReconcileCursors(PluginSettingsFactory settings) {
        this.settings = settings;
    }

    /** When the last run began that found everything before; empty before the first. */
    Optional<Instant> cursor() {
        return read(CURSOR).map(text -> Instant.ofEpochMilli(Long.parseLong(text)));
    }

    void cursor(Instant instant) {
        settings.createGlobalSettings().put(CURSOR, Long.toString(instant.toEpochMilli()));
    }

    /** How far the history of a project has been read; empty when it has not begun. */
    Optional<Progress> progress(long projectId) {
        return read(PREFIX + "filled." + projectId).map(text -> progress(NamedValues.read(text)));
    }

    void progress(long projectId, Progress progress) {
        settings.createGlobalSettings().put(PREFIX + "filled." + projectId, NamedValues.write(Map.of(
                "done", Long.toString(progress.done()), "total", Long.toString(progress.total()), "failed",
                Long.toString(progress.failed()))));
    }

    private static Progress progress(Map<String, String> members) {
        return new Progress(number(members, "done"), number(members, "total"), number(members, "failed"));
    }

    private static long number(Map<String, String> members, String name) {
        return Long.parseLong(members.getOrDefault(name, "0"));
    }

    private Optional<String> read(String key) {
        return Optional.ofNullable(settings.createGlobalSettings().get(key)).map(Object::toString);
    }
}
