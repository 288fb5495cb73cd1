package org.decisiongates.store.task;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** A background task. Removed a week after its end: no record of the past. */
@Preload
@Table(BackgroundTaskRow.TABLE)
public interface BackgroundTaskRow extends RawEntity<Long> {

    String TABLE = "BACKGROUND_TASK";
    String ID = "ID";
    String TASK_KEY = "TASK_KEY";
    String SLOT = "SLOT";
    String TASK_KIND = "TASK_KIND";
    String OWNER_KEY = "OWNER_KEY";
    String SCOPE_KEY = "SCOPE_KEY";
    String TITLE = "TITLE";
    String TASK_STATE = "TASK_STATE";
    String DONE_COUNT = "DONE_COUNT";
    String TOTAL_COUNT = "TOTAL_COUNT";
    String CANCEL_ASKED = "CANCEL_ASKED";
    String STARTED_MILLIS = "STARTED_MILLIS";
    String TOLD_MILLIS = "TOLD_MILLIS";
    String ENDED_MILLIS = "ENDED_MILLIS";
    String FAULT = "FAULT";

    int NAME_LENGTH = 255;
    int WORD_LENGTH = 64;
    int TEXT_LENGTH = 450;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    @NotNull
    @Unique
    @StringLength(WORD_LENGTH)
    String getTaskKey();

    /** A hash over kind and owner while it is not over, then its own key: of two tasks that are started at once only one succeeds. */
    @NotNull
    @Unique
    @StringLength(WORD_LENGTH)
    String getSlot();

    void setSlot(String slot);

    @NotNull
    @StringLength(WORD_LENGTH)
    String getTaskKind();

    @NotNull
    @StringLength(NAME_LENGTH)
    String getOwnerKey();

    void setOwnerKey(String key);

    /** Null for no project. */
    @StringLength(NAME_LENGTH)
    String getScopeKey();

    @StringLength(StringLength.UNLIMITED)
    String getTitle();

    void setTitle(String title);

    @NotNull
    @StringLength(WORD_LENGTH)
    String getTaskState();

    void setTaskState(String state);

    @NotNull
    Integer getDoneCount();

    void setDoneCount(Integer count);

    @NotNull
    Integer getTotalCount();

    void setTotalCount(Integer count);

    @NotNull
    Boolean isCancelAsked();

    void setCancelAsked(Boolean asked);

    @NotNull
    Long getStartedMillis();

    /** When its node told of it last. */
    @NotNull
    @Indexed
    Long getToldMillis();

    void setToldMillis(Long millis);

    /** Null while it is not over, and for good where nobody knows. */
    Long getEndedMillis();

    void setEndedMillis(Long millis);

    /** Null unless it failed. */
    @StringLength(TEXT_LENGTH)
    String getFault();

    void setFault(String fault);
}
