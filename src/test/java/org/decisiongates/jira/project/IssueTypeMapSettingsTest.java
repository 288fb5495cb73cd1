package org.decisiongates.jira.project;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.Map;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.junit.Test;

import org.decisiongates.jira.platform.issuetype.IssueTypeFixture;
import org.decisiongates.jira.setup.FieldContexts;

public class IssueTypeMapSettingsTest {

    private static final String PREFIX = "org.decisiongates.decision-gates:type-map";

    private final Map<String, Object> stored = new HashMap<>();

    @Test
    public void takesAPersonOutOfMapsOfAnEarlierBuildAndKeepsTheTypes() {
        stored.put(PREFIX + "s", "10,11,12");
        stored.put(PREFIX + ".10", "decision=1;by=ann;at=2026-11-29T08:00:00Z");
        stored.put(PREFIX + ".11", "blocker=2;by=ann;at=2026-11-29T08:00:00Z");
        stored.put(PREFIX + ".12", "decision=1;by=annette;at=2026-11-29T08:00:00Z");
        IssueTypeMapSettings settings = settings();

        assertEquals(2, settings.count("ann"));
        assertEquals("no more than that", 1, settings.erase("ann", 1));
        assertEquals(1, settings.erase("ann", 5));

        assertEquals(0, settings.count("ann"));
        assertEquals(Map.of(PREFIX + "s", "10,11,12", PREFIX + ".10", "decision=1", PREFIX + ".11", "blocker=2", PREFIX + ".12",
                "decision=1;by=annette;at=2026-11-29T08:00:00Z"), stored);
    }

    private IssueTypeMapSettings settings() {
        PluginSettings all = mock(PluginSettings.class);
        when(all.get(any())).thenAnswer(call -> stored.get(call.<String>getArgument(0)));
        when(all.put(any(), any())).thenAnswer(call -> stored.put(call.getArgument(0), call.getArgument(1)));
        PluginSettingsFactory factory = mock(PluginSettingsFactory.class);
        when(factory.createGlobalSettings()).thenReturn(all);
        ClusterLock lock = mock(ClusterLock.class);
        ClusterLockService locks = mock(ClusterLockService.class);
        when(locks.getLockForName(any())).thenReturn(lock);
        return new IssueTypeMapSettings(IssueTypeFixture.typeMaps(factory), mock(FieldContexts.class), locks);
    }
}
