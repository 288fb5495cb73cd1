package org.decisiongates.jira.audit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.text.Message;
import org.decisiongates.timeline.GateEvent.Outcome;
import org.decisiongates.timeline.GateFilter;

public class GateFilterParserTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 26);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 22);

    @Test
    public void readsEveryPartOfAFilter() {
        GateFilterParser parser = parser("from", "2026-03-29", "until", "2026-03-29", "policy", " decision ", "gate", "decide", "rule",
                "has-owner", "transition", "Decide", "outcome", "refused", "source", "REST");

        assertEquals(new GateFilter(Optional.of(10000L), Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z"),
                Optional.of("decision"), Optional.of("decide"), Optional.of("has-owner"), Optional.of("Decide"),
                Optional.of(Outcome.REFUSED),
                Optional.of("REST")), parser.filter(Optional.of(10000L), FIRST, LAST));
        assertEquals(Map.of(), parser.problems());
    }

    @Test
    public void asksForThePeriodOfThePageWhenNoneIsGiven() {
        GateFilter filter = parser().filter(Optional.empty(), FIRST, LAST);

        assertEquals(GateFilter.of(Optional.empty(), Instant.parse("2026-10-25T23:00:00Z"), Instant.parse("2026-11-22T23:00:00Z")), filter);
    }

    @Test
    public void namesWhatItCannotRead() {
        for (List<String> one : List.of(List.of("from", "yesterday"), List.of("until", "2026-02-30"), List.of("from", "+99999-01-01"),
                List.of("until", "0000-01-01"), List.of("outcome", "maybe"), List.of("source", "telephone"),
                List.of("gate", "x".repeat(256)), List.of("rule", "has-onwer"), List.of("rule", "x".repeat(256)),
                List.of("until", "2026-10-25"))) {
            GateFilterParser parser = parser(one.get(0), one.get(1));
            parser.filter(Optional.empty(), FIRST, LAST);
            assertEquals(one.toString(), Set.of(one.get(0)), parser.problems().keySet());
        }
    }

    @Test
    public void refusesARuleThatThereIsNotByName() {
        GateFilterParser parser = parser("rule", "has-onwer", "outcome", "REFUSED");

        ProblemException refused = assertThrows(ProblemException.class, () -> parser.readable(Optional.empty(), FIRST, LAST));
        assertEquals(400, refused.status());
        assertEquals(Map.of("rule", Message.of("decision-gates.jira.audit.no-such-rule", "has-onwer")), parser.problems());
    }

    @Test
    public void complainsOfMoreDaysThanCanBeShown() {
        for (List<String> one : List.of(List.of("from", "2026-10-25"), List.of("until", "2026-11-23"), List.of("from", "0001-01-01"),
                List.of("until", "9999-12-31"))) {
            GateFilterParser parser = parser(one.get(0), one.get(1));
            parser.requireAtMost(28, FIRST, LAST);
            assertEquals(one.toString(), Set.of("from"), parser.problems().keySet());
        }
        GateFilterParser parser = parser();
        parser.requireAtMost(28, FIRST, LAST);
        assertEquals("from 26 October to 22 November are 28 days", Map.of(), parser.problems());
    }

    private static GateFilterParser parser(String... given) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < given.length; i += 2) {
            parameters.put(given[i], given[i + 1]);
        }
        return new GateFilterParser(parameters::get, BERLIN);
    }
}
