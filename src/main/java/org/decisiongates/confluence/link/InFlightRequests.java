package org.decisiongates.confluence.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.decisiongates.confluence.link.SummaryClient.Key;

/** Requests in flight to Jira, by question and reader. Guarded by its owner. */
final class InFlightRequests {

    private final Map<Key, InFlightRequest> flights = new HashMap<>();

    boolean contains(Key key) {
        return flights.containsKey(key);
    }

    /** The call that answers this; {@code null} when there is none. */
    InFlightRequest get(Key key) {
        return flights.get(key);
    }

    InFlightRequest depart(InFlightRequest flight) {
        flight.keys().forEach(key -> flights.put(key, flight));
        return flight;
    }

    void remove(Key key, InFlightRequest flight) {
        flights.remove(key, flight);
    }

    /** Every call once, so that calls can end meanwhile. */
    List<InFlightRequest> all() {
        return flights.values().stream().distinct().toList();
    }

    /** How many calls {@code reader} has on their way. */
    long of(String reader) {
        return ofReader(reader).count();
    }

    /** How many of these take longer than a page waits. */
    long lateOf(String reader) {
        return ofReader(reader).filter(InFlightRequest::isAside).count();
    }

    /** The calls over {@code link} that take longer than a page waits, whatever became of them. */
    List<InFlightRequest> lateOn(String link, long now) {
        return all().stream().filter(
                flight -> flight.link().equals(link) && !flight.isProbe() && flight.sinceBegun(now).compareTo(SummaryClient.BUDGET) >= 0)
                .toList();
    }

    private Stream<InFlightRequest> ofReader(String reader) {
        return all().stream().filter(flight -> flight.reader().equals(reader));
    }
}
