package org.decisiongates.store.waiver;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

import org.decisiongates.store.StepColumns;

/** A step of a waiver. */
@Preload
@Table(WaiverStepRow.TABLE)
public interface WaiverStepRow extends RawEntity<Long>, StepColumns {

    String TABLE = "WAIVER_STEP";
    String WAIVER_NUMBER = "WAIVER_NUMBER";
    String WAIVER_STEP = "WAIVER_STEP";
    String WAIVER_STATE = "WAIVER_STATE";
    String POLICY_KEY = "POLICY_KEY";
    String RULE_KEY = "RULE_KEY";
    String FIELD_ID = "FIELD_ID";
    String REASON = "REASON";
    String UNTIL_MILLIS = "UNTIL_MILLIS";

    @NotNull
    Integer getWaiverNumber();

    @NotNull
    Integer getWaiverStep();

    @NotNull
    @StringLength(WORD_LENGTH)
    String getWaiverState();

    /** {@code decision}, or {@code decision@10000} for the policy of a project, as in the journal. */
    @NotNull
    @StringLength(NAME_LENGTH)
    String getPolicyKey();

    @NotNull
    @StringLength(NAME_LENGTH)
    String getRuleKey();

    /** Null for a rule that is set to no field. */
    @StringLength(NAME_LENGTH)
    String getFieldId();

    /** Null where nothing was said. */
    @StringLength(StringLength.UNLIMITED)
    String getReason();

    void setReason(String reason);

    @NotNull
    Long getUntilMillis();
}
