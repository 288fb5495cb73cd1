package org.decisiongates.store.summary;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Index;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/**
 * A closed week of one scope. Written once; nothing of ours deletes it, and nothing updates it but the erasure of a person
 * (docs/decisions/0097-erase-a-person-everywhere.md).
 */
@Preload
@Table(SnapshotRow.TABLE)
@Indexes(@Index(name = "week", methodNames = {"getScope", "getIsoWeek"}))
public interface SnapshotRow extends RawEntity<Long> {

    String TABLE = "WEEK_SNAPSHOT";
    String ID = "ID";
    String SCOPE_WEEK = "SCOPE_WEEK";
    String SCOPE = "SCOPE";
    String ISO_WEEK = "ISO_WEEK";
    String CLOSED_AT_MILLIS = "CLOSED_AT_MILLIS";
    String REBUILT = "REBUILT";
    String BODY = "BODY";
    String PREVIOUS_SEAL = "PREVIOUS_SEAL";
    String SEAL = "SEAL";
    String ERASURE_KEY = "ERASURE_KEY";
    String ERASED_SEAL = "ERASED_SEAL";

    int NAME_LENGTH = 255;
    int WORD_LENGTH = 32;
    int HASH_LENGTH = 64;
    int KEY_LENGTH = 32;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    /** {@code project:10000 2026-W46}: two nodes that close the same week make one row. */
    @NotNull
    @Unique
    @StringLength(NAME_LENGTH)
    String getScopeWeek();

    @NotNull
    @StringLength(NAME_LENGTH)
    String getScope();

    @NotNull
    @StringLength(WORD_LENGTH)
    String getIsoWeek();

    @NotNull
    Long getClosedAtMillis();

    @NotNull
    Boolean isRebuilt();

    @NotNull
    @StringLength(StringLength.UNLIMITED)
    String getBody();

    void setBody(String json);

    /** Null for the first week of the scope. */
    @StringLength(HASH_LENGTH)
    String getPreviousSeal();

    @NotNull
    @StringLength(HASH_LENGTH)
    String getSeal();

    /** The newest erasure of a person that changed the body; null for none. */
    @StringLength(KEY_LENGTH)
    String getErasureKey();

    void setErasureKey(String erasure);

    /** The seal over what that erasure left; null for none. */
    @StringLength(HASH_LENGTH)
    String getErasedSeal();

    void setErasedSeal(String seal);
}
