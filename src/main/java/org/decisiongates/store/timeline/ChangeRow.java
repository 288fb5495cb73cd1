package org.decisiongates.store.timeline;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Index;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/**
 * A row of the journal: one thing that changed about one issue. Written once; nothing of ours deletes it, and nothing updates it but the
 * erasure of a person (docs/decisions/0097-erase-a-person-everywhere.md). Reading loads all but its name, which says nothing that the rest
 * does not: a page of many takes a seventh less memory to read so.
 */
@Preload({ChangeRow.ID, ChangeRow.ISSUE_ID, ChangeRow.ISSUE_KEY, ChangeRow.PROJECT_ID, ChangeRow.ISSUE_KIND, ChangeRow.GROUP_NAME,
        ChangeRow.ITEM,
        ChangeRow.SUBJECT, ChangeRow.STEP, ChangeRow.VALUE_BEFORE, ChangeRow.VALUE_AFTER, ChangeRow.ACTOR_KEY, ChangeRow.AT_MILLIS})
@Table(ChangeRow.TABLE)
@Indexes({@Index(name = "place", methodNames = {"getProjectId", "getIssueId", "getAtMillis", "getID"}),
        @Index(name = "newest", methodNames = {"getProjectId", "getID"})})
public interface ChangeRow extends RawEntity<Long> {

    String TABLE = "ISSUE_CHANGE";
    String ID = "ID";
    String CHANGE_KEY = "CHANGE_KEY";
    String ISSUE_ID = "ISSUE_ID";
    String ISSUE_KEY = "ISSUE_KEY";
    String PROJECT_ID = "PROJECT_ID";
    String ISSUE_KIND = "ISSUE_KIND";
    String GROUP_NAME = "GROUP_NAME";
    String ITEM = "ITEM";
    String SUBJECT = "SUBJECT";
    String STEP = "STEP";
    String VALUE_BEFORE = "VALUE_BEFORE";
    String VALUE_AFTER = "VALUE_AFTER";
    String ACTOR_KEY = "ACTOR_KEY";
    String AT_MILLIS = "AT_MILLIS";

    /** Longest name that is stored; the host's keys of issues and users are not longer. */
    int NAME_LENGTH = 255;
    int WORD_LENGTH = 32;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    /** What names the change: the same change delivered twice is one row. */
    @NotNull
    @Unique
    @StringLength(NAME_LENGTH)
    String getChangeKey();

    @NotNull
    @Indexed
    Long getIssueId();

    @NotNull
    @StringLength(NAME_LENGTH)
    String getIssueKey();

    @NotNull
    Long getProjectId();

    @NotNull
    @StringLength(WORD_LENGTH)
    String getIssueKind();

    @NotNull
    @StringLength(NAME_LENGTH)
    String getGroupName();

    @NotNull
    @StringLength(WORD_LENGTH)
    String getItem();

    /** Null when the group and the item say enough. */
    @StringLength(NAME_LENGTH)
    String getSubject();

    /** Null for the first change of its item and subject in the group. */
    Integer getStep();

    /** Null for none. */
    @StringLength(StringLength.UNLIMITED)
    String getValueBefore();

    void setValueBefore(String value);

    /** Null for none. */
    @StringLength(StringLength.UNLIMITED)
    String getValueAfter();

    void setValueAfter(String value);

    /** Null when nobody was logged in. */
    @StringLength(NAME_LENGTH)
    String getActorKey();

    void setActorKey(String key);

    @NotNull
    Long getAtMillis();
}
