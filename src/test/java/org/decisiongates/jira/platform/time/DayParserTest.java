package org.decisiongates.jira.platform.time;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.atlassian.jira.util.DateFieldFormat;
import org.junit.Before;
import org.junit.Test;

public class DayParserTest {

    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private final DateFieldFormat picker = mock(DateFieldFormat.class);
    private final DayParser days = new DayParser(picker);

    @Before
    public void pickerIsLenient() {
        when(picker.formatDatePicker(any())).thenAnswer(call -> format().format((Date) call.getArgument(0)));
        when(picker.parseDatePicker(anyString())).thenAnswer(call -> {
            Date parsed = format().parse((String) call.getArgument(0), new ParsePosition(0));
            if (parsed == null) {
                throw new IllegalArgumentException();
            }
            return parsed;
        });
    }

    @Test
    public void readsDaysAsJiraWritesThemAndAsPrograms() {
        for (String typed : List.of("2026-12-31", "31/Dec/26", "31/dec/26", "31/DEC/26")) {
            assertEquals(typed, Optional.of(LAST), days.day(typed));
        }
        for (String typed : List.of("2027-01-05", "5/Jan/27", "05/Jan/27")) {
            assertEquals(typed, Optional.of(LocalDate.of(2027, 1, 5)), days.day(typed));
        }
    }

    @Test
    public void readsNoDayThatNoCalendarHas() {
        for (String typed : List.of("", "31.12.2026", "2026-02-30", "30/Feb/26", "32/Dec/26", "31/Dec/26 and more", "31/Dec/2026",
                "31/Dez/26",
                "tomorrow", "12/31/26")) {
            assertEquals(typed, Optional.empty(), days.day(typed));
        }
    }

    @Test
    public void readsNoDayThatJiraWouldStoreAsOneOfAnotherCentury() {
        for (String typed : List.of("2126-12-31", "1926-12-31", "0026-12-31", "+12026-12-31", "-2026-12-31", "+999999999-12-31")) {
            assertEquals(typed, Optional.empty(), days.day(typed));
        }
        doAnswer(call -> wholeYears().format((Date) call.getArgument(0))).when(picker).formatDatePicker(any());
        doAnswer(call -> wholeYears().parse((String) call.getArgument(0))).when(picker).parseDatePicker(anyString());
        assertEquals(Optional.of(LocalDate.of(2126, 12, 31)), days.day("2126-12-31"));
    }

    private static SimpleDateFormat wholeYears() {
        return new SimpleDateFormat("yyyy-MM-dd", Locale.ENGLISH);
    }

    private static SimpleDateFormat format() {
        return new SimpleDateFormat("d/MMM/yy", Locale.ENGLISH);
    }
}
