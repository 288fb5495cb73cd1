package org.decisiongates.jira.setup;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One thing that set-up makes once in the life of an installation.
 *
 * @param thing      the name it is remembered by
 * @param wanted     what people will know it by, unless the name is taken; empty text for a detail of another thing
 * @param nameOf     what people know the object of an id by; empty when the host no longer has it
 * @param lookalikes ids of what exists now and looks exactly like the thing; how a thing that was made but not yet remembered is found
 *                   again after a crash
 * @param make       makes it and returns its id; harmless to repeat when nothing ever looks like the thing
 */
record SetupStep(String thing, String wanted, Function<String, Optional<String>> nameOf, Supplier<Set<String>> lookalikes,
        Callable<String> make) {

    /** Whether the host still has the object of an id. */
    boolean exists(String id) {
        return nameOf.apply(id).isPresent();
    }

    /** Work on a thing that was made; {@code work} must be harmless to repeat. */
    static SetupStep work(String thing, Work work) {
        return work(thing, "", work);
    }

    /** The same of something that people know by {@code name}. */
    static SetupStep work(String thing, String name, Work work) {
        return new SetupStep(thing, name, id -> Optional.of(name), Set::of, () -> {
            work.run();
            return "done";
        });
    }

    /** Something to do that may fail. */
    interface Work {
        void run() throws Exception;
    }
}
