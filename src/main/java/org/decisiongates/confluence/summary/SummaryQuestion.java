package org.decisiongates.confluence.summary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.confluence.link.JiraAnswer.Missing;
import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.confluence.link.JiraEndpoint;
import org.decisiongates.confluence.link.JiraQuestion;
import org.decisiongates.issue.ProjectKey;
import org.decisiongates.summary.OwnerFilter;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.WeeklySummary;
import org.decisiongates.time.Week;

/**
 * What a page asks for: the week of a project, or of the issues a query finds.
 *
 * @param project    key of the Jira project, as Jira writes it; empty when {@code jql} says what it is about
 * @param jql        query in Jira's language; empty when {@code project} says what it is about
 * @param week       {@code current}, {@code last}, an ISO week, {@code 2026-W47}, or a moment, {@code 2026-11-20T09:15:00Z}, for its week
 * @param compare    the earlier week that it is compared with: {@code previous}, or an ISO week; empty for none
 * @param owner      name of the owner whose items are listed, or {@value OwnerFilter#NOBODY} for nobody; empty for everybody
 * @param frozenOnly whether the week has to be closed
 * @param link       name or id of the application link to Jira; empty for the primary one
 */
record SummaryQuestion(String project, String jql, String week, String compare, String owner, boolean frozenOnly,
        Optional<String> link) implements JiraQuestion<WeeklySummary> {

    private static final Pattern PROJECT_KEY = Pattern.compile("[A-Z][A-Z0-9_]{0,254}");
    private static final String CURRENT = "current";
    private static final String LAST = "last";
    private static final String PREVIOUS = "previous";
    private static final int MAX_NAME_LENGTH = 255;
    /** Characters of a query as it travels: web servers refuse addresses of more than 8 KiB, and a batch encodes a second time. */
    private static final int MAX_QUERY_LENGTH = 2_000;

    /** Reads the macro's parameters, which have the same names but for the last two: {@code frozen} and {@code jira}. */
    public static SummaryQuestion of(Map<String, String> parameters) {
        String week = parameter(parameters, "week");
        String named = week.isEmpty() ? CURRENT
                : week.equalsIgnoreCase(CURRENT) || week.equalsIgnoreCase(LAST) ? week.toLowerCase(Locale.ROOT)
                : week.toUpperCase(Locale.ROOT);
        String compare = parameter(parameters, "compare");
        return new SummaryQuestion(ProjectKey.of(parameter(parameters, "project")).text(), parameter(parameters, "jql"), named,
                compare.equalsIgnoreCase(PREVIOUS) ? PREVIOUS : compare.toUpperCase(Locale.ROOT),
                parameter(parameters, "owner"), Boolean.parseBoolean(parameter(parameters, "frozen")),
                Optional.of(parameter(parameters, "jira")).filter(name -> !name.isEmpty()));
    }

    @Override
    public JiraEndpoint<WeeklySummary> endpoint() {
        return SummaryEndpoint.INSTANCE;
    }

    @Override
    public String logged() {
        return namesAProject() ? project : jql.isEmpty() ? "(not a key)" : "(a query)";
    }

    /** Where people find in Jira what it is about, below Jira's own address. */
    public String path() {
        return !jql.isEmpty() ? "/issues/?jql=" + encoded(jql) : page() + (week.equals(CURRENT) ? "" : "&week=" + week);
    }

    /** Where people find another week of the project in Jira. */
    public String path(Week another) {
        return page() + "&week=" + another.text();
    }

    /** The same of another week. */
    public SummaryQuestion in(Week another) {
        return new SummaryQuestion(project, jql, another.text(), isBefore(another) ? compare : "", owner, frozenOnly, link);
    }

    /** The same, compared with that week. */
    public SummaryQuestion comparedWith(Week earlier) {
        return new SummaryQuestion(project, jql, week, earlier.text(), owner, frozenOnly, link);
    }

    /** The same of one owner's items. */
    public SummaryQuestion ownedBy(String name) {
        return new SummaryQuestion(project, jql, week, compare, name, frozenOnly, link);
    }

    /** The week that the one that was answered is compared with; empty for none. */
    public Optional<Week> compared(SummaryHeader answered) {
        return compare.equals(PREVIOUS) ? weekBefore(answered) : week(compare);
    }

    /** Whether what it is compared with can stay; what is no week stays, to be told as such. */
    private boolean isBefore(Week another) {
        return week(compare).map(earlier -> earlier.compareTo(another) < 0).orElse(true);
    }

    private static Optional<Week> week(String text) {
        try {
            return Optional.of(Week.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The week before the one that was answered; none for a query, for which no weeks are stored, and where no week is named. */
    public Optional<Week> weekBefore(SummaryHeader answered) {
        return weekOf(answered).filter(Week::hasPrevious).map(Week::previous);
    }

    /** The week after the one that was answered, if it had begun then; none for a query, and where no week is named. */
    public Optional<Week> weekAfter(SummaryHeader answered) {
        return weekOf(answered).map(Week::next).filter(
                next -> answered.frozenAt().isPresent() || !next.start(ZoneId.of(answered.zone())).isAfter(answered.asOf()));
    }

    /** The week that was answered; none for a query, and where no week is named. */
    public Optional<Week> weekOf(SummaryHeader answered) {
        return jql.isEmpty() ? week(answered.week()) : Optional.empty();
    }

    /** What it is about, for a text on the page: the project key or the query, as typed. */
    public String subject() {
        return project.isEmpty() ? jql : project;
    }

    /** Everything that is wrong with it; while there is something, Jira need not be asked. */
    public List<Missing> faults() {
        List<Missing> faults = new ArrayList<>();
        if (!project.isEmpty() && !jql.isEmpty()) {
            faults.add(Missing.because(Reason.PROJECT_AND_QUERY, project));
        } else if (jql.isEmpty() && !namesAProject()) {
            faults.add(Missing.because(project.isEmpty() ? Reason.NO_PROJECT : Reason.BAD_PROJECT, new ProjectKey(project).shown()));
        }
        if (jql.chars().anyMatch(Character::isISOControl) || encoded(jql).length() > MAX_QUERY_LENGTH) {
            faults.add(Missing.because(Reason.BAD_QUERY, jql));
        }
        if (!namesAWeek()) {
            faults.add(Missing.because(Reason.BAD_WEEK, week));
        }
        if (!isAName(owner)) {
            faults.add(Missing.because(Reason.BAD_OWNER, owner));
        }
        if (!namesAWeekToCompareWith()) {
            faults.add(Missing.because(Reason.BAD_COMPARE, compare));
        }
        return faults;
    }

    /** Whether somebody could be called that; nobody is looked up. */
    public static boolean isAName(String owner) {
        return owner.chars().noneMatch(Character::isISOControl) && owner.length() <= MAX_NAME_LENGTH;
    }

    @Override
    public Optional<Missing> fault() {
        return faults().stream().findFirst();
    }

    @Override
    public String query() {
        return (jql.isEmpty() ? "project=" + encoded(project) : "jql=" + encoded(jql)) + (week.equals(CURRENT) ? "" : "&week=" + week)
                + (compare.isEmpty() ? "" : "&compare=" + compare) + (owner.isEmpty() ? "" : "&owner=" + encoded(owner));
    }

    @Override
    public Optional<Missing> objectionTo(WeeklySummary answer) {
        SummaryHeader header = answer.header();
        if (frozenOnly && header.frozenAt().isEmpty()) {
            return Optional.of(Missing.because(Reason.WEEK_NOT_FROZEN, header.week()));
        }
        boolean nothing = answer.blockers().total() == 0 && answer.decisions().total() == 0 && answer.closures().total() == 0;
        return header.enabled() || !nothing ? Optional.empty() : Optional.of(Missing.because(Reason.NOT_ENABLED, subject()));
    }

    @Override
    public Missing refusal(int status, Instant now) {
        return switch (status) {
            case 400 -> jql.isEmpty() ? noWeek(whyNoWeek(now)) : Missing.because(Reason.BAD_QUERY, subject());
            case 409 -> Missing.because(Reason.WEEK_ALTERED, weekShown());
            case 410 -> Missing.because(Reason.WEEK_NOT_KEPT, weekShown());
            default -> Missing.because(Reason.NO_PERMISSION, subject());
        };
    }

    private Missing noWeek(Reason why) {
        return Missing.because(why, why == Reason.BAD_COMPARE ? compare : weekShown());
    }

    /**
     * Why Jira refuses its weeks, though the project is one: Jira answers for no week that lies ahead, and for none of too long ago, and
     * compares with none but an earlier one.
     */
    Reason whyNoWeek(Instant now) {
        Reason reason = whyNoSingleWeek(now);
        return compare.isEmpty() || reason == Reason.WEEK_NOT_BEGUN ? reason : Reason.BAD_COMPARE;
    }

    private Reason whyNoSingleWeek(Instant now) {
        try {
            // whatever the project's zone, it has begun the week of a day ago
            Week begun = Week.of(now.minus(Duration.ofDays(1)), ZoneOffset.UTC);
            return Week.parse(week, ZoneOffset.UTC).compareTo(begun) < 0 ? Reason.WEEK_NOT_KEPT : Reason.WEEK_NOT_BEGUN;
        } catch (IllegalArgumentException e) {
            return Reason.BAD_WEEK;
        }
    }

    /** The week for a text on the page, as typed; for a moment both weeks it can lie in, where it depends on the zone. */
    String weekShown() {
        if (!isAMoment()) {
            return week;
        }
        Instant moment = Instant.parse(week);
        return Stream.of(ZoneOffset.ofHours(-12), ZoneOffset.ofHours(14)).map(zone -> Week.of(moment, zone).text()).distinct()
                .collect(Collectors.joining("/"));
    }

    private String page() {
        return "/projects/" + encoded(project) + "?selectedItem=org.decisiongates.decision-gates:project-week-link";
    }

    private boolean namesAWeek() {
        try {
            return week.equals(CURRENT) || week.equals(LAST) || isAMoment() || Week.parse(week).text().equals(week);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Only closed weeks can be compared with, and they exist for projects only. */
    private boolean namesAWeekToCompareWith() {
        try {
            return compare.isEmpty() || jql.isEmpty() && (compare.equals(PREVIOUS) || Week.parse(compare).text().equals(compare));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isAMoment() {
        try {
            return week.endsWith("Z") && Instant.parse(week).toString().equals(week);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private boolean namesAProject() {
        return PROJECT_KEY.matcher(project).matches();
    }

    private static String parameter(Map<String, String> parameters, String name) {
        return parameters.getOrDefault(name, "").strip();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
