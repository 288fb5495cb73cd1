package org.decisiongates.store.policy;

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

/**
 * A version of a policy. Written once; nothing of ours deletes it, and nothing updates it but the erasure of a person
 * (docs/decisions/0097-erase-a-person-everywhere.md). Who wants the texts asks for them by name, because most
 * questions are about the versions alone.
 */
@Preload({PolicyVersionRow.ID, PolicyVersionRow.SCOPE, PolicyVersionRow.POLICY_KEY, PolicyVersionRow.POLICY_VERSION,
        PolicyVersionRow.RETIRED, PolicyVersionRow.AUTHOR_KEY, PolicyVersionRow.AT_MILLIS, PolicyVersionRow.ERASURE_KEY})
@Table(PolicyVersionRow.TABLE)
@Indexes(@Index(name = "policy", methodNames = {"getScope", "getPolicyKey", "getPolicyVersion"}))
public interface PolicyVersionRow extends RawEntity<Long> {

    String TABLE = "POLICY_VERSION";
    String ID = "ID";
    String VERSION_NAME = "VERSION_NAME";
    String SCOPE = "SCOPE";
    String POLICY_KEY = "POLICY_KEY";
    String POLICY_VERSION = "POLICY_VERSION";
    String CONTENT = "CONTENT";
    String WHY_CHANGED = "WHY_CHANGED";
    String AUTHOR_KEY = "AUTHOR_KEY";
    String RETIRED = "RETIRED";
    String AT_MILLIS = "AT_MILLIS";
    String ERASURE_KEY = "ERASURE_KEY";

    int NAME_LENGTH = 255;
    int WORD_LENGTH = 64;
    int KEY_LENGTH = 32;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    /** {@code project:10000 decision 7}: of two authors who make the same version only one succeeds. */
    @NotNull
    @Unique
    @StringLength(NAME_LENGTH)
    String getVersionName();

    @NotNull
    @StringLength(WORD_LENGTH)
    String getScope();

    @NotNull
    @StringLength(WORD_LENGTH)
    String getPolicyKey();

    @NotNull
    Integer getPolicyVersion();

    @NotNull
    @StringLength(StringLength.UNLIMITED)
    String getContent();

    void setContent(String json);

    /** Null for nothing, which the domain does not permit a person. */
    @StringLength(StringLength.UNLIMITED)
    String getWhyChanged();

    void setWhyChanged(String why);

    /** Null for the app itself. */
    @StringLength(NAME_LENGTH)
    String getAuthorKey();

    void setAuthorKey(String key);

    @NotNull
    Boolean isRetired();

    @NotNull
    Long getAtMillis();

    /** The newest erasure of a person that changed it; null for none. */
    @StringLength(KEY_LENGTH)
    String getErasureKey();

    void setErasureKey(String erasure);
}
