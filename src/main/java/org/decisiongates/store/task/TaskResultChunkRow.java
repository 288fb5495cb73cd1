package org.decisiongates.store.task;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Index;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** A piece of what came of a task: no row is so long that a database would not take it. */
@Preload
@Table(TaskResultChunkRow.TABLE)
@Indexes(@Index(name = "piece", methodNames = {"getTaskKey", "getPosition"}))
public interface TaskResultChunkRow extends RawEntity<Long> {

    String TABLE = "TASK_PIECE";
    String ID = "ID";
    String TASK_KEY = "TASK_KEY";
    String POSITION = "POSITION";
    String CONTENT = "CONTENT";

    int KEY_LENGTH = 64;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    @NotNull
    @StringLength(KEY_LENGTH)
    String getTaskKey();

    /** From 0. */
    @NotNull
    Integer getPosition();

    @NotNull
    @StringLength(StringLength.UNLIMITED)
    String getContent();

    void setContent(String content);
}
