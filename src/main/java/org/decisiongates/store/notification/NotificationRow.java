package org.decisiongates.store.notification;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** A row for each person and step until an e-mail was made of it. */
@Preload
@Table(NotificationRow.TABLE)
public interface NotificationRow extends RawEntity<Long> {

    String TABLE = "NOTIFICATION";
    String ID = "ID";
    String PERSON_KEY = "PERSON_KEY";
    String ISSUE_ID = "ISSUE_ID";
    String THREAD_NUMBER = "THREAD_NUMBER";
    String THREAD_STEP = "THREAD_STEP";
    String REASON = "REASON";
    String AT_MILLIS = "AT_MILLIS";

    int KEY_LENGTH = 255;
    int WORD_LENGTH = 64;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    @NotNull
    @Indexed
    @StringLength(KEY_LENGTH)
    String getPersonKey();

    @NotNull
    Long getIssueId();

    @NotNull
    Integer getThreadNumber();

    /** 0 for a breached window. */
    @NotNull
    Integer getThreadStep();

    @NotNull
    @StringLength(WORD_LENGTH)
    String getReason();

    @NotNull
    @Indexed
    Long getAtMillis();
}
