package org.decisiongates.jira.platform.search;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.Test;

public class JqlBuilderTest {

    @Test
    public void leavesTheOrderOut() {
        Map<String, String> conditions = Map.ofEntries(Map.entry("project = SHOP", "project = SHOP"),
                Map.entry("project = SHOP ORDER BY due", "project = SHOP"),
                Map.entry("project = SHOP\n order\t by due, key desc", "project = SHOP"), Map.entry("ORDER BY created", ""),
                Map.entry(" ", ""),
                Map.entry("(summary ~ x)order by key", "(summary ~ x)"), Map.entry("summary ~ \"x\"ORDER  BY key", "summary ~ \"x\""));
        conditions.forEach((jql, condition) -> assertEquals(jql, condition, JqlBuilder.condition(jql)));
    }

    @Test
    public void takesWordsOfAValueForNoOrder() {
        for (String jql : List.of("summary ~ \"order by\"", "summary ~ 'in order by mail'", "summary ~ \"say \\\"order by\\\" now\"",
                "reorder = by",
                "summary ~ back\\ order", "border by = 1", "project = ORDER", "labels = order-by", "summary ~ a\\ order by")) {
            assertEquals(jql, jql, JqlBuilder.condition(jql));
        }
    }

    @Test
    public void holdsBothConditionsTogetherWhateverTheyConsistOf() {
        assertEquals("(a = 1 OR b = 2) AND (c = 3 OR d = 4)", JqlBuilder.and("a = 1 OR b = 2", "c = 3 OR d = 4"));
        assertEquals("c = 3", JqlBuilder.and("", "c = 3"));
        assertEquals("a = 1", JqlBuilder.and("a = 1", ""));
        assertEquals("issue in (10001, SHOP-2)", JqlBuilder.issues(List.of(10001L, "SHOP-2")));
    }
}
