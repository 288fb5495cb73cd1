package org.decisiongates.policy.rules;

import static org.decisiongates.fixture.IssueViews.NOW;
import static org.decisiongates.fixture.IssueViews.anEmptyItem;
import static org.decisiongates.fixture.IssueViews.anItem;
import static org.decisiongates.policy.rules.RuleResults.assertBlocks;
import static org.decisiongates.policy.rules.RuleResults.assertCannotRun;
import static org.decisiongates.policy.rules.RuleResults.assertPasses;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.Field;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.text.content.DescriptionTemplate;

public class HasAcceptanceCriteriaTest {

    private static final Field FIELD = Field.ACCEPTANCE_CRITERIA;

    /** A short way to write down characters that nobody sees. */
    private static final String INVISIBLE = "\u200B\u200C\u200D\u2060\uFEFF\u00AD\u00A0\u3000\u2003\u202F\u3164\u2800";

    private final Rule rule = new HasAcceptanceCriteria(FIELD, 1, DescriptionTemplate.NONE);

    @Test
    public void blocksAnItemWithoutCriteria() {
        for (String text : List.of("", " ", "\t \r\n\n", INVISIBLE, INVISIBLE + "\n" + INVISIBLE, "\uD800")) {
            assertBlocks(rule, anEmptyItem().accepting(text), FIELD, "decision-gates.rule.has-acceptance-criteria.missing");
        }
    }

    @Test
    public void doesNotCountPlaceholders() {
        for (String text : List.of("TBD", "tbd.", "T.B.D.", "TBA", "TBC", "todo", "ToDo:", "n/a", "N.A.", "n / a", "none", "NONE!", "-",
                "--",
                "?", "???", "\u2026", "...", ".", "xxx", "XXXXXX", "x", "aaaaaaaaaaaa", "lorem ipsum", "Lorem ipsum dolor sit amet",
                "* ", "\u2022", "1.", "1. TBD", "(1)", "2) n/a", "a) tba", "1.2.3. TODO", "- [ ] TBD", "[x]", "TBD TBD", "tbd / tba",
                "to be decided", "To be confirmed", "not applicable", "42", "100 %", "\u2705", "\uD83D\uDE80\uD83D\uDE80",
                "T\u200BBD", "TBD\u00A0", "\uFEFFn\u200B/\u200Ba", "\uFF34\uFF22\uFF24", "* \u00A0\u200B*", "nothing", "pending")) {
            assertBlocks(rule, anItem().accepting(text), FIELD, "decision-gates.rule.has-acceptance-criteria.placeholder");
            assertBlocks(rule, anItem().accepting("\n" + text + "\r\n - \u2028" + text + "\n").changing(FIELD), FIELD,
                    "decision-gates.rule.has-acceptance-criteria.placeholder");
        }
    }

    @Test
    public void countsALineThatSaysSomething() {
        for (String text : List.of("Refunds reach the customer within 3 days", "- 95 % of pages load in 2 s", "1. Every refund is logged",
                "TBD\nEvery refund is logged", "\u3059\u3079\u3066\u306E\u8FD4\u91D1\u306F3\u65E5\u4EE5\u5185",
                "\u05DB\u05DC \u05D4\u05D4\u05D7\u05D6\u05E8\u05D9\u05DD 3", "a) No e-mail is lost", "[x] Only 1 click",
                "1.5 seconds at most",
                "Every\u00A0refund\u200B is logged", "None of the refunds is late", "xml must validate", "Nanny pays once",
                "Todos must be empty", "2: both work", "| 1 | both work |", "<b>no</b> markup", "\u2265 99.9 %")) {
            assertPasses(rule, anItem().accepting(text));
        }
    }

