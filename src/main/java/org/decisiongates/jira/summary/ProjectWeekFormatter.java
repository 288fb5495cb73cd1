package org.decisiongates.jira.summary;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.page.ComparisonLinks;
import org.decisiongates.page.RenderOptions;
import org.decisiongates.page.SummarySection;
import org.decisiongates.page.Surface;
import org.decisiongates.page.WeekPage;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.page.view.WeekView;
import org.decisiongates.summary.OwnerFilter;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.WeeklySummary;
import org.decisiongates.time.Week;

/** Words the week of a project as its page shows it, with links to the weeks before and after. */
@JiraComponent
class ProjectWeekFormatter {

    /** The complete key of the sidebar link, which is also where its content is found. */
    private static final String ITEM = "org.decisiongates.decision-gates:project-week-link";

    private static final String DIGESTS = "/plugins/servlet/decision-gates/digest?project=";

    private final ScopeResolver scopes;
    private final SummaryService summaries;
    private final ProjectTime time;
    private final ApplicationProperties application;
    private final JiraProfileLinks people;
    private final DayFormatter days;
    private final JiraTexts texts;

    ProjectWeekFormatter(ScopeResolver scopes, SummaryService summaries, ProjectTime time, ApplicationProperties application,
            JiraProfileLinks people, DayFormatter days, JiraTexts texts) {
        this.scopes = scopes;
        this.summaries = summaries;
        this.time = time;
        this.application = application;
        this.people = people;
        this.days = days;
        this.texts = texts;
    }

    /**
     * @param user  null for nobody logged in
     * @param asked what the address asks for
     */
    WeekView view(Project project, ApplicationUser user, ProjectWeekQuestion asked) {
        Week current = Week.of(time.now().toLocalDate());
        Week week = asked.week(current, time.now().getZone());
        List<MarkView> problems = asked.problems(current, time.now().getZone()).stream()
                .map(problem -> new MarkView(texts.text(problem), "warning")).toList();
        SummaryOptions options = asked.options(week, time.now().getZone());
        Optional<Week> compared = options.since();
        Function<Week, String> address = other -> address(project, other) + owned(options.owner());
        WeekResult reading = summaries.read(scopes.of(project), week, user, options);
        if (reading instanceof WeekResult.Found found) {
            return WeekPage.in(days::text, texts).of(found.summary(),
                    new RenderOptions(false, Surface.PAGE, SummarySection.all(), WeeklySummary.MAX_ROWS, path() + "/browse/",
                            Stream.of(links(address, week, current, compared), comparisons(address, week, compared),
                                    everybody(address(project, week) + compare(compared), options),
                                    mail(project, user, found.summary().header())).flatMap(List::stream).toList(),
                            problems, false).owning(
                                    name -> address(project, week) + compare(compared) + owned(Optional.of(new OwnerFilter(name))))
                            .introducing(people.links()));
        }
        return notice(project.getName(), links(address, week, current, compared), Stream.concat(problems.stream(), Stream.of(warning(
                reading instanceof WeekResult.Altered ? "decision-gates.jira.rest.week-altered" : "decision-gates.jira.rest.week-not-kept",
                week.text()))).toList());
    }

    /** @param text key of the only thing to say */
    WeekView notice(String text) {
        return notice("", List.of(), List.of(warning(text)));
    }

    private WeekView notice(String title, List<LinkView> links, List<MarkView> notes) {
        return new WeekView("full", title, "", List.of(), "", links, List.of(), notes, "", List.of(), List.of());
    }

    private MarkView warning(String text, Serializable... arguments) {
        return new MarkView(texts.text(text, arguments), "warning");
    }

    /** Where people have the newest week sent to them, if they are somebody. */
    private List<LinkView> mail(Project project, ApplicationUser user, SummaryHeader shown) {
        return user == null || !shown.enabled() || shown.frozenAt().isPresent() ? List.of()
                : List.of(link(path() + DIGESTS + project.getKey(), "decision-gates.jira.sidebar.mail", "digest"));
    }

    private List<LinkView> comparisons(Function<Week, String> address, Week week, Optional<Week> compared) {
        return new ComparisonLinks(texts, earlier -> address.apply(week) + "&compare=" + earlier.text(),
                Optional.of(address.apply(week))).of(week, compared);
    }

    /** A week that is compared leads to weeks that are, each with the one before it. */
    private List<LinkView> links(Function<Week, String> address, Week week, Week current, Optional<Week> compared) {
        Function<Week, String> comparing = other -> compared.filter(any -> other.hasPrevious())
                .map(any -> "&compare=" + (other.equals(week) ? any : other.previous()).text()).orElse("");
        List<LinkView> links = new ArrayList<>();
        if (week.hasPrevious()) {
            links.add(link(address.apply(week.previous()) + comparing.apply(week.previous()), "decision-gates.jira.sidebar.previous",
                    "previous"));
        }
        if (week.compareTo(current) < 0) {
            links.add(link(address.apply(week.next()) + comparing.apply(week.next()), "decision-gates.jira.sidebar.next", "next"));
            links.add(link(address.apply(current), "decision-gates.jira.sidebar.current", "current"));
        }
        links.add(link(address.apply(week) + comparing.apply(week), "decision-gates.jira.sidebar.refresh", "refresh"));
        return links;
    }

    private List<LinkView> everybody(String address, SummaryOptions options) {
        return options.owner().map(any -> link(address, "decision-gates.page.everybody", "everybody")).stream().toList();
    }

    private static String compare(Optional<Week> compared) {
        return compared.map(earlier -> "&compare=" + earlier.text()).orElse("");
    }

    private LinkView link(String address, String text, String name) {
        return new LinkView(texts.text(text), address, name);
    }

    private String address(Project project, Week week) {
        return path() + "/projects/" + project.getKey() + "?selectedItem=" + ITEM + "&week=" + week.text();
    }

    /** Whoever looks at one owner's week goes to another of that owner. */
    private static String owned(Optional<OwnerFilter> filter) {
        return filter.map(owner -> "&owner=" + URLEncoder.encode(owner.text(), StandardCharsets.UTF_8)).orElse("");
    }

    /** Jira's context path, {@code /jira}. */
    private String path() {
        return application.getBaseUrl(UrlMode.RELATIVE);
    }
}
