package org.decisiongates.store.notification;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** A row for each time that steps were looked through, for a few weeks: what keeps two nodes from finding one step twice. */
@Preload
@Table(NotificationProgressRow.TABLE)
public interface NotificationProgressRow extends RawEntity<Long> {

    String TABLE = "NOTIFY_PROGRESS";
    String ID = "ID";
    String PROGRESS_NUMBER = "PROGRESS_NUMBER";
    String STEP_PLACE = "STEP_PLACE";
    String UNTIL_MILLIS = "UNTIL_MILLIS";
    String AT_MILLIS = "AT_MILLIS";

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    /** From 1, without a gap. */
    @NotNull
    @Unique
    Long getProgressNumber();

    /** Number of the row of the last step. */
    @NotNull
    Long getStepPlace();

    @NotNull
    Long getUntilMillis();

    @NotNull
    @Indexed
    Long getAtMillis();
}
