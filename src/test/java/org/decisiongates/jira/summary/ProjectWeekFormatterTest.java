package org.decisiongates.jira.summary;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Collectors;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.DateFieldFormat;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.fixture.HeaderBuilder;
import org.decisiongates.fixture.Summaries;
import org.decisiongates.fixture.SummaryBuilder;
import org.decisiongates.fixture.TestTime;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.issuetype.IssueTypeFixture;
import org.decisiongates.jira.platform.search.SearchFixture;
import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.page.PersonProfileLinks;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.page.view.WeekView;
import org.decisiongates.summary.WeeklySummary;
import org.decisiongates.time.Week;

public class ProjectWeekFormatterTest {

    private static final Week CURRENT = Week.of(TestTime.TODAY);

    private final SummaryService summaries = mock(SummaryService.class);
    private final Project shop = mock(Project.class);

    @Before
    public void setUp() {
        when(shop.getKey()).thenReturn("SHOP");
        when(shop.getName()).thenReturn("Storefront");
        when(summaries.read(any(), any(), any(), any())).thenReturn(new WeekResult.NotKept());
    }

    @Test
    public void saysOfAWeekThatLiesAheadThatItHasNotBegunAndShowsThisOne() {
        when(summaries.read(any(), any(), any(), any())).thenReturn(new WeekResult.Found(Summaries.typical()));
        WeekView view = weeks().view(shop, null, asked(CURRENT.next().text(), null));

        assertEquals("Week " + CURRENT.next() + " has not begun yet. This week is shown below.",
                view.notes().get(0).text());
        assertEquals("previous", view.links().get(0).name());
        verify(summaries).read(any(), eq(CURRENT), any(), eq(SummaryOptions.NONE));
    }

    @Test
    public void saysWhatInTheAddressIsNoWeekAndWhatToType() {
        List<String> notes = weeks().view(shop, null, asked("2026-W77", "soon")).notes().stream().map(MarkView::text).toList();

        assertEquals("\"2026-W77\" in the address is not a week. Type a week such as " + CURRENT.previous()
                + " after week=, or choose Week before. This week is shown below.", notes.get(0));
        assertEquals("\"soon\" in the address is not a week before " + CURRENT + ", so nothing is compared. Type an earlier week such as "
                + CURRENT.previous() + " after compare=, or choose Compare.", notes.get(1));
    }

    @Test
    public void saysWhatInTheAddressIsNoName() {
        String long256 = "x".repeat(256);
        List<String> notes = weeks().view(shop, null, new ProjectWeekQuestion(null, null, long256)).notes().stream().map(MarkView::text)
                .toList();
        assertTrue(notes.toString(), notes.get(0).contains("in the address is not the name of a person, so everybody's items are listed."));
        assertTrue(notes.toString(), notes.get(0).length() < 256);
    }

    @Test
    public void writesDaysAsJiraDoes() {
        when(summaries.read(any(), any(), any(), any())).thenReturn(new WeekResult.Found(Summaries.typical()));
        WeekView view = weeks().view(shop, null, asked(null, null));
        assertEquals("Week 47, 16/Nov/26 \u2013 22/Nov/26", view.week());
        assertTrue(view.moment(), view.moment().startsWith("as of 20/Nov/26 "));
    }

    @Test
    public void offersTheDigestToWhoeverIsLoggedInWhileTheWeekGoesOn() {
        when(summaries.read(any(), any(), any(), any())).thenReturn(new WeekResult.Found(Summaries.typical()));
        ApplicationUser reader = mock(ApplicationUser.class);
        assertEquals(List.of(new LinkView("Mail me this", "/jira/plugins/servlet/decision-gates/digest?project=SHOP", "digest")),
                digests(weeks().view(shop, reader, asked(null, null))));
        assertEquals(List.of(), digests(weeks().view(shop, null, asked(null, null))));
        WeeklySummary frozen = SummaryBuilder.like(Summaries.typical())
                .header(HeaderBuilder.like(Summaries.typical().header()).frozenAt(Optional.of(Summaries.typical().header().asOf()))
                        .header())
                .summary();
        when(summaries.read(any(), any(), any(), any())).thenReturn(new WeekResult.Found(frozen));
        assertEquals(List.of(), digests(weeks().view(shop, reader, asked("last", null))));
    }

    private static List<LinkView> digests(WeekView view) {
        return view.links().stream().filter(link -> link.name().equals("digest")).toList();
    }

