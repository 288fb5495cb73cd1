package org.decisiongates.jira.sample;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.stream.Stream;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

import org.decisiongates.audit.PersonalSettings;
import org.decisiongates.jira.platform.project.ProjectDeletedListener;
import org.decisiongates.jira.platform.project.ProjectsWithSettings;

/** The samples of projects, stored in the product's settings, which every node reads. */
@JiraComponent
class SampleRecords implements PersonalSettings, ProjectDeletedListener {

    private static final String PREFIX = "org.decisiongates.decision-gates:sample.";

    private static final String LOCK = "org.decisiongates.decision-gates.sample.";

    private final PluginSettingsFactory settings;
    private final ProjectsWithSettings known;
    private final ProjectManager projects;
    private final ClusterLockService locks;

    SampleRecords(PluginSettingsFactory settings, ProjectsWithSettings known, ProjectManager projects, ClusterLockService locks) {
        this.settings = settings;
        this.known = known;
        this.projects = projects;
        this.locks = locks;
    }

    /** Whoever changes the sample of a project holds this lock. */
    Lock lock(Project project) {
        return locks.getLockForName(LOCK + project.getId());
    }

    Optional<SampleRecord> find(Project project) {
        return Optional.ofNullable(settings.createGlobalSettings().get(key(project))).map(Object::toString).map(SampleRecord::read);
    }

    SampleRecord keep(Project project, SampleRecord sample) {
        known.add(project.getId());
        settings.createGlobalSettings().put(key(project), sample.write());
        return sample;
    }

    void remove(Project project) {
        deleted(project.getId());
    }

    @Override
    public boolean isKeeping(long projectId) {
        return settings.createGlobalSettings().get(PREFIX + projectId) != null;
    }

    @Override
    public void deleted(long projectId) {
        settings.createGlobalSettings().remove(PREFIX + projectId);
    }

    @Override
    public long count(String person) {
        return of(person).count();
    }

    @Override
    public long erase(String person, long limit) {
        List<Project> some = of(person).limit(limit).toList();
        some.forEach(this::forgetReporter);
        return some.size();
    }

    private void forgetReporter(Project project) {
        Lock lock = lock(project);
        lock.lock();
        try {
            find(project).ifPresent(sample -> keep(project, sample.withoutReporter()));
        } finally {
            lock.unlock();
        }
    }

    private Stream<Project> of(String person) {
        return projects.getProjectObjects().stream()
                .filter(project -> find(project).filter(sample -> sample.reporter().equals(person)).isPresent());
    }

    private static String key(Project project) {
        return PREFIX + project.getId();
    }
}
