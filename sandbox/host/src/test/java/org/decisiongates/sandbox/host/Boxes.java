package org.decisiongates.sandbox.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;

/** What a test class starts: each box in a home of its own, everything stopped in reverse order and deleted after the last of its tests. */
public final class Boxes extends ExternalResource {

    private final TemporaryFolder homes = new TemporaryFolder();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private Options.Database current;

    @Override
    protected void before() throws IOException {
        homes.create();
    }

    @Override
    protected void after() {
        stop();
        homes.delete();
    }

    /** A new folder that goes with the class. */
    public synchronized Path folder() {
        try {
            return homes.newFolder().toPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** H2 in a home of its own, at the time of {@link TestTime}; see {@link Options#in}. */
    public Options options() {
        return Options.in(folder()).withClock(TestTime.CLOCK);
    }

    /** Starts a box. */
    public RunningBox start(Product product, Options options, Path... plugins) {
        return stopping(SandboxHost.start(product, options, List.of(plugins)));
    }

    /** The same on this database: on PostgreSQL a new one in the server that all boxes of the process share. */
    public Options options(Options.Database database) {
        return database == Options.Database.POSTGRES ? options().withDatabaseUrl(SharedPostgres.newDatabase()) : options();
    }

    /** Stops this one as well. */
    public synchronized <T extends AutoCloseable> T stopping(T thing) {
        running.push(thing);
        return thing;
    }

    /**
     * Before each test of a class that runs on both databases: with another one than before, what runs is stopped and {@code start} done.
     */
    public void on(Options.Database database, Start start) {
        if (current == database) {
            return;
        }
        stop();
        current = database;
        try {
            start.run();
        } catch (Exception e) {
            throw new IllegalStateException("nothing is started on " + database, e);
        }
    }

    private synchronized void stop() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("something does not stop", e);
            }
        }
    }

    /** Starts what the tests of a class share. */
    public interface Start {
        void run() throws Exception;
    }
}
