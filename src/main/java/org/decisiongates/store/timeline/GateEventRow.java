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

/**
 * A row of the journal: one gate evaluated at one transition. Written once; nothing of ours deletes it, and nothing updates it but the
 * erasure of a person, which takes out who acted (docs/decisions/0097-erase-a-person-everywhere.md).
 */
@Preload
@Table(GateEventRow.TABLE)
@Indexes({@Index(name = "project", methodNames = {"getProjectId", "getID"}),
        @Index(name = "moment", methodNames = {"getProjectId", "getAtMillis"}),
        @Index(name = "issue", methodNames = {"getIssueId"}), @Index(name = "instant", methodNames = {"getAtMillis"}),
        @Index(name = "actor", methodNames = {"getActorKey"})})
public interface GateEventRow extends RawEntity<Long> {

    String TABLE = "GATE_EVENT";
    String ID = "ID";
    String ISSUE_ID = "ISSUE_ID";
    String PROJECT_ID = "PROJECT_ID";
    String WORKFLOW_NAME = "WORKFLOW_NAME";
    String ACTION_ID = "ACTION_ID";
    String TRANSITION_NAME = "TRANSITION_NAME";
    String ACTOR_KEY = "ACTOR_KEY";
    String ACTOR_SALT = "ACTOR_SALT";
    String ACTOR_HASH = "ACTOR_HASH";
    String ERASURE_KEY = "ERASURE_KEY";
    String ASKED_BY = "ASKED_BY";
    String POLICY_KEY = "POLICY_KEY";
    String POLICY_VERSION = "POLICY_VERSION";
    String GATE_KEY = "GATE_KEY";
    String ENFORCEMENT = "ENFORCEMENT";
    String VERDICT = "VERDICT";
    String OUTCOME = "OUTCOME";
    String RULE_RESULTS = "RULE_RESULTS";
    String SETTINGS_HASH = "SETTINGS_HASH";
    String AT_MILLIS = "AT_MILLIS";

    /** Longest name that is stored; the host's names of workflows, transitions and users are not longer. */
    int NAME_LENGTH = 255;
    int WORD_LENGTH = 32;
    int HASH_LENGTH = 64;
    /** Of random names and salts: 16 bytes in hexadecimal digits. */
    int SALT_LENGTH = 32;

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

    /** Null when nobody was logged in, and when the person was erased. */
    @StringLength(NAME_LENGTH)
    String getActorKey();

    void setActorKey(String key);

    /** Keeps the hash of who acted from being guessed; null when the person was erased. */
    @StringLength(SALT_LENGTH)
    String getActorSalt();

    void setActorSalt(String salt);

    /** SHA-256, hex, of salt and key: what a seal knows of who acted. */
    @NotNull
    @StringLength(HASH_LENGTH)
    String getActorHash();

    /** The erasure that took out who acted; null for none. */
    @StringLength(SALT_LENGTH)
    String getErasureKey();

    void setErasureKey(String erasure);

    @NotNull
    @StringLength(WORD_LENGTH)
    String getAskedBy();

    @NotNull
    @StringLength(NAME_LENGTH)
    String getPolicyKey();

    @NotNull
    Integer getPolicyVersion();

    @NotNull
    @StringLength(NAME_LENGTH)
    String getGateKey();

    @NotNull
    @StringLength(WORD_LENGTH)
    String getEnforcement();

    @NotNull
    @StringLength(WORD_LENGTH)
    String getVerdict();

    /** What followed, as {@code GateEvent.outcome()} had it, for the database to select by. */
    @NotNull
    @StringLength(WORD_LENGTH)
    String getOutcome();

    /** What each rule said, as {@link RuleResultsColumn} writes it; null when no rule was asked. */
    @StringLength(StringLength.UNLIMITED)
    String getRuleResults();

    @NotNull
    @StringLength(HASH_LENGTH)
    String getSettingsHash();

    @NotNull
    Long getAtMillis();
}
