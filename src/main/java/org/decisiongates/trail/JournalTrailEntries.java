package org.decisiongates.trail;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.DecisionOption;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.Hypothesis;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.record.RecordParts;
import org.decisiongates.text.KebabCase;
import org.decisiongates.text.Message;
import org.decisiongates.timeline.Change;
import org.decisiongates.trail.TrailEntry.Stage;

/** Makes entries of what the journal has of a Decision. */
final class JournalTrailEntries {

    private static final String KEY = "decision-gates.trail.";
    private static final String ADDED = "added";
    private static final String REMOVED = "removed";

    private static final Set<DecisionPhase> ENDS = EnumSet.of(DecisionPhase.DECIDED, DecisionPhase.REJECTED, DecisionPhase.SUPERSEDED);

    private final TrailNames names;

    JournalTrailEntries(TrailNames names) {
        this.names = names;
    }

    /**
     * The entry of a change; empty where it says nothing about the Decision: that the issue was moved or deleted, and what only a newer
     * version of the app knows.
     */
    Optional<TrailEntry> of(Change change) {
        return switch (change.item()) {
            case CREATED -> change.group().equals(Change.CREATION) ? entry(change, Stage.REQUEST, "created") : Optional.empty();
            case PHASE -> phase(change);
            case OWNER -> change.to().isEmpty() ? entry(change, Stage.REQUEST, "owner.removed")
                    : entry(change, Stage.REQUEST, "owner.set", names.person(change.to()));
            case IMPACT -> entry(change, Stage.REQUEST, "impact." + change(change));
            case DUE ->
                change.to().isEmpty() ? entry(change, Stage.SCOPE, "due.removed") : day(change, Stage.SCOPE, "due.set", change.to());
            case SCOPE -> entry(change, Stage.SCOPE, "scope");
            case CUSTOMER_FACING -> entry(change, Stage.SCOPE, "customer-facing." + given(change));
            case FALLBACK -> entry(change, Stage.SCOPE, "fallback." + given(change));
            case RELEASE -> release(change);
            case LINK -> linked(change, Stage.DELIVERY, "blocked-by.");
            case SUCCESSOR -> linked(change, Stage.OUTCOME, "successor.");
            case RECORD -> record(change);
            case MOVED, DELETED, OTHER -> Optional.empty();
        };
    }

    /**
     * The entry of a change of another Decision, which changes the scope of this one: that it was raised, and what became of it. None of
     * one that the reader may not see: who did what to it, and when, is part of what is hidden.
     */
    Optional<TrailEntry> ofScopeChange(Change change) {
        Optional<String> word = change.kind() != Change.Kind.DECISION ? Optional.empty()
                : change.item() == Change.Item.CREATED && change.group().equals(Change.CREATION) ? Optional.of("raised")
                : change.item() == Change.Item.PHASE ? ENDS.stream().filter(phase -> phase.name().equals(change.to())).findFirst()
                        .map(KebabCase::of)
                : Optional.empty();
        return word.flatMap(known -> names.issue(Long.toString(change.issueId()), change.issueKey())
                .flatMap(issue -> entry(change, Stage.SCOPE, "scope-change." + known, issue)));
    }

    private static Optional<TrailEntry> phase(Change change) {
        Optional<DecisionPhase> phase = Arrays.stream(DecisionPhase.values()).filter(one -> one.name().equals(change.to())).findFirst();
        Stage stage = phase.map(to -> switch (to) {
            case DRAFT, IN_REVIEW -> Stage.REQUEST;
            case IN_DELIVERY, LIVE -> Stage.DELIVERY;
            case DECIDED, CLOSED, REJECTED, SUPERSEDED -> Stage.OUTCOME;
        }).orElse(Stage.REQUEST);
        return phase.isPresent() ? entry(change, stage, "phase", phase.get().label()) : entry(change, stage, "status");
    }

    /** The launch alone: when work on it starts is planned around it. */
    private static Optional<TrailEntry> release(Change change) {
        String launch = change.to().substring(change.to().indexOf('/') + 1);
        return launch.isEmpty() ? entry(change, Stage.DELIVERY, "release.removed") : day(change, Stage.DELIVERY, "release.set", launch);
    }

    private static Optional<TrailEntry> day(Change change, Stage stage, String key, String day) {
        try {
            return entry(change, stage, key, LocalDate.parse(day));
        } catch (DateTimeException e) {
            return entry(change, stage, key, day);
        }
    }

    private Optional<TrailEntry> linked(Change change, Stage stage, String key) {
        boolean isMade = !change.to().isEmpty();
        String word = given(change);
        return names.issue(change.subject(), isMade ? change.to() : change.from())
                .map(issue -> entry(change, stage, key + word, issue)).orElseGet(() -> entry(change, stage, key + word + "-hidden"));
    }

    private static Optional<TrailEntry> record(Change change) {
        Optional<IssueRecord> before = row(change.from());
        Optional<IssueRecord> after = row(change.to());
        return after.or(() -> before).map(row -> new TrailEntry(change.at(), stage(row), change.actor(), Optional.empty(),
                Message.of(KEY + "record." + KebabCase.of(row.kind()) + "." + word(change, before, row)), text(row)));
    }

    /** What a verdict says weighs more than that the row was edited. */
    private static String word(Change change, Optional<IssueRecord> before, IssueRecord row) {
        if (change.to().isEmpty()) {
            return REMOVED;
        }
        if (row instanceof DecisionOption option && option.state() != DecisionOption.State.OPEN
                && !before.map(was -> ((DecisionOption) was).state()).equals(Optional.of(option.state()))) {
            return KebabCase.of(option.state());
        }
        if (row instanceof Criterion criterion && criterion.state() != Criterion.State.OPEN
                && !before.map(was -> ((Criterion) was).state()).equals(Optional.of(criterion.state()))) {
            return KebabCase.of(criterion.state());
        }
        if (row instanceof Hypothesis belief && belief.state() != Hypothesis.State.OPEN
                && !before.map(was -> ((Hypothesis) was).state()).equals(Optional.of(belief.state()))) {
            return (change.from().isEmpty() ? ADDED + "-" : "") + KebabCase.of(belief.state());
        }
        return change(change);
    }

    private static Stage stage(IssueRecord row) {
        return switch (row.kind()) {
            case OPTION, TRADE_OFF -> Stage.OPTIONS;
            case CRITERION, HYPOTHESIS, EVIDENCE -> Stage.EVIDENCE;
            case EXCEPTION_STATE -> Stage.SCOPE;
            case RISK, COMMUNICATION_PLAN -> Stage.DELIVERY;
        };
    }

    private static String text(IssueRecord row) {
        return row instanceof Evidence evidence ? evidence.text() + "\n" + evidence.reference()
                : row instanceof DecisionOption option && !option.reason().isEmpty() ? option.text() + "\n" + option.reason()
                : row instanceof Hypothesis belief && !belief.outcome().isEmpty() ? belief.text() + "\n" + belief.outcome()
                : row.text();
    }

    /** Empty where there was no row, and for one that only a newer version of the app can read. */
    private static Optional<IssueRecord> row(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(RecordParts.read(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String given(Change change) {
        return change.to().isEmpty() ? REMOVED : ADDED;
    }

    private static String change(Change change) {
        return change.from().isEmpty() || change.to().isEmpty() ? given(change) : "changed";
    }

    private static Optional<TrailEntry> entry(Change change, Stage stage, String key, Serializable... arguments) {
        return Optional.of(new TrailEntry(change.at(), stage, change.actor(), Optional.empty(), Message.of(KEY + key, arguments), ""));
    }
}
