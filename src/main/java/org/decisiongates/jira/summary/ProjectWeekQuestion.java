package org.decisiongates.jira.summary;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.decisiongates.summary.OwnerFilter;
import org.decisiongates.time.Week;

/**
 * What the address of a project's page asks for, as typed; null for what it does not say. Nonsense is ignored: links are followed by hand,
 * too.
 *
 * @param week    the week, {@code last}, or a moment of the week; the current week else
 * @param compare the earlier week that it is compared with, or {@code previous}
 * @param owner   whose items are listed
 */
record ProjectWeekQuestion(String week, String compare, String owner) {

    private static final int MAX_NAME_LENGTH = 255;

    static ProjectWeekQuestion of(UnaryOperator<String> parameters) {
        return new ProjectWeekQuestion(parameters.apply("week"), parameters.apply("compare"), parameters.apply("owner"));
    }

    /** The week that is shown. */
    Week week(Week current, ZoneId zone) {
        return "last".equals(week) ? current.previous() : parsed(week, zone).orElse(current);
    }

    /** What else is wanted of the week that is shown. */
    SummaryOptions options(Week shown, ZoneId zone) {
        Optional<Week> since = "previous".equals(compare) ? Optional.of(shown).filter(Week::hasPrevious).map(Week::previous)
                : parsed(compare, zone).filter(earlier -> earlier.compareTo(shown) < 0);
        return new SummaryOptions(since, Optional.ofNullable(owner).map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() <= MAX_NAME_LENGTH).map(OwnerFilter::new));
    }

    private static Optional<Week> parsed(String text, ZoneId zone) {
        try {
            return Optional.ofNullable(text).filter(week -> !week.isEmpty()).map(week -> Week.parse(week, zone));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
