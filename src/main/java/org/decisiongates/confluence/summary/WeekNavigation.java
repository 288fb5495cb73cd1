package org.decisiongates.confluence.summary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.text.Sha256;
import org.decisiongates.time.Week;

/**
 * Leads to other weeks of one macro without leaving its page: the address of the page names the macro, by what it asks, and the week. Every
 * other macro stays as the page has it (ADR-0158).
 *
 * @param page     address of the page
 * @param stored   what the macro asks on that page
 * @param chosen   the week its reader went to; empty for that of the page, and for what is no week
 * @param compared the week its reader compares it with; empty for what the page has
 * @param owner    whose items its reader looks at; empty for what the page has
 * @param misread  what the address says of this macro that cannot be meant, and is left out
 */
record WeekNavigation(String page, SummaryQuestion stored, Optional<Week> chosen, Optional<Week> compared, Optional<String> owner,
        List<Misread> misread) {

    /** In the address of the page. */
    static final String PARAMETER = "decision-week";
    /** Beside it. */
    static final String OWNER_PARAMETER = "decision-owner";

    private static final int TAG_DIGITS = 8;
    private static final String OWN = "own";
    private static final String WEEK = "[0-9]{4}-W[0-9]{2}";
    private static final Pattern WEEKS = Pattern.compile("(" + OWN + "|" + WEEK + ")(?:-(" + WEEK + "))?");

    /** @param parameters of the address that was called; null for one that is not there */
    static WeekNavigation of(String page, SummaryQuestion stored, UnaryOperator<String> parameters) {
        return at(page, stored, ofThis(stored, parameters.apply(PARAMETER)), ofThis(stored, parameters.apply(OWNER_PARAMETER)));
    }

    private static String ofThis(SummaryQuestion stored, String value) {
        String begin = tag(stored) + "-";
        return value != null && value.startsWith(begin) ? value.substring(begin.length()) : "";
    }

    /**
     * @param weeks as {@link #weeks} has them; null, or anything else, for those of the page
     * @param owner null or empty for that of the page
     */
    static WeekNavigation at(String page, SummaryQuestion stored, String weeks, String owner) {
        Matcher named = WEEKS.matcher(weeks == null ? "" : weeks);
        Optional<String> name = Optional.ofNullable(owner).map(String::strip).filter(text -> !text.isEmpty());
        if (!named.matches()) {
            return new WeekNavigation(page, stored, Optional.empty(), Optional.empty(), meant(name),
                    Stream.concat(misread(Misread.Kind.NO_WEEK, weeks), ofOwner(name)).toList());
        }
        Optional<Week> chosen = week(named.group(1));
        Optional<Week> compared = week(named.group(2)).filter(earlier -> chosen.filter(later -> earlier.compareTo(later) >= 0).isEmpty());
        return new WeekNavigation(page, stored, chosen, compared, meant(name), Stream.of(
                misread(Misread.Kind.NO_WEEK, chosen.isEmpty() && !OWN.equals(named.group(1)) ? named.group(1) : ""),
                misread(Misread.Kind.NO_COMPARISON, compared.isEmpty() ? named.group(2) : ""), ofOwner(name)).flatMap(all -> all).toList());
    }

    private static Stream<Misread> misread(Misread.Kind kind, String typed) {
        return Stream.ofNullable(typed).filter(text -> !text.isEmpty()).map(text -> new Misread(kind, text));
    }

    private static Optional<String> meant(Optional<String> owner) {
        return owner.filter(SummaryQuestion::isAName);
    }

    private static Stream<Misread> ofOwner(Optional<String> owner) {
        return owner.filter(name -> !SummaryQuestion.isAName(name)).stream().map(name -> new Misread(Misread.Kind.NO_OWNER, name));
    }

    private static Optional<Week> week(String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Week.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What the macro is to ask: what the page has, or of the weeks that were chosen. */
    SummaryQuestion question() {
        SummaryQuestion asked = chosen.map(stored::in).orElse(stored);
        SummaryQuestion whole = compared.map(asked::comparedWith).orElse(asked);
        return owner.map(whole::ownedBy).orElse(whole);
    }

    /**
     * The same without the weeks that Jira refuses, though they are some: one that has not begun, or one to compare with that is not
     * earlier. Empty where the address did not ask for them.
     */
    Optional<WeekNavigation> without(Reason refused) {
        if (refused == Reason.BAD_COMPARE && compared.isPresent()) {
            return Optional.of(new WeekNavigation(page, stored, chosen, Optional.empty(), owner,
                    misreadToo(Misread.Kind.NO_COMPARISON, compared.get())));
        }
        return refused == Reason.WEEK_NOT_BEGUN && chosen.isPresent()
                ? Optional.of(new WeekNavigation(page, stored, Optional.empty(), Optional.empty(), owner,
                        misreadToo(Misread.Kind.WEEK_AHEAD, chosen.get())))
                : Optional.empty();
    }

    private List<Misread> misreadToo(Misread.Kind kind, Week week) {
        return Stream.concat(misread.stream(), Stream.of(new Misread(kind, week.text()))).toList();
    }

    /** What stands before a week in the address. */
    String before() {
        return PARAMETER + "=" + tag(stored) + "-";
    }

    /** What stands before a week to compare with in the address. */
    String beforeCompared() {
        return before() + chosen.map(Week::text).orElse(OWN) + "-";
    }

    /** The weeks that were chosen; empty for those of the page. */
    String weeks() {
        return chosen.isEmpty() && compared.isEmpty() ? ""
                : chosen.map(Week::text).orElse(OWN) + compared.map(week -> "-" + week.text()).orElse("");
    }

    /** Where the page shows what it shows now. */
    String here() {
        String parameters = Stream.concat(
                Stream.of(weeks()).filter(weeks -> !weeks.isEmpty()).map(weeks -> PARAMETER + "=" + tag(stored) + "-" + weeks),
                owner.stream().map(name -> OWNER_PARAMETER + "=" + tag(stored) + "-" + URLEncoder.encode(name, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? page : page + (page.contains("?") ? "&" : "?") + parameters;
    }

    /** Whether it shows something else than the page has. */
    boolean isElsewhere() {
        return !weeks().isEmpty() || owner.isPresent();
    }

    /** Where it shows the items of that owner only. */
    String owned(String name) {
        return new WeekNavigation(page, stored, chosen, compared, Optional.of(name), List.of()).here();
    }

    /** Where it shows those of everybody again; empty where the reader did not choose an owner. */
    Optional<String> everybody() {
        return owner.map(any -> new WeekNavigation(page, stored, chosen, compared, Optional.empty(), List.of()).here());
    }

    /** Where the page shows another week, compared with the one before it if this one is compared. */
    String address(Week week) {
        return new WeekNavigation(page, stored, Optional.of(week), compared.map(any -> week).filter(Week::hasPrevious).map(Week::previous),
                owner, List.of()).here();
    }

    /** Where it compares the week it shows with an earlier one. */
    String comparing(Week earlier) {
        return new WeekNavigation(page, stored, chosen, Optional.of(earlier), owner, List.of()).here();
    }

    /** Where it shows the same week without that comparison; empty where the reader did not ask for one. */
    Optional<String> alone() {
        return compared.map(any -> new WeekNavigation(page, stored, chosen, Optional.empty(), owner, List.of()).here());
    }

    /** Where the page shows its own week again; empty while it does. */
    Optional<String> back() {
        return chosen.map(week -> page);
    }

    /** Tells the macros of a page apart that do not ask the same. */
    private static String tag(SummaryQuestion stored) {
        return new Sha256().update(String.join("\n", stored.project(), stored.week(), stored.compare(), stored.owner(),
                String.valueOf(stored.frozenOnly()), stored.link().orElse(""))).hex().substring(0, TAG_DIGITS);
    }

    /** What the address says that cannot be meant. */
    record Misread(Kind kind, String typed) {

        /** Why it cannot. */
        enum Kind {
            NO_WEEK, WEEK_AHEAD, NO_COMPARISON, NO_OWNER
        }
    }
}
