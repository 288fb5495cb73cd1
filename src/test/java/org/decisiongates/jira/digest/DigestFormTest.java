package org.decisiongates.jira.digest;

import static org.junit.Assert.assertEquals;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.digest.DigestSubscription;
import org.decisiongates.digest.DigestTime;

public class DigestFormTest {

    @Test
    public void saysOfEachInputWhatIsWrongWithIt() {
        for (String day : List.of("", "0", "8", "x", "01", "-1", "1.0")) {
            assertEquals(day, "[day]", faults(day, "8", "page"));
        }
        for (String hour : List.of("", "24", "99", "100", "x")) {
            assertEquals(hour, "[hour]", faults("1", hour, "page"));
        }
        assertEquals("[form]", faults("1", "8", ""));
        assertEquals("[quiet]", faults("1", "8", "text", "9"));
        assertEquals("[quiet]", faults("1", "8", "text", "2", "1"));
        assertEquals("[day, hour, form, quiet]", faults("8", "24", "pdf", "x"));
        assertEquals("[]", faults("7", "0", "text", "1", "2", "3", "4", "5", "6"));
    }

    @Test
    public void isWhatIsStoredAndWhatIsSent() {
        DigestTime time = new DigestTime(DayOfWeek.FRIDAY, 23, Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY));
        DigestForm stored = DigestForm.of("SHOP", Optional.of(new DigestSubscription(1, "ann", 10000, time, false, false)));
        assertEquals(new DigestForm("SHOP", "5", "23", "text", List.of("1", "7"), ""), stored);
        assertEquals(time, stored.time());
        assertEquals(new DigestTime(DayOfWeek.MONDAY, 8), DigestForm.of("", Optional.empty()).time());
    }

    private static String faults(String day, String hour, String form, String... quiet) {
        return new DigestForm("SHOP", day, hour, form, List.of(quiet), "").faults().keySet().toString();
    }
}
