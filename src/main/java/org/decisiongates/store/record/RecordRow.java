package org.decisiongates.store.record;

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
 * A row of the record of an issue as it is now, of whatever kind; what it was before is in the journal. Kinds share columns that mean the
 * same (docs/decisions/0067-keep-all-records-in-one-table.md). Numbers and days are text, which no database rounds or shifts.
 */
@Preload
@Table(RecordRow.TABLE)
@Indexes(@Index(name = "state", methodNames = {"getRecordKind", "getRecordState", "getIssueId"}))
public interface RecordRow extends RawEntity<Long> {

    String TABLE = "ISSUE_RECORD";
    String ID = "ID";
    String ISSUE_ID = "ISSUE_ID";
    String SLOT = "SLOT";
    String RECORD_VERSION = "RECORD_VERSION";
    String RECORD_KIND = "RECORD_KIND";
    String RECORD_STATE = "RECORD_STATE";
    String RECORD_TEXT = "RECORD_TEXT";
    String DETAIL = "DETAIL";
    String PERSON_KEY = "PERSON_KEY";
    String DUE_DAY = "DUE_DAY";
    String AMOUNT = "AMOUNT";
    String AMOUNT_UNIT = "AMOUNT_UNIT";
    String CRITERION_ID = "CRITERION_ID";
    String FOLLOW_UP_ID = "FOLLOW_UP_ID";
    String EXPOSURE = "EXPOSURE";
    String OUTCOME = "OUTCOME";
    String HYPOTHESIS_ID = "HYPOTHESIS_ID";

    int NAME_LENGTH = 255;
    /** Twice what people may type: some databases count characters outside the basic plane as two. */
    int UNIT_LENGTH = 40;
    int WORD_LENGTH = 32;
    int SLOT_LENGTH = 64;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    @NotNull
    @Indexed
    Long getIssueId();

    /** {@code <issue>:<KIND>:<1 to 20>}: what keeps an issue from having more rows than it may, whoever adds them at the same time. */
    @NotNull
    @Unique
    @StringLength(SLOT_LENGTH)
    String getSlot();

    @NotNull
    Integer getRecordVersion();

    void setRecordVersion(Integer version);

    @NotNull
    @StringLength(WORD_LENGTH)
    String getRecordKind();

    /** The state it is in, or the path that an exception state describes; null for kinds that have neither. */
    @StringLength(WORD_LENGTH)
    String getRecordState();

    void setRecordState(String state);

    /** What it says; of a communication plan, the audience. */
    @NotNull
    @StringLength(StringLength.UNLIMITED)
    String getRecordText();

    void setRecordText(String text);

    /**
     * The reason of an option or a trade-off, the channel of a communication plan, where evidence is, how a hypothesis is
     * checked; null for none.
     */
    @StringLength(StringLength.UNLIMITED)
    String getDetail();

    void setDetail(String detail);

    /** User key of whoever answers for it: verifies, owns, approved or accepted it; null for nobody. */
    @StringLength(NAME_LENGTH)
    String getPersonKey();

    void setPersonKey(String key);

    /** ISO date, project zone: when acceptance of a risk ends, the next update is due, or a hypothesis is to be checked; null for none. */
    @StringLength(WORD_LENGTH)
    String getDueDay();

    void setDueDay(String day);

    /** What a criterion is measured by; null for yes or no. */
    @StringLength(WORD_LENGTH)
    String getAmount();

    void setAmount(String amount);

    @StringLength(UNIT_LENGTH)
    String getAmountUnit();

    void setAmountUnit(String unit);

    /** The row of the criterion that evidence supports; null for the decision as a whole. */
    Long getCriterionId();

    void setCriterionId(Long id);

    /** The issue that follows up what a criterion cannot demonstrate; null for none. */
    Long getFollowUpId();

    void setFollowUpId(Long id);

    /** How much is lost if a hypothesis is wrong; null for other kinds. */
    @StringLength(WORD_LENGTH)
    String getExposure();

    void setExposure(String exposure);

    /** What the check of a hypothesis showed; null for nothing. */
    @StringLength(StringLength.UNLIMITED)
    String getOutcome();

    void setOutcome(String outcome);

    /** The row of the hypothesis whose verdict evidence supports; null for none. */
    Long getHypothesisId();

    void setHypothesisId(Long id);
}
