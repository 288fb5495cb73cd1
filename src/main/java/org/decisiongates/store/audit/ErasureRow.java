package org.decisiongates.store.audit;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The record of an erasure of a person. Written once; nothing of ours updates or deletes it. */
@Preload
@Table(ErasureRow.TABLE)
public interface ErasureRow extends RawEntity<String> {

    String TABLE = "ERASURE";
    String ERASURE_KEY = "ERASURE_KEY";
    String ERASED_BY = "ERASED_BY";
    String ERASED_MILLIS = "ERASED_MILLIS";
    String PARTS = "PARTS";
    String ERASURE_HASH = "ERASURE_HASH";

    int KEY_LENGTH = 32;
    int NAME_LENGTH = 255;
    int PARTS_LENGTH = 450;
    int HASH_LENGTH = 64;

    @NotNull
    @PrimaryKey(ERASURE_KEY)
    @StringLength(KEY_LENGTH)
    String getErasureKey();

    @NotNull
    @StringLength(NAME_LENGTH)
    String getErasedBy();

    @NotNull
    Long getErasedMillis();

    /** {@code GATES=12;WEEKS=1}: how many rows of each part were to be changed. */
    @NotNull
    @StringLength(PARTS_LENGTH)
    String getParts();

    @NotNull
    @StringLength(HASH_LENGTH)
    String getErasureHash();
}
