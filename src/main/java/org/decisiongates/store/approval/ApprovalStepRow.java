package org.decisiongates.store.approval;

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
 * A step of the approvals of an issue. Written once; nothing of ours deletes it, and nothing updates it but the erasure of a person
 * (docs/decisions/0097-erase-a-person-everywhere.md).
 */
@Preload
@Table(ApprovalStepRow.TABLE)
public interface ApprovalStepRow extends RawEntity<Long> {

    String TABLE = "APPROVAL_STEP";
    String ID = "ID";
    String STEP_NAME = "STEP_NAME";
    String ISSUE_ID = "ISSUE_ID";
    String PROJECT_ID = "PROJECT_ID";
    String STEP_NUMBER = "STEP_NUMBER";
    String STEP_KIND = "STEP_KIND";
    String REQUIREMENTS = "REQUIREMENTS";
    String SECTION_DIGESTS = "SECTION_DIGESTS";
    String CONTENT_DIGEST = "CONTENT_DIGEST";
    String STEP_COMMENT = "STEP_COMMENT";
    String ACTOR_KEY = "ACTOR_KEY";
    String ON_BEHALF_OF = "ON_BEHALF_OF";
    String AT_MILLIS = "AT_MILLIS";
    String SALT = "SALT";
    String PERSONAL_HASH = "PERSONAL_HASH";
    String PREVIOUS_HASH = "PREVIOUS_HASH";
    String STEP_HASH = "STEP_HASH";
    String ERASURE_KEY = "ERASURE_KEY";
    String REAUTHENTICATED = "REAUTHENTICATED";

    int NAME_LENGTH = 255;
    int WORD_LENGTH = 64;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    /** {@code <issue>:<step>}: of two people who do something at once one takes the place, and the other the next. */
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
    Integer getStepNumber();

    @NotNull
    @StringLength(WORD_LENGTH)
    String getStepKind();

    /** Ids of requirements, one a line; null for none. */
    @StringLength(StringLength.UNLIMITED)
    String getRequirements();

    /** Digests by the keys of sections, as {@code NamedValues}; null for none. */
    @StringLength(StringLength.UNLIMITED)
    String getSectionDigests();

    /** Null where something was taken back. */
    @StringLength(WORD_LENGTH)
    String getContentDigest();

    /** Null where nothing was said. */
    @StringLength(StringLength.UNLIMITED)
    String getStepComment();

    void setStepComment(String comment);

    @NotNull
    @Indexed
    @StringLength(NAME_LENGTH)
    String getActorKey();

    void setActorKey(String key);

    /** Null where the actor is the approver. */
    @Indexed
    @StringLength(NAME_LENGTH)
    String getOnBehalfOf();

    void setOnBehalfOf(String key);

    @NotNull
    Long getAtMillis();

    /** Null once a person was erased from the row. */
    @StringLength(WORD_LENGTH)
    String getSalt();

    void setSalt(String salt);

    @NotNull
    @StringLength(WORD_LENGTH)
    String getPersonalHash();

    /** Null in the first step of an issue. */
    @StringLength(WORD_LENGTH)
    String getPreviousHash();

    @NotNull
    @StringLength(WORD_LENGTH)
    String getStepHash();

    /** The erasure that took a person out of the row; null for none. */
    @StringLength(WORD_LENGTH)
    String getErasureKey();

    void setErasureKey(String key);

    /** Whether its actor gave their password for it; null in rows of versions that asked for none. */
    Boolean isReauthenticated();
}
