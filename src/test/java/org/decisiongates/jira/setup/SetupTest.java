package org.decisiongates.jira.setup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.platform.issuetype.IssueTypeFixture;
import org.decisiongates.jira.setup.SetupPart.State;

/** Sets up three things, one of them work on another, in a host whose every call can fail before or after it had its effect. */
public class SetupTest {

    private final Map<String, String> host = new TreeMap<>();
    private final Map<Object, Object> settings = new HashMap<>();
    private final ClusterLockService locks = mock(ClusterLockService.class);
    private final ClusterLock lock = mock(ClusterLock.class);
    private int calls;
    private int failAt;

    @Before
    public void freeTheLock() throws InterruptedException {
        when(locks.getLockForName(any())).thenReturn(lock);
        when(lock.tryLock(anyLong(), any())).thenReturn(true);
    }

    @Test
    public void makesEverythingOnce() {
        assertEquals(Optional.empty(), setUp().run());
        Map<String, String> made = Map.copyOf(host);
        assertEquals(Optional.empty(), setUp().run());

        assertEquals(made, host);
        assertEquals(List.of(), setUp().missing());
        assertEquals(List.of(), setUp().removed());
    }

    @Test
    public void comesToTheSameEndWhereverItBreaks() {
        setUp().run();
        int all = calls;
        Map<String, String> expected = Map.copyOf(host);
        for (int broken = 1; broken <= all; broken++) {
            host.clear();
            settings.clear();
            calls = 0;
            failAt = broken;
            setUp().run();
            failAt = 0;
            assertEquals("broken at call " + broken, Optional.empty(), setUp().run());
            assertEquals("broken at call " + broken, expected.values().stream().sorted().toList(),
                    host.values().stream().sorted().toList());
            assertEquals("broken at call " + broken, List.of(), setUp().missing());
        }
    }

    @Test
    public void saysSoWhenTheSettingsNoLongerGiveWhatWasStored() {
        setUp().run();
        settings.remove("org.decisiongates.decision-gates:id.field");

        assertThrows(IllegalStateException.class, () -> IssueTypeFixture.memory(settings()).id("field"));
        assertEquals("what was never made", Optional.empty(), IssueTypeFixture.memory(settings()).id("other"));
        assertThrows("nothing is made a second time", IllegalStateException.class, () -> setUp().run());
    }

    @Test
    public void takesNoStrangerForItsOwn() {
        host.put("77", "field");
        setUp().run();

        assertTrue(!settings.containsValue("77"));
        assertEquals(2, host.values().stream().filter("field"::equals).count());
    }

    @Test
    public void takesNoStrangerForItsOwnAfterACrashEither() {
        host.put("77", "field");
        failAt = 4;
        setUp().run();
        failAt = 0;
        setUp().run();

        assertTrue(!settings.containsValue("77"));
        assertEquals(2, host.values().stream().filter("field"::equals).count());
    }

    @Test
    public void leavesAloneWhatSomebodyRemoved() {
        setUp().run();
        host.values().remove("screen");

        assertEquals(Optional.empty(), setUp().run());
        assertEquals(List.of("screen"), setUp().removed());
        assertTrue(!host.containsValue("screen"));
    }

    @Test
    public void namesPartsAsTheHostDoesNow() {
        assertEquals(List.of(new SetupPart("field", "field", State.MISSING), new SetupPart("screen", "screen", State.MISSING),
                new SetupPart("screen.fields", "", State.MISSING)), setUp().parts());

        setUp().run();
        host.replaceAll((id, name) -> name.equals("field") ? "renamed" : name);
        host.values().remove("screen");

        assertEquals(List.of(new SetupPart("field", "renamed", State.MADE), new SetupPart("screen", "screen", State.REMOVED),
                new SetupPart("screen.fields", "", State.MADE)), setUp().parts());
    }

    @Test
    public void doesNothingWhileAnotherNodeIsAtIt() throws InterruptedException {
        when(lock.tryLock(anyLong(), any())).thenReturn(false);

        assertTrue(setUp().run().isPresent());
        assertEquals(Map.of(), host);
    }

    @Test
    public void saysWhereItStopped() {
        failAt = 2;

        assertTrue(setUp().run().orElseThrow().startsWith("field: "));
    }

    /** A start of its own: nothing but the host and its settings lives longer. */
    private Setup setUp() {
        SetupSteps parts = mock(SetupSteps.class);
        when(parts.inOrder()).thenReturn(new ArrayList<>(List.of(part("field"), part("screen"), SetupStep.work("screen.fields", () -> {
            call();
            host.put("fields of the screen", "fields");
            call();
        }))));
        return new Setup(locks, IssueTypeFixture.memory(settings()), parts);
    }

    private SetupStep part(String thing) {
        return new SetupStep(thing, thing, id -> Optional.ofNullable(host.get(id)), () -> lookalikes(thing), () -> {
            call();
            String id = Integer.toString(100 + host.size());
            host.put(id, thing);
            call();
            return id;
        });
    }

    private Set<String> lookalikes(String thing) {
        call();
        return host.entrySet().stream().filter(entry -> entry.getValue().equals(thing)).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private PluginSettingsFactory settings() {
        PluginSettings stored = mock(PluginSettings.class);
        when(stored.get(any())).thenAnswer(get -> settings.get(get.getArgument(0)));
        when(stored.put(any(), any())).thenAnswer(put -> {
            call();
            Object before = settings.put(put.getArgument(0), put.getArgument(1));
            call();
            return before;
        });
        when(stored.remove(any())).thenAnswer(remove -> {
            call();
            return settings.remove(remove.getArgument(0));
        });
        PluginSettingsFactory factory = mock(PluginSettingsFactory.class);
        when(factory.createGlobalSettings()).thenReturn(stored);
        return factory;
    }

    private void call() {
        if (++calls == failAt) {
            throw new IllegalStateException("the host went away at call " + calls);
        }
    }
}
