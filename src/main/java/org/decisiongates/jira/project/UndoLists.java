package org.decisiongates.jira.project;

import java.util.Arrays;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

import org.decisiongates.jira.platform.project.ProjectDeletedListener;
import org.decisiongates.jira.platform.project.ProjectsWithSettings;
import org.decisiongates.jira.project.SetupPlanLine.Kind;
import org.decisiongates.text.KebabCase;

/** What enabling has done to each project, one step a scheme; stored in the product's settings, which every node reads. */
@JiraComponent
class UndoLists implements ProjectDeletedListener {

    private static final String PREFIX = "org.decisiongates.decision-gates:undo.";

    private final PluginSettingsFactory settings;
    private final ProjectsWithSettings known;

    UndoLists(PluginSettingsFactory settings, ProjectsWithSettings known) {
        this.settings = settings;
        this.known = known;
    }

    Optional<UndoStep> find(Project project, Kind kind) {
        return Optional.ofNullable(settings.createGlobalSettings().get(key(project, kind))).map(Object::toString)
                .map(text -> UndoStep.read(kind, text));
    }

    void record(Project project, UndoStep step) {
        known.add(project.getId());
        settings.createGlobalSettings().put(key(project, step.kind()), step.write());
    }

    void remove(Project project, Kind kind) {
        settings.createGlobalSettings().remove(key(project, kind));
    }

    @Override
    public boolean isKeeping(long projectId) {
        return Arrays.stream(Kind.values()).anyMatch(kind -> settings.createGlobalSettings().get(key(projectId, kind)) != null);
    }

    @Override
    public void deleted(long projectId) {
        Arrays.stream(Kind.values()).forEach(kind -> settings.createGlobalSettings().remove(key(projectId, kind)));
    }

    private static String key(Project project, Kind kind) {
        return key(project.getId(), kind);
    }

    private static String key(long projectId, Kind kind) {
        return PREFIX + projectId + "." + KebabCase.of(kind);
    }
}
