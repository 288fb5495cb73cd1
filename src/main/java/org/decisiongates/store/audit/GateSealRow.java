package org.decisiongates.store.audit;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** A seal on a row of the journal of gates. Written once; nothing of ours updates or deletes it. Every column is part of a hash. */
@Preload
@Table(GateSealRow.TABLE)
public interface GateSealRow extends RawEntity<Long> {

    String TABLE = "GATE_SEAL";
    String EVENT_ID = "EVENT_ID";
    String ISSUE_LINK = "ISSUE_LINK";
    String PROJECT_LINK = "PROJECT_LINK";
    String SEALED_MILLIS = "SEALED_MILLIS";
    String SEAL_HASH = "SEAL_HASH";
    String PROJECT_HASH = "PROJECT_HASH";

    int LINK_LENGTH = 64;
    int HASH_LENGTH = 64;

    /** The row of the journal: a row is sealed once. */
    @NotNull
    @PrimaryKey(EVENT_ID)
    long getEventId();

    /** Its place in the chain of its issue: a place is taken once. */
    @NotNull
    @Unique
    @StringLength(LINK_LENGTH)
    String getIssueLink();

    /** Its place in the chain of its project: a place is taken once. */
    @NotNull
    @Unique
    @StringLength(LINK_LENGTH)
    String getProjectLink();

    @NotNull
    Long getSealedMillis();

    @NotNull
    @StringLength(HASH_LENGTH)
    String getSealHash();

    @NotNull
    @StringLength(HASH_LENGTH)
    String getProjectHash();
}
