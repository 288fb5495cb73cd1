package org.decisiongates.store.digest;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** A row for each digest that a node took on to send, for a few weeks: what keeps two nodes from sending one. */
@Preload
@Table(DigestClaimRow.TABLE)
public interface DigestClaimRow extends RawEntity<Long> {

    String TABLE = "DIGEST_CLAIM";
    String ID = "ID";
    String CLAIM_NAME = "CLAIM_NAME";
    String DIGEST_ID = "DIGEST_ID";
    String CLAIMED_MILLIS = "CLAIMED_MILLIS";

    int NAME_LENGTH = 64;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    /** {@code <digest>:<week>}. */
    @NotNull
    @Unique
    @StringLength(NAME_LENGTH)
    String getClaimName();

    @NotNull
    @Indexed
    Long getDigestId();

    @NotNull
    @Indexed
    Long getClaimedMillis();
}
