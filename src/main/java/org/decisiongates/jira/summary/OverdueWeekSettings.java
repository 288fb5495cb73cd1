package org.decisiongates.jira.summary;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

import org.decisiongates.text.NamedValues;

/**
 * Which project's week could not be closed, and why; stored in the product's settings, so that the administrator page of every node can
 * show it.
 */
@JiraComponent
public class OverdueWeekSettings {

    private static final String PREFIX = "org.decisiongates.decision-gates:weeks.overdue.";
    private static final String WEEK = "week";
    private static final String ISSUES = "issues";
    private static final String MORE = "more";
    private static final String COMMA = ",";

    private final PluginSettingsFactory settings;

    OverdueWeekSettings(PluginSettingsFactory settings) {
        this.settings = settings;
    }

    /** The project's week that could not be closed when this was last tried. */
    public Optional<OverdueWeek> of(long projectId) {
        return Optional.ofNullable(settings.createGlobalSettings().get(PREFIX + projectId)).map(Object::toString).map(NamedValues::read)
                .map(members -> new OverdueWeek(members.getOrDefault(WEEK, ""), List.of(members.getOrDefault(ISSUES, "").split(COMMA)),
                        Long.parseLong(members.getOrDefault(MORE, "0"))));
    }

    void note(long projectId, OverdueWeek overdue) {
        settings.createGlobalSettings().put(PREFIX + projectId, NamedValues.write(Map.of(WEEK, overdue.week(),
                ISSUES, String.join(COMMA, overdue.unreadable()), MORE, Long.toString(overdue.more()))));
    }

    void clear(long projectId) {
        if (of(projectId).isPresent()) {
            settings.createGlobalSettings().remove(PREFIX + projectId);
        }
    }
}
