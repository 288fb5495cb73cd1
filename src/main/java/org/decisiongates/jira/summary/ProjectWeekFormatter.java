package org.decisiongates.jira.summary;

import java.util.ArrayList;
import java.util.List;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;

import org.decisiongates.jira.platform.search.ScopeResolver;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.ProjectTime;
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
     */
    WeekView view(Project project, ApplicationUser user, String wanted) {
        Week current = Week.of(time.now().toLocalDate());
        Week week = week(wanted, current);
        if (week.compareTo(current) > 0) {
            return notice(project.getName(), links(project, current, current),
                    texts.text("decision-gates.jira.rest.week-ahead", week.text(), current.text()));
        }
        WeekResult reading = summaries.read(scopes.of(project), week, user);
        if (reading instanceof WeekResult.Found found) {
            return WeekPage.in(texts.locale(), texts).of(found.summary(),
                    new RenderOptions(false, Surface.PAGE, SummarySection.all(), WeeklySummary.MAX_ROWS, path() + "/browse/",
                            links(project, week, current), List.of(), false));
        }
        return notice(project.getName(), links(project, week, current), texts.text(
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

    private List<LinkView> links(Project project, Week week, Week current) {
        List<LinkView> links = new ArrayList<>();
        if (week.hasPrevious()) {
            links.add(link(project, week.previous(), "decision-gates.jira.sidebar.previous", "previous"));
        }
        if (week.compareTo(current) < 0) {
            links.add(link(project, week.next(), "decision-gates.jira.sidebar.next", "next"));
            links.add(link(project, current, "decision-gates.jira.sidebar.current", "current"));
        }
        links.add(link(project, week, "decision-gates.jira.sidebar.refresh", "refresh"));
        return links;
    }

    private LinkView link(Project project, Week week, String text, String name) {
        return new LinkView(texts.text(text, week.text()),
                path() + "/projects/" + project.getKey() + "?selectedItem=" + ITEM + "&week=" + week.text(), name);
    }

    /** Jira's context path, {@code /jira}. */
    private String path() {
        return application.getBaseUrl(UrlMode.RELATIVE);
    }
}
