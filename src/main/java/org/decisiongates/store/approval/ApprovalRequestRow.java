package org.decisiongates.store.approval;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** A row for each issue of which somebody asked for approvals: the index of what may wait for somebody (docs/decisions/0173). */
@Preload
@Table(ApprovalRequestRow.TABLE)
public interface ApprovalRequestRow extends RawEntity<Long> {

    String TABLE = "APPROVAL_REQUEST";
    String ID = "ID";
    String ISSUE_ID = "ISSUE_ID";
    String PROJECT_ID = "PROJECT_ID";
    String ENDED = "ENDED";

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    @NotNull
    @Unique
    Long getIssueId();

    @NotNull
    @Indexed
    Long getProjectId();

    void setProjectId(Long projectId);

    @NotNull
    @Indexed
    Boolean isEnded();

    void setEnded(Boolean ended);
}
