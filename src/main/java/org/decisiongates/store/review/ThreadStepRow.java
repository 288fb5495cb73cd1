package org.decisiongates.store.review;

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
 * A step of a feedback thread. Written once; nothing of ours deletes it, and nothing updates it but the erasure of a person
 * (docs/decisions/0097-erase-a-person-everywhere.md).
 */
@Preload
@Table(ThreadStepRow.TABLE)
public interface ThreadStepRow extends RawEntity<Long> {

    String TABLE = "THREAD_STEP";
    String ID = "ID";
    String STEP_NAME = "STEP_NAME";
    String ISSUE_ID = "ISSUE_ID";
    String PROJECT_ID = "PROJECT_ID";
    String THREAD_NUMBER = "THREAD_NUMBER";
    String THREAD_STEP = "THREAD_STEP";
    String STEP_KIND = "STEP_KIND";
    String STEP_TEXT = "STEP_TEXT";
    String ACTOR_KEY = "ACTOR_KEY";
    String AT_MILLIS = "AT_MILLIS";
    String DUE_MILLIS = "DUE_MILLIS";
    String ANCHOR_SECTION = "ANCHOR_SECTION";
    String ANCHOR_ROW = "ANCHOR_ROW";
    String QUOTED_TEXT = "QUOTED_TEXT";
    String OBJECTIVE = "OBJECTIVE";
    String COMMENT_ID = "COMMENT_ID";

    int NAME_LENGTH = 255;
    int WORD_LENGTH = 64;
    int OBJECTIVE_LENGTH = 200;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    /** {@code <issue>:<thread>:<step>}: of two people who do something to one thread only one succeeds. */
    @NotNull
    @Unique
    @StringLength(WORD_LENGTH)
    String getStepName();

    @NotNull
    @Indexed
    Long getIssueId();

    @NotNull
    @Indexed
    Long getProjectId();

    @NotNull
    Integer getThreadNumber();

    @NotNull
    Integer getThreadStep();

    @NotNull
    @StringLength(WORD_LENGTH)
    String getStepKind();

    /** Null where nothing was written. */
    @StringLength(StringLength.UNLIMITED)
    String getStepText();

    void setStepText(String text);

    @NotNull
    @StringLength(NAME_LENGTH)
    String getActorKey();

    void setActorKey(String key);

    @NotNull
    Long getAtMillis();

    /** Null in steps that ask for no action of the owner. */
    Long getDueMillis();

    /** Null behind the first step, like all that follow. */
    @StringLength(WORD_LENGTH)
    String getAnchorSection();

    /** Null in sections without rows, too. */
    Long getAnchorRow();

    /** Null where the section was empty, too. */
    @StringLength(StringLength.UNLIMITED)
    String getQuotedText();

    void setQuotedText(String text);

    @StringLength(OBJECTIVE_LENGTH)
    String getObjective();

    void setObjective(String objective);

    /** Null where the thread was not made of a comment, too. */
    Long getCommentId();
}
