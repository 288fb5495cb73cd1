package org.decisiongates.timeline;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.decisiongates.issue.Hypothesis;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.text.NamedValues;
import org.decisiongates.timeline.Change.Item;

/**
 * Builds the timeline of one issue from its changes. Rows that cannot be interpreted are skipped and counted, so that one bad row costs one
 * value and not a week.
 */
final class IssueTimelineBuilder {

    /** No number people expect has more digits; adding one with an exponent of a billion would take all memory there is. */
    private static final int MAX_DIGITS = 40;
    private static final String KIND = "kind";
    private static final String YES = "yes";
    /** Of a criterion, as its row is written into the journal. */
    private static final Set<String> PARTS_OF_THE_SCOPE = Set.of("text", "target", "unit");

    private final List<Change> changes;
    private final Set<Long> projects;
    private final Optional<Change> created;
    private final Instant createdAt;
    private final Optional<InitialState> initialState;
    private final Map<Item, List<Change>> byItem = new EnumMap<>(Item.class);
    private final Map<String, TemporalValue<Optional<ImpactLine>>> lines = new TreeMap<>();
    private final HypothesisHistoryBuilder hypotheses = new HypothesisHistoryBuilder();
    private final List<Long> successors = new ArrayList<>();
    private final List<IssueTimeline.Blocking> blockers = new ArrayList<>();
    private final List<Instant> corrections = new ArrayList<>();
    private int unreadable;

    IssueTimelineBuilder(List<Change> changes, Set<Long> projects) {
        this.changes = changes;
        this.projects = projects;
        changes.forEach(change -> byItem.computeIfAbsent(change.item(), item -> new ArrayList<>(4)).add(change));
        this.created = of(Item.CREATED).stream().findFirst();
        this.createdAt = created.map(Change::at).orElse(changes.get(0).at());
        this.initialState = created.flatMap(change -> read(change.to(), InitialState::of));
    }

    IssueTimeline build() {
        Change last = changes.get(changes.size() - 1);
        TemporalValue<Optional<LocalDate>> dues = dues();
        of(Item.IMPACT).forEach(this::line);
        of(Item.LINK).forEach(this::link);
        of(Item.SUCCESSOR).stream().filter(change -> !change.to().isEmpty())
                .forEach(change -> read(change.subject(), Long::valueOf).ifPresent(successors::add));
        List<Instant> scope = Stream.of(of(Item.SCOPE), of(Item.RELEASE), of(Item.RECORD).stream().filter(this::row).toList())
                .flatMap(List::stream).map(this::at).toList();
        TemporalValue<String> phases = texts(Item.PHASE, InitialState::phase);
        TemporalValue<String> owners = texts(Item.OWNER, InitialState::owner);
        TemporalValue<String> facing = texts(Item.CUSTOMER_FACING, known -> known.customerFacing() ? YES : "");
        TemporalValue<String> fallback = texts(Item.FALLBACK, known -> known.fallback() ? YES : "");
        return new IssueTimeline(last.issueId(), last.issueKey(), last.kind(), createdAt, isCreationKnown(), initialState, phases, owners,
                dues, facing,
                fallback, counted(),
                lines, hypotheses.build(), scope, blockers, successors, corrections, unreadable);
    }

    private TemporalValue<String> texts(Item item, Function<InitialState, String> initially) {
        String initial = initialState.map(initially).orElseGet(() -> of(item).stream().findFirst().map(Change::from).orElse(""));
        TemporalValue<String> values = new TemporalValue<>(initial);
        String arrival = created.map(Change::group).orElse("");
        for (Change change : of(Item.CREATED).size() <= 1 ? of(item) : changes) {
            if (change.item() == Item.CREATED && change != created.orElse(null)) {
                arrival = change.group();
                read(change.to(), InitialState::of).ifPresent(known -> values.put(at(change), initially.apply(known), change.actor()));
            } else if (change.item() == item && !change.group().equals(arrival)) {
                // what changed on arrival is in how it arrived
                follow(values, change);
            }
        }
        return values;
    }

    /**
     * A phase from which an entry starts and to which none led was entered in between: the history has a gap. An entry that ends in the
     * present phase, within the difference of clocks, repeats another one.
     */
    private void follow(TemporalValue<String> values, Change change) {
        boolean gap = change.item() == Item.PHASE && !change.from().equals(values.last());
        if (change.isCorrection()) {
            correct(values, change, change.to());
        } else if (gap && !(change.to().equals(values.last()) && values.changedSince(change.at().minus(ContinuityOrdering.SKEW)))) {
            correct(values, change, change.from());
            values.put(at(change), change.to(), change.actor());
        } else {
            values.put(at(change), change.to(), change.actor());
        }
    }

