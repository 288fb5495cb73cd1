package org.decisiongates.store;

import java.sql.SQLException;
import java.util.List;

import org.decisiongates.store.timeline.AoChanges;
import org.decisiongates.store.timeline.AoGateEvents;
import org.decisiongates.timeline.Changes;
import org.decisiongates.timeline.GateEvents;

/** What a PostgreSQL holds already of our journal, for tests of those who read it; counts what is sent. */
public final class StoredJournal {

    private final AoFixture database;

    private StoredJournal(AoFixture database) {
        this.database = database;
    }

    /** Makes the tables if they are not there. */
    public static StoredJournal on(String url) throws SQLException {
        return new StoredJournal(AoFixture.postgresAsItIs(url));
    }

    public Changes changes() {
        return new AoChanges(database.ao());
    }

    public GateEvents gates() {
        return new AoGateEvents(database.ao());
    }

    /** Everything that was sent so far. */
    public List<String> statements() {
        return List.copyOf(database.statements);
    }
}
