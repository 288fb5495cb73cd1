package org.decisiongates.store.approval;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/**
 * What an issue said when somebody was asked to approve it, once for however many steps name it. Written once; nothing of ours deletes
 * it, and nothing updates it but the erasure of a person (docs/decisions/0097-erase-a-person-everywhere.md).
 */
@Preload
@Table(SealedContentRow.TABLE)
public interface SealedContentRow extends RawEntity<Long> {

    String TABLE = "SEALED_CONTENT";
    String ID = "ID";
    String CONTENT_NAME = "CONTENT_NAME";
    String ISSUE_ID = "ISSUE_ID";
    String CONTENT_TEXT = "CONTENT_TEXT";

    int NAME_LENGTH = 127;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    /** {@code <issue>:<digest>}. */
    @NotNull
    @Unique
    @StringLength(NAME_LENGTH)
    String getContentName();

    @NotNull
    @Indexed
    Long getIssueId();

    /** As its digest was computed over it, unless a person was erased from it. */
    @NotNull
    @StringLength(StringLength.UNLIMITED)
    String getContentText();

    void setContentText(String text);
}
