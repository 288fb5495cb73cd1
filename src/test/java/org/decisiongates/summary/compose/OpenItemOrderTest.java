package org.decisiongates.summary.compose;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.Test;

import org.decisiongates.fixture.Tree;
import org.decisiongates.summary.OpenItem;

public class OpenItemOrderTest {

    /** Each row comes before the next one. */
    private static final List<String> BLOCKERS = List.of(
            "escalated customers due-1",
            "escalated customers due+5", "escalated due-9", "customers due-9",
            "escalated ownerless", "escalated due+1", "escalated",
            "customers left", "customers",
            "due-3", "due-2",
            "ownerless age1", "age7 due+1", "due+1 age2", "due+4", "age30", "age2");

    private static final List<String> DECISIONS = List.of("ownerless due-4", "ownerless due+2", "ownerless", "left due-9", "left", "due-9",
            "due+1 age9",
            "due+1 age8", "age40", "age1");

    @Test
    public void putsWhatHurtsFirst() {
        assertTable(BLOCKERS, OpenItemOrder.BLOCKERS);
    }

    @Test
    public void putsDecisionsThatNobodyOwnsFirst() {
        assertTable(DECISIONS, OpenItemOrder.DECISIONS);
    }

    @Test
    public void countsKeysAsPeopleDo() {
        List<OpenItem> items = new ArrayList<>();
        List<String> keys = List.of("AD-3", "SHOP-9", "SHOP-10", "SHOP-100", "SHOP-99999999999999999999", "SHOP-x", "ZOO-1");
        keys.forEach(key -> items.add(Some.item(key, "")));
        Collections.shuffle(items, new Random(1));

        assertEquals(keys, items.stream().sorted(OpenItemOrder.BLOCKERS).map(OpenItem::key).toList());
        assertEquals(keys, items.stream().sorted(OpenItemOrder.DECISIONS).map(OpenItem::key).toList());
    }

    @Test
    public void isAsDocumented() {
        String page = Tree.text(Tree.ROOT.resolve("docs/weekly-summary-rules.md")).replaceAll("\\s+", " ");
        int at = 0;
        for (String word : List.of("escalated, customer-facing and overdue", "then escalated", "then customer-facing",
                "then without an active owner",
                "then by due date", "then the oldest", "then by key")) {
            int next = page.indexOf(word, at);
            assertEquals(word, true, next >= at);
            at = next;
        }
    }

    private static void assertTable(List<String> table, Comparator<OpenItem> order) {
        for (int seed = 0; seed < 50; seed++) {
            List<OpenItem> items = new ArrayList<>(
                    IntStream.range(0, table.size()).mapToObj(row -> Some.item("SHOP-" + (100 - row), table.get(row))).toList());
            Collections.shuffle(items, new Random(seed));
            assertEquals(table,
                    items.stream().sorted(order).map(item -> table.get(100 - Integer.parseInt(item.key().substring(5)))).toList());
        }
    }
}