    private void correct(TemporalValue<String> values, Change change, String value) {
        if (!value.equals(values.last())) {
            values.put(at(change), value, "");
            corrections.add(at(change));
        }
    }

    private TemporalValue<Optional<LocalDate>> dues() {
        TemporalValue<String> texts = texts(Item.DUE, known -> known.due().map(LocalDate::toString).orElse(""));
        TemporalValue<Optional<LocalDate>> dues = new TemporalValue<>(date(texts.initial()));
        texts.points().forEach(point -> dues.put(point.at(), date(point.to()), point.actor()));
        return dues;
    }

    private Optional<LocalDate> date(String text) {
        return text.isEmpty() ? Optional.empty() : read(text, NamedValues::day);
    }

    /** Any row shows the project of the issue, and that it existed, except rows of leaving or deletion. */
    private TemporalValue<Boolean> counted() {
        TemporalValue<Boolean> counted = new TemporalValue<>(isCounted(changes.get(0)));
        changes.forEach(change -> counted.put(at(change), isCounted(change), change.actor()));
        return counted;
    }

    private boolean isCounted(Change change) {
        boolean left = change.item() == Item.DELETED || change.item() == Item.MOVED && change.subject().equals(Change.LEFT);
        return !left && projects.contains(change.projectId());
    }

    private void line(Change change) {
        Optional<ImpactLine> line = change.to().isEmpty() ? Optional.empty()
                : read(change.to(), ImpactLine::of).filter(this::isOfASaneSize);
        lines.computeIfAbsent(change.subject(), id -> new TemporalValue<>(Optional.empty())).put(at(change), line, change.actor());
    }

    private boolean isOfASaneSize(ImpactLine line) {
        boolean sane = List.of(line.baseline(), line.expected(), line.confidence()).stream().allMatch(IssueTimelineBuilder::isShort);
        unreadable += sane ? 0 : 1;
        return sane;
    }

    private static boolean isShort(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MAX_DIGITS && number.precision() <= MAX_DIGITS;
    }

    private void link(Change change) {
        if (!change.to().isEmpty()) {
            read(change.subject(), Long::valueOf).ifPresent(id -> blockers.add(new IssueTimeline.Blocking(id, at(change))));
        }
    }

    /** Whether it changes a criterion, which is a part of what was approved; that it is verified by now is none. */
    private boolean row(Change change) {
        Map<String, String> before = read(change.from(), NamedValues::read).orElse(Map.of());
        Map<String, String> after = read(change.to(), NamedValues::read).orElse(Map.of());
        switch (after.getOrDefault(KIND, before.getOrDefault(KIND, ""))) {
            case "hypothesis" -> hypotheses.hypothesis(change, stand(after), at(change));
            case "evidence" -> hypotheses.evidence(change, after.getOrDefault("hypothesis", ""), at(change));
            default -> {
                // nothing else is followed row by row
            }
        }
        return !criterion(before).equals(criterion(after));
    }

    private Optional<HypothesisHistory.Stand> stand(Map<String, String> row) {
        return row.isEmpty() ? Optional.empty()
                : read(row.getOrDefault("state", ""), Hypothesis.State::valueOf).flatMap(state -> read(row.getOrDefault("checkDate", ""),
                        NamedValues::day).map(day -> new HypothesisHistory.Stand(state, day)));
    }

    private static Map<String, String> criterion(Map<String, String> members) {
        Map<String, String> approved = new TreeMap<>(members);
        approved.keySet().retainAll(PARTS_OF_THE_SCOPE);
        return "criterion".equals(members.get(KIND)) ? approved : Map.of();
    }

    private boolean isCreationKnown() {
        return created.filter(change -> change.group().equals(Change.CREATION)).isPresent() && initialState.isPresent();
    }

    private List<Change> of(Item item) {
        return byItem.getOrDefault(item, List.of());
    }

    private Instant at(Change change) {
        return change.at().isBefore(createdAt) ? createdAt : change.at();
    }

    private <T> Optional<T> read(String text, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            unreadable++;
            return Optional.empty();
        }
    }
}
