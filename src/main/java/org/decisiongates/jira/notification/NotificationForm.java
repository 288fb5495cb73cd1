package org.decisiongates.jira.notification;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.notification.NotificationChoice;
import org.decisiongates.notification.NotificationChoice.Delivery;
import org.decisiongates.notification.QuietHours;
import org.decisiongates.text.KebabCase;
import org.decisiongates.text.Message;

/**
 * What somebody has filled in, as it was sent.
 *
 * @param delivery {@code at-once}, {@code daily} or {@code off}
 * @param hour     of a daily e-mail, 0 to 23
 * @param from     hour in which quiet hours begin, 0 to 23
 * @param to       hour in which they end, 0 to 23
 * @param weekends {@code on} where weekends are quiet, and else empty text
 * @param form     {@code page} or {@code text}
 */
record NotificationForm(String delivery, String hour, String from, String to, String weekends, String form) {

    static final String DELIVERY = "delivery";
    static final String HOUR = "hour";
    static final String FROM = "from";
    static final String TO = "to";
    static final String WEEKENDS = "weekends";
    static final String FORM = "form";
    static final String PAGE = "page";
    static final String TEXT = "text";
    static final String ON = "on";
    static final int HOURS = 24;

    private static final String TEXTS = "decision-gates.notification.";

    static NotificationForm sent(FormPage page) {
        return new NotificationForm(page.parameter(DELIVERY), page.parameter(HOUR), page.parameter(FROM), page.parameter(TO),
                page.parameter(WEEKENDS), page.parameter(FORM));
    }

    static NotificationForm of(NotificationChoice choice) {
        return new NotificationForm(KebabCase.of(choice.delivery()), String.valueOf(choice.hour()), String.valueOf(choice.quiet().from()),
                String.valueOf(choice.quiet().to()), choice.quiet().weekends() ? ON : "", choice.html() ? PAGE : TEXT);
    }

    /** What is wrong with it, by input. */
    Map<String, Message> faults() {
        Map<String, Message> wrong = new LinkedHashMap<>();
        if (delivered().isEmpty()) {
            wrong.put(DELIVERY, Message.of(TEXTS + "no-such-delivery", delivery));
        }
        Map.of(HOUR, hour, FROM, from, TO, to).forEach((name, sent) -> {
            if (!isHour(sent)) {
                wrong.put(name, Message.of(TEXTS + "no-such-hour", sent));
            }
        });
        if (!weekends.isEmpty() && !weekends.equals(ON)) {
            wrong.put(WEEKENDS, Message.of(TEXTS + "no-such-weekends", weekends));
        }
        if (!form.equals(PAGE) && !form.equals(TEXT)) {
            wrong.put(FORM, Message.of(TEXTS + "no-such-form", form));
        }
        if (wrong.isEmpty() && delivered().filter(Delivery.DAILY::equals).isPresent() && quiet().covers(Integer.parseInt(hour))) {
            wrong.put(HOUR, Message.of(TEXTS + "hour-is-quiet"));
        }
        return wrong;
    }

    /** Where there are no faults. */
    NotificationChoice choice(String person) {
        return new NotificationChoice(person, delivered().orElseThrow(), Integer.parseInt(hour), quiet(), form.equals(PAGE));
    }

    private Optional<Delivery> delivered() {
        return Arrays.stream(Delivery.values()).filter(one -> KebabCase.of(one).equals(delivery)).findFirst();
    }

    private QuietHours quiet() {
        return new QuietHours(Integer.parseInt(from), Integer.parseInt(to), weekends.equals(ON));
    }

    private static boolean isHour(String sent) {
        return sent.matches("0|[1-9][0-9]?") && Integer.parseInt(sent) < HOURS;
    }
}
