package org.decisiongates.timeline;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.decisiongates.text.NamedValues;
import org.decisiongates.timeline.Change.Item;
import org.decisiongates.timeline.Change.Kind;

/**
 * Which phases the statuses of one project stand for that the app does not bring itself. The journal records such a status as
 * {@code status:<id>}; what it means is read out of this map, so that a change of the map holds for the past as well.
 *
 * @param revision how often the map was changed; 0 for one that never was
 * @param phases   names of phases by the host's id of the status, by what the issue is
 */
public record PhaseMap(int revision, Map<Kind, Map<String, String>> phases) {

    /** Before anybody has said anything. */
    public static final PhaseMap NONE = new PhaseMap(0, Map.of());

    private static final String STATUS = "status:";
    private static final String REVISION = "revision";
    private static final String DOT = ".";

    /** Throws {@link IllegalArgumentException} for a phase that its kind of issue does not have. */
    public PhaseMap {
        Map<Kind, Map<String, String>> sorted = new EnumMap<>(Kind.class);
        phases.forEach((kind, ofKind) -> ofKind.forEach((status, phase) -> {
            if (!isPhaseOf(kind, phase)) {
                throw new IllegalArgumentException(phase + " is no phase of a " + kind);
            }
            sorted.computeIfAbsent(kind, any -> new TreeMap<>()).put(status, phase);
        }));
        sorted.replaceAll((kind, ofKind) -> Collections.unmodifiableMap(ofKind));
        phases = Collections.unmodifiableMap(sorted);
    }

    /** The journal's notation of a status that no phase of the app's own stands for. */
    public static String ofStatus(String statusId) {
        return STATUS + statusId;
    }

    /** Whether issues of the kind have a phase of this name. */
    public static boolean isPhaseOf(Kind kind, String phase) {
        return Phases.isOpen(kind, phase) || Phases.isSettled(kind, phase);
    }

    /** The phase that the status stands for; empty when nobody said. */
    public Optional<String> phase(Kind kind, String statusId) {
        return Optional.ofNullable(phases.getOrDefault(kind, Map.of()).get(statusId));
    }

    /** Whether any map could change what {@code change} says. */
    static boolean concerns(Change change) {
        return change.kind() != Kind.GATED && switch (change.item()) {
            case PHASE -> change.from().startsWith(STATUS) || change.to().startsWith(STATUS);
            case CREATED -> change.to().contains(STATUS);
            default -> false;
        };
    }

    /** The change in terms of phases; what the map does not know stays as it is. */
    Change apply(Change change) {
        if (change.item() == Item.PHASE) {
            return between(change, read(change.kind(), change.from()), read(change.kind(), change.to()));
        }
        try {
            InitialState state = InitialState.of(change.to());
            return between(change, change.from(), state.in(read(change.kind(), state.phase())).text());
        } catch (IllegalArgumentException e) {
            // whoever reads it passes it over, and counts it
            return change;
        }
    }

    private String read(Kind kind, String phase) {
        return phase.startsWith(STATUS) ? phase(kind, phase.substring(STATUS.length())).orElse(phase) : phase;
    }

    private static Change between(Change change, String from, String to) {
        return new Change(change.issueId(), change.issueKey(), change.projectId(), change.kind(), change.group(), change.item(),
                change.subject(), change.step(), from, to, change.actor(), change.at());
    }

    /** The notation that is stored: {@code revision=2;DECISION.10007=IN_REVIEW}. */
    public String text() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(REVISION, Integer.toString(revision));
        phases.forEach((kind, ofKind) -> ofKind.forEach((status, phase) -> members.put(kind + DOT + status, phase)));
        return NamedValues.write(members);
    }

    /** Reads {@link #text()}. Throws {@link IllegalArgumentException} for anything else. */
    public static PhaseMap of(String text) {
        Map<Kind, Map<String, String>> phases = new EnumMap<>(Kind.class);
        int revision = 0;
        for (Map.Entry<String, String> member : NamedValues.read(text).entrySet()) {
            int dot = member.getKey().indexOf(DOT);
            if (dot < 0) {
                revision = Integer.parseInt(member.getValue());
            } else {
                phases.computeIfAbsent(Kind.valueOf(member.getKey().substring(0, dot)), kind -> new TreeMap<>())
                        .put(member.getKey().substring(dot + 1), member.getValue());
            }
        }
        return new PhaseMap(revision, phases);
    }
}