    @Test
    public void showsTheLastWeekWhereTheMacroLinksToIt() {
        weeks().view(shop, null, asked("last", "2026-W54"));

        verify(summaries).read(any(), eq(CURRENT.previous()), any(), eq(SummaryOptions.NONE));
    }

    @Test
    public void showsTheCurrentWeekForWhatIsNoWeek() {
        for (String wanted : new String[] {"", "current", "2026-W54"}) {
            SummaryService asked = mock(SummaryService.class);
            when(asked.read(any(), any(), any(), any())).thenReturn(new WeekResult.NotKept());
            weeks(asked).view(shop, null, asked(wanted, CURRENT.text()));
            verify(asked).read(any(), eq(CURRENT), any(), eq(SummaryOptions.NONE));
        }
    }

    @Test
    public void comparesAWeekWithEarlierOnes() {
        Week earlier = CURRENT.previous().previous();
        when(summaries.read(any(), any(), any(), any())).thenReturn(new WeekResult.Found(Summaries.typical()));
        String page = "/jira/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-week-link&week=";

        assertEquals(
                List.of("previous " + CURRENT.previous(), "refresh " + CURRENT, "compare " + CURRENT + "&compare=" + CURRENT.previous()),
                ways(weeks().view(shop, null, asked("", "")), page));
        assertEquals(List.of("previous " + CURRENT.previous() + "&compare=" + earlier, "refresh " + CURRENT + "&compare=" + earlier,
                "compare-earlier " + CURRENT + "&compare=" + earlier.previous(),
                "compare-later " + CURRENT + "&compare=" + CURRENT.previous(), "alone " + CURRENT),
                ways(weeks().view(shop, null, asked("", earlier.text())), page));
        verify(summaries).read(any(), eq(CURRENT), any(), eq(new SummaryOptions(Optional.of(earlier), Optional.empty())));
    }

    @Test
    public void leadsFromOneOwnersWeekToOthersOfThatOwner() {
        when(summaries.read(any(), any(), any(), any())).thenReturn(new WeekResult.Found(Summaries.typical()));
        WeekView view = weeks().view(shop, null, new ProjectWeekQuestion(null, null, "Maya & Co"));
        assertTrue(view.links().toString(), view.links().stream()
                .allMatch(link -> link.href().contains("&owner=Maya+%26+Co") != link.name().equals("everybody")));
        assertEquals("previous, refresh, compare, everybody",
                view.links().stream().map(LinkView::name).collect(Collectors.joining(", ")));
    }

    @Test
    public void leadsFromTheNameOfAnOwnerToWhatThatPersonOwns() {
        when(summaries.read(any(), any(), any(), any())).thenReturn(new WeekResult.Found(Summaries.typical()));
        List<LinkView> owners = weeks().view(shop, null, asked("", "")).sections().stream()
                .filter(section -> section.name().equals("owners"))
                .flatMap(section -> section.rows().stream()).flatMap(row -> row.head().links().stream()).toList();
        assertEquals("nobody has no name", List.of(new LinkView("Lead",
                "/jira/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-week-link&week=" + CURRENT + "&owner=Lead",
                "owner")), owners);
    }

    private static ProjectWeekQuestion asked(String week, String compare) {
        return new ProjectWeekQuestion(week, compare, null);
    }

    private static List<String> ways(WeekView view, String page) {
        return view.links().stream().map(link -> link.name() + " " + link.href().replace(page, "")).toList();
    }

    private ProjectWeekFormatter weeks() {
        return weeks(summaries);
    }

    private static ProjectWeekFormatter weeks(SummaryService summaries) {
        TimeZoneManager zones = mock(TimeZoneManager.class);
        when(zones.getDefaultTimeZone()).thenReturn(TimeZone.getTimeZone(TestTime.ZONE));
        ApplicationProperties application = mock(ApplicationProperties.class);
        when(application.getBaseUrl(any())).thenReturn("/jira");
        DateFieldFormat picker = mock(DateFieldFormat.class);
        when(picker.formatDatePicker(any())).thenAnswer(call -> DateTimeFormatter.ofPattern("d/MMM/yy", Locale.ENGLISH)
                .format(((java.sql.Date) call.getArgument(0)).toLocalDate()));
        JiraProfileLinks people = mock(JiraProfileLinks.class);
        when(people.links()).thenReturn(user -> PersonProfileLinks.NONE);
        return new ProjectWeekFormatter(SearchFixture.scopes(mock(SearchService.class)), summaries, IssueTypeFixture.time(zones),
                application, people, new DayFormatter(picker), Texts.english());
    }
}
