package org.decisiongates.policy.rules;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.decisiongates.fixture.IssueViews;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleResult;

/** What tests of rules expect to hear. */
final class RuleResults {

    private RuleResults() {
    }

    static void assertPasses(Rule rule, IssueView item) {
        assertEquals(item.toString(), RuleResult.passed(), rule.examine(item, IssueViews.NOW));
    }

    static void assertBlocks(Rule rule, IssueView item, Field field, String key, String... arguments) {
        assertEquals(item.toString(), new RuleResult(RuleResult.Status.BLOCKED, List.of(Finding.on(field, key, arguments))),
                rule.examine(item, IssueViews.NOW));
    }

    static void assertCannotRun(Rule rule, IssueView item, String key, String... arguments) {
        assertEquals(item.toString(), new RuleResult(RuleResult.Status.FAILED_TO_RUN, List.of(Finding.general(key, arguments))),
                rule.examine(item, IssueViews.NOW));
    }
}
