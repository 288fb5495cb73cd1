package org.decisiongates.jira.takeout;

import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.task.TaskResultLimits;
import org.decisiongates.task.BackgroundTask;

/** Lets one import run at a time in a cluster, and tells every administrator whose that is. */
@JiraComponent
class ImportLock {

    private static final String LOCK = "org.decisiongates.decision-gates.import";

    private final Access access;
    private final TaskResultLimits tasks;
    private final ClusterLockService locks;
    private final UserManager users;
    private final ApplicationProperties application;

    ImportLock(Access access, TaskResultLimits tasks, ClusterLockService locks, UserManager users, ApplicationProperties application) {
        this.access = access;
        this.tasks = tasks;
        this.locks = locks;
        this.users = users;
        this.application = application;
    }

    /** The import of somebody else that is under way, for administrators of Jira alone: its owner is told of their own elsewhere. */
    Optional<BackgroundTask> ofSomebodyElse() {
        access.requireAdmin();
        String caller = access.caller().getKey();
        return tasks.underWay(TakeOutImportService.IMPORT).stream().filter(task -> !task.owner().equals(caller)).findFirst();
    }

    /** Whose it is, as people read it. */
    String ownerOf(BackgroundTask task) {
        return Optional.ofNullable(users.getUserByKey(task.owner())).map(ApplicationUser::getDisplayName).orElse(task.owner());
    }

    /** @throws ProblemException 409 where somebody else imports, with who and where that is shown */
    void requireNoOther() {
        ofSomebodyElse().ifPresent(other -> {
            throw new ProblemException(409, "decision-gates.takeout.import.another-of", ownerOf(other), other.title(),
                    application.getBaseUrl(UrlMode.CANONICAL) + ImportServlet.ADDRESS);
        });
    }

    /** @throws ProblemException 409 where another import has begun meanwhile */
    <T> T run(Supplier<T> work) {
        Lock lock = locks.getLockForName(LOCK);
        if (!lock.tryLock()) {
            throw new ProblemException(409, "decision-gates.takeout.import.another");
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
