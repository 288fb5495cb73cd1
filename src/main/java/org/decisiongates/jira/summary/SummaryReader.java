package org.decisiongates.jira.summary;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;

import org.decisiongates.gate.Moment;
import org.decisiongates.jira.issuetype.OwnIssueType;
import org.decisiongates.jira.issuetype.ProjectTime;
import org.decisiongates.summary.Frame;
import org.decisiongates.summary.GateTally;
import org.decisiongates.summary.Headline;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.Scope;
import org.decisiongates.summary.Section;
import org.decisiongates.summary.WeeklySummary;

/** Answers the week of a project for one reader from two searches, whatever the number of issues. */
@JiraComponent
public class SummaryReader {

    private static final Comparator<OpenItem> BY_DUE_DATE = Comparator.comparing(item -> item.due().orElse(LocalDate.MAX));

    private final OpenIssues open;
    private final OpenItems items;
    private final ProjectTime time;
    private final ApplicationProperties application;

    SummaryReader(OpenIssues open, OpenItems items, ProjectTime time, ApplicationProperties application) {
        this.open = open;
        this.items = items;
        this.time = time;
        this.application = application;
    }

    /** The week as {@code reader} may see it; null for nobody logged in. */
    public WeeklySummary of(Project project, ApplicationUser reader) {
        Moment now = time.now();
        OpenIssues.Found blockers = open.of(OwnIssueType.BLOCKER, project, reader);
        OpenIssues.Found decisions = open.of(OwnIssueType.DECISION, project, reader);
        Frame frame = new Frame(week(now.today()), time.zone().getId(), now.instant(), application.getBaseUrl(UrlMode.CANONICAL) + "/browse/",
                Optional.empty(), false, true, false, Frame.Numbers.PENDING);
        return new WeeklySummary(new Scope(Scope.Kind.PROJECT, project.getKey(), project.getName()), frame,
                new Headline("open", List.of(blockers.total(), decisions.total())), List.of(),
                new Section<>(sorted(blockers, now, BY_DUE_DATE), blockers.total()),
                new Section<>(sorted(decisions, now, Comparator.<OpenItem, Boolean>comparing(item -> item.owner().isPresent()).thenComparing(BY_DUE_DATE)),
                        decisions.total()),
                Section.of(List.of()), Section.of(List.of()), Section.of(List.of()), Section.of(List.of()),
                new GateTally(0, 0, 0, 0, 0, List.of()), Section.of(List.of()), Section.of(List.of()));
    }

    private List<OpenItem> sorted(OpenIssues.Found found, Moment now, Comparator<OpenItem> order) {
        return found.issues().stream().map(issue -> items.of(issue, now)).sorted(order).toList();
    }

    /** {@code 2026-W47}: the ISO week that {@code day} lies in. */
    static String week(LocalDate day) {
        return String.format(Locale.ROOT, "%d-W%02d", day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
