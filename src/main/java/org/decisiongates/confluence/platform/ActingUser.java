package org.decisiongates.confluence.platform;

import java.util.concurrent.Callable;

import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import com.atlassian.confluence.user.ConfluenceUser;

/**
 * Carries the user of one thread to another for the length of one task. Confluence keeps the acting user in a thread-local, and nothing
 * public says whether an application link reads it when a request is created or when it is executed; a task that is executed elsewhere
 * has to find it there, and the next task must not. See ADR 0037.
 */
public final class ActingUser {

    private ActingUser() {
    }

    /**
     * {@code task} as a task that acts for the user of the current thread, or for nobody if there is none, and leaves the thread it runs on
     * as it was.
     */
    public static <T> Callable<T> carriedInto(Callable<T> task) {
        ConfluenceUser user = AuthenticatedUserThreadLocal.get();
        return () -> {
            ConfluenceUser before = AuthenticatedUserThreadLocal.get();
            set(user);
            try {
                return task.call();
            } finally {
                set(before);
            }
        };
    }

    private static void set(ConfluenceUser user) {
        if (user == null) {
            AuthenticatedUserThreadLocal.reset();
        } else {
            AuthenticatedUserThreadLocal.set(user);
        }
    }
}
