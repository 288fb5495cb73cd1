package org.decisiongates.store.approval;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** A row for each time that an approver had somebody stand in. It stays when it is over, to tell later why somebody could approve. */
@Preload
@Table(DelegationRow.TABLE)
public interface DelegationRow extends RawEntity<Long> {

    String TABLE = "DELEGATION";
    String ID = "ID";
    String APPROVER_KEY = "APPROVER_KEY";
    String DELEGATE_KEY = "DELEGATE_KEY";
    String FIRST_DAY = "FIRST_DAY";
    String LAST_DAY = "LAST_DAY";
    String PROJECT_IDS = "PROJECT_IDS";
    String MADE_MILLIS = "MADE_MILLIS";
    String ENDED_MILLIS = "ENDED_MILLIS";

    int KEY_LENGTH = 255;
    int IDS_LENGTH = 420;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    @NotNull
    @Indexed
    @StringLength(KEY_LENGTH)
    String getApproverKey();

    @NotNull
    @Indexed
    @StringLength(KEY_LENGTH)
    String getDelegateKey();

    /** Days since 1970-01-01. */
    @NotNull
    Long getFirstDay();

    /** Days since 1970-01-01. */
    @NotNull
    Long getLastDay();

    /** Between commas; null for all projects. */
    @StringLength(IDS_LENGTH)
    String getProjectIds();

    @NotNull
    Long getMadeMillis();

    /** When the approver ended it; null where it lasts until its last day. */
    Long getEndedMillis();

    void setEndedMillis(Long millis);
}
