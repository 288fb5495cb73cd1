package org.decisiongates.store.waiver;

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
 * A step of a waiver. Written once; nothing of ours deletes it, and nothing updates it but the erasure of a person
 * (docs/decisions/0097-erase-a-person-everywhere.md).
 */
@Preload
@Table(WaiverStepRow.TABLE)
public interface WaiverStepRow extends RawEntity<Long> {

    String TABLE = "WAIVER_STEP";
    String ID = "ID";
    String STEP_NAME = "STEP_NAME";
    String ISSUE_ID = "ISSUE_ID";
    String PROJECT_ID = "PROJECT_ID";
    String WAIVER_NUMBER = "WAIVER_NUMBER";
    String WAIVER_STEP = "WAIVER_STEP";
    String WAIVER_STATE = "WAIVER_STATE";
    String POLICY_KEY = "POLICY_KEY";
    String RULE_KEY = "RULE_KEY";
    String FIELD_ID = "FIELD_ID";
    String REASON = "REASON";
    String UNTIL_MILLIS = "UNTIL_MILLIS";
    String ACTOR_KEY = "ACTOR_KEY";
    String AT_MILLIS = "AT_MILLIS";

    int NAME_LENGTH = 255;
    int WORD_LENGTH = 64;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    /** {@code <issue>:<waiver>:<step>}: of two people who do something to one waiver only one succeeds. */
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

    @NotNull
    @StringLength(NAME_LENGTH)
    String getActorKey();

    void setActorKey(String key);

    @NotNull
    Long getAtMillis();
}
