package org.decisiongates.confluence.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** Calls that wait until a test makes them, in the order it likes. */
final class ManualExecutor extends BoundedExecutor {

    private final List<FutureTask<?>> pending = new ArrayList<>();
    private final ManualExecutor probes;
    private int most = Integer.MAX_VALUE;
    private int mostDetached = Integer.MAX_VALUE;
    private int started;

    ManualExecutor() {
        this(new ManualExecutor(null));
    }

    private ManualExecutor(ManualExecutor probes) {
        this.probes = probes;
    }

    @Override
    BoundedExecutor lane(boolean ofProbes) {
        return ofProbes ? probes : this;
    }

    /** The calls that find out whether Jira answers. */
    ManualExecutor probes() {
        return probes;
    }

    @Override
    boolean detach(Future<?> task) {
        return mostDetached-- > 0;
    }

    /** From now on so many may be detached. */
    void letsDetach(int calls) {
        mostDetached = calls;
    }

    @Override
    <T> Optional<Future<T>> start(Callable<T> work, Consumer<Future<T>> then) {
        if (pending.size() >= most) {
            return Optional.empty();
        }
        started++;
        FutureTask<T> task = new FutureTask<>(work) {

            @Override
            protected void done() {
                then.accept(this);
            }
        };
        pending.add(task);
        return Optional.of(task);
    }

    @Override
    void giveUp(Future<?> task) {
        pending.remove(task);
        task.cancel(false);
    }

    /** From now on so many wait at most. */
    void takesAtMost(int calls) {
        most = calls;
    }

    int started() {
        return started;
    }

    int pending() {
        return pending.size();
    }

    void make(int which) {
        pending.remove(which).run();
    }

    /** Those that find out whether Jira answers as well. */
    void makeAll() {
        while (!pending.isEmpty() || probes != null && !probes.pending.isEmpty()) {
            (pending.isEmpty() ? probes : this).make(0);
        }
    }
}
