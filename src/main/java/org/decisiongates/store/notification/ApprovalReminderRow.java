package org.decisiongates.store.notification;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** A row for each person who was reminded of the approvals of an issue: the last time. */
@Preload
@Table(ApprovalReminderRow.TABLE)
public interface ApprovalReminderRow extends RawEntity<Long> {

    String TABLE = "APPROVAL_REMINDER";
    String ID = "ID";
    String REMINDER_NAME = "REMINDER_NAME";
    String ISSUE_ID = "ISSUE_ID";
    String PERSON_KEY = "PERSON_KEY";
    String ACTOR_KEY = "ACTOR_KEY";
    String REMINDED_DAY = "REMINDED_DAY";
    String AT_MILLIS = "AT_MILLIS";

    int NAME_LENGTH = 64;
    int KEY_LENGTH = 255;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    /** Hash of issue, person and day: one row a day, whichever nodes write it; some databases index no longer. */
    @NotNull
    @Unique
    @StringLength(NAME_LENGTH)
    String getReminderName();

    @NotNull
    @Indexed
    Long getIssueId();

    @NotNull
    @Indexed
    @StringLength(KEY_LENGTH)
    String getPersonKey();

    /** Null where a policy asked for it. */
    @Indexed
    @StringLength(KEY_LENGTH)
    String getActorKey();

    void setActorKey(String key);

    /** Days since 1970, in the zone of projects. */
    @NotNull
    Long getRemindedDay();

    @NotNull
    @Indexed
    Long getAtMillis();
}
