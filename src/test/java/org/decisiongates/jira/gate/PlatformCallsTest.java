package org.decisiongates.jira.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.mockito.Mockito.mockingDetails;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.atlassian.jira.user.ApplicationUser;
import org.junit.Test;
import org.mockito.invocation.Invocation;

import org.decisiongates.fixture.TestTime;

/** How often a gate of four rules asks Jira at one transition that it lets through: exactly, so that one call more is seen. */
public class PlatformCallsTest {

    private final TransitionFixture transition = new TransitionFixture();

    @Test
    public void asksForEachThingOnce() {
        ApplicationUser owner = transition.user("owner", true, true);
        transition.due(TestTime.TODAY.plusDays(7), TestTime.TODAY.plusDays(7)).value(TransitionFixture.OWNER_FIELD, owner)
                .value(TransitionFixture.CRITERIA_FIELD, "Completion does not fall below 61 %")
                .value(TransitionFixture.FALLBACK_FIELD, "Switch the promotion off within one hour");
        List<Object> asked = List.of(transition.issue, transition.customFields, transition.permissions, transition.screen);
        List<Integer> before = asked.stream().map(mock -> invocations(mock).size()).toList();

        assertNull(transition.ask(Map.of("gate.rules", "has-owner,has-due-date,has-acceptance-criteria,has-fallback")));

        assertEquals(Map.of("getCustomFieldValue", 3), only(count(transition.issue, before.get(0)), "getCustomFieldValue"));
        assertEquals(Map.of("getDueDate", 1), only(count(transition.issue, before.get(0)), "getDueDate"));
        assertEquals(Map.of("getCustomFieldObject", 3), count(transition.customFields, before.get(1)));
        assertEquals(Map.of("hasPermission", 1), count(transition.permissions, before.get(2)));
        assertEquals("a screen is of interest to those who are refused only", Map.of(), count(transition.screen, before.get(3)));
    }

    private static Map<String, Integer> count(Object mock, int from) {
        Map<String, Integer> calls = new TreeMap<>();
        invocations(mock).stream().skip(from).forEach(call -> calls.merge(call.getMethod().getName(), 1, Integer::sum));
        return calls;
    }

    private static Map<String, Integer> only(Map<String, Integer> calls, String name) {
        return Map.of(name, calls.getOrDefault(name, 0));
    }

    private static Collection<Invocation> invocations(Object mock) {
        return mockingDetails(mock).getInvocations();
    }
}
