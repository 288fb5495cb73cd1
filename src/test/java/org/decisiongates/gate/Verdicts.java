package org.decisiongates.gate;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.decisiongates.fixture.WorkItems;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;

/** What tests of rules expect to hear. */
final class Verdicts {

    private Verdicts() {
    }

    static void assertPasses(Rule rule, IssueView item) {
        assertEquals(item.toString(), Verdict.passed(), rule.examine(item, WorkItems.NOW));
    }

    static void assertBlocks(Rule rule, IssueView item, Field field, String key, String... arguments) {
        assertEquals(item.toString(), new Verdict(Verdict.Status.BLOCKED, List.of(Finding.on(field, key, arguments))),
                rule.examine(item, WorkItems.NOW));
    }

    static void assertCannotRun(Rule rule, IssueView item, String key, String... arguments) {
        assertEquals(item.toString(), new Verdict(Verdict.Status.FAILED_TO_RUN, List.of(Finding.general(key, arguments))),
                rule.examine(item, WorkItems.NOW));
    }
}
