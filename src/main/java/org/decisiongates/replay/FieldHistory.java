package org.decisiongates.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

import org.decisiongates.issue.UnknownValueException;
import org.decisiongates.timeline.HistoryItem;

/** The changes of one field, in order. */
final class FieldHistory {

    private final List<Step> steps;

    private FieldHistory(List<Step> steps) {
        this.steps = steps;
    }

    /**
     * One change of the field.
     *
     * @param place   in the history, in front of the change
     * @param tangled whether it is one of several at that place of which nobody knows which came first
     */
    private record Step(int place, HistoryItem item, boolean tangled) {
    }

    /**
     * The changes of a field in {@code history}.
     *
     * @param written what an id and a text in the history stand for: equal for equal values
     * @param ofMany  whether each of several values has items of its own, whose order within a change means nothing
     */
    static FieldHistory of(IssueHistory history, Predicate<HistoryItem> isOfField, BinaryOperator<String> written, boolean ofMany) {
        List<Step> steps = new ArrayList<>();
        for (int place = 0; place < history.groups().size(); place++) {
            int at = place;
            List<HistoryItem> items = history.groups().get(place).items().stream().filter(isOfField).toList();
            if (items.size() < 2 || ofMany) {
                items.forEach(item -> steps.add(new Step(at, item, false)));
            } else {
                Optional<List<HistoryItem>> chain = chain(items, written);
                chain.orElse(items).forEach(item -> steps.add(new Step(at, item, chain.isEmpty())));
            }
        }
        return new FieldHistory(steps);
    }

    /** The changes of a field that the host's history has by its ids. */
    static FieldHistory ofOwn(IssueHistory history, String field) {
        return of(history, item -> IssueHistory.isOf(item, field), (id, text) -> id, false);
    }

    /** Several steps of one change, each beginning where another one ended; empty where that is not one chain. */
    private static Optional<List<HistoryItem>> chain(List<HistoryItem> items, BinaryOperator<String> written) {
        List<HistoryItem> rest = new ArrayList<>(items);
        List<HistoryItem> chain = new ArrayList<>();
        while (!rest.isEmpty()) {
            List<HistoryItem> first = rest.stream().filter(item -> rest.stream().noneMatch(other -> other != item
                    && written.apply(other.to(), other.toText()).equals(written.apply(item.from(), item.fromText())))).toList();
            if (first.size() != 1) {
                return Optional.empty();
            }
            rest.remove(first.get(0));
            chain.add(first.get(0));
        }
        return Optional.of(chain);
    }

    boolean changesAt(int place) {
        return steps.stream().anyMatch(step -> step.place == place);
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The first change at a place or behind it. */
    Optional<HistoryItem> next(int place) {
        return steps.stream().filter(step -> step.place >= place).findFirst().map(FieldHistory::item);
    }

    /** Where {@link #next} stands; the end of the history where there is none. */
    int placeOfNext(int place, int end) {
        return steps.stream().filter(step -> step.place >= place).findFirst().map(Step::place).orElse(end);
    }

    /** The last change in front of a place; empty also where nobody knows which was the last. */
    Optional<HistoryItem> last(int place) {
        return steps.stream().filter(step -> step.place < place).reduce((one, later) -> later).filter(step -> !step.tangled)
                .map(Step::item);
    }

    /** All changes at a place and behind it, the last first. */
    List<HistoryItem> backTo(int place) {
        List<HistoryItem> items = new ArrayList<>();
        for (int i = steps.size() - 1; i >= 0 && steps.get(i).place >= place; i--) {
            items.add(item(steps.get(i)));
        }
        return items;
    }

    private static HistoryItem item(Step step) {
        if (step.tangled) {
            throw new UnknownValueException("the history has several changes of " + step.item.field() + " at once, in no certain order");
        }
        return step.item;
    }
}
