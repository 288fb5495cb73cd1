package org.decisiongates.jira.insight;

import static org.decisiongates.fixture.RecordedGates.aGateEvent;
import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.fixture.RecordedGates;
import org.decisiongates.insight.GateInsightCounter;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.audit.FilterFormatter;
import org.decisiongates.jira.audit.GateFilterParser;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.timeline.GateEvents;
import org.decisiongates.timeline.GateFilter;
import org.decisiongates.timeline.GateSearch;
import org.decisiongates.timeline.Page;

public class InsightViewTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 12);
    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    private final ProjectTime time = mock(ProjectTime.class);
    private final HiddenIssueFilter issues = mock(HiddenIssueFilter.class);
    private final ApplicationProperties application = mock(ApplicationProperties.class);
    private final InsightFormatter formatter = new InsightFormatter(Texts.english(), new FilterFormatter(Texts.english(), application));

    @Before
    public void setUp() {
        when(application.getBaseUrl(UrlMode.RELATIVE)).thenReturn("/jira");
        when(time.zone()).thenReturn(ZoneOffset.UTC);
        when(issues.among(any(), any())).thenReturn(Set.of(13L));
    }

    @Test
    public void showsWhatFollowedAndWhichRulesRefuse() {
        GateInsightCounter counter = new GateInsightCounter(MONDAY, MONDAY.plusDays(40), ZoneOffset.UTC);
        List<RecordedGates> events = List.of(aGateEvent().at(NOON), aGateEvent().of(2).at(NOON).verdict(Status.WAIVED),
                aGateEvent().of(3).refusedBy("no-such-rule").enforced("ADVISE").at(NOON.minusSeconds(60)),
                aGateEvent().of(4).refusedBy("has-owner").enforced("EVALUATE").at(NOON.minusSeconds(120)),
                aGateEvent().of(5).verdict(Status.ERROR).at(NOON.minusSeconds(180)),
                aGateEvent().refusedBy("has-owner", "has-due-date").at(NOON.minusSeconds(93_600)),
                aGateEvent().of(6).refusedBy("has-due-date").at(NOON.minusSeconds(1_000_000)));
        events.forEach(event -> counter.take(event.event()));

        view(new InsightService.Result(counter.insight(), true), Optional.of("/projects/SHOP")).matches("typical");
    }

    @Test
    public void saysThatThereIsNothing() {
        GateInsightCounter counter = new GateInsightCounter(MONDAY, MONDAY.plusDays(40), ZoneOffset.UTC);

        view(new InsightService.Result(counter.insight(), false), Optional.empty()).matches("empty");
    }

    @Test
    public void showsTextsAsTexts() {
        GateInsightCounter counter = new GateInsightCounter(MONDAY, MONDAY.plusDays(40), ZoneOffset.UTC);
        counter.take(aGateEvent().refusedBy(GoldenHtml.HOSTILE).transition(GoldenHtml.HOSTILE).at(NOON).event());

        view(new InsightService.Result(counter.insight(), false), Optional.of("/projects/SHOP")).matches("hostile");
    }

    @Test
    public void countsNothingThatIsHiddenFromTheReader() {
        assertEquals("a creation says nothing about what one may see who sees only some", 1,
                service(aGateEvent(), aGateEvent().of(13), aGateEvent().ofACreation()).insight().evaluated());
        when(issues.among(any(), any())).thenReturn(Set.of());
        assertEquals(2, service(aGateEvent(), aGateEvent().ofACreation()).insight().evaluated());
    }

    /** However much there is: twenty statements, and one look for each thousand of entries. */
    @Test
    public void readsABoundedPartOfAnEndlessJournal() {
        List<Page.Position> asked = new ArrayList<>();
        List<Integer> looked = new ArrayList<>();
        when(issues.among(any(), any())).thenAnswer(call -> {
            looked.add(((java.util.Collection<?>) call.getArgument(0)).size());
            return Set.of();
        });
        GateSearch endless = (filter, after, limit) -> {
            asked.add(after);
            long part = asked.size();
            return new Page<>(IntStream.range(0, limit)
                    .mapToObj(i -> new GateEvents.Entry(i, aGateEvent().of(part * limit + i).at(NOON).event())).toList(),
                    Optional.of(new Page.Position(List.of(part, 1L))));
        };
        InsightService.Result result = new InsightService(endless, issues, time).read(filter(), null);

        assertEquals(true, result.isCutOff());
        assertEquals(20, asked.size());
        assertEquals(20, looked.size());
        assertEquals(20_000, result.insight().evaluated());
    }

    private InsightService.Result service(RecordedGates... events) {
        GateSearch journal = (filter, after, limit) -> new Page<>(
                List.of(events).stream().map(event -> new GateEvents.Entry(1, event.at(NOON).event())).toList(), Optional.empty());
        return new InsightService(journal, issues, time).read(filter(), null);
    }

    private static GateFilter filter() {
        return GateFilter.of(Optional.of(10000L), MONDAY.atStartOfDay(ZoneOffset.UTC).toInstant(),
                MONDAY.plusDays(41).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private GoldenHtml view(InsightService.Result result, Optional<String> audit) {
        GateFilterParser asked = new GateFilterParser(Map.of("source", "REST")::get, ZoneOffset.UTC);
        asked.filter(Optional.empty(), MONDAY, MONDAY);
        return GoldenHtml.of("jira/insight/insight.vm").with("view",
                formatter.view(new InsightScope("Storefront", Optional.of("SHOP"), audit), asked, result));
    }
}
