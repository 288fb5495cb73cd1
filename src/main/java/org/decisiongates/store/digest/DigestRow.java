package org.decisiongates.store.digest;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** A row for each person and project. */
@Preload
@Table(DigestRow.TABLE)
public interface DigestRow extends RawEntity<Long> {

    String TABLE = "DIGEST";
    String ID = "ID";
    String DIGEST_NAME = "DIGEST_NAME";
    String PERSON_KEY = "PERSON_KEY";
    String PROJECT_ID = "PROJECT_ID";
    String DIGEST_DAY = "DIGEST_DAY";
    String DIGEST_HOUR = "DIGEST_HOUR";
    String QUIET_DAYS = "QUIET_DAYS";
    String HTML_FORM = "HTML_FORM";
    String ENDED = "ENDED";

    int KEY_LENGTH = 255;
    int NAME_LENGTH = 96;
    int WORD_LENGTH = 16;
    int DAYS_LENGTH = 96;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    /** {@code <project>:<hash of the user key>}: one row a person and project, whichever nodes write it; some databases index no longer. */
    @NotNull
    @Unique
    @StringLength(NAME_LENGTH)
    String getDigestName();

    @NotNull
    @Indexed
    @StringLength(KEY_LENGTH)
    String getPersonKey();

    @NotNull
    @Indexed
    Long getProjectId();

    /** A day of the week by its English name, in capitals. */
    @NotNull
    @StringLength(WORD_LENGTH)
    String getDigestDay();

    void setDigestDay(String day);

    @NotNull
    Integer getDigestHour();

    void setDigestHour(Integer hour);

    /** Days of the week, between commas; {@code -} for none. Empty where a version wrote the row that knew weekends alone. */
    @StringLength(DAYS_LENGTH)
    String getQuietDays();

    void setQuietDays(String days);

    @NotNull
    Boolean isHtmlForm();

    void setHtmlForm(Boolean html);

    @NotNull
    Boolean isEnded();

    void setEnded(Boolean ended);
}
