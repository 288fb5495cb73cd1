package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.TextPattern;

public class FieldMatchesTest {

    private static final Field SUMMARY = new Field("summary");

    @Test
    public void findsThePatternAnywhereUnlessItIsBound() {
        assertSays(rule("[0-9]{3}", true), called("Order 123 of the shop"));
        assertSays(rule("^[0-9]{3}$", true), called("Order 123 of the shop"),
                Finding.on(SUMMARY, "decision-gates.rule.field-matches.mismatch", "^[0-9]{3}$"));
        assertSays(rule("(?i)tbd|to be decided", false), called("To be decided"),
                Finding.on(SUMMARY, "decision-gates.rule.field-matches.match", "(?i)tbd|to be decided"));
    }

    @Test
    public void readsTextsUpToTheLimitWhateverThePattern() {
        assertSays(rule("^(a+)+$", true), called("a".repeat(FieldMatches.LONGEST)));
        assertSays(rule("a", true), called("a".repeat(FieldMatches.LONGEST + 1)),
                Finding.on(SUMMARY, "decision-gates.rule.field-matches.too-long", "32767", "32768"));
    }

    private static Rule rule(String pattern, boolean matching) {
        return new FieldMatches(SUMMARY, TextPattern.of(pattern).orElseThrow(), matching);
    }

    private static IssueSnapshot called(String summary) {
        return IssueSnapshot.EMPTY.with(SUMMARY, summary);
    }
}
