package org.decisiongates.jira.platform.project;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

import org.decisiongates.jira.platform.audit.AuditLog;
import org.decisiongates.jira.platform.audit.ConfigurationChange;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.time.BusinessHours;

/**
 * In which hours of a project the 48 hours pass in which owners have to act: around the clock, or in business hours. In the product's
 * settings, which every node reads. A choice counts for windows that begin afterwards.
 */
@JiraComponent
public class OwnerActionHours implements ProjectDeletedListener {

    private static final String PREFIX = "org.decisiongates.decision-gates:owner-action-hours.";
    private static final String ALL = "around the clock";

    private final PluginSettingsFactory settings;
    private final SettingChanges changes;
    private final AuditLog log;
    private final ProjectTime time;

    OwnerActionHours(PluginSettingsFactory settings, SettingChanges changes, AuditLog log, ProjectTime time) {
        this.settings = settings;
        this.changes = changes;
        this.log = log;
        this.time = time;
    }

    /** The business hours of the project; empty where time passes around the clock. */
    public Optional<BusinessHours> of(long projectId) {
        return stored(projectId).flatMap(text -> {
            String[] ends = text.split("-", 2);
            return ends.length == 2 ? hours(ends[0], ends[1]) : Optional.empty();
        });
    }

    /**
     * Hours as somebody types them, {@code 09:00} and {@code 17:00}; 00:00 ends a day.
     *
     * @return empty for what are no hours
     */
    public Optional<BusinessHours> hours(String from, String to) {
        try {
            return Optional.of(new BusinessHours(LocalTime.parse(from), LocalTime.parse(to), time.zone()));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Id of the zone whose clock business hours go by. */
    public String zone() {
        return time.zone().getId();
    }

    /** Who chose last, and when; empty where nobody did, or it is not known. */
    public Optional<SettingChange> changed(Project project) {
        return changes.last(ProjectSetting.OWNER_ACTION_HOURS, project.getId());
    }

    /** The same as a sentence. */
    public List<String> changedBy(Project project) {
        return changes.sentence(ProjectSetting.OWNER_ACTION_HOURS, project.getId());
    }

    /** @param hours empty for around the clock */
    public void choose(Project project, Optional<BusinessHours> hours) {
        String before = stored(project.getId()).orElse(ALL);
        String after = hours.map(own -> own.from() + "-" + own.to()).orElse(ALL);
        if (before.equals(after)) {
            return;
        }
        if (hours.isPresent()) {
            settings.createGlobalSettings().put(PREFIX + project.getId(), after);
        } else {
            deleted(project.getId());
        }
        changes.record(ProjectSetting.OWNER_ACTION_HOURS, project.getId());
        log.record(new ConfigurationChange("owner-action-hours-changed", Optional.of(project), before, after));
    }

    @Override
    public boolean isKeeping(long projectId) {
        return stored(projectId).isPresent();
    }

    @Override
    public void deleted(long projectId) {
        settings.createGlobalSettings().remove(PREFIX + projectId);
    }

    private Optional<String> stored(long projectId) {
        return Optional.ofNullable(settings.createGlobalSettings().get(PREFIX + projectId)).map(Object::toString)
                .filter(text -> !text.isEmpty());
    }
}
