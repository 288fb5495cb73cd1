package org.decisiongates.insight;

import static org.decisiongates.fixture.RecordedGates.aGateEvent;
import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.fixture.RecordedGates;
import org.decisiongates.insight.GateInsight.RuleRefusals;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.GateEvent.GateVersion;
import org.decisiongates.timeline.GateEvent.Outcome;

public class GateInsightCounterTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @Test
    public void countsByWeekAndShowsWeeksWithoutGates() {
        GateInsight insight = insight(MONDAY, MONDAY.plusDays(34), ZoneOffset.UTC, at("2026-11-03T10:00:00Z", passed(1)),
                at("2026-11-08T23:59:59Z", refused(1)), at("2026-11-17T10:00:00Z", aGateEvent().refusedBy("a").enforced("ADVISE")),
                at("2026-11-18T10:00:00Z", aGateEvent().refusedBy("a").enforced("EVALUATE")),
                at("2026-11-18T10:00:00Z", aGateEvent().saying("a", "WAIVED").verdict(Status.WAIVED)),
                at("2026-11-18T10:00:00Z", aGateEvent().verdict(Status.ERROR)));

        assertEquals(List.of("2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23", "2026-11-30"),
                insight.timeline().stream().map(bucket -> bucket.start().toString()).toList());
        assertEquals(Map.of(Outcome.PASSED, 1L, Outcome.REFUSED, 1L), insight.timeline().get(0).counts());
        assertEquals(Map.of(), insight.timeline().get(1).counts());
        assertEquals(Map.of(Outcome.ADVISED, 1L, Outcome.EVALUATED, 1L, Outcome.WAIVED, 1L, Outcome.ERROR, 1L),
                insight.timeline().get(2).counts());
        assertEquals(6, insight.evaluated());
    }

    @Test
    public void countsByDayInTheZoneOfTheProject() {
        GateInsight insight = insight(MONDAY, MONDAY.plusDays(1), ZoneId.of("Asia/Tokyo"), at("2026-11-02T14:59:59Z", passed(1)),
                at("2026-11-02T15:00:00Z", passed(1)));

        assertEquals(List.of(1L, 1L), insight.timeline().stream().map(GateInsight.Bucket::evaluated).toList());
    }

    @Test
    public void tellsHowLongItTookUntilTheSameGateLetTheSameIssueThrough() {
        GateInsight insight = insight(MONDAY, MONDAY.plusDays(27), ZoneOffset.UTC, at("2026-11-02T10:00:00Z", refused(1)),
                at("2026-11-02T11:00:00Z", refused(1)), at("2026-11-02T12:00:00Z", passed(1)),
                // another attempt on the same issue
                at("2026-11-03T10:00:00Z", refused(1)), at("2026-11-03T14:00:00Z", passed(1)),
                // what passes elsewhere ends no attempt
                at("2026-11-04T10:00:00Z", refused(2)), at("2026-11-04T11:00:00Z", passed(3)),
                at("2026-11-04T12:00:00Z", passed(2).action(99)),
                at("2026-11-04T13:00:00Z", passed(2).gate(new GateVersion("workflow", 0, "inline", "ENFORCE", "other"))),
                at("2026-11-05T10:00:00Z", refused(0)));

        assertEquals(List.of(new RuleRefusals("has-owner", 5, 3, 2, Optional.of(Duration.ofHours(3)))), insight.rules());
    }

    @Test
    public void namesTheRuleThatRefusesMostFirst() {
        GateInsight insight = insight(MONDAY, MONDAY, ZoneOffset.UTC,
                at("2026-11-02T10:00:00Z", aGateEvent().refusedBy("a", "b").saying("c", "FAILED", "ADVISE", Optional.empty())),
                at("2026-11-02T10:00:00Z", aGateEvent().of(2).refusedBy("b")));

        assertEquals(List.of("b 2", "a 1"), insight.rules().stream().map(rule -> rule.rule() + " " + rule.refused()).toList());
        assertEquals(Optional.empty(), insight.rules().get(0).medianUntilPassed());
    }

    private static GateInsight insight(LocalDate from, LocalDate until, ZoneId zone, GateEvent... events) {
        GateInsightCounter counter = new GateInsightCounter(from, until, zone);
        Stream.of(events).sorted(Comparator.comparing(GateEvent::at).reversed()).forEach(counter::take);
        return counter.insight();
    }

    private static RecordedGates refused(long issue) {
        return issue == 0 ? aGateEvent().ofACreation().refusedBy("has-owner") : aGateEvent().of(issue).refusedBy("has-owner");
    }

    private static RecordedGates passed(long issue) {
        return aGateEvent().of(issue);
    }

    private static GateEvent at(String moment, RecordedGates event) {
        return event.at(Instant.parse(moment)).event();
    }
}
