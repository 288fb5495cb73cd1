package org.decisiongates.confluence.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.decisiongates.confluence.link.RequestCoordinator.Key;

/** Requests in flight to Jira, by question and reader. Guarded by its owner. */
final class InFlightRequests {

    private final Map<Key, InFlightRequest> inFlight = new HashMap<>();

    boolean contains(Key key) {
        return inFlight.containsKey(key);
    }

    /** The call that answers this; {@code null} when there is none. */
    InFlightRequest get(Key key) {
        return inFlight.get(key);
    }

    InFlightRequest add(InFlightRequest request) {
        request.keys().forEach(key -> inFlight.put(key, request));
        return request;
    }

    void remove(Key key, InFlightRequest request) {
        inFlight.remove(key, request);
    }

    /** Every call once, so that calls can end meanwhile. */
    List<InFlightRequest> all() {
        return inFlight.values().stream().distinct().toList();
    }

    /** How many calls {@code reader} has on their way. */
    long of(String reader) {
        return ofReader(reader).count();
    }

    /** How many of these take longer than a page waits. */
    long lateOf(String reader) {
        return ofReader(reader).filter(InFlightRequest::isDetached).count();
    }

    /** The calls over {@code link} that take longer than a page waits, whatever their outcome. */
    List<InFlightRequest> lateOn(String link, long now) {
        return all().stream().filter(
                request -> request.link().equals(link) && !request.isProbe()
                        && request.sinceStarted(now).compareTo(RequestCoordinator.BUDGET) >= 0)
                .toList();
    }

    private Stream<InFlightRequest> ofReader(String reader) {
        return all().stream().filter(request -> request.reader().equals(reader));
    }
}
