package org.decisiongates.jira.project;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.junit.Test;

import org.decisiongates.policy.PolicyReference;

public class AddedGatesTest {

    private static final AddedGate DECIDED = gate(11, "decided", "Tasks of SHOP");
    private static final AddedGate LIVE = gate(21, "live", "Tasks of SHOP");

    private final Map<String, Object> stored = new HashMap<>();
    private final AddedGates added = new AddedGates(settings());

    @Test
    public void keepsTheGatesOfEachProjectUntilTheyAreRemoved() {
        added.add(7, List.of(DECIDED));
        added.add(7, List.of(DECIDED, LIVE));
        added.add(8, List.of(LIVE));
        assertEquals("each once", List.of(DECIDED, LIVE), added.of(7));

        added.remove(7, List.of(DECIDED));
        assertEquals(List.of(LIVE), added.of(7));
        added.remove(7, List.of(LIVE, DECIDED));

        assertFalse(added.isKeeping(7));
        assertTrue(added.isKeeping(8));
        assertEquals("nothing is left behind", 1, stored.size());
        added.deleted(8);
        assertEquals(Map.of(), stored);
    }

    @Test
    public void readsWhatItWroteWhateverTheWorkflowIsCalled() {
        for (String name : List.of("Tasks", "Two words", "with  two blanks ", "\u00e9t\u00e9 @ 10 %")) {
            assertEquals(gate(3, "decided", name), AddedGate.read(gate(3, "decided", name).write()));
        }
    }

    private static AddedGate gate(int transition, String key, String workflow) {
        return new AddedGate("decision", transition, new PolicyReference("decision", key), workflow);
    }

    private PluginSettingsFactory settings() {
        PluginSettings all = mock(PluginSettings.class);
        when(all.get(any())).thenAnswer(call -> stored.get(call.<String>getArgument(0)));
        when(all.put(any(), any())).thenAnswer(call -> stored.put(call.getArgument(0), call.getArgument(1)));
        when(all.remove(any())).thenAnswer(call -> stored.remove(call.<String>getArgument(0)));
        PluginSettingsFactory factory = mock(PluginSettingsFactory.class);
        when(factory.createGlobalSettings()).thenReturn(all);
        return factory;
    }
}
