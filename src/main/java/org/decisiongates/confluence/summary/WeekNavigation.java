package org.decisiongates.confluence.summary;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.decisiongates.confluence.link.SummaryQuestion;
import org.decisiongates.text.Sha256;
import org.decisiongates.time.Week;

/**
 * Leads to other weeks of one macro without leaving its page: the address of the page names the macro, by what it asks, and the week. Every
 * other macro stays as the page has it (ADR-0158).
 *
 * @param page   address of the page
 * @param stored what the macro asks on that page
 * @param chosen the week its reader went to; empty for that of the page, and for what is no week
 */
record WeekNavigation(String page, SummaryQuestion stored, Optional<Week> chosen) {

    /** In the address of the page. */
    static final String PARAMETER = "decision-week";

    private static final int TAG_DIGITS = 8;
    private static final Pattern VALUE = Pattern.compile("([0-9a-f]{8})-([0-9]{4}-W[0-9]{2})");

    /** @param value of the parameter in the address that was called; null for none */
    static WeekNavigation of(String page, SummaryQuestion stored, String value) {
        Matcher named = VALUE.matcher(value == null ? "" : value);
        return new WeekNavigation(page, stored,
                named.matches() && named.group(1).equals(tag(stored)) ? week(named.group(2)) : Optional.empty());
    }

    /** The week of that name; empty for what is none. */
    static Optional<Week> week(String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Week.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What the macro is to ask: for the week that was chosen, or what the page has. */
    SummaryQuestion question() {
        return chosen.map(stored::in).orElse(stored);
    }

    /** Where the page shows another week. */
    String address(Week week) {
        return page + (page.contains("?") ? "&" : "?") + query(stored, week);
    }

    /** Where the page shows its own week again; empty while it does. */
    Optional<String> back() {
        return chosen.map(week -> page);
    }

    /** What an address ends in that shows that week of a macro. */
    static String query(SummaryQuestion stored, Week week) {
        return PARAMETER + "=" + tag(stored) + "-" + week.text();
    }

    /** Tells the macros of a page apart that do not ask the same. */
    private static String tag(SummaryQuestion stored) {
        return new Sha256().update(String.join("\n", stored.project(), stored.week(), String.valueOf(stored.frozenOnly()),
                stored.link().orElse(""))).hex().substring(0, TAG_DIGITS);
    }
}
