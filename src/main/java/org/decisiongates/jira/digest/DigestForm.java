package org.decisiongates.jira.digest;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.decisiongates.digest.DigestSubscription;
import org.decisiongates.digest.DigestTime;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.text.Message;

/**
 * What somebody has filled in, as it was sent.
 *
 * @param project key of the project
 * @param day     1 for Monday to 7
 * @param hour    0 to 23
 * @param form    {@code page} or {@code text}
 * @param quiet   days on which nothing is sent that is late, as {@code day}
 * @param person  user name of who is put on the list of the project
 */
record DigestForm(String project, String day, String hour, String form, List<String> quiet, String person) {

    static final String PROJECT = "project";
    static final String DAY = "day";
    static final String HOUR = "hour";
    static final String FORM = "form";
    static final String QUIET = "quiet";
    static final String PERSON = "person";
    static final String PAGE = "page";
    static final String TEXT = "text";
    static final int HOURS = 24;

    private static final int DAYS = 7;
    private static final DigestTime USUAL = new DigestTime(DayOfWeek.MONDAY, 8);

    DigestForm {
        quiet = List.copyOf(quiet);
    }

    static DigestForm sent(FormPage page) {
        return new DigestForm(page.parameter(PROJECT), page.parameter(DAY), page.parameter(HOUR), page.parameter(FORM),
                Arrays.asList(page.parameters().getOrDefault(QUIET, new String[0])), page.parameter(PERSON));
    }

    /** As it was stored, or what most people want. */
    static DigestForm of(String project, Optional<DigestSubscription> stored) {
        DigestTime time = stored.map(DigestSubscription::time).orElse(USUAL);
        return new DigestForm(project, number(time.day()), String.valueOf(time.hour()),
                stored.map(DigestSubscription::html).orElse(true) ? PAGE : TEXT, time.quiet().stream().map(DigestForm::number).toList(),
                "");
    }

    static String number(DayOfWeek day) {
        return String.valueOf(day.getValue());
    }

    static DigestTime usual() {
        return USUAL;
    }

    boolean isPage() {
        return form.equals(PAGE);
    }

    /** What is wrong with when and how, by input. */
    Map<String, Message> faults() {
        Map<String, Message> wrong = new LinkedHashMap<>();
        Optional<DayOfWeek> when = day(day);
        if (when.isEmpty()) {
            wrong.put(DAY, Message.of("decision-gates.digest.no-such-day", day));
        }
        if (!isBelow(hour, HOURS)) {
            wrong.put(HOUR, Message.of("decision-gates.digest.no-such-hour", hour));
        }
        if (!form.equals(PAGE) && !form.equals(TEXT)) {
            wrong.put(FORM, Message.of("decision-gates.digest.no-such-form", form));
        }
        Set<DayOfWeek> days = quietDays();
        quiet.stream().filter(one -> day(one).isEmpty()).findFirst()
                .ifPresent(one -> wrong.put(QUIET, Message.of("decision-gates.digest.no-such-day", one)));
        if (when.filter(days::contains).isPresent()) {
            wrong.put(QUIET, Message.of("decision-gates.digest.quiet-itself"));
        }
        return wrong;
    }

    /** Where there are no faults. */
    DigestTime time() {
        return new DigestTime(day(day).orElseThrow(), Integer.parseInt(hour), quietDays());
    }

    private Set<DayOfWeek> quietDays() {
        return quiet.stream().flatMap(one -> day(one).stream()).collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }

    private static Optional<DayOfWeek> day(String sent) {
        return isBelow(sent, DAYS + 1) && !sent.equals("0") ? Optional.of(DayOfWeek.of(Integer.parseInt(sent))) : Optional.empty();
    }

    private static boolean isBelow(String sent, int end) {
        return sent.matches("0|[1-9][0-9]?") && Integer.parseInt(sent) < end;
    }
}
