package org.decisiongates.store.review;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

import org.decisiongates.store.StepColumns;

/** A step of a feedback thread. Who wants what was written asks for it by name, because rules and numbers want the rest alone. */
@Preload({ThreadStepRow.ID, ThreadStepRow.ISSUE_ID, ThreadStepRow.PROJECT_ID, ThreadStepRow.ACTOR_KEY, ThreadStepRow.AT_MILLIS,
        ThreadStepRow.THREAD_NUMBER, ThreadStepRow.THREAD_STEP, ThreadStepRow.STEP_KIND, ThreadStepRow.DUE_MILLIS,
        ThreadStepRow.ANCHOR_SECTION, ThreadStepRow.ANCHOR_ROW, ThreadStepRow.COMMENT_ID})
@Table(ThreadStepRow.TABLE)
public interface ThreadStepRow extends RawEntity<Long>, StepColumns {

    String TABLE = "THREAD_STEP";
    String THREAD_NUMBER = "THREAD_NUMBER";
    String THREAD_STEP = "THREAD_STEP";
    String STEP_KIND = "STEP_KIND";
    String STEP_TEXT = "STEP_TEXT";
    String DUE_MILLIS = "DUE_MILLIS";
    String ANCHOR_SECTION = "ANCHOR_SECTION";
    String ANCHOR_ROW = "ANCHOR_ROW";
    String QUOTED_TEXT = "QUOTED_TEXT";
    String OBJECTIVE = "OBJECTIVE";
    String COMMENT_ID = "COMMENT_ID";

    int OBJECTIVE_LENGTH = 200;

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

    /** Null in steps after which the owner need not act. */
    @Indexed
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
