package org.decisiongates.jira.platform.issuetype;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheManager;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.junit.Before;
import org.junit.Test;

public class IssueTypeMapsTest {

    private static final long SHOP = 10L;
    private static final long OPS = 11L;
    private static final String TASK = "10002";
    private static final IssueTypeMap TASKS = new IssueTypeMap(Map.of(OwnIssueType.DECISION, TASK));

    private final Map<String, Object> stored = new HashMap<>();
    private final PluginSettings settings = mock(PluginSettings.class);
    private final PluginSettingsFactory factory = mock(PluginSettingsFactory.class);
    private final CacheManager caches = mock(CacheManager.class);
    private String word = "first";
    private IssueTypeMaps maps;
    private OwnIssueTypes types;

    @Before
    @SuppressWarnings("unchecked")
    public void setUp() {
        Cache<Object, Object> cache = mock(Cache.class);
        when(cache.get(any())).thenAnswer(call -> word);
        doAnswer(call -> word = word + "+").when(cache).remove(any());
        when(caches.getCache(any(), any(), any())).thenReturn(cache);
        when(factory.createGlobalSettings()).thenReturn(settings);
        answerFromWhatIsStored();
        maps = new IssueTypeMaps(factory, caches);
        SetupRegistry registry = new SetupRegistry(factory);
        registry.remember("issue-type.decision", "10100");
        registry.remember("issue-type.blocker", "10101");
        types = new OwnIssueTypes(registry, maps, new PhaseMaps(factory));
    }

    private void answerFromWhatIsStored() {
        when(settings.get(any())).thenAnswer(call -> stored.get(call.<String>getArgument(0)));
        when(settings.put(any(), any())).thenAnswer(call -> stored.put(call.getArgument(0), call.getArgument(1)));
        when(settings.remove(any())).thenAnswer(call -> stored.remove(call.<String>getArgument(0)));
    }

    @Test
    public void knowsTheTypesOfTheAppEverywhereAndThoseOfAProjectThere() {
        maps.store(SHOP, TASKS);

        assertEquals(Optional.of(OwnIssueType.DECISION), types.of(SHOP, TASK));
        assertEquals(Optional.of(OwnIssueType.DECISION), types.of(SHOP, "10100"));
        assertEquals(Optional.empty(), types.of(OPS, TASK));
        assertEquals("decision", types.typeOf(SHOP, TASK));
        assertEquals(TASK, types.typeOf(OPS, TASK));
        assertEquals(TASK, types.typeOf(TASK));
        assertEquals(TASK, types.requireIdIn(OwnIssueType.DECISION, SHOP));
        assertEquals("10100", types.requireIdIn(OwnIssueType.DECISION, OPS));
        assertEquals(List.of("10100", TASK), types.idsIn(OwnIssueType.DECISION, SHOP));
        assertEquals(List.of("10101"), types.idsIn(OwnIssueType.BLOCKER, SHOP));
        assertEquals(List.of(OwnIssueType.BLOCKER), types.neededIn(SHOP));
        assertEquals(List.of(OwnIssueType.DECISION, OwnIssueType.BLOCKER), types.neededIn(OPS));
    }

    @Test
    public void keepsWhatWasChosen() {
        maps.store(SHOP, TASKS);

        assertEquals(TASKS, new IssueTypeMaps(factory, caches).of(SHOP));
        assertEquals(Set.of(SHOP), maps.projects());
    }

    @Test
    public void leavesNothingOfAMapThatIsTakenBack() {
        Map<String, Object> before = Map.copyOf(stored);
        maps.store(SHOP, TASKS);
        maps.store(OPS, TASKS);
        maps.store(SHOP, IssueTypeMap.NONE);
        assertEquals(Set.of(OPS), maps.projects());

        maps.store(OPS, IssueTypeMap.NONE);
        assertEquals(Set.of(), maps.projects());
        assertEquals(before, stored);
    }

    @Test
    public void asksTheSettingsOnceUntilANodeTellsOfAChange() {
        maps.store(SHOP, TASKS);
        maps.of(SHOP);
        reset(settings);
        maps.of(SHOP);
        maps.of(OPS);
        verify(settings, never()).get(any());

        answerFromWhatIsStored();
        new IssueTypeMaps(factory, caches).store(SHOP, new IssueTypeMap(Map.of(OwnIssueType.BLOCKER, TASK)));
        assertEquals(Optional.of(OwnIssueType.BLOCKER), types.of(SHOP, TASK));
    }

    @Test
    public void readsAgainWhatNobodyTold() {
        maps.of(SHOP);
        stored.put("org.decisiongates.decision-gates:type-map.10", TASKS.text());
        stored.put("org.decisiongates.decision-gates:type-maps", "10");
        assertEquals(IssueTypeMap.NONE, maps.of(SHOP));

        maps.readAgain();
        assertEquals(TASKS, maps.of(SHOP));
    }

    @Test
    public void refusesToGuessWhatTheSettingsDoNotGive() {
        stored.put("org.decisiongates.decision-gates:type-maps", "10");

        assertThrows("a gate must not be left out", IllegalStateException.class, () -> types.of(OPS, TASK));
    }
}
