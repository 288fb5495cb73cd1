package org.decisiongates.store.health;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The last run of a job on a node. Written over by the next one, removed when the node is gone: no record of the past. */
@Preload
@Table(JobRunRow.TABLE)
public interface JobRunRow extends RawEntity<Long> {

    String TABLE = "JOB_RUN";
    String ID = "ID";
    String RUN_KEY = "RUN_KEY";
    String JOB_NAME = "JOB_NAME";
    String NODE_ID = "NODE_ID";
    String STARTED_MILLIS = "STARTED_MILLIS";
    String TOOK_MILLIS = "TOOK_MILLIS";
    String SUCCEEDED_MILLIS = "SUCCEEDED_MILLIS";
    String FAULT = "FAULT";

    int KEY_LENGTH = 64;
    int NAME_LENGTH = 255;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    /** A hash over job and node. */
    @NotNull
    @Unique
    @StringLength(KEY_LENGTH)
    String getRunKey();

    @NotNull
    @StringLength(NAME_LENGTH)
    String getJobName();

    /** Null where there is no cluster. */
    @StringLength(NAME_LENGTH)
    String getNodeId();

    @NotNull
    Long getStartedMillis();

    void setStartedMillis(Long millis);

    @NotNull
    Long getTookMillis();

    void setTookMillis(Long millis);

    /** Null while no run came to its end. */
    Long getSucceededMillis();

    void setSucceededMillis(Long millis);

    /** Null when it came to its end. */
    @StringLength(NAME_LENGTH)
    String getFault();

    void setFault(String fault);
}
