package org.decisiongates.policy.rules;

import static org.junit.Assert.assertEquals;

import java.io.Serializable;
import java.util.List;

import org.decisiongates.fixture.IssueViews.Item;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;

/** What tests of rules expect to hear. */
final class RuleResults {

    private RuleResults() {
    }

    static void assertPasses(Rule rule, Item item) {
        assertEquals(item.toString(), RuleResult.passed(), rule.evaluate(item, item.context()));
    }

    static void assertBlocks(Rule rule, Item item, Field field, String key, Serializable... arguments) {
        assertEquals(item.toString(), new RuleResult(RuleResult.Status.FAILED, List.of(Finding.on(field, key, arguments))),
                rule.evaluate(item, item.context()));
    }

    /** Asserts what a rule finds at a transition, as an example makes it; nothing when it passes. */
    static void assertSays(Rule rule, IssueSnapshot issue, Finding... findings) {
        assertEquals(issue.toString(), findings.length == 0 ? RuleResult.passed()
                : new RuleResult(RuleResult.Status.FAILED, List.of(findings)),
                rule.evaluate(issue, RuleExample.passes("", issue).context()));
    }

    static void assertCannotRun(Rule rule, Item item, String key, Serializable... arguments) {
        assertEquals(item.toString(), new RuleResult(RuleResult.Status.ERROR, List.of(Finding.general(key, arguments))),
                rule.evaluate(item, item.context()));
    }
}
