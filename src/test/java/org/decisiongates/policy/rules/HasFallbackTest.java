package org.decisiongates.policy.rules;

import static org.decisiongates.fixture.IssueViews.anEmptyItem;
import static org.decisiongates.fixture.IssueViews.anItem;
import static org.decisiongates.policy.rules.RuleResults.assertBlocks;
import static org.decisiongates.policy.rules.RuleResults.assertCannotRun;
import static org.decisiongates.policy.rules.RuleResults.assertPasses;

import java.util.List;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.policy.Rule;
import org.decisiongates.text.content.DescriptionTemplate;

public class HasFallbackTest {

    private static final Field FIELD = Field.FALLBACK;

    private final Rule rule = new HasFallback(FIELD, 20, DescriptionTemplate.NONE);

    @Test
    public void blocksAnItemWithoutAPlan() {
        for (String text : List.of("", "  ", "\n\t", "\u200B\u00A0\uFEFF\n\u3000")) {
            assertBlocks(rule, anEmptyItem().fallingBackTo(text), FIELD, "decision-gates.rule.has-fallback.missing");
        }
    }

    @Test
    public void blocksWhatIsTypedToGetPastTheField() {
        for (String text : List.of("TBD", "n/a", "-", "\u2026", "aaaaaaaaaaaaaaaaaaaa", "abababababababababababab", "....................",
                "TBD TBD TBD TBD TBD TBD TBD TBD", "TBD\nTBA\nTBC\nTODO\nn/a\nnone\nnil", "xxxxxxxxxxxxxxxxxxxxxxxxx",
                "- - - - - - - - - - - - - -",
                "lorem ipsum dolor sit amet, consectetur", "12345678901234567890",
                "a\u200Ba\u200Ba\u200Ba\u200Ba\u200Ba\u200Ba\u200Ba\u200Ba\u200Ba",
                "haha haha haha haha haha haha", "\uD83D\uDE80".repeat(30))) {
            assertBlocks(rule, anItem().fallingBackTo(text).changing(FIELD), FIELD, "decision-gates.rule.has-fallback.placeholder");
        }
    }

    @Test
    public void countsVisibleCharactersUpToTheFloor() {
        assertBlocks(rule, anItem().fallingBackTo("Keep the old checkou"), FIELD, "decision-gates.rule.has-fallback.too-short", "20", "17");
        assertBlocks(rule, anItem().fallingBackTo("Keep the old checkout o"), FIELD, "decision-gates.rule.has-fallback.too-short", "20",
                "19");
        assertPasses(rule, anItem().fallingBackTo("Keep the old checkout on"));
        assertBlocks(rule, anItem().fallingBackTo("Keep  the \u200Bold\n\n checkout\u00A0o" + " \u200B".repeat(40)), FIELD,
                "decision-gates.rule.has-fallback.too-short", "20", "19");
    }

    @Test
    public void addsUpTheLinesThatSaySomething() {
        assertPasses(rule, anItem().fallingBackTo("- Keep the old\n- TBD\n- checkout running"));
        assertBlocks(rule, anItem().fallingBackTo("Keep the old\n" + "TBD\n".repeat(20)), FIELD,
                "decision-gates.rule.has-fallback.too-short", "20", "10");
    }

    @Test
    public void countsInEveryScript() {
        assertPasses(rule, anItem().fallingBackTo(
                "\u53E4\u3044\u30C1\u30A7\u30C3\u30AF\u30A2\u30A6\u30C8\u3092\u7D9A\u3051\u3066\u4F7F\u3044\u307E\u3059\u3002\u3054\u5B89\u5FC3\u304F\u3060"));
        assertPasses(rule, anItem().fallingBackTo(
                "\u05E0\u05E9\u05D0\u05D9\u05E8 \u05D0\u05EA \u05D4\u05E7\u05D5\u05E4\u05D4 \u05D4\u05D9\u05E9\u05E0\u05D4 \u05E4\u05E2\u05D9\u05DC\u05D4"));
    }

