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

/** A row for each person who has chosen. */
@Preload
@Table(NotificationChoiceRow.TABLE)
public interface NotificationChoiceRow extends RawEntity<Long> {

    String TABLE = "NOTIFICATION_CHOICE";
    String ID = "ID";
    String CHOICE_NAME = "CHOICE_NAME";
    String PERSON_KEY = "PERSON_KEY";
    String DELIVERY = "DELIVERY";
    String DAILY_HOUR = "DAILY_HOUR";
    String QUIET_FROM = "QUIET_FROM";
    String QUIET_TO = "QUIET_TO";
    String QUIET_WEEKENDS = "QUIET_WEEKENDS";
    String HTML_FORM = "HTML_FORM";

    int NAME_LENGTH = 64;
    int KEY_LENGTH = 255;
    int WORD_LENGTH = 64;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    /** Hash of the user key: one row a person, whichever nodes write it; some databases index no longer. */
    @NotNull
    @Unique
    @StringLength(NAME_LENGTH)
    String getChoiceName();

    @NotNull
    @Indexed
    @StringLength(KEY_LENGTH)
    String getPersonKey();

    @NotNull
    @StringLength(WORD_LENGTH)
    String getDelivery();

    void setDelivery(String delivery);

    @NotNull
    Integer getDailyHour();

    void setDailyHour(Integer hour);

    @NotNull
    Integer getQuietFrom();

    void setQuietFrom(Integer hour);

    @NotNull
    Integer getQuietTo();

    void setQuietTo(Integer hour);

    @NotNull
    Boolean isQuietWeekends();

    void setQuietWeekends(Boolean quiet);

    @NotNull
    Boolean isHtmlForm();

    void setHtmlForm(Boolean html);
}
