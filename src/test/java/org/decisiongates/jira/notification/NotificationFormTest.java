package org.decisiongates.jira.notification;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.junit.Test;

import org.decisiongates.notification.NotificationChoice;
import org.decisiongates.notification.NotificationChoice.Delivery;
import org.decisiongates.notification.QuietHours;

public class NotificationFormTest {

    @Test
    public void saysOfEachInputWhatIsWrongWithIt() {
        for (String hour : List.of("", "24", "99", "100", "x", "01", "-1")) {
            assertEquals(hour, "[hour]", faults("daily", hour, "20", "7", "", "page"));
            assertEquals(hour, "[from]", faults("daily", "9", hour, "7", "", "page"));
            assertEquals(hour, "[to]", faults("daily", "9", "20", hour, "", "page"));
        }
        assertEquals("[delivery]", faults("DAILY", "9", "20", "7", "", "page"));
        assertEquals("[weekends]", faults("daily", "9", "20", "7", "yes", "page"));
        assertEquals("[form]", faults("daily", "9", "20", "7", "on", ""));
        assertEquals("a daily e-mail in quiet hours", "[hour]", faults("daily", "6", "20", "7", "on", "text"));
        assertEquals("which does not matter at once", "[]", faults("at-once", "6", "20", "7", "on", "text"));
        assertEquals("[]", faults("off", "0", "0", "0", "", "page"));
    }

    @Test
    public void isWhatIsStoredAndWhatIsSent() {
        NotificationChoice daily = new NotificationChoice("ann", Delivery.DAILY, 9, new QuietHours(22, 6, true), false);
        assertEquals(new NotificationForm("daily", "9", "22", "6", "on", "text"), NotificationForm.of(daily));
        assertEquals(daily, NotificationForm.of(daily).choice("ann"));
        NotificationChoice usual = NotificationChoice.usual("ann");
        assertEquals(usual, NotificationForm.of(usual).choice("ann"));
        assertEquals("[]", NotificationForm.of(usual).faults().keySet().toString());
    }

    private static String faults(String delivery, String hour, String from, String to, String weekends, String form) {
        return new NotificationForm(delivery, hour, from, to, weekends, form).faults().keySet().toString();
    }
}