    @Test
    public void takesShortPlansWhereTheFloorIsLow() {
        assertPasses(new HasFallback(FIELD, 3, DescriptionTemplate.NONE), anItem().fallingBackTo("yes"));
        assertBlocks(new HasFallback(FIELD, 3, DescriptionTemplate.NONE), anItem().fallingBackTo("n/a"), FIELD,
                "decision-gates.rule.has-fallback.placeholder");
    }

    @Test
    public void asksWhenThePlanIsInvokedAndByWhom() {
        Rule triggered = new HasFallback(FIELD, 20, DescriptionTemplate.NONE, "Invoke when", Optional.of(Field.OWNER));
        String plan = "Keep the old checkout switched on";
        for (String trigger : List.of("\nInvoke when: 2 % of payments fail", "\n*Invoke when*\n2 % of payments fail",
                "\nh3. invoke WHEN\n* 2 % of payments fail")) {
            assertPasses(triggered, anItem().fallingBackTo(plan + trigger));
            assertBlocks(triggered, anItem().ownedByNobody().fallingBackTo(plan + trigger), Field.OWNER,
                    "decision-gates.rule.has-fallback.no-trigger-owner");
            assertBlocks(triggered, anItem().ownedByTheInactive("gone").fallingBackTo(plan + trigger), Field.OWNER,
                    "decision-gates.rule.has-fallback.no-trigger-owner");
        }
        for (String none : List.of("", "\nInvoke when: TBD", "\nInvoke when 2 % of payments fail", "\nInvoke when:\n")) {
            assertBlocks(triggered, anItem().fallingBackTo(plan + none), FIELD, "decision-gates.rule.has-fallback.no-trigger",
                    "Invoke when");
        }
        assertCannotRun(triggered, anItem().without(Field.OWNER), "decision-gates.gate.error.field", "has-fallback", "owner");
    }

    @Test
    public void countsNothingOfWhatSaysWhenThePlanIsInvoked() {
        Rule of20 = new HasFallback(FIELD, 20, DescriptionTemplate.NONE, "Otherwise", Optional.empty());
        for (String trigger : List.of("Invoke when: more than 2 % of payments fail", "*invoke when*\nmore than 2 % of payments fail",
                "h3. Otherwise\nmore than 2 % of payments fail")) {
            assertBlocks(of20, anItem().fallingBackTo(trigger), FIELD, "decision-gates.rule.has-fallback.missing");
            assertBlocks(of20, anItem().fallingBackTo("Keep the old checkou\n" + trigger), FIELD,
                    "decision-gates.rule.has-fallback.too-short", "20", "17");
        }
        assertBlocks(rule, anItem().fallingBackTo("Invoke when: more than 2 % of payments fail"), FIELD,
                "decision-gates.rule.has-fallback.missing");
        assertPasses(rule, anItem().fallingBackTo("Keep the old checkout on\nInvoke when: more than 2 % of payments fail"));
        assertPasses(rule, anItem().fallingBackTo("h3. Invoke when\n2 % fail\nh3. Plan\nKeep the old checkout on"));
        for (String before : List.of("Invoke when: 2 % fail\n\n", "Invoke when: 2 % fail\n", "*Invoke when*\n2 % fail\n\n*Plan*\n",
                "*Invoke when*\n\n2 % fail\n**Plan**\n", "Invoke when\n2 % fail\n\nPlan: ")) {
            assertPasses(rule, anItem().fallingBackTo(before + "Keep the old checkout on and refund by hand"));
        }
        assertPasses(rule, anItem().fallingBackTo("Otherwise: we keep the old checkout on"));
    }

    @Test
    public void cannotRunOnceTheFieldIsGone() {
        assertCannotRun(rule, anItem().without(FIELD), "decision-gates.gate.error.field", "has-fallback", "fallback");
    }
}
