package org.decisiongates.store.takeout;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** An issue of another instance that was imported, or is being so. Names nobody. */
@Preload
@Table(ImportedIssueRow.TABLE)
public interface ImportedIssueRow extends RawEntity<Long> {

    String TABLE = "IMPORTED_ISSUE";
    String ID = "ID";
    String ORIGIN = "ORIGIN";
    String ISSUE_ID = "ISSUE_ID";
    String BEGUN_MILLIS = "BEGUN_MILLIS";
    String COMPLETE = "COMPLETE";

    int WORD_LENGTH = 64;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    /** A hash over the address of the other instance and the id of the issue there: nothing is imported twice. */
    @NotNull
    @Unique
    @StringLength(WORD_LENGTH)
    String getOrigin();

    /** Null as long as it is not known. */
    @Indexed
    Long getIssueId();

    void setIssueId(Long id);

    @NotNull
    Long getBegunMillis();

    @NotNull
    Boolean isComplete();

    void setComplete(Boolean done);
}
