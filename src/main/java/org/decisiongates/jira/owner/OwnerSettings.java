package org.decisiongates.jira.owner;

import java.time.Instant;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

import org.decisiongates.jira.platform.project.ProjectDeletedListener;

/** Which projects keep owner and assignee the same, and since when; in the product's settings, which every node reads. */
@JiraComponent
public class OwnerSettings implements ProjectDeletedListener {

    private static final String PREFIX = "org.decisiongates.decision-gates:owner-is-assignee.";

    private final PluginSettingsFactory settings;

    OwnerSettings(PluginSettingsFactory settings) {
        this.settings = settings;
    }

    /** Since when the project keeps them the same; empty where the owner stands beside the assignee. */
    Optional<Instant> sameSince(long projectId) {
        return Optional.ofNullable(settings.createGlobalSettings().get(PREFIX + projectId)).map(Object::toString)
                .filter(text -> !text.isEmpty()).map(Instant::parse);
    }

    void keepSame(long projectId, Instant since) {
        settings.createGlobalSettings().put(PREFIX + projectId, since.toString());
    }

    @Override
    public boolean isKeeping(long projectId) {
        return sameSince(projectId).isPresent();
    }

    @Override
    public void deleted(long projectId) {
        keepApart(projectId);
    }

    void keepApart(long projectId) {
        settings.createGlobalSettings().remove(PREFIX + projectId);
    }
}
