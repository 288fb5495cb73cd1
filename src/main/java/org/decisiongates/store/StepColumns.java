package org.decisiongates.store;

import java.util.HashMap;
import java.util.Map;

import com.atlassian.activeobjects.external.ActiveObjects;
import net.java.ao.Query;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Unique;

/**
 * The columns of every table that holds, step by step, what happened to something of an issue. A row is written once; nothing of ours
 * deletes it, and nothing updates it but the erasure of a person (docs/decisions/0097-erase-a-person-everywhere.md). This is no entity
 * itself: Active Objects would make a table of it.
 */
public interface StepColumns {

    String ID = "ID";
    String STEP_NAME = "STEP_NAME";
    String ISSUE_ID = "ISSUE_ID";
    String PROJECT_ID = "PROJECT_ID";
    String ACTOR_KEY = "ACTOR_KEY";
    String AT_MILLIS = "AT_MILLIS";

    int NAME_LENGTH = 255;
    int WORD_LENGTH = 64;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    /** {@code <issue>:<number>:<step>}: of two people who do something to one thing of an issue only one succeeds. */
    @NotNull
    @Unique
    @StringLength(WORD_LENGTH)
    String getStepName();

    @NotNull
    @Indexed
    Long getIssueId();

    /** The project that the issue was in. */
    @NotNull
    @Indexed
    Long getProjectId();

    @NotNull
    @StringLength(NAME_LENGTH)
    String getActorKey();

    void setActorKey(String key);

    @NotNull
    Long getAtMillis();

    /**
     * Stores a step, unless it has been taken: another one of the same number was stored meanwhile.
     *
     * @param number  number of what the step is taken in, within the issue
     * @param step    number of the step within that
     * @param columns everything but the name
     * @return whether it was stored
     */
    static <T extends RawEntity<Long> & StepColumns> boolean append(ActiveObjects ao, Class<T> table, long issueId, int number, int step,
            Map<String, Object> columns) {
        String name = issueId + ":" + number + ":" + step;
        Map<String, Object> row = new HashMap<>(columns);
        row.put(ISSUE_ID, issueId);
        row.put(STEP_NAME, name);
        return UniqueInsert.into(ao, table, row, Query.select().where("STEP_NAME = ?", name));
    }
}
