package org.decisiongates.jira.summary;

import java.time.LocalDate;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.search.BadQueryException;
import org.decisiongates.jira.platform.search.ResolvedScope;
import org.decisiongates.jira.platform.search.ScopeResolver;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.summary.SummaryJson;
import org.decisiongates.summary.WeeklySummary;
import org.decisiongates.text.Sha256;
import org.decisiongates.time.Week;

/** Answers one question about a week for the caller. */
@JiraComponent
public class SummaryAnswers {

    /** How far back anybody may ask. */
    static final int OLDEST_YEARS = 10;

    private final Access access;
    private final ScopeResolver scopes;
    private final SummaryService summaries;
    private final ProjectTime time;

    SummaryAnswers(Access access, ScopeResolver scopes, SummaryService summaries, ProjectTime time) {
        this.access = access;
        this.scopes = scopes;
        this.summaries = summaries;
        this.time = time;
    }

    Answer answer(SummaryQuery query) throws BadQueryException {
        ApplicationUser caller = access.caller();
        // the project first: nobody is to learn from the week's answer that a hidden one is there
        ResolvedScope scope = query.jql().isEmpty() ? scopes.of(access.browsable(query.project())) : scopes.of(caller, query.jql());
        Week week = week(query.week(), time.now().today());
        WeekResult reading = summaries.read(scope, week, caller);
        if (reading instanceof WeekResult.Found found) {
            return Answer.of(found.summary());
        }
        throw reading instanceof WeekResult.Altered ? new ProblemException(409, "decision-gates.jira.rest.week-altered", week.text())
                : new ProblemException(410, scope.project().isEmpty() ? "decision-gates.jira.rest.week-not-kept-for-queries"
                        : "decision-gates.jira.rest.week-not-kept", week.text());
    }

    static Week week(String text, LocalDate today) {
        Week current = Week.of(today);
        if (text.equals("current") || text.equals("last")) {
            return text.equals("current") ? current : current.previous();
        }
        Week week = parsed(text);
        if (week.compareTo(current) > 0) {
            throw new ProblemException(400, "decision-gates.jira.rest.week-ahead", week.text(), current.text());
        }
        Week oldest = Week.of(today.minusYears(OLDEST_YEARS));
        if (week.compareTo(oldest) < 0) {
            throw new ProblemException(400, "decision-gates.jira.rest.week-too-old", week.text(), oldest.text());
        }
        return week;
    }

    private static Week parsed(String text) {
        try {
            return Week.parse(text);
        } catch (IllegalArgumentException e) {
            throw Week.weeksIn(text).isPresent()
                    ? new ProblemException(400, "decision-gates.jira.rest.no-such-week", text, text.substring(0, 4),
                            Week.weeksIn(text).getAsInt())
                    : new ProblemException(400, "decision-gates.jira.rest.not-a-week", text);
        }
    }

    /**
     * A summary as it travels.
     *
     * @param tag names its content, whenever it was read: the same tag, the same summary but for the moment
     */
    record Answer(String json, String tag) {

        private static final int TAG_DIGITS = 32;

        static Answer of(WeeklySummary summary) {
            String json = SummaryJson.write(summary);
            // inside a text of somebody's every quotation mark is escaped: this cannot be part of one
            String timeless = json.replace("\"asOf\":\"" + summary.frame().asOf() + "\"", "");
            return new Answer(json, "W/\"" + new Sha256().update(timeless).hex().substring(0, TAG_DIGITS) + "\"");
        }
    }
}
