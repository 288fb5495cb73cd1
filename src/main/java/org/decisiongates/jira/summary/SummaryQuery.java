package org.decisiongates.jira.summary;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.ProjectKey;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.QueryParameters;
import org.decisiongates.summary.OwnerFilter;
import org.decisiongates.time.Week;

/**
 * Which scope and which week are asked for, as typed. An unknown parameter is refused by name: a misspelt one that is ignored would
 * answer another question.
 *
 * @param project project key; empty when a query was given
 * @param jql     query; empty when a project was given
 * @param week    {@code current}, {@code last}, {@code 2026-W47}, or a moment, {@code 2026-11-20T09:15:00Z}, for the week it lies in
 * @param compare the earlier week that it is compared with, {@code previous} or {@code 2026-W46}; empty for none
 * @param owner   name of the owner whose items are listed, or {@value OwnerFilter#NOBODY} for nobody; empty for everybody
 */
record SummaryQuery(String project, String jql, String week, String compare, String owner) {

    /** How far back a week may be asked for. */
    static final int OLDEST_YEARS = 10;

    private static final String PROJECT = "project";
    private static final String JQL = "jql";
    private static final String WEEK = "week";
    private static final String CURRENT = "current";
    private static final String LAST = "last";
    private static final String COMPARE = "compare";
    private static final String OWNER = "owner";
    private static final String PREVIOUS = "previous";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String LIVE = "live";
    private static final int MAX_NAME_LENGTH = 255;
    private static final Set<String> KNOWN = Set.of(PROJECT, JQL, WEEK, COMPARE, OWNER);

    static SummaryQuery of(Map<String, List<String>> parameters) {
        QueryParameters.requireKnown(parameters.keySet(), KNOWN);
        String project = ProjectKey.trimmed(single(parameters, PROJECT));
        String jql = single(parameters, JQL);
        if (project.isEmpty() == jql.isEmpty()) {
            throw new ProblemException(400,
                    project.isEmpty() ? "decision-gates.jira.rest.no-scope" : "decision-gates.jira.rest.two-scopes");
        }
        QueryParameters.requireShortJql(jql);
        String week = single(parameters, WEEK);
        String compare = single(parameters, COMPARE);
        if (!jql.isEmpty() && !compare.isEmpty()) {
            throw new ProblemException(400, "decision-gates.jira.rest.compare-query");
        }
        return new SummaryQuery(project, jql, week.isEmpty() ? CURRENT : week, compare, owner(parameters));
    }

    /** Reads {@code project=SHOP&from=2026-W46&to=live}: of two weeks, only what is different. */
    static SummaryQuery ofTwoWeeks(Map<String, List<String>> parameters) {
        QueryParameters.requireKnown(parameters.keySet(), Set.of(PROJECT, FROM, TO));
        String project = ProjectKey.trimmed(single(parameters, PROJECT));
        if (project.isEmpty()) {
            throw new ProblemException(400, "decision-gates.jira.rest.no-scope");
        }
        String from = single(parameters, FROM);
        String to = single(parameters, TO);
        return new SummaryQuery(project, "", to.isEmpty() || to.equals(LIVE) ? CURRENT : to, from.isEmpty() ? PREVIOUS : from, "");
    }

    /** Reads {@code project=SHOP&week=last}, percent-encoded as in an address. */
    static SummaryQuery parse(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                parameters.computeIfAbsent(decoded(name), key -> new ArrayList<>())
                        .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return of(parameters);
    }

    /** The week that is asked for at a time of the project; one that is not over yet, or was too long ago, is refused. */
    Week weekAt(ZonedDateTime now) {
        Week current = Week.of(now.toLocalDate());
        if (week.equals(CURRENT) || week.equals(LAST)) {
            return week.equals(CURRENT) ? current : current.previous();
        }
        return recent(week, now);
    }

    /** What is wanted of the week. */
    SummaryOptions options(ZonedDateTime now) {
        return new SummaryOptions(comparedWith(now), Optional.of(owner).filter(name -> !name.isEmpty()).map(OwnerFilter::new));
    }

    /** The week that it is compared with; one that does not lie before it is refused. */
    Optional<Week> comparedWith(ZonedDateTime now) {
        if (compare.isEmpty()) {
            return Optional.empty();
        }
        Week later = weekAt(now);
        Week earlier = compare.equals(PREVIOUS) ? later.previous() : recent(compare, now);
        if (earlier.compareTo(later) >= 0) {
            throw new ProblemException(400, "decision-gates.jira.rest.compare-order", earlier.text(), later.text());
        }
        return Optional.of(earlier);
    }

    private static String owner(Map<String, List<String>> parameters) {
        String owner = single(parameters, OWNER);
        if (owner.length() > MAX_NAME_LENGTH) {
            throw new ProblemException(400, "decision-gates.jira.rest.name-too-long", OWNER, MAX_NAME_LENGTH);
        }
        return owner;
    }

    private static Week recent(String week, ZonedDateTime now) {
        Week current = Week.of(now.toLocalDate());
        Week parsed = parsedWeek(week, now.getZone());
        if (parsed.compareTo(current) > 0) {
            throw new ProblemException(400, "decision-gates.jira.rest.week-ahead", parsed.text(), current.text());
        }
        Week oldest = Week.of(now.toLocalDate().minusYears(OLDEST_YEARS));
        if (parsed.compareTo(oldest) < 0) {
            throw new ProblemException(400, "decision-gates.jira.rest.week-too-old", parsed.text(), oldest.text());
        }
        return parsed;
    }

    private static Week parsedWeek(String week, ZoneId zone) {
        try {
            return Week.parse(week, zone);
        } catch (IllegalArgumentException e) {
            throw Week.weeksIn(week).isPresent()
                    ? new ProblemException(400, "decision-gates.jira.rest.no-such-week", week, week.substring(0, 4),
                            Week.weeksIn(week).getAsInt())
                    : new ProblemException(400, "decision-gates.jira.rest.not-a-week", week);
        }
    }

    private static String single(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new ProblemException(400, "decision-gates.jira.rest.twice", name);
        }
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(400, "decision-gates.jira.rest.not-encoded", text);
        }
    }
}
