package org.decisiongates.jira.summary;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.decisiongates.summary.OwnerFilter;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.IsolatedText;
import org.decisiongates.text.Message;
import org.decisiongates.time.Week;

/**
 * What the address of a project's page asks for, as typed; null for what it does not say. Of what cannot be meant the page says so, and
 * shows the current week, compared with none.
 *
 * @param week    the week, {@code last}, or a moment of the week; the current week else
 * @param compare the earlier week that it is compared with, or {@code previous}
 * @param owner   whose items are listed
 */
record ProjectWeekQuestion(String week, String compare, String owner) {

    private static final String LAST = "last";
    private static final String CURRENT = "current";
    private static final String PREVIOUS = "previous";
    private static final int MAX_NAME_LENGTH = 255;
    /** Characters of what somebody typed that are shown again. */
    private static final int MAX_SHOWN = 60;

    static ProjectWeekQuestion of(UnaryOperator<String> parameters) {
        return new ProjectWeekQuestion(parameters.apply("week"), parameters.apply("compare"), parameters.apply("owner"));
    }

    /** The week that is shown: the current one for what is no week, and for one that lies ahead. */
    Week week(Week current, ZoneId zone) {
        return LAST.equals(week) ? current.previous() : parsed(week, zone).filter(asked -> asked.compareTo(current) <= 0).orElse(current);
    }

    /** What else is wanted of the week that is shown. */
    SummaryOptions options(Week shown, ZoneId zone) {
        Optional<Week> since = PREVIOUS.equals(compare) ? Optional.of(shown).filter(Week::hasPrevious).map(Week::previous)
                : parsed(compare, zone).filter(earlier -> earlier.compareTo(shown) < 0);
        return new SummaryOptions(since, Optional.ofNullable(owner).flatMap(ProjectWeekQuestion::named));
    }

    private static Optional<OwnerFilter> named(String typed) {
        return Optional.of(typed.strip()).filter(name -> !name.isEmpty() && name.length() <= MAX_NAME_LENGTH
                && name.chars().noneMatch(Character::isISOControl)).map(OwnerFilter::new);
    }

    /**
     * What in it cannot be meant, with what can.
     *
     * @param current the current week, which is shown in place of what is none
     */
    List<Message> problems(Week current, ZoneId zone) {
        List<Message> problems = new ArrayList<>();
        String example = current.hasPrevious() ? current.previous().text() : current.text();
        if (!isEmpty(week) && !Set.of(LAST, CURRENT).contains(week)) {
            Optional<Week> asked = parsed(week, zone);
            if (asked.isEmpty()) {
                problems.add(Message.of("decision-gates.page.address.no-week", cut(week), example, "week=", 0));
            } else if (asked.get().compareTo(current) > 0) {
                problems.add(Message.of("decision-gates.page.address.week-ahead", asked.get().text(), 0));
            }
        }
        Week shown = week(current, zone);
        if (!isEmpty(compare) && !compare.equals(PREVIOUS) && parsed(compare, zone).filter(any -> any.compareTo(shown) < 0).isEmpty()) {
            problems.add(Message.of("decision-gates.page.address.no-comparison", cut(compare), shown.text(),
                    shown.hasPrevious() ? shown.previous().text() : shown.text(), "compare="));
        }
        if (!isEmpty(owner) && named(owner).isEmpty()) {
            problems.add(Message.of("decision-gates.page.address.no-owner", cut(owner)));
        }
        return problems;
    }

    private static boolean isEmpty(String typed) {
        return typed == null || typed.isBlank();
    }

    private static String cut(String typed) {
        return IsolatedText.of(Abbreviation.of(typed.strip(), MAX_SHOWN));
    }

    private static Optional<Week> parsed(String text, ZoneId zone) {
        try {
            return Optional.ofNullable(text).map(String::strip).filter(week -> !week.isEmpty()).map(week -> Week.parse(week, zone));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
