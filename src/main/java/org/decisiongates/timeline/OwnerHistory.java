package org.decisiongates.timeline;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who owned an issue when, as far as the journal has it. */
public final class OwnerHistory {

    private final TemporalValue<String> owners;
    private final boolean isKnown;

    private OwnerHistory(TemporalValue<String> owners, boolean isKnown) {
        this.owners = owners;
        this.isKnown = isKnown;
    }

    /** Of one issue's changes in any order, whatever they are of, from every project that it was in. */
    public static OwnerHistory of(List<Change> changes) {
        if (changes.isEmpty()) {
            return new OwnerHistory(new TemporalValue<>(""), false);
        }
        IssueTimeline issue = IssueTimeline.of(changes, changes.stream().map(Change::projectId).collect(Collectors.toSet()));
        return new OwnerHistory(issue.owners(), issue.initialState().isPresent() || !issue.owners().points().isEmpty());
    }

    /** User key of the owner just before {@code instant}, empty text for nobody; empty where no owner was ever written down. */
    public Optional<String> before(Instant instant) {
        return isKnown ? Optional.of(owners.before(instant)) : Optional.empty();
    }

    /** User keys of everybody who was the owner at {@code instant} or at some time since. */
    public Set<String> since(Instant instant) {
        Set<String> since = new LinkedHashSet<>();
        since.add(owners.before(instant));
        owners.points().stream().filter(point -> !point.at().isBefore(instant)).map(TemporalValue.Point::to).forEach(since::add);
        since.remove("");
        return since;
    }
}
