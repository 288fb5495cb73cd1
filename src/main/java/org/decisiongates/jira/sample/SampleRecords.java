package org.decisiongates.jira.sample;

import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

/** The samples of projects, stored in the product's settings, which every node reads. */
@JiraComponent
class SampleRecords {

    private static final String PREFIX = "org.decisiongates.decision-gates:sample.";

    private final PluginSettingsFactory settings;

    SampleRecords(PluginSettingsFactory settings) {
        this.settings = settings;
    }

    Optional<SampleRecord> find(Project project) {
        return Optional.ofNullable(settings.createGlobalSettings().get(key(project))).map(Object::toString).map(SampleRecord::read);
    }

    SampleRecord keep(Project project, SampleRecord sample) {
        settings.createGlobalSettings().put(key(project), sample.write());
        return sample;
    }

    void remove(Project project) {
        settings.createGlobalSettings().remove(key(project));
    }

    private static String key(Project project) {
        return PREFIX + project.getId();
    }
}
