package org.decisiongates.jira.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;

import org.decisiongates.jira.platform.search.ScopeResolver;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.page.ComparisonLinks;
import org.decisiongates.page.RenderOptions;
import org.decisiongates.page.SummarySection;
import org.decisiongates.page.Surface;
import org.decisiongates.page.WeekPage;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.page.view.WeekView;
import org.decisiongates.summary.WeeklySummary;
import org.decisiongates.time.Week;

/** Words the week of a project as its page shows it, with links to the weeks before and after. */
@JiraComponent
class ProjectWeekFormatter {

    /** The complete key of the sidebar link, which is also where its content is found. */
    private static final String ITEM = "org.decisiongates.decision-gates:project-week-link";

    private final ScopeResolver scopes;
    private final SummaryService summaries;
    private final ProjectTime time;
    private final ApplicationProperties application;
    private final JiraTexts texts;

    ProjectWeekFormatter(ScopeResolver scopes, SummaryService summaries, ProjectTime time, ApplicationProperties application,
            JiraTexts texts) {
        this.scopes = scopes;
        this.summaries = summaries;
        this.time = time;
        this.application = application;
        this.texts = texts;
    }

    /**
     * @param user   null for nobody logged in
     * @param wanted the week, {@code last}, or a moment of the week; null, empty or nonsense for the current one
     * @param since  the earlier week that it is compared with; null, empty or nonsense for none
     */
    WeekView view(Project project, ApplicationUser user, String wanted, String since) {
        Week current = Week.of(time.now().toLocalDate());
        Week week = week(wanted, current);
        if (week.compareTo(current) > 0) {
            return notice(project.getName(), links(project, current, current, Optional.empty()),
                    texts.text("decision-gates.jira.rest.week-ahead", week.text(), current.text()));
        }
        Optional<Week> compared = earlier(since, week);
        WeekResult reading = summaries.read(scopes.of(project), week, user, compared);
        if (reading instanceof WeekResult.Found found) {
            return WeekPage.in(texts.locale(), texts).of(found.summary(),
                    new RenderOptions(false, Surface.PAGE, SummarySection.all(), WeeklySummary.MAX_ROWS, path() + "/browse/",
                            Stream.concat(links(project, week, current, compared).stream(), comparisons(project, week, compared).stream())
                                    .toList(),
                            List.of(), false));
        }
        return notice(project.getName(), links(project, week, current, compared), texts.text(
                reading instanceof WeekResult.Altered ? "decision-gates.jira.rest.week-altered" : "decision-gates.jira.rest.week-not-kept",
                week.text()));
    }

    /** @param text key of the only thing to say */
    WeekView notice(String text) {
        return notice("", List.of(), texts.text(text));
    }

    private WeekView notice(String title, List<LinkView> links, String text) {
        return new WeekView("full", title, "", List.of(), "", links, List.of(new MarkView(text, "warning")), "", List.of(), List.of());
    }

    private Week week(String wanted, Week current) {
        if ("last".equals(wanted)) {
            return current.previous();
        }
        try {
            return wanted == null || wanted.isEmpty() ? current : Week.parse(wanted, time.now().getZone());
        } catch (IllegalArgumentException e) {
            return current;
        }
    }

    private static Optional<Week> earlier(String since, Week week) {
        try {
            return since == null || since.isEmpty() ? Optional.empty()
                    : Optional.of(Week.parse(since)).filter(one -> one.compareTo(week) < 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<LinkView> comparisons(Project project, Week week, Optional<Week> compared) {
        return new ComparisonLinks(texts, earlier -> address(project, week) + "&compare=" + earlier.text(),
                Optional.of(address(project, week))).of(week, compared);
    }

    /** A week that is compared leads to weeks that are, each with the one before it. */
    private List<LinkView> links(Project project, Week week, Week current, Optional<Week> compared) {
        Function<Week, String> comparing = other -> compared.filter(any -> other.hasPrevious())
                .map(any -> "&compare=" + (other.equals(week) ? any : other.previous()).text()).orElse("");
        List<LinkView> links = new ArrayList<>();
        if (week.hasPrevious()) {
            links.add(link(address(project, week.previous()) + comparing.apply(week.previous()), "decision-gates.jira.sidebar.previous",
                    "previous"));
        }
        if (week.compareTo(current) < 0) {
            links.add(link(address(project, week.next()) + comparing.apply(week.next()), "decision-gates.jira.sidebar.next", "next"));
            links.add(link(address(project, current), "decision-gates.jira.sidebar.current", "current"));
        }
        links.add(link(address(project, week) + comparing.apply(week), "decision-gates.jira.sidebar.refresh", "refresh"));
        return links;
    }

    private LinkView link(String address, String text, String name) {
        return new LinkView(texts.text(text), address, name);
    }

    private String address(Project project, Week week) {
        return path() + "/projects/" + project.getKey() + "?selectedItem=" + ITEM + "&week=" + week.text();
    }

    /** Jira's context path, {@code /jira}. */
    private String path() {
        return application.getBaseUrl(UrlMode.RELATIVE);
    }
}
