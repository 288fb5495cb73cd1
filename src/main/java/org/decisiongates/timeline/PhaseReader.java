package org.decisiongates.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;

/** Reads entries of the journal in terms of phases, by the phase map of the project of each. For one thread. */
public final class PhaseReader {

    private final LongFunction<PhaseMap> maps;
    private final Map<Long, PhaseMap> read = new HashMap<>();

    /** @param maps the map of a project; asked once, and only for projects with a status that is not the app's own */
    public PhaseReader(LongFunction<PhaseMap> maps) {
        this.maps = maps;
    }

    /** The change in terms of phases. */
    public Change read(Change change) {
        return PhaseMap.concerns(change) ? read.computeIfAbsent(change.projectId(), maps::apply).apply(change) : change;
    }
}
