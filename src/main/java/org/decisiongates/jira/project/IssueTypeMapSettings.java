package org.decisiongates.jira.project;

import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.audit.PersonalSettings;
import org.decisiongates.jira.platform.issuetype.IssueTypeMap;
import org.decisiongates.jira.platform.issuetype.IssueTypeMaps;
import org.decisiongates.jira.platform.project.ProjectDeletedListener;
import org.decisiongates.jira.setup.FieldContexts;

/**
 * Takes projects that are deleted, and persons whom an earlier build named in it, out of what is stored of the issue types that projects
 * use.
 */
@JiraComponent
class IssueTypeMapSettings implements PersonalSettings, ProjectDeletedListener {

    private final IssueTypeMaps maps;
    private final FieldContexts contexts;
    private final ClusterLockService locks;

    IssueTypeMapSettings(IssueTypeMaps maps, FieldContexts contexts, ClusterLockService locks) {
        this.maps = maps;
        this.contexts = contexts;
        this.locks = locks;
    }

    @Override
    public boolean isKeeping(long projectId) {
        return listed().contains(projectId);
    }

    @Override
    public Set<Long> listed() {
        return maps.projects();
    }

    @Override
    public void deleted(long projectId) {
        Lock lock = locks.getLockForName(ProjectEnablement.LOCK);
        lock.lock();
        try {
            if (maps.projects().contains(projectId)) {
                maps.store(projectId, IssueTypeMap.NONE);
                contexts.keepOnly(maps.usedTypes());
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long count(String person) {
        return maps.chosenBy(person).size();
    }

    @Override
    public long erase(String person, long limit) {
        Lock lock = locks.getLockForName(ProjectEnablement.LOCK);
        lock.lock();
        try {
            maps.readAgain();
            List<Long> some = maps.chosenBy(person).stream().limit(limit).toList();
            some.forEach(project -> maps.store(project, maps.of(project)));
            return some.size();
        } finally {
            lock.unlock();
        }
    }
}
