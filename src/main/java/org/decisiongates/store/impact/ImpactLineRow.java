package org.decisiongates.store.impact;

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
 * A row for each impact line as it is now; what it was before is in the journal. Numbers and days are text, which no database rounds or
 * shifts.
 */
@Preload
@Table(ImpactLineRow.TABLE)
public interface ImpactLineRow extends RawEntity<Long> {

    String TABLE = "IMPACT_LINE";
    String ID = "ID";
    String ISSUE_ID = "ISSUE_ID";
    String SLOT = "SLOT";
    String LINE_VERSION = "LINE_VERSION";
    String METRIC = "METRIC";
    String METRIC_UNIT = "METRIC_UNIT";
    String DIRECTION = "DIRECTION";
    String BASELINE = "BASELINE";
    String EXPECTED = "EXPECTED";
    String CONFIDENCE = "CONFIDENCE";
    String CHECK_DAY = "CHECK_DAY";
    String ACTUAL = "ACTUAL";

    /** Twice what people may type: some databases count characters outside the basic plane as two. */
    int METRIC_LENGTH = 200;
    int UNIT_LENGTH = 40;
    int WORD_LENGTH = 32;

    @AutoIncrement
    @NotNull
    @PrimaryKey(ID)
    long getID();

    @NotNull
    @Indexed
    Long getIssueId();

    /** {@code <issue>:<1 to 20>}: what keeps an issue from having more lines than it may, whoever adds them at the same time. */
    @NotNull
    @Unique
    @StringLength(WORD_LENGTH)
    String getSlot();

    @NotNull
    Integer getLineVersion();

    void setLineVersion(Integer version);

    @NotNull
    @StringLength(METRIC_LENGTH)
    String getMetric();

    void setMetric(String metric);

    @NotNull
    @StringLength(UNIT_LENGTH)
    String getMetricUnit();

    void setMetricUnit(String unit);

    @NotNull
    @StringLength(WORD_LENGTH)
    String getDirection();

    void setDirection(String direction);

    @NotNull
    @StringLength(WORD_LENGTH)
    String getBaseline();

    void setBaseline(String baseline);

    @NotNull
    @StringLength(WORD_LENGTH)
    String getExpected();

    void setExpected(String expected);

    @NotNull
    @StringLength(WORD_LENGTH)
    String getConfidence();

    void setConfidence(String confidence);

    /** ISO date, project zone; null while nobody set one. */
    @StringLength(WORD_LENGTH)
    String getCheckDay();

    void setCheckDay(String day);

    /** Null until it is known. */
    @StringLength(WORD_LENGTH)
    String getActual();

    void setActual(String actual);
}
