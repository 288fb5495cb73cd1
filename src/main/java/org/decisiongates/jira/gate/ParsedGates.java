package org.decisiongates.jira.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.policy.Gate;

/**
 * The gates of this node's transitions, each read from its arguments once. The key is everything that is stored, so nothing
 * has to be dropped when a workflow is edited.
 */
@JiraComponent
class ParsedGates {

    /** Far more than an installation has; beyond that the cache is emptied. */
    static final int MAX = 1_000;

    private final Map<Map<?, ?>, Gate> gates = new ConcurrentHashMap<>();

    /** The gate that {@code arguments} describe. */
    Gate of(Map<?, ?> arguments) {
        Gate known = gates.get(arguments);
        return known == null ? read(new HashMap<>(arguments)) : known;
    }

    private Gate read(Map<?, ?> arguments) {
        Gate gate = GateArguments.read(arguments);
        // an object of the workflow engine may read differently the next time, and still be equal
        if (!arguments.values().stream().allMatch(value -> value == null || value instanceof String)) {
            return gate;
        }
        if (gates.size() >= MAX) {
            gates.clear();
        }
        gates.put(arguments, gate);
        return gate;
    }

    int size() {
        return gates.size();
    }
}
