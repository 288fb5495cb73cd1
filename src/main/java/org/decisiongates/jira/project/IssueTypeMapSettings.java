package org.decisiongates.jira.project;

import java.util.concurrent.locks.Lock;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.IssueTypeMap;
import org.decisiongates.jira.platform.issuetype.IssueTypeMaps;
import org.decisiongates.jira.platform.project.ProjectDeletedListener;
import org.decisiongates.jira.setup.FieldContexts;

/** Takes projects that are deleted out of what is stored of the issue types that projects use. */
@JiraComponent
class IssueTypeMapSettings implements ProjectDeletedListener {

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
        return maps.projects().contains(projectId);
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
}
