package org.decisiongates.timeline;

import java.util.List;
import java.util.Optional;

/**
 * What the journal says of one issue at one moment. A value is null while it is unknown; then anything may follow.
 *
 * @param present        whether it is there; false once it was deleted, or left for a project of which nothing is known here
 * @param phase          in the notation of {@link Change.Item#PHASE}, as are the others in that of their items
 */
record RecordedState(Boolean present, String phase, String owner, String due, String customerFacing, String fallback) {

    static final RecordedState UNKNOWN = new RecordedState(null, null, null, null, null, null);

    /** The state once the changes of one group were made. */
    RecordedState after(List<Change> group) {
        boolean created = false;
        for (Change change : group) {
            created |= change.item() == Change.Item.CREATED;
        }
        RecordedState state = this;
        for (Change change : group) {
            state = switch (change.item()) {
                case CREATED -> initialState(change).map(RecordedState::of).orElse(new RecordedState(true, null, null, null, null, null));
                case MOVED -> new RecordedState(false, null, null, null, null, null);
                case DELETED -> new RecordedState(false, state.phase, state.owner, state.due, state.customerFacing, state.fallback);
                // how it stood when it was created says what these changed
                default -> created ? state : state.with(change.item(), change.to());
            };
        }
        return state;
    }

    /** How much of this is not what the changes of one group go on from. */
    int breaks(List<Change> group) {
        if (group.get(0).group().equals(Change.CREATION) || group.get(0).isCorrection()) {
            return 0;
        }
        boolean created = false;
        boolean moved = false;
        for (Change change : group) {
            created |= change.item() == Change.Item.CREATED;
            moved |= change.item() == Change.Item.MOVED;
        }
        boolean arrives = created && !moved;
        int breaks = present != null && present == arrives ? 1 : 0;
        return arrives ? breaks : breaks + valuesThatDiffer(group);
    }

    /** What is said of an item that has one value at a time; null when it is not known, and for all others. */
    String value(Change.Item item) {
        return switch (item) {
            case PHASE -> phase;
            case OWNER -> owner;
            case DUE -> due;
            case CUSTOMER_FACING -> customerFacing;
            case FALLBACK -> fallback;
            default -> null;
        };
    }

    private int valuesThatDiffer(List<Change> group) {
        int breaks = 0;
        RecordedState state = this;
        for (Change change : group) {
            String value = state.value(change.item());
            breaks += value == null || value.equals(change.from()) ? 0 : 1;
            if (group.size() > 1) {
                state = state.with(change.item(), change.to());
            }
        }
        return breaks;
    }

    private static RecordedState of(InitialState known) {
        return new RecordedState(true, known.phase(), known.owner(), known.due().map(Object::toString).orElse(""),
                yes(known.customerFacing()), yes(known.fallback()));
    }

    private static Optional<InitialState> initialState(Change change) {
        try {
            return Optional.of(InitialState.of(change.to()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private RecordedState with(Change.Item item, String value) {
        return switch (item) {
            case PHASE -> new RecordedState(true, value, owner, due, customerFacing, fallback);
            case OWNER -> new RecordedState(true, phase, value, due, customerFacing, fallback);
            case DUE -> new RecordedState(true, phase, owner, value, customerFacing, fallback);
            case CUSTOMER_FACING -> new RecordedState(true, phase, owner, due, value, fallback);
            case FALLBACK -> new RecordedState(true, phase, owner, due, customerFacing, value);
            default -> present != null && present ? this : new RecordedState(true, phase, owner, due, customerFacing, fallback);
        };
    }

    private static String yes(boolean claim) {
        return claim ? "yes" : "";
    }
}