    @Test
    public void countsDifferentLinesOnly() {
        Rule two = new HasAcceptanceCriteria(FIELD, 2, DescriptionTemplate.NONE);
        assertBlocks(two, anItem().accepting("1. Every refund is logged\n2) every  REFUND is logged\n* Every refund is log\u200Bged"),
                FIELD,
                "decision-gates.rule.has-acceptance-criteria.too-few", "2", "1");
        assertPasses(two, anItem().accepting("Every refund is logged\nNo refund is lost"));
        assertPasses(two, anItem().accepting("At most 3 s\nAt most 5 s"));
        assertPasses(two, anItem().accepting("p95 \u2264 3 s\np95 \u2265 3 s"));
    }

    @Test
    public void saysHowManyAreMissing() {
        assertBlocks(new HasAcceptanceCriteria(FIELD, 3, DescriptionTemplate.NONE),
                anItem().accepting("One is logged\nTBD\nTwo are logged\n\n-"), FIELD,
                "decision-gates.rule.has-acceptance-criteria.too-few", "3", "2");
    }

    @Test
    public void breaksLinesWhereAnyEditorDoes() {
        Rule seven = new HasAcceptanceCriteria(FIELD, 7, DescriptionTemplate.NONE);
        assertPasses(seven, anItem().accepting("No aa\nNo bb\rNo cc\r\nNo dd\u2028No ee\u2029No ff\u0085No gg"));
    }

    @Test
    public void advisesAgainstVagueWordsAndStillPasses() {
        assertAdvises("Checkout is fast", "vague", "fast", "Checkout is fast");
        assertAdvises("- Checkout is User-Friendly in 3 steps", "vague", "user-friendly", "Checkout is User-Friendly in 3 steps");
        assertAdvises("Log errors, retries etc.", "vague", "etc", "Log errors, retries etc.");
        assertAdvises("Mails go out A.S.A.P.", "vague", "asap", "Mails go out A.S.A.P.");
        assertAdvises("Scale up as appropriate", "vague", "as appropriate", "Scale up as appropriate");
    }

    @Test
    public void advisesOnLinesNobodyCouldCheck() {
        assertAdvises("Customers like the checkout", "unmeasurable", "Customers like the checkout");
        assertPasses(rule, anItem().accepting("Customers always see the total"));
        assertPasses(rule, anItem().accepting("Breakfast menus load in \u00BD s"));
    }

    @Test
    public void givesThreePiecesOfAdviceAtMostAndKeepsThemShort() {
        String line = "Customers like the checkout ".repeat(100);
        RuleResult verdict = rule.evaluate(anItem().accepting((line + "\n").repeat(50)), NOW);
        assertEquals(3, verdict.findings().size());
        assertTrue(verdict.findings().stream().allMatch(finding -> finding.message().arguments().get(0).toString().length() <= 80));
    }

    @Test
    public void countsRecordedCriteriaWithTheLinesEachOnce() {
        Rule two = new HasAcceptanceCriteria(FIELD, 2, DescriptionTemplate.NONE);

        assertPasses(rule, anEmptyItem().recording(recorded("Refunds take 3 days")));
        assertPasses(two, anItem().accepting("No refund is lost").recording(recorded("Refunds take 3 days")));
        assertBlocks(two, anItem().accepting("1. No refund is lost").recording(recorded("no refund is LOST")).recording(recorded("TBD")),
                FIELD, "decision-gates.rule.has-acceptance-criteria.too-few", "2", "1");
        assertBlocks(rule, anEmptyItem().recording(recorded("TBD")), FIELD, "decision-gates.rule.has-acceptance-criteria.missing");
    }

    private static Criterion recorded(String text) {
        return new Criterion(text, Optional.empty(), Optional.empty(), Criterion.State.OPEN);
    }

    @Test
    public void cannotRunOnceTheFieldIsGone() {
        assertCannotRun(rule, anItem().without(FIELD), "decision-gates.gate.error.field", "has-acceptance-criteria",
                "acceptance-criteria");
    }

    private void assertAdvises(String text, String finding, Serializable... arguments) {
        assertEquals(
                RuleResult
                        .passedWithAdvice(List.of(Finding.on(FIELD, "decision-gates.rule.has-acceptance-criteria." + finding, arguments))),
                rule.evaluate(anItem().accepting(text), NOW));
    }
}
