package org.decisiongates.jira.project;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

import org.decisiongates.jira.platform.project.ProjectDeletedListener;

/**
 * Which gates the app has put into workflows of each project; in the product's settings, which every node reads. Recorded before it is
 * done: what was recorded and not done is removed again (see {@link WorkflowGates}).
 */
@JiraComponent
class AddedGates implements ProjectDeletedListener {

    private static final String PREFIX = "org.decisiongates.decision-gates:added-gates.";

    private final PluginSettingsFactory settings;

    AddedGates(PluginSettingsFactory settings) {
        this.settings = settings;
    }

    List<AddedGate> of(long projectId) {
        return Optional.ofNullable(settings.createGlobalSettings().get(PREFIX + projectId)).map(Object::toString).stream()
                .flatMap(String::lines).map(AddedGate::read).toList();
    }

    void add(long projectId, Collection<AddedGate> more) {
        Set<AddedGate> all = new LinkedHashSet<>(of(projectId));
        all.addAll(more);
        store(projectId, all);
    }

    void remove(long projectId, Collection<AddedGate> gone) {
        Set<AddedGate> all = new LinkedHashSet<>(of(projectId));
        all.removeAll(gone);
        store(projectId, all);
    }

    private void store(long projectId, Set<AddedGate> all) {
        if (all.isEmpty()) {
            deleted(projectId);
        } else {
            settings.createGlobalSettings().put(PREFIX + projectId,
                    all.stream().map(AddedGate::write).collect(Collectors.joining("\n")));
        }
    }

    @Override
    public boolean isKeeping(long projectId) {
        return !of(projectId).isEmpty();
    }

    @Override
    public void deleted(long projectId) {
        settings.createGlobalSettings().remove(PREFIX + projectId);
    }
}
