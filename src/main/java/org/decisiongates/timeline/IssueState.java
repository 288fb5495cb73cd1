package org.decisiongates.timeline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.decisiongates.issue.OwnField;

/**
 * The state of an issue at one moment, as far as the journal records it.
 *
 * @param versions       ids of the versions it is meant for
 * @param customerFacing whether customers notice
 * @param fallback       whether a fallback is written down
 * @param scope          the texts of the approved scope, by field
 * @param birth          what does not change any more
 */
public record IssueState(String key, long projectId, String typeId, String statusId, String owner, Optional<LocalDate> due,
        Set<Long> versions,
        boolean customerFacing, boolean fallback, Map<OwnField, String> scope, Birth birth) {

    private static final int DAY_LENGTH = 10;

    /**
     * Which issue it is and how it came to be.
     *
     * @param at    when it was created, UTC, milliseconds
     * @param actor user key of who created it; empty for nobody
     */
    public record Birth(long issueId, Instant at, String actor) {
    }

    public IssueState {
        versions = Set.copyOf(versions);
        scope = Map.copyOf(scope);
    }

    public IssueState(String key, long projectId, String typeId, String statusId, String owner, Optional<LocalDate> due, Set<Long> versions,
            boolean customerFacing,
            boolean fallback, Birth birth) {
        this(key, projectId, typeId, statusId, owner, due, versions, customerFacing, fallback, Map.of(), birth);
    }

    /** How it stood before {@code group}, if this is how it stood after. */
    IssueState before(HistoryGroup group, FieldMapping mapping) {
        IssueState earlier = this;
        List<HistoryItem> items = ChangelogOrdering.of(group, this, mapping);
        for (int i = items.size() - 1; i >= 0; i--) {
            earlier = earlier.without(items.get(i), mapping);
        }
        return earlier;
    }

    /** How it stood before {@code item}, if this is how it stood after; the same for what the journal does not record. */
    IssueState without(HistoryItem item, FieldMapping mapping) {
        return mapping.field(item).filter(field -> isOfField(field, item, mapping)).map(field -> without(field, item, mapping))
                .orElse(this);
    }

    /** Whether the item leads to this state, as far as is known; a field of many values is always consistent. */
    boolean isReachedBy(FieldMapping.Field field, HistoryItem item, FieldMapping mapping) {
        return switch (field.tracked()) {
            case KEY -> key.equals(item.toText());
            case PROJECT -> Long.toString(projectId).equals(item.to());
            case TYPE -> typeId.equals(item.to());
            case STATUS -> statusId.equals(item.to());
            case OWNER -> owner.equals(mapping.person(item.to(), item.toText()));
            case DUE -> due.equals(day(item.after()));
            case CUSTOMER_FACING -> customerFacing == mapping.customersNotice(item.to(), item.toText());
            case FALLBACK -> fallback == !item.after().isBlank();
            case SCOPE -> field.own().map(own -> scope.getOrDefault(own, "").strip().equals(item.toText().strip())).orElse(false);
            case RELEASE, LINK -> true;
        };
    }

    /** A name that only our field has, or had, is ours; of a name that others have, too, what leads to where our field stands. */
    boolean isOfField(FieldMapping.Field field, HistoryItem item, FieldMapping mapping) {
        return field.certain() || isReachedBy(field, item, mapping);
    }

    private IssueState without(FieldMapping.Field field, HistoryItem item, FieldMapping mapping) {
        return switch (field.tracked()) {
            case KEY ->
                new IssueState(item.fromText(), projectId, typeId, statusId, owner, due, versions, customerFacing, fallback, scope, birth);
            case PROJECT -> new IssueState(key, number(item.from(), projectId), typeId, statusId, owner, due, versions, customerFacing,
                    fallback, scope, birth);
            case TYPE ->
                new IssueState(key, projectId, item.from(), statusId, owner, due, versions, customerFacing, fallback, scope, birth);
            case STATUS ->
                new IssueState(key, projectId, typeId, item.from(), owner, due, versions, customerFacing, fallback, scope, birth);
            case OWNER -> new IssueState(key, projectId, typeId, statusId, mapping.person(item.from(), item.fromText()), due, versions,
                    customerFacing, fallback, scope, birth);
            case DUE -> new IssueState(key, projectId, typeId, statusId, owner, day(item.before()), versions, customerFacing, fallback,
                    scope, birth);
            case RELEASE ->
                new IssueState(key, projectId, typeId, statusId, owner, due, versionsWithout(item), customerFacing, fallback, scope, birth);
            case CUSTOMER_FACING ->
                new IssueState(key, projectId, typeId, statusId, owner, due, versions,
                        mapping.customersNotice(item.from(), item.fromText()), fallback,
                        scope, birth);
            case FALLBACK -> new IssueState(key, projectId, typeId, statusId, owner, due, versions, customerFacing,
                    !item.before().isBlank(), scope, birth);
            case SCOPE -> new IssueState(key, projectId, typeId, statusId, owner, due, versions, customerFacing, fallback,
                    scopeWithout(field, item), birth);
            case LINK -> this;
        };
    }

    private Map<OwnField, String> scopeWithout(FieldMapping.Field field, HistoryItem item) {
        Map<OwnField, String> earlier = new EnumMap<>(OwnField.class);
        earlier.putAll(scope);
        field.own().ifPresent(own -> earlier.put(own, item.fromText()));
        return earlier;
    }

    private Set<Long> versionsWithout(HistoryItem item) {
        Set<Long> earlier = new TreeSet<>(versions);
        if (!item.to().isEmpty()) {
            earlier.remove(number(item.to(), -1));
        }
        if (!item.from().isEmpty()) {
            earlier.add(number(item.from(), -1));
        }
        return earlier;
    }

    /** The day a date in the history says; empty for none and for an invalid one. */
    static Optional<LocalDate> day(String text) {
        try {
            return text.length() < DAY_LENGTH ? Optional.empty() : Optional.of(LocalDate.parse(text.substring(0, DAY_LENGTH)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static long number(String text, long otherwise) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
