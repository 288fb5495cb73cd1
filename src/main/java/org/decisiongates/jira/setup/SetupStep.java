package org.decisiongates.jira.setup;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One thing that set-up makes once in the life of an installation.
 *
 * @param thing      the name it is remembered by
 * @param exists     whether the host still has the object of an id
 * @param lookalikes ids of what exists now and looks exactly like the thing; how a thing that was made but not yet remembered is found
 *                   again after a crash
 * @param make       makes it and returns its id; harmless to repeat when nothing ever looks like the thing
 */
record SetupStep(String thing, Predicate<String> exists, Supplier<Set<String>> lookalikes, Callable<String> make) {

    /** Work on a thing that was made; {@code work} must be harmless to repeat. */
    static SetupStep work(String thing, Work work) {
        return new SetupStep(thing, id -> true, Set::of, () -> {
            work.run();
            return "done";
        });
    }

    /** Something to do that may fail. */
    interface Work {
        void run() throws Exception;
    }
}
