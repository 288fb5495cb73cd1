package org.decisiongates.summary.compose;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.fixture.Tree;
import org.decisiongates.summary.Headline;
import org.decisiongates.text.Message;

public class HeadlineMessageTest {

    private static final String PAGE = Tree.text(Tree.ROOT.resolve("docs/weekly-summary-rules.md"));

    @Test
    public void everyHeadlineReadsAsASentence() {
        assertEquals("2 of 3 open blockers are overdue, 1 of them customer-facing.", sentence("blockers-overdue", 2, 3, 1, 0));
        assertEquals("2 of 3 open blockers are overdue, both customer-facing.", sentence("blockers-overdue", 2, 3, 2, 0));
        assertEquals("1 of 3 open blockers is overdue, and customer-facing.", sentence("blockers-overdue", 1, 3, 1, 0));
        assertEquals("3 of 3 open blockers are overdue, all customer-facing.", sentence("blockers-overdue", 3, 3, 3, 0));
        assertEquals("At least 1 of 1 open blocker is overdue.", sentence("blockers-overdue", 1, 1, 0, 1));
        assertEquals("No active owner for 1 blocker.", sentence("ownerless", 0, 1, 0));
        assertEquals("No active owner for 3 decisions.", sentence("ownerless", 3, 0, 0));
        assertEquals("No active owner for at least 1 decision and 2 blockers.", sentence("ownerless", 1, 2, 1));
        assertEquals("Nothing to report: nothing is open, and nothing was closed or reopened this week among what you may see.",
                sentence("nothing-to-report", 1));
        assertEquals("On track: 1 blocker and 0 decisions open, each with an owner, none overdue.", sentence("on-track", 1, 0));
        for (HeadlineRule rule : HeadlineRule.values()) {
            String sentence = sentence(rule.key());
            assertFalse(sentence, sentence.contains("{") || sentence.startsWith("decision-gates"));
        }
    }

    @Test
    public void theDocsListHeadlinesAndAsksInTheirOrder() {
        assertEquals(
                Stream.concat(Arrays.stream(HeadlineRule.values()).map(HeadlineRule::key),
                        Arrays.stream(WeekActionRule.values()).map(WeekActionRule::key)).toList(),
                PAGE.lines().filter(line -> line.startsWith("| `")).map(line -> line.substring(3, line.indexOf('`', 3))).toList());
    }

    @Test
    public void thePageWordsEveryAsk() {
        for (WeekActionRule rule : WeekActionRule.values()) {
            assertTrue(rule.key(), BundleTexts.has("decision-gates.page.ask." + rule.key()));
        }
    }

    @Test
    public void makesNoKeyOfWhatCameWithASummary() {
        for (String rule : List.of(GoldenHtml.HOSTILE, "", "NOT_ENABLED", "other", "on-track.")) {
            assertEquals(Optional.empty(), HeadlineRule.message(new Headline(rule, List.of())));
        }
    }

    private static String sentence(String rule, long... arguments) {
        Message message = HeadlineRule.message(new Headline(rule, Arrays.stream(arguments).boxed().toList())).orElseThrow();
        return new BundleTexts().getText(message.key(), message.arguments().toArray(Serializable[]::new));
    }
}
