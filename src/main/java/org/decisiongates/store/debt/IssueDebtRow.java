package org.decisiongates.store.debt;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Index;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** What was found of an issue at its last check. No record of the past: it can be found again. */
@Preload
@Table(IssueDebtRow.TABLE)
@Indexes(@Index(name = "project", methodNames = {"getProjectId", "getIssueId"}))
public interface IssueDebtRow extends RawEntity<Long> {

    String TABLE = "ISSUE_DEBT";
    String ID = "ID";
    String ISSUE_ID = "ISSUE_ID";
    String PROJECT_ID = "PROJECT_ID";
    String PHASE = "PHASE";
    String DEBT_COUNT = "DEBT_COUNT";
    String FINDINGS = "FINDINGS";

    int WORD_LENGTH = 64;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    /** One row an issue, whichever nodes look at it at the same time. */
    @NotNull
    @Unique
    Long getIssueId();

    @NotNull
    Long getProjectId();

    void setProjectId(Long id);

    @NotNull
    @StringLength(WORD_LENGTH)
    String getPhase();

    void setPhase(String phase);

    @NotNull
    Integer getDebtCount();

    void setDebtCount(Integer count);

    /** The policies that ask something of the issue and the rules that are not met, as JSON. */
    @NotNull
    @StringLength(StringLength.UNLIMITED)
    String getFindings();

    void setFindings(String json);
}
