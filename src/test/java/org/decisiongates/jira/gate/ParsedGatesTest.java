package org.decisiongates.jira.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.junit.Test;

import org.decisiongates.policy.Gate;

public class ParsedGatesTest {

    private final ParsedGates gates = new ParsedGates();

    @Test
    public void readsWhatIsStoredOnce() {
        Map<String, String> arguments = Map.of("gate.rules", "has-owner", "has-owner.field", "assignee");
        Gate gate = gates.of(arguments);

        assertSame(gate, gates.of(new TreeMap<>(arguments)));
        assertSame(gate.settingsHash(), gates.of(new HashMap<>(arguments)).settingsHash());
        assertEquals(GateArguments.read(arguments), gate);
    }

    @Test
    public void readsAnotherGateWhenAnArgumentDiffers() {
        Map<String, Object> arguments = new HashMap<>(Map.of("gate.rules", "has-owner"));
        Gate gate = gates.of(arguments);
        arguments.put("has-owner.field", "assignee");

        assertNotEquals(gate, gates.of(arguments));
        assertEquals(gate, gates.of(Map.of("gate.rules", "has-owner")));
    }

    @Test
    public void takesArgumentsWithoutAValue() {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("gate.rules", null);

        assertSame(gates.of(arguments), gates.of(arguments));
    }

    @Test
    public void readsAgainWhatIsNoText() {
        StringBuilder rules = new StringBuilder("has-owner");
        Map<String, Object> arguments = Map.of("gate.rules", rules);
        Gate gate = gates.of(arguments);
        rules.append(",has-due-date");

        assertNotEquals(gate, gates.of(arguments));
        assertEquals(0, gates.size());
    }

    @Test
    public void keepsABoundedNumber() {
        for (int i = 0; i < 3 * ParsedGates.MAX; i++) {
            gates.of(Map.of("gate.rules", "has-owner", "has-owner.message", "Message " + i));
        }

        assertTrue(Integer.toString(gates.size()), gates.size() <= ParsedGates.MAX);
    }
}
