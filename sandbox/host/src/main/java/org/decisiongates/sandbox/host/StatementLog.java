package org.decisiongates.sandbox.host;

import java.util.ArrayList;
import java.util.List;

/**
 * The SQL that a box sends to its database from when a test begins the log until it, or another test, begins the next one: whatever ran in
 * the box before takes no room in it.
 */
public final class StatementLog {

    /** Whoever forgets to begin anew must not fill the memory of a box that runs for days. */
    private static final int MOST = 200_000;

    private final List<Statements.Sent> sent = new ArrayList<>();
    private boolean ended;

    /** Called for each statement before it is sent, on the thread that sends it. */
    public synchronized void note(Statements.Sent statement) {
        if (!ended && sent.size() <= MOST) {
            sent.add(statement);
        }
    }

    /** What was sent so far. Refused where that is not all of it. */
    public synchronized Statements sent() {
        if (ended) {
            throw new IllegalStateException("Another log was begun: of this one the end is missing");
        }
        if (sent.size() > MOST) {
            throw new IllegalStateException("A log has room for " + MOST + " statements: begin it later, or count less at once");
        }
        return new Statements(sent);
    }

    /** From now on nothing is noted. */
    public synchronized void end() {
        ended = true;
        sent.clear();
    }
}
