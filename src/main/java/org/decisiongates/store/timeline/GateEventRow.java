package org.decisiongates.store.timeline;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Index;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** A row of the journal: one gate examined at one transition. Written once; nothing of ours updates or deletes it. */
@Preload
@Table(GateEventRow.TABLE)
@Indexes({@Index(name = "project", methodNames = {"getProjectId", "getID"}),
        @Index(name = "moment", methodNames = {"getProjectId", "getAtMillis"})})
public interface GateEventRow extends RawEntity<Long> {

    String TABLE = "GATE_EVENT";
    String ID = "ID";
    String ISSUE_ID = "ISSUE_ID";
    String PROJECT_ID = "PROJECT_ID";
    String WORKFLOW_NAME = "WORKFLOW_NAME";
    String ACTION_ID = "ACTION_ID";
    String TRANSITION_NAME = "TRANSITION_NAME";
    String ACTOR_KEY = "ACTOR_KEY";
    String ASKED_BY = "ASKED_BY";
    String VERDICT = "VERDICT";
    String FAILED_RULES = "FAILED_RULES";
    String SETTINGS_HASH = "SETTINGS_HASH";
    String AT_MILLIS = "AT_MILLIS";

    /** Longest name that is kept; the host's names of workflows, transitions and users are not longer. */
    int NAME_LENGTH = 255;
    /** Longest list of rule names that is kept. */
    int RULES_LENGTH = 450;
    int WORD_LENGTH = 32;
    int HASH_LENGTH = 64;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    /** Null when the gate stood before a creation. */
    Long getIssueId();

    @NotNull
    Long getProjectId();

    @StringLength(NAME_LENGTH)
    String getWorkflowName();

    @NotNull
    Integer getActionId();

    @StringLength(NAME_LENGTH)
    String getTransitionName();

    /** Null when nobody was logged in. */
    @StringLength(NAME_LENGTH)
    String getActorKey();

    @NotNull
    @StringLength(WORD_LENGTH)
    String getAskedBy();

    @NotNull
    @StringLength(WORD_LENGTH)
    String getVerdict();

    /** Names with commas between them; null when no rule refused. */
    @StringLength(RULES_LENGTH)
    String getFailedRules();

    @NotNull
    @StringLength(HASH_LENGTH)
    String getSettingsHash();

    @NotNull
    Long getAtMillis();
}
